// Large type, remembered. Without this script the browser's own zoom does the same.
(function () {
  const KEY = "wenzhai.large-type";
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

  apply(recall());
  document.addEventListener("DOMContentLoaded", function () {
    const button = document.querySelector(".wz-large");
    if (!button) return;
    button.hidden = false;
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
  });
})();
