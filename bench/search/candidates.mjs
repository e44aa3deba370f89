/* Candidates for the search engine, on the same articles and queries.
 *
 *     node --expose-gc bench/search/candidates.mjs ARTICLES.json
 *
 * ARTICLES.json is what candidates.py writes: {articles: [text], queries: [query]}. Measured for each:
 * size of what a reader downloads before the first answer (gzip), time until ready, median and
 * worst time of a query, memory, and whether it found exactly the articles that hold the query.
 * MiniSearch must be installed beside: npm install minisearch@7.2.0 */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { gzipSync } from "node:zlib";

const require = createRequire(process.cwd() + "/");
const { articles, queries } = JSON.parse(readFileSync(process.argv[2], "utf8"));
const bare = (text) => text.normalize("NFKC").toLowerCase().replace(/[^\p{L}\p{N}\n]/gu, "");
const folded = articles.map(bare);
const truth = queries.map((query) => new Set(folded.flatMap((text, i) => (text.includes(bare(query)) ? [i] : []))));

const grams = (text, lengths) => {
  const found = [];
  for (const line of text.split("\n")) {
    for (const length of lengths) {
      for (let i = 0; i + length <= line.length; i += 1) found.push(line.slice(i, i + length));
    }
  }
  return found;
};

const CANDIDATES = {
  "plain scan": {
    make: () => JSON.stringify(articles),
    open: (data) => JSON.parse(data).map(bare),
    ask: (texts, query) => texts.flatMap((text, i) => (text.includes(bare(query)) ? [i] : [])),
  },
  "MiniSearch, 1- and 2-grams": {
    make: () => {
      const MiniSearch = require("minisearch");
      const index = new MiniSearch(OPTIONS);
      index.addAll(articles.map((text, id) => ({ id, text })));
      return JSON.stringify(index);
    },
    open: (data) => require("minisearch").loadJSON(data, OPTIONS),
    ask: (index, query) => {
      const text = bare(query);
      const terms = text.length === 1 ? [text] : grams(text, [2]);
      return index.search(terms.join(" "), { tokenize: (q) => q.split(" "), combineWith: "AND" }).map((hit) => hit.id);
    },
  },
  "bigram lists, no text": {
    make: () => {
      const lists = new Map();
      folded.forEach((text, i) => {
        for (const gram of new Set(grams(text, [1, 2]))) {
          if (!lists.has(gram)) lists.set(gram, []);
          lists.get(gram).push(i);
        }
      });
      for (const list of lists.values()) for (let i = list.length - 1; i > 0; i -= 1) list[i] -= list[i - 1];
      return JSON.stringify(Object.fromEntries(lists));
    },
    open: (data) => JSON.parse(data),
    ask: (lists, query) => {
      const text = bare(query);
      let found = null;
      for (const gram of text.length === 1 ? [text] : grams(text, [2])) {
        let at = 0;
        const own = (lists[gram] || []).map((gap) => (at += gap));
        const set = new Set(own);
        found = found ? found.filter((i) => set.has(i)) : own;
      }
      return found || [];
    },
  },
};
const OPTIONS = { fields: ["text"], tokenize: (text) => grams(bare(text), [1, 2]), processTerm: (term) => term };

for (const [name, { make, open, ask }] of Object.entries(CANDIDATES)) {
  let data;
  try {
    data = make();
  } catch (error) {
    console.log(name, "|", articles.length, "| fails:", error.message);
    continue;
  }
  const gzip = gzipSync(data, { level: 9 }).length;
  globalThis.gc();
  const before = process.memoryUsage();
  let start = performance.now();
  const opened = open(data);
  const ready = performance.now() - start;
  globalThis.gc();
  const after = process.memoryUsage();
  const times = [];
  let exact = 0;
  let surplus = 0;
  let missed = 0;
  queries.forEach((query, i) => {
    start = performance.now();
    const found = new Set(ask(opened, query));
    times.push(performance.now() - start);
    const extra = Array.from(found).filter((id) => !truth[i].has(id)).length;
    const lacking = Array.from(truth[i]).filter((id) => !found.has(id)).length;
    exact += extra + lacking === 0 ? 1 : 0;
    surplus += extra;
    missed += lacking;
  });
  times.sort((a, b) => a - b);
  const memory = after.heapUsed + after.external - before.heapUsed - before.external;
  console.log(
    [name, articles.length, (gzip / 1e6).toFixed(2) + " MB gzip", ready.toFixed(0) + " ms to open",
      times[times.length >> 1].toFixed(1) + " ms median", times[times.length - 1].toFixed(1) + " ms worst",
      (memory / 1e6).toFixed(0) + " MB", exact + "/" + queries.length + " exact", surplus + " wrong", missed + " missed"].join(" | "),
  );
}
