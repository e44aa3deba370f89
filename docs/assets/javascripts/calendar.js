// A date picker for the index of pages: it goes to the day chosen, or the last one before it that
// has pages. Without this script the calendar's links do the same.
(function () {
  const DAY = /#d(\d{4}-\d{2}-\d{2})$/;

  document.addEventListener("DOMContentLoaded", function () {
    const form = document.querySelector(".wz-day");
    if (!form) return;
    const input = form.querySelector("input");
    const days = Array.from(document.querySelectorAll(".wz-calendar a"))
      .filter((link) => DAY.test(link.href))
      .map((link) => [DAY.exec(link.href)[1], link.href])
      .sort();
    form.addEventListener("submit", (event) => event.preventDefault());
    input.addEventListener("change", function () {
      if (!input.value) return;
      const before = days.filter(([day]) => day <= input.value);
      location.href = (before.pop() || days[0])[1];
    });
  });
})();
