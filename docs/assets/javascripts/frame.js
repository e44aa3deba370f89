// The frame of every page: large type, remembered, and buttons that keys can press.
// Without this script the browser's own zoom does the same as large type.
(function () {
  const KEY = "wenzhai.large-type";
  const COMING = 300; // milliseconds until the drawer has come in and can be focused
  const root = document.documentElement;

  function recall() {
    try {
      return localStorage.getItem(KEY) === "1";
    } catch {
      return false; // storage is forbidden: the choice lasts as long as the page
    }
  }

  function apply(isLarge, button) {
    root.toggleAttribute("data-wz-large", isLarge);
    if (button) button.setAttribute("aria-pressed", String(isLarge));
  }

  function typeSize() {
    const button = document.querySelector(".wz-large");
    if (!button) return;
    apply(recall(), button);
    button.addEventListener("click", function () {
      const isLarge = !root.hasAttribute("data-wz-large");
      apply(isLarge, button);
      try {
        localStorage.setItem(KEY, isLarge ? "1" : "0");
      } catch {
        // see above
      }
    });
  }

  // Drawer and search of a telephone are checkboxes to Material; here buttons open them.
  function openers() {
    for (const button of document.querySelectorAll(".wz-open")) {
      const box = document.getElementById(button.dataset.opens);
      button.addEventListener("click", () => box.click());
      box.addEventListener("change", function () {
        button.setAttribute("aria-expanded", String(box.checked));
        setTimeout(() => { if (!box.checked && document.activeElement === document.body) button.focus(); });
      });
    }
    const drawer = document.getElementById("__drawer");
    const opener = document.querySelector(".wz-open[data-opens=__drawer]");
    drawer.addEventListener("change", function () {
      const first = document.querySelector(".md-sidebar--primary a");
      setTimeout(() => { if (drawer.checked) first.focus(); }, COMING);
    });
    document.addEventListener("keydown", function (event) {
      if (event.key !== "Escape" || !drawer.checked) return;
      drawer.click();
      opener.focus();
    });
  }

  root.classList.replace("no-js", "js"); // before anything is drawn, so that nothing moves
  apply(recall());
  document.addEventListener("DOMContentLoaded", function () {
    typeSize();
    openers();
  });
})();
