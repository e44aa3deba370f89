/* The results page: search.html?q=...&person=...&from=...; its address says all that it shows. */
(function () {
  "use strict";

  const PAGE_LENGTH = 20; // hits that are shown at first, and more at a time
  const WORDS = wenzhaiWords;
  const SINGLE = ["kind", "genre", "page", "year"]; // an article has one of them
  const { element, summary, pageItem } = wenzhaiView;

  const root = document.getElementById("wenzhai-results");
  const form = root.querySelector("form");
  const status = root.querySelector("[role=status]");
  const list = root.querySelector(".wenzhai-results__list");
  const sides = root.querySelector(".wenzhai-results__facets");
  const more = root.querySelector(".wenzhai-results__more");
  root.hidden = false;

  let shown = PAGE_LENGTH;
  let asked = 0;

  const state = () => new URLSearchParams(location.search);

  function filtersOf(address) {
    const filters = {};
    for (const name of new Set(address.keys())) {
      if (name !== "q" && name !== "year" && address.get(name)) filters[name] = address.getAll(name);
    }
    for (const name of ["kind", "from", "to"]) if (filters[name]) filters[name] = filters[name][0];
    if (address.get("year")) filters.from = filters.to = address.get("year");
    return Object.keys(filters).length ? filters : undefined;
  }

  function go(address, isReplaced) {
    const target = "?" + address.toString();
    if (isReplaced) history.replaceState(null, "", target);
    else history.pushState(null, "", target);
    show();
  }

  async function show() {
    const own = (asked += 1);
    const address = state();
    const query = address.get("q") || "";
    if (form.q.value.trim() !== query) form.q.value = query;
    form.from.value = address.get("from") || "";
    form.to.value = address.get("to") || "";
    if (form.from.value || form.to.value) form.from.closest("details").open = true;
    document.title = document.title.replace(/^(.*? · )?/, query ? query + " · " : "");
    if (!query) {
      status.textContent = WORDS.search_start;
      list.replaceChildren();
      sides.replaceChildren();
      more.hidden = true;
      return;
    }
    status.textContent = WORDS.search_busy;
    try {
      const options = { filters: filtersOf(address), limit: shown, withFacets: true };
      const found = await wenzhai.search(query, options);
      if (own === asked) fill(found, address);
    } catch (error) {
      if (own === asked) status.textContent = WORDS.search_failed + error.message;
    }
  }

  function fill(found, address) {
    status.textContent = summary(found);
    const exact = found.hits.filter((hit) => hit.match === "exact");
    const others = found.hits.filter((hit) => hit.match !== "exact");
    const items = exact.map(pageItem);
    if (others.length) {
      items.push(element("li", "wenzhai-results__group", element("h2", "", WORDS.search_near)));
      items.push(...others.map(pageItem));
    }
    for (const near of found.near) {
      const link = element("a", "", near);
      link.href = "?q=" + encodeURIComponent(near);
      items.push(element("li", "wenzhai-results__item wenzhai-results__near", WORDS.search_try, link));
    }
    list.replaceChildren(...items);
    const all = found.total + Object.values(found.groups).reduce((sum, one) => sum + one, 0);
    more.hidden = found.hits.length >= all;
    const facets = Object.keys(found.facets).map((name) => facet(name, found, address));
    sides.replaceChildren(...facets.filter((made) => made.querySelector("li")));
  }

  function facet(name, found, address) {
    const values = found.facets[name];
    const chosen = address.getAll(name);
    const items = values.map((value) => {
      const isChosen = chosen.includes(value.id);
      const button = element("button", "wenzhai-results__value", value.name + " ", element("span", "", String(value.count)));
      button.type = "button";
      button.setAttribute("aria-pressed", String(isChosen));
      button.addEventListener("click", () => choose(name, value.id, isChosen));
      return element("li", "", button);
    });
    for (const id of chosen) {
      if (values.some((value) => value.id === id)) continue;
      const button = element("button", "wenzhai-results__value", id + " ×");
      button.type = "button";
      button.setAttribute("aria-pressed", "true");
      button.addEventListener("click", () => choose(name, id, true));
      items.push(element("li", "", button));
    }
    const label = WORDS["search_facet_" + name] || found.labels[name]; // kinds are named by the index
    const made = element("details", "", element("summary", "", label), element("ul", "", ...items));
    made.open = chosen.length > 0 || matchMedia("(min-width: 60em)").matches;
    return made;
  }

  function choose(name, id, isChosen) {
    const address = state();
    const others = address.getAll(name).filter((value) => value !== id);
    address.delete(name);
    for (const value of SINGLE.includes(name) ? [] : others) address.append(name, value);
    if (!isChosen) address.append(name, id);
    shown = PAGE_LENGTH;
    go(address, false);
  }

  function readForm(isReplaced) {
    const address = state();
    for (const name of ["q", "from", "to"]) {
      const value = form[name].value.trim();
      if (value) address.set(name, value);
      else address.delete(name);
    }
    shown = PAGE_LENGTH;
    go(address, isReplaced);
  }

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    readForm(false);
  });
  form.q.addEventListener("input", (event) => event.isComposing || readForm(true));
  form.q.addEventListener("compositionend", () => readForm(true));
  form.from.addEventListener("change", () => readForm(false));
  form.to.addEventListener("change", () => readForm(false));
  more.addEventListener("click", () => {
    shown += PAGE_LENGTH;
    show();
  });
  addEventListener("popstate", show);
  addEventListener("keydown", (event) => {
    const steps = { ArrowDown: 1, ArrowUp: -1 };
    if (!steps[event.key] || !root.contains(document.activeElement)) return;
    if (document.activeElement.matches("input[type=date], input[name=from], input[name=to], button, summary")) return;
    const stops = [form.q, ...list.querySelectorAll("a")];
    const at = stops.indexOf(document.activeElement);
    const next = stops[at + steps[event.key]];
    if (at < 0 || !next) return;
    event.preventDefault();
    next.focus();
  });
  show();
  if (!state().get("q")) form.q.focus();
})();
