// A card on a linked name: who or where, in which role, how many articles. It shows what the list
// below the article says anyway, so that without this script nothing is missing. Pointing, focus
// and a first tap open it; Escape, leaving and a tap elsewhere close it; a second tap follows.
(function () {
  const KINDS = ["people", "places", "organisations", "initiatives"]; // ids of the lists
  const LISTS = KINDS.map((id) => `#${id} + ul > li`).join();
  const NAMES = "a.wz-person, a.wz-region, a.wz-organisation, a.wz-initiative";
  const DELAY = 150; // milliseconds; a pointer that only passes opens nothing
  const GRACE = 250; // milliseconds in which the pointer may move from the name to the card
  const GAP = "%20%20%20"; // where the mail leaves room for the paragraph's number
  const EDGE = 8; // pixels between the card and the edge of the window

  function start() {
    const told = new Map();
    for (const item of document.querySelectorAll(LISTS)) {
      told.set(item.querySelector("a").getAttribute("href"), item);
    }
    const names = Array.from(document.querySelectorAll(NAMES));
    const known = names.filter((name) => told.has(name.getAttribute("href")));
    if (!known.length) return;

    const card = document.createElement("div");
    card.className = "wz-card";
    card.id = "wz-card";
    card.role = "tooltip";
    card.hidden = true;
    document.querySelector(".wz").append(card);
    let owner = null;
    let timer = 0;

    function hide() {
      clearTimeout(timer);
      if (!owner) return;
      owner.removeAttribute("aria-describedby");
      owner = null;
      card.hidden = true;
    }

    function show(name) {
      clearTimeout(timer);
      if (owner === name) return;
      hide();
      owner = name;
      card.replaceChildren(...Array.from(told.get(name.getAttribute("href")).cloneNode(true).childNodes));
      card.hidden = false;
      name.setAttribute("aria-describedby", card.id);
      const place = name.getClientRects()[0];
      const frame = card.offsetParent.getBoundingClientRect();
      const width = document.documentElement.clientWidth;
      const left = Math.max(EDGE, Math.min(place.left, width - card.offsetWidth - EDGE));
      const isBelow = place.bottom + card.offsetHeight + EDGE < window.innerHeight;
      const top = isBelow ? place.bottom + 2 : place.top - card.offsetHeight - 2;
      card.style.left = left - frame.left + "px";
      card.style.top = top - frame.top + "px";
    }

    function later(act, wait) {
      clearTimeout(timer);
      timer = setTimeout(act, wait);
    }

    for (const name of known) {
      let isTouched = false;
      name.addEventListener("pointerdown", (event) => { isTouched = event.pointerType !== "mouse"; });
      name.addEventListener("pointerenter", (event) => {
        if (event.pointerType === "mouse") later(() => show(name), DELAY);
      });
      name.addEventListener("pointerleave", (event) => {
        if (event.pointerType === "mouse") later(hide, GRACE);
      });
      name.addEventListener("focus", () => { if (!isTouched) show(name); });
      name.addEventListener("blur", () => later(hide, GRACE));
      name.addEventListener("click", (event) => {
        if (isTouched && owner !== name) {
          event.preventDefault();
          show(name);
        }
      });
    }
    card.addEventListener("pointerenter", () => clearTimeout(timer));
    card.addEventListener("pointerleave", (event) => {
      if (event.pointerType === "mouse") later(hide, GRACE);
    });
    card.addEventListener("focusin", () => clearTimeout(timer));
    card.addEventListener("focusout", () => later(hide, GRACE));
    document.addEventListener("keydown", (event) => { if (event.key === "Escape") hide(); });
    document.addEventListener("pointerdown", (event) => {
      if (owner && !card.contains(event.target) && !owner.contains(event.target)) hide();
    });
  }

  // A report of an error names the paragraph that the reader has marked or come to.
  function report() {
    const link = document.querySelector("a.wz-report");
    if (!link) return;
    const plain = link.href;
    link.addEventListener("click", function () {
      const marked = getSelection().anchorNode;
      const near = marked && (marked.closest ? marked : marked.parentElement).closest("[id^=p]");
      const id = /^p\d+$/.test(near ? near.id : "") ? near.id : location.hash.slice(1);
      if (!/^p\d+$/.test(id)) return;
      link.href = plain.replace(GAP, "%20" + id.slice(1) + "%20");
    });
  }

  document.addEventListener("DOMContentLoaded", function () {
    start();
    report();
  });
})();
