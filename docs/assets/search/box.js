/* On every page: `window.wenzhai.search`, and the search box in the header.
 *
 * Index files and the rest of the search code are read when first needed, through <script>
 * elements, which work over HTTP and from file:// alike. */
(function () {
  "use strict";

  const BOX_LIMIT = 10; // hits in the box; all of them stand on the results page
  const CODE = ["codes", "query", "grams", "forgive", "facets", "texts", "core"];
  const box = document.querySelector("[data-wenzhai-base]");
  const base = box ? box.dataset.wenzhaiBase.replace(/\/$/, "") : ".";
  const toRoot = (path) => (base === "." || base === "" ? path : base + "/" + path);

  const waiting = new Map(); // files on their way; afterwards nothing here holds their data
  globalThis.wenzhaiSearchShard = (name, data) => {
    const { resolve } = waiting.get(name);
    waiting.delete(name);
    resolve(data);
  };

  function script(path) {
    return new Promise((resolve, reject) => {
      const element = document.createElement("script");
      element.src = toRoot(path);
      element.async = false; // run in the order asked for
      element.onload = () => {
        element.remove(); // and with it its text
        resolve();
      };
      element.onerror = () => reject(new Error("cannot read " + path));
      document.head.append(element);
    });
  }

  function load(name) {
    const known = waiting.get(name);
    if (known) return known.promise;
    const file = {};
    file.promise = new Promise((resolve, reject) => {
      file.resolve = resolve;
      script("assets/generated/search/" + name + ".js").catch((error) => {
        waiting.delete(name);
        reject(error);
      });
    });
    waiting.set(name, file);
    return file.promise;
  }

  let engine;
  function start() {
    engine =
      engine ||
      Promise.all(CODE.map((name) => script("assets/search/" + name + ".js"))).then(() =>
        wenzhaiSearch.engine(load),
      );
    return engine;
  }

  /** What every query needs, read before there is one. */
  const ready = async () => (await start()).ready();

  /** The documented function: manual/search.md. Addresses are relative to the present page. */
  async function search(query, options) {
    const found = await (await start())(String(query), options);
    const hits = found.hits.map((hit) => ({
      ...hit,
      url: toRoot(hit.url),
      href: toRoot(hit.url) + address(hit),
      page: hit.page && { ...hit.page, url: toRoot(hit.page.url) },
    }));
    return { ...found, hits };
  }

  /** The part of an address that opens a page at the hit, with it marked. */
  function address(hit) {
    const quoted = hit.words.map((word) => (/\s|^[-－"“]/.test(word) ? '"' + word + '"' : word));
    const anchor = hit.anchor ? "#" + hit.anchor : "";
    return quoted.length ? "?h=" + encodeURIComponent(quoted.join(" ")) + anchor : anchor;
  }

  const resultsPage = (query) => toRoot("search.html") + "?q=" + encodeURIComponent(query);
  globalThis.wenzhai = Object.assign(globalThis.wenzhai || {}, { search });
  Object.assign(globalThis.wenzhai, { searchParts: { script, ready, resultsPage } });

  const query = new URLSearchParams(location.search);
  if (query.has("h")) script("assets/search/query.js").then(() => script("assets/search/mark.js"));
  if (document.getElementById("wenzhai-results")) {
    script("assets/search/view.js").then(() => script("assets/search/page.js"));
  }
  if (!box) return;

  const toggle = document.getElementById("__search");
  const input = box.querySelector(".md-search__input");
  const meta = box.querySelector(".md-search-result__meta");
  const list = box.querySelector(".md-search-result__list");
  const hint = meta.textContent;
  let asked = 0;
  let active = -1;

  async function update() {
    const own = (asked += 1);
    const text = input.value;
    if (text.trim() === "") {
      meta.textContent = hint;
      return show([]);
    }
    try {
      const [found] = await Promise.all([search(text, { limit: BOX_LIMIT }), view()]);
      if (own !== asked) return;
      meta.textContent = wenzhaiView.summary(found);
      show(found.hits, found, text);
    } catch (error) {
      if (own !== asked) return;
      meta.textContent = wenzhaiWords.search_failed + error.message;
      show([]);
    }
  }

  let viewCode;
  const view = () => (viewCode = viewCode || script("assets/search/view.js"));

  function show(hits, found, text) {
    active = -1;
    input.removeAttribute("aria-activedescendant");
    input.setAttribute("aria-expanded", String(hits.length > 0));
    list.replaceChildren(...hits.map((hit, i) => option(wenzhaiView.boxItem(hit), i)));
    if (!found) return;
    if (found.hits.length < found.total + others(found)) {
      list.append(option(wenzhaiView.link(wenzhaiWords.search_all, resultsPage(text)), hits.length));
    }
    for (const near of found.near) {
      list.append(option(wenzhaiView.link(wenzhaiWords.search_try + near, resultsPage(near)), list.children.length));
    }
    input.setAttribute("aria-expanded", String(list.children.length > 0));
  }

  const others = (found) => Object.values(found.groups).reduce((sum, one) => sum + one, 0);

  function option(item, number) {
    item.id = "wenzhai-option-" + number;
    item.setAttribute("role", "option");
    item.setAttribute("aria-selected", "false");
    return item;
  }

  function move(step) {
    const items = Array.from(list.children);
    if (items.length === 0) return;
    if (items[active]) items[active].setAttribute("aria-selected", "false");
    active = (active + step + items.length + (active < 0 && step < 0 ? 1 : 0)) % items.length;
    items[active].setAttribute("aria-selected", "true");
    items[active].scrollIntoView({ block: "nearest" });
    input.setAttribute("aria-activedescendant", items[active].id);
  }

  function open() {
    toggle.checked = true;
    input.focus();
  }

  function close() {
    toggle.checked = false;
    input.blur();
  }

  input.addEventListener("focus", () => {
    toggle.checked = true;
    ready().catch(() => {}); // update says what failed
  });
  input.addEventListener("input", (event) => event.isComposing || update());
  input.addEventListener("compositionend", update);
  box.querySelector("form").addEventListener("reset", () => setTimeout(update));
  box.querySelector("form").addEventListener("submit", (event) => {
    event.preventDefault();
    const chosen = list.children[active];
    if (chosen) location.href = chosen.querySelector("a").href;
    else if (input.value.trim()) location.href = resultsPage(input.value.trim());
  });
  toggle.addEventListener("change", () => toggle.checked && open());
  input.addEventListener("keydown", (event) => {
    if (event.isComposing) return;
    const steps = { ArrowDown: 1, ArrowUp: -1 };
    if (event.key === "Escape") close();
    else if (steps[event.key]) move(steps[event.key]);
    else return;
    event.preventDefault();
    event.stopPropagation();
  });
  document.addEventListener("keydown", (event) => {
    const isTyping = event.target.closest("input, textarea, select, [contenteditable]");
    if (event.key === "Escape" && toggle.checked) close();
    if (event.key !== "/" || isTyping || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    const own = document.querySelector("#wenzhai-results input[name=q]");
    if (own) own.focus();
    else open();
  });
})();
