/* What else a query may mean: traditional characters, pinyin and initials, former names. */
(function (root) {
  "use strict";

  /** Further documents, best first: [{number, match, words}]. `tools` is the engine's. */
  async function others() {
    return [];
  }

  /** Queries that would find something. */
  async function near() {
    return [];
  }

  root.wenzhaiForgive = { others, near };
})(globalThis);
