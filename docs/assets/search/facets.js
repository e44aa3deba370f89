/* Narrowing a result by person, region, topic, genre, source page and date; counts follow.
 *
 * `facts` gives for each article: persons, regions with all above them, topics, genre. */
(function (root) {
  "use strict";

  const LISTS = ["person", "region", "topic"]; // in the order of a row of facts.rows
  const SHOWN = 12; // values offered for one facet

  function firstArticle(head) {
    return head.kinds[head.kinds.length - 1][1];
  }

  /** `filters` -> a test of document numbers. Several values of one filter must all be true. */
  function filter(head, facts, filters) {
    const first = firstArticle(head);
    const tests = [];
    LISTS.forEach((name, column) => {
      for (const value of [].concat(filters[name] || [])) {
        const wanted = facts[name].findIndex(([id]) => id === value);
        tests.push((row) => row[column].includes(wanted));
      }
    });
    for (const [name, column] of [["genre", 3], ["page", 4]]) {
      if (!filters[name]) continue;
      const wanted = facts[name].findIndex(([id]) => id === filters[name]);
      tests.push((row) => row[column] === wanted);
    }
    if (filters.from) tests.push((row) => row[5] >= filters.from.slice(0, row[5].length) && row[5] !== "");
    if (filters.to) tests.push((row) => row[5].slice(0, filters.to.length) <= filters.to && row[5] !== "");
    return (number) => {
      if (filters.kind && kindOf(head, number) !== filters.kind) return false;
      if (tests.length === 0) return true;
      return number >= first && tests.every((test) => test(facts.rows[number - first]));
    };
  }

  function kindOf(head, number) {
    let kind = head.kinds[0][0];
    for (const [name, first] of head.kinds) if (number >= first) kind = name;
    return kind;
  }

  /** How many of the documents bear each value: {person: [{id, name, count}], ..., kind: [...]}. */
  function count(head, facts, numbers) {
    const first = firstArticle(head);
    const counts = { kind: new Map(), person: new Map(), region: new Map(), topic: new Map() };
    Object.assign(counts, { genre: new Map(), page: new Map(), year: new Map() });
    const add = (name, key) => counts[name].set(key, (counts[name].get(key) || 0) + 1);
    for (const number of numbers) {
      add("kind", kindOf(head, number));
      if (number < first) continue;
      const row = facts.rows[number - first];
      LISTS.forEach((name, column) => row[column].forEach((value) => add(name, value)));
      add("genre", row[3]);
      add("page", row[4]);
      if (row[5]) add("year", row[5].slice(0, 4));
    }
    const found = {};
    for (const [name, values] of Object.entries(counts)) {
      const rows = Array.from(values, ([key, total]) => {
        const [id, label] = facts[name] ? facts[name][key] : [key, key];
        return { id, name: label, count: total, order: key };
      });
      const isBefore = (a, b) => b.count - a.count || (a.order < b.order ? -1 : 1);
      found[name] = rows.sort(isBefore).slice(0, SHOWN).map(({ id, name: label, count: total }) => ({ id, name: label, count: total }));
    }
    return found;
  }

  root.wenzhaiFacets = { filter, count };
})(globalThis);
