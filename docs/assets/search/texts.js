/* The documents of a digest by number, as far as their text was read: of a small one all, of a
 * large one those that were sought last, so that a long search does not fill the memory. */
(function (root) {
  "use strict";

  const FILES_KEPT = 64; // of text; a page of hits needs ten

  /** `load(name)` -> promise of a file; `open(head, number, record)` -> document. */
  function shelf(load, open) {
    const documents = [];
    const opened = new Map(); // by number of the file; what was asked for last stands last

    function readFile(head, number) {
      const file = opened.get(number) || openFile(head, number);
      opened.delete(number);
      opened.set(number, file);
      return file;
    }

    async function openFile(head, number) {
      const first = head.texts[number];
      const records = await load("text-" + number);
      records.forEach((record, i) => (documents[first + i] = open(head, first + i, record)));
    }

    const readAll = (head) => Promise.all(head.texts.map((_, number) => readFile(head, number)));

    function read(head, numbers) {
      const files = new Set(numbers.map((number) => shardOf(head.texts, number)));
      return Promise.all(Array.from(files, (number) => readFile(head, number)));
    }

    /** Forgets what was not asked for lately; never while a search is under way. */
    function trim(head) {
      if (!head.isLarge) return;
      for (const number of Array.from(opened.keys()).slice(0, -FILES_KEPT)) {
        opened.delete(number);
        documents.fill(undefined, head.texts[number], head.texts[number + 1]);
      }
    }

    return { documents, readAll, read, trim };
  }

  /** The last of some sorted first numbers that is not above a number. */
  function shardOf(firsts, number) {
    let low = 0;
    let high = firsts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (firsts[middle] > number) high = middle - 1;
      else low = middle;
    }
    return low;
  }

  root.wenzhaiTexts = { shelf, shardOf };
})(globalThis);
