// Tables sort by a click on a heading and narrow with the filter box above them. Without this
// script they are whole and in their printed order.
(function () {
  function key(row, column, kind) {
    const cell = row.cells[column];
    if (kind !== "number") return cell.textContent.trim();
    const value = parseFloat(cell.dataset.value);
    return Number.isNaN(value) ? -Infinity : value;
  }

  function sortable(table) {
    const body = table.tBodies[0];
    const order = new Intl.Collator("zh");
    Array.from(table.tHead.rows[0].cells, (head, column) => {
      const kind = head.dataset.sort;
      if (!kind) return;
      const button = document.createElement("button");
      button.type = "button";
      button.textContent = head.textContent;
      head.replaceChildren(button);
      button.addEventListener("click", () => {
        const up = head.getAttribute("aria-sort") !== "ascending";
        for (const other of head.parentElement.cells) other.removeAttribute("aria-sort");
        head.setAttribute("aria-sort", up ? "ascending" : "descending");
        const rows = Array.from(body.rows, (row) => [key(row, column, kind), row]);
        rows.sort(([a], [b]) => (kind === "number" ? a - b : order.compare(a, b)) * (up ? 1 : -1));
        body.append(...rows.map(([, row]) => row));
      });
    });
  }

  function narrowed(form, tables) {
    const input = form.querySelector("input");
    const told = form.querySelector("output");
    input.addEventListener("input", () => {
      const wanted = input.value.trim().toLowerCase();
      let count = 0;
      for (const table of tables) {
        for (const row of table.tBodies[0].rows) {
          row.hidden = wanted !== "" && !row.textContent.toLowerCase().includes(wanted);
          if (!row.hidden) count += 1;
        }
      }
      told.textContent = wanted === "" ? "" : count ? String(count) : told.dataset.none;
    });
  }

  document.addEventListener("DOMContentLoaded", () => {
    const tables = Array.from(document.querySelectorAll("table.wz-table"));
    tables.forEach(sortable);
    const form = document.querySelector(".wz-for-table");
    if (form && tables.length) narrowed(form, tables);
  });
})();
