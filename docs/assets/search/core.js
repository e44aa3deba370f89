/* The search itself: (query, options) -> promise of hits. No DOM: any JavaScript engine runs it.
 *
 * `wenzhaiSearch.engine(load)` gives the function `search`; `load(name)` is a promise of what
 * the file assets/generated/search/<name>.js hands to `wenzhaiSearchShard(name, data)`.
 * Documents are numbered in the order in which equals are shown: persons, regions ... and last
 * articles from new to old. Up to about 2,000 articles all text is read and scanned; beyond, lists
 * (grams.js) leave few documents whose text must be read. Either way the text decides. */
(function (root) {
  "use strict";

  const HEADLINE = 0; // levels, best first
  const NAME = 1; // of a person, region ...: longer than what is sought
  const LEAD = 2;
  const REST = 3;
  const ASIDE = 4; // roles of a person, path of a region; all that a newspaper page is
  const NONE = 255;
  const NAMED = -1; // a person, region ... of exactly this name: before all levels
  const SNIPPET_BEFORE = 24; // characters shown before the first mark
  const SNIPPET_LENGTH = 110; // about three lines of a result on a phone
  const shardOf = root.wenzhaiTexts.shardOf;
  const UNTITLED_LENGTH = 16; // non-white characters that stand for a missing headline

  function engine(load) {
    const files = new Map();
    const file = (name) => {
      if (!files.has(name)) files.set(name, load(name));
      return files.get(name);
    };
    let find; // lists of a large digest, made on first use

    const texts = root.wenzhaiTexts.shelf(load, openDocument);
    const { documents } = texts;

    /** Level of every document for one word, and whether the text must still decide. */
    async function levelsOf(head, word) {
      const levels = new Uint8Array(head.documents).fill(NONE);
      if (!head.isLarge) {
        documents.forEach((document, number) => (levels[number] = levelIn(document, word)));
        return { levels, isOpen: () => false };
      }
      const [{ names }, { units, isExact }] = await Promise.all([file("names"), unitsOf(head, word)]);
      const articles = head.documents - names.length;
      for (const unit of units) {
        const level = [HEADLINE, LEAD][Math.floor(unit / articles)] ?? REST;
        const number = level === REST ? unit - 2 * articles : names.length + (unit % articles);
        levels[number] = Math.min(levels[number], number < names.length ? ASIDE : level);
      }
      const isNamed = new Uint8Array(head.documents);
      const pattern = new RegExp(word.source, "u");
      names.forEach((lines, number) => {
        if (!pattern.test(lines)) return;
        levels[number] = root.wenzhaiFacets.kindOf(head, number).isLast ? ASIDE : NAME;
        isNamed[number] = 1;
      });
      return { levels, isOpen: (number) => !isExact && levels[number] !== NONE && !isNamed[number] };
    }

    /** What the lists say. Rare marks are in no list: there the letters around them decide. */
    async function unitsOf(head, word) {
      find = find || root.wenzhaiGrams.finder(head, load);
      if (!word.keys.includes("")) return find(word.keys);
      if (word.bare.length > 0) return { units: (await find(word.bare)).units, isExact: false };
      return { units: Array.from({ length: head.units }, (_, unit) => unit), isExact: false };
    }

    /** Documents that hold all sought words and no excluded one: Map from number to level. */
    async function match(head, words, isAllowed) {
      if (!head.isLarge) await texts.readAll(head);
      const found = await Promise.all(words.map((word) => levelsOf(head, word)));
      const possible = [];
      for (let number = 0; number < head.documents; number += 1) {
        if (!isAllowed(number)) continue;
        const isPossible = words.every((word, i) => {
          const isThere = found[i].levels[number] !== NONE;
          return word.isExcluded ? !isThere || found[i].isOpen(number) : isThere;
        });
        if (isPossible) possible.push(number);
      }
      await texts.read(
        head,
        possible.filter((number) => found.some((one) => one.isOpen(number))),
      );
      const levels = new Map();
      for (const number of possible) {
        let level = HEADLINE;
        words.forEach((word, i) => {
          const one = found[i];
          const own = one.isOpen(number) ? levelIn(documents[number], word) : one.levels[number];
          if (word.isExcluded) level = own === NONE ? level : NONE;
          else level = Math.max(level, own);
        });
        if (level !== NONE) levels.set(number, level);
      }
      return levels;
    }

    const folded = []; // names by document, as far as they were sought

    function namesOf(names, number) {
      const fold = (name) => root.wenzhaiQuery.fold(name, true).join("");
      folded[number] = folded[number] || names[number].split("\n").map(fold);
      return folded[number];
    }

    /** Numbers in the order shown: named so, then by level, then as numbered. */
    async function rank(words, levels) {
      const sought = words.filter((word) => !word.isExcluded);
      if (sought.length === 1) {
        const { names } = await file("names");
        const bare = sought[0].bare.join("");
        for (const number of levels.keys()) {
          if (number < names.length && namesOf(names, number).includes(bare)) levels.set(number, NAMED);
        }
      }
      return Array.from(levels.keys()).sort((a, b) => levels.get(a) - levels.get(b) || a - b);
    }

    let underWay = 0;

    async function search(query, options) {
      underWay += 1;
      try {
        return await answer(query, options);
      } finally {
        const head = await file("head");
        underWay -= 1;
        if (underWay === 0) {
          texts.trim(head); // with no wait before it in which another may begin
          if (find) find.trim();
        }
      }
    }

    async function answer(query, options) {
      const { filters, withFacets = false } = options || {};
      const limit = (options && options.limit) ?? Infinity;
      const head = await file("head");
      const words = root.wenzhaiQuery.parse(query);
      if (words.length === 0) return { total: 0, hits: [], groups: {}, near: [] };
      const facts = filters || withFacets ? await file("facts") : null;
      const isAllowed = filters ? root.wenzhaiFacets.filter(head, facts, filters) : () => true;
      const exact = await rank(words, await match(head, words, isAllowed));
      const shown = exact.map((number) => ({ number, match: "exact", words }));
      const seen = new Set(exact);
      const groups = {};
      const tools = { file, head, match: (other) => match(head, other, isAllowed), rank };
      for (const other of await root.wenzhaiForgive.others(query, words, tools)) {
        if (seen.has(other.number) || !isAllowed(other.number)) continue;
        seen.add(other.number);
        shown.push(other);
        groups[other.match] = (groups[other.match] || 0) + 1;
      }
      const near = shown.length === 0 ? await root.wenzhaiForgive.near(words, tools) : [];
      const wanted = shown.slice(0, limit);
      await texts.read(
        head,
        wanted.map((one) => one.number),
      );
      const hits = wanted.map((one) => hit(head, documents[one.number], one));
      const result = { total: exact.length, hits, groups, near };
      if (withFacets) {
        const { names } = await file("names");
        result.facets = root.wenzhaiFacets.count(head, facts, names, exact);
        result.labels = Object.fromEntries(head.kinds.map(([name, , , label]) => [name, label]));
      }
      return result;
    }

    /** Reads what every query needs; of a small digest that is all text. */
    search.ready = async () => {
      const [head] = await Promise.all(["head", "names", "traditional"].map(file));
      if (!head.isLarge) await texts.readAll(head);
    };
    return search;
  }

  /** A record of a text file: [id, date, page, lines of the headline stack, line of the
   * headline or -1, line of the lead or -1, coded text]. Lines are paragraphs. */
  function openDocument(head, number, record) {
    const [id, date, page, stack, headline, lead, coded] = record;
    head.decode = head.decode || root.wenzhaiCodes.decoder(head.alphabet);
    const text = head.decode(coded);
    const kind = root.wenzhaiFacets.kindOf(head, number);
    const starts = [0];
    for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) starts.push(at + 1);
    return { id, kind, date, page, stack, headline, lead, text, starts };
  }

  function levelOfLine(document, line) {
    if (document.kind.isLast) return ASIDE;
    if (document.kind.name !== "article") return line < document.stack ? NAME : ASIDE;
    if (line < document.stack) return HEADLINE;
    return line === document.lead ? LEAD : REST;
  }

  function levelIn(document, word) {
    let best = NONE;
    word.pattern = word.pattern || new RegExp(word.source, "gu");
    word.pattern.lastIndex = 0;
    for (let found = word.pattern.exec(document.text); found; found = word.pattern.exec(document.text)) {
      const line = shardOf(document.starts, found.index);
      best = Math.min(best, levelOfLine(document, line));
      if (best <= NAME || (best === LEAD && line >= document.lead)) return best;
      const next = document.starts[line + 1];
      if (next === undefined) return best;
      word.pattern.lastIndex = next; // one hit a line decides
    }
    return best;
  }

  /** Places of the sought words in a document: [[start, end], ...], sorted, not overlapping. */
  function places(document, words) {
    const found = [];
    for (const word of words) {
      if (word.isExcluded) continue;
      for (const one of document.text.matchAll(new RegExp(word.source, "gu"))) {
        found.push([one.index, one.index + one[0].length]);
      }
    }
    found.sort((a, b) => a[0] - b[0] || b[1] - a[1]);
    let reached = 0;
    return found.filter(([start, end]) => {
      const isApart = start >= reached;
      if (isApart) reached = end;
      return isApart;
    });
  }

  function lineText(document, line) {
    const next = document.starts[line + 1];
    return document.text.slice(document.starts[line], next === undefined ? undefined : next - 1);
  }

  function titleOf(document) {
    if (document.headline >= 0) return lineText(document, document.headline);
    const body = document.text.slice(document.starts[document.stack] || 0).replace(/\s/g, "");
    return (root.wenzhaiWords ? root.wenzhaiWords.untitled : "") + Array.from(body).slice(0, UNTITLED_LENGTH).join("");
  }

  function hit(head, document, { match, words }) {
    const marks = places(document, words);
    const inBody = marks.find(([start]) => start >= (document.starts[document.stack] || 0) && document.stack < document.starts.length);
    const line = inBody ? shardOf(document.starts, inBody[0]) : Math.min(Math.max(document.lead, document.stack), document.starts.length - 1);
    const cut = snippet(document, line, marks);
    const { kind } = document;
    const isArticle = kind.name === "article";
    return {
      url: kind.folder + "/" + document.id + ".html",
      title: titleOf(document),
      kind: kind.name,
      label: kind.label,
      id: document.id,
      match,
      snippet: cut.text,
      marks: cut.marks,
      anchor: isArticle && inBody ? "p" + (line - document.stack + 1) : "",
      count: marks.length,
      date: document.date,
      page: isArticle ? { name: head.pages[document.page][0], url: "pages/" + head.pages[document.page][1] + ".html" } : null,
      words: words.filter((word) => !word.isExcluded).map((word) => word.text),
    };
  }

  /** Part of a line around its first mark, with the marks inside it. */
  function snippet(document, line, marks) {
    const text = lineText(document, line);
    const offset = document.starts[line];
    const own = marks.map(([start, end]) => [start - offset, end - offset]).filter(([start, end]) => start >= 0 && end <= text.length);
    const isShort = text.length <= SNIPPET_LENGTH;
    let start = own.length && !isShort ? Math.max(0, own[0][0] - SNIPPET_BEFORE) : 0;
    let end = Math.min(text.length, Math.max(start + SNIPPET_LENGTH, own.length ? own[0][1] : 0));
    if (isLow(text, start)) start -= 1;
    if (isLow(text, end)) end += 1;
    const before = start > 0 ? "…" : "";
    const kept = own.filter((mark) => mark[0] >= start && mark[1] <= end);
    return {
      text: before + text.slice(start, end) + (end < text.length ? "…" : ""),
      marks: kept.map((mark) => [mark[0] - start + before.length, mark[1] - start + before.length]),
    };
  }

  const isLow = (text, at) => text.charCodeAt(at) >= 0xdc00 && text.charCodeAt(at) <= 0xdfff;

  root.wenzhaiSearch = { engine };
})(globalThis);
