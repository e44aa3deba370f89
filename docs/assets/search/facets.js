/* Kinds of documents, and narrowing a result by person, region ..., genre and date; counts follow.
 *
 * `facts.columns` has a cell for each article: of a kind numbers of `facts.ids[kind]`, in the
 * order of the documents. What lies within others (`facts.above`) counts for them too. */
(function (root) {
  "use strict";

  const SHOWN = 12; // values offered for one facet

  const firstArticle = (head) => head.kinds[head.kinds.length - 1][1];

  /** The kind of a document: {name, first, folder, label, isLast}. */
  function kindOf(head, number) {
    let found = head.kinds[0];
    for (const kind of head.kinds) if (number >= kind[1]) found = kind;
    const [name, first, folder, label, isLast] = found;
    return { name, first, folder, label, isLast };
  }

  const columnsOf = (facts) => [...Object.keys(facts.ids), "genre"];

  /** [id, label] of each value of a column. */
  function values(head, facts, names, column) {
    if (column === "genre") return facts.genre;
    const first = head.kinds.find(([name]) => name === column)[1];
    return facts.ids[column].map((id, i) => [id, names[first + i].split("\n")[0]]);
  }

  /** The values of an article in a column, with all above them. */
  function cell(facts, column, article) {
    const found = [].concat(facts.columns[column][article]);
    const above = facts.above[column];
    return above ? Array.from(new Set(found.flatMap((one) => [...above[one], one]))) : found;
  }

  /** `filters` -> a test of document numbers. Several values of one filter must all be true. */
  function filter(head, facts, filters) {
    const tests = [];
    for (const column of columnsOf(facts)) {
      const ids = column === "genre" ? facts.genre.map(([id]) => id) : facts.ids[column];
      for (const id of [].concat(filters[column] || [])) {
        const wanted = ids.indexOf(id);
        tests.push((article) => cell(facts, column, article).includes(wanted));
      }
    }
    const { date } = facts.columns;
    const { from, to } = filters;
    if (from) tests.push((article) => date[article] !== "" && date[article] >= from.slice(0, date[article].length));
    if (to) tests.push((article) => date[article] !== "" && date[article].slice(0, to.length) <= to);
    const first = firstArticle(head);
    return (number) => {
      if (filters.kind && kindOf(head, number).name !== filters.kind) return false;
      return tests.length === 0 || (number >= first && tests.every((test) => test(number - first)));
    };
  }

  /** How many of the documents bear each value: {kind: [{id, name, count}], ...}. */
  function count(head, facts, names, numbers) {
    const first = firstArticle(head);
    const articles = numbers.filter((number) => number >= first).map((number) => number - first);
    const label = new Map(head.kinds.map((kind) => [kind[0], kind[3]]));
    const kinds = counted(numbers.map((number) => kindOf(head, number).name));
    const found = { kind: kinds.map((one) => ({ ...one, name: label.get(one.id) })) };
    for (const column of columnsOf(facts)) {
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

  root.wenzhaiFacets = { filter, count, kindOf };
})(globalThis);
