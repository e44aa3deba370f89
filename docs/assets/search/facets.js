/* Narrowing a result by person, region, topic, genre, source page and date; counts follow.
 *
 * `facts.columns` has a cell for each article; a region counts with everything below it. */
(function (root) {
  "use strict";

  const LISTS = ["person", "region", "topic"]; // columns whose cells hold several values
  const SHOWN = 12; // values offered for one facet

  const firstArticle = (head) => head.kinds[head.kinds.length - 1][1];

  /** Ids and labels of the values of a column. */
  function values(head, facts, names, column) {
    const name = (number) => names[number].split("\n")[0];
    if (column === "person") return facts.person.map((id, i) => [id, name(i)]);
    if (column === "region") return facts.region.map((id, i) => [id, name(head.kinds[1][1] + i)]);
    if (column === "topic") return facts.topic.map((topic) => [topic, topic]);
    return facts[column];
  }

  /** The values of an article in a column; for regions all above them too. */
  function cell(facts, column, article) {
    const found = facts.columns[column][article];
    if (column !== "region") return found;
    return Array.from(new Set(found.flatMap((region) => [...facts.above[region], region])));
  }

  /** `filters` -> a test of document numbers. Several values of one filter must all be true. */
  function filter(head, facts, filters) {
    const tests = [];
    const idOf = (entry) => (Array.isArray(entry) ? entry[0] : entry);
    for (const column of [...LISTS, "genre", "page"]) {
      for (const id of [].concat(filters[column] || [])) {
        const wanted = facts[column].findIndex((entry) => idOf(entry) === id);
        tests.push((article) => [].concat(cell(facts, column, article)).includes(wanted));
      }
    }
    const { date } = facts.columns;
    const { from, to } = filters;
    if (from) tests.push((article) => date[article] !== "" && date[article] >= from.slice(0, date[article].length));
    if (to) tests.push((article) => date[article] !== "" && date[article].slice(0, to.length) <= to);
    const first = firstArticle(head);
    return (number) => {
      if (filters.kind && kindOf(head, number) !== filters.kind) return false;
      return tests.length === 0 || (number >= first && tests.every((test) => test(number - first)));
    };
  }

  function kindOf(head, number) {
    let kind = head.kinds[0][0];
    for (const [name, first] of head.kinds) if (number >= first) kind = name;
    return kind;
  }

  /** How many of the documents bear each value: {person: [{id, name, count}], ..., year: [...]}. */
  function count(head, facts, names, numbers) {
    const first = firstArticle(head);
    const articles = numbers.filter((number) => number >= first).map((number) => number - first);
    const found = { kind: counted(numbers.map((number) => kindOf(head, number))) };
    for (const column of [...LISTS, "genre", "page"]) {
      const labels = values(head, facts, names, column);
      const cells = articles.flatMap((article) => cell(facts, column, article));
      found[column] = counted(cells).map(({ id, count: total }) => ({ id: labels[id][0], name: labels[id][1], count: total }));
    }
    found.year = counted(articles.map((article) => facts.columns.date[article].slice(0, 4)).filter(Boolean));
    return found;
  }

  /** The commonest values with their counts. */
  function counted(cells) {
    const totals = new Map();
    for (const value of cells) totals.set(value, (totals.get(value) || 0) + 1);
    const rows = Array.from(totals, ([id, total]) => ({ id, name: id, count: total }));
    return rows.sort((a, b) => b.count - a.count || (a.id < b.id ? -1 : 1)).slice(0, SHOWN);
  }

  root.wenzhaiFacets = { filter, count };
})(globalThis);
