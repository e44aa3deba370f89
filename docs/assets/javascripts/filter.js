// A box that narrows the lists of an index page while one types. Without this script the box is
// not shown and the lists are whole; Enter asks the search, which knows the other pages too.
(function () {
  const QUIET = /[\s·']/g;

  function plain(text) {
    return text.normalize("NFD").replace(/[\u0300-\u036f]/g, "").replace(QUIET, "").toLowerCase();
  }

  // What an entry is called, and the pinyin that its address begins with.
  function words(item) {
    const link = item.querySelector("a");
    if (!link) return "";
    const name = link.getAttribute("href").split("/").pop().replace(/(-[0-9a-f]{4})?\.html.*$/, "");
    return plain(link.textContent) + " " + plain(name);
  }

  function start(form) {
    const input = form.querySelector("input");
    const told = form.querySelector("output");
    const page = form.closest(".wz");
    const items = Array.from(page.querySelectorAll("ul li"), (item) => ({ item, text: words(item) }));
    const titles = Array.from(page.querySelectorAll("h2"));

    function narrow() {
      const wanted = plain(input.value);
      const shown = new Set();
      let count = 0;
      for (const { item, text } of items) {
        if (!text.includes(wanted)) continue;
        count += 1;
        for (let one = item; one && one !== page; one = one.parentElement.closest("li")) shown.add(one);
      }
      for (const { item } of items) item.hidden = wanted !== "" && !shown.has(item);
      for (const title of titles) {
        const list = title.nextElementSibling;
        if (list && list.tagName === "UL") title.hidden = !list.querySelector("li:not([hidden])");
      }
      told.textContent = wanted === "" ? "" : count ? String(count) : told.dataset.none;
    }

    input.addEventListener("input", narrow);
    if (input.value) narrow();
  }

  document.addEventListener("DOMContentLoaded", function () {
    document.querySelectorAll(".wz-filter:not(.wz-for-table)").forEach(start);
  });
})();
