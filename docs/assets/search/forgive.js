/* What else a query may mean: traditional characters, pinyin and initials, former names.
 *
 * Nothing here changes what is counted: such hits stand after the exact ones and say how they
 * were found. `tools` is the engine's: {file, head, match, rank}. */
(function (root) {
  "use strict";

  const INITIALS_MIN = 4; // letters; fewer initials stand in too many headlines by chance
  const NEAR_MAX = 5; // suggestions when nothing is found
  const LEFT_OUT_MAX = 4; // characters left out of a word that is not found
  const MARK = "(?:\\s|(?![%‰@#&])\\p{P})";
  const PART = new RegExp("(?:[0-9A-Za-z]" + MARK + "+(?=[0-9A-Za-z])|(?!" + MARK + ")[^])+", "gu");
  const IS_LATIN = /^[\x20-\x7e]$/; // also what stands inside a number: 3.5

  /** Further documents, best first: [{number, match, words}]. */
  async function others(query, words, tools) {
    const found = [];
    for (const way of [traditional, pinyin, former]) found.push(...(await way(query, words, tools)));
    return found;
  }

  async function traditional(query, words, tools) {
    if (!/[^\x00-\xff]/.test(query)) return [];
    const simplified = toSimplified(query, await tools.file("traditional"));
    if (simplified === query) return [];
    const meant = root.wenzhaiQuery.parse(simplified);
    const numbers = await tools.rank(meant, await tools.match(meant));
    return numbers.map((number) => ({ number, match: "traditional", words: meant }));
  }

  /** Longest phrase first, then single characters, as OpenCC does. */
  function toSimplified(text, table) {
    if (!table.single) {
      const characters = Array.from(table.characters);
      table.single = new Map();
      for (let i = 0; i < characters.length; i += 2) table.single.set(characters[i], characters[i + 1]);
      table.whole = new Map(table.phrases);
      table.longest = Math.max(...table.phrases.map(([phrase]) => Array.from(phrase).length));
    }
    const characters = Array.from(text);
    let made = "";
    for (let at = 0; at < characters.length; ) {
      let length = Math.min(table.longest, characters.length - at);
      while (length > 1 && !table.whole.has(characters.slice(at, at + length).join(""))) length -= 1;
      const phrase = characters.slice(at, at + length).join("");
      made += length > 1 ? table.whole.get(phrase) : table.single.get(phrase) || phrase;
      at += length;
    }
    return made;
  }

  /** Letters of a query in pinyin, "" when it holds anything else: "Shí Bānglín" -> "shibanglin". */
  function letters(query) {
    const plain = query
      .normalize("NFKC")
      .toLowerCase()
      .normalize("NFD")
      .replace(/u\u0308/g, "v")
      .replace(/ü/g, "v")
      .replace(/[\u0300-\u036f]/g, "");
    return /^[a-z' ]+$/.test(plain) ? plain.replace(/[' ]/g, "") : "";
  }

  async function pinyin(query, words, tools) {
    const sought = letters(query);
    if (sought.length < 2) return [];
    const [{ names }, readings] = await Promise.all([tools.file("names"), tools.file("readings")]);
    const read = reader(readings);
    const found = [];
    names.forEach((lines, number) => {
      const isRegion = root.wenzhaiFacets.kindOf(tools.head, number).name === "region";
      lines.split("\n").some((name, line) => {
        const characters = Array.from(name);
        const length = nameLength(sought, read(characters, number, line), isRegion);
        if (length) found.push(hitOf(number, characters.slice(0, length)));
        return length > 0;
      });
    });
    readings.titles.forEach((title, i) => {
      const characters = Array.from(title);
      const number = names.length + i;
      const part = titlePart(sought, read(characters, number, 0), characters);
      if (part) found.push(hitOf(number, part));
    });
    return found;
  }

  function hitOf(number, characters) {
    return { number, match: "pinyin", words: [root.wenzhaiQuery.word(characters.join(""), false)] };
  }

  function reader(readings) {
    if (!readings.special) {
      readings.special = new Map();
      for (const [number, line, at, reading] of readings.others) {
        readings.special.set(number + " " + line + " " + at, reading);
      }
    }
    return (characters, number, line) =>
      characters.map((character, at) => {
        const special = readings.special.get(number + " " + line + " " + at);
        return special || readings.usual[character] || character.toLowerCase();
      });
  }

  /** How many characters of a name `sought` spells, from its first; 0 for none. Each syllable
   * whole or by its initial; initials alone must spell the whole name, but for a region's last
   * character. */
  function nameLength(sought, syllables, isRegion) {
    const whole = isRegion && syllables.length > 2 ? syllables.length - 1 : syllables.length;
    const spell = (at, left, hasWhole) => {
      if (left === "") {
        const isEnough = hasWhole ? at >= Math.min(2, syllables.length) : at >= whole;
        return isEnough ? at : 0;
      }
      if (at === syllables.length) return 0;
      const syllable = syllables[at];
      const asWhole = left.startsWith(syllable) && spell(at + 1, left.slice(syllable.length), true);
      return asWhole || (left[0] === syllable[0] && spell(at + 1, left.slice(1), hasWhole)) || 0;
    };
    return syllables.length > 1 ? spell(0, sought, false) : 0;
  }

  /** Characters of a headline that `sought` spells: all by whole syllables, or all by initials. */
  function titlePart(sought, syllables, characters) {
    if (sought.length >= INITIALS_MIN) {
      const at = syllables.map((syllable) => syllable[0]).join("").indexOf(sought);
      if (at >= 0) return characters.slice(at, at + sought.length);
    }
    for (let start = 0; start < syllables.length; start += 1) {
      let spelt = "";
      for (let end = start; end < syllables.length && spelt.length < sought.length; end += 1) {
        spelt += syllables[end];
        if (spelt === sought && end > start) return characters.slice(start, end + 1);
        if (!sought.startsWith(spelt)) break;
      }
    }
    return null;
  }

  async function former(query, words, tools) {
    if (words.length !== 1 || words[0].isExcluded) return [];
    const { names, former: rows } = await tools.file("names");
    const bare = words[0].bare.join("");
    const meant = rows.filter(([name]) => root.wenzhaiQuery.fold(name, true).join("") === bare);
    return meant.map(([, number]) => {
      const present = root.wenzhaiQuery.word(names[number].split("\n")[0], false);
      return { number, match: "former", words: [present] };
    });
  }

  /** Queries that find something where this one found nothing, the nearest first. */
  async function near(words, tools) {
    const sought = words.filter((word) => !word.isExcluded);
    const found = [];
    const offer = async (text) => {
      const isFound = (await tools.match(root.wenzhaiQuery.parse(text))).size > 0;
      if (isFound) found.push(text);
      return isFound;
    };
    const parts = sought.length > 1 ? sought.map((word) => quoted(word.text)) : partsOf(sought[0]);
    const isWhole = sought.length === 1 && parts.length === 1;
    if (sought.length < words.length || !isWhole) await offer(parts.join(" "));
    if (sought.length === 1) {
      if (sought[0].isPunctuated && sought[0].bare.length > 0) await offer(sought[0].bare.join(""));
      found.push(...(await alikeNames(sought[0], tools)));
    }
    if (found.length > 0 && !isWhole) return distinct(found);
    for (const text of isWhole ? shortened(sought[0]) : parts) {
      if ((await offer(text)) && isWhole) break; // the longest part is the nearest
    }
    return distinct(found);
  }

  const distinct = (found) => Array.from(new Set(found)).slice(0, NEAR_MAX);
  const quoted = (text) => (/\s/.test(text) ? '"' + text + '"' : text);

  /** What stands between the punctuation and the spaces of a word; numbers stay whole. */
  const partsOf = (word) => word.text.match(PART) || [word.text];

  /** The word without its last, first, last two, first two ... characters, down to two. Numbers and
   * Latin words stay whole. */
  function shortened({ bare }) {
    const found = [];
    const isApart = (at) => !(IS_LATIN.test(bare[at - 1]) && IS_LATIN.test(bare[at]));
    for (let cut = 1; bare.length - cut >= 2 && cut <= LEFT_OUT_MAX; cut += 1) {
      if (isApart(bare.length - cut)) found.push(bare.slice(0, -cut).join(""));
      if (isApart(cut)) found.push(bare.slice(cut).join(""));
    }
    return found;
  }

  async function alikeNames(word, tools) {
    const { names } = await tools.file("names");
    if (word.bare.length < 2) return [];
    const first = names.map((lines) => lines.split("\n")[0]);
    return Array.from(new Set(first.filter((name) => isAlike(word.bare, Array.from(name))))).slice(0, NEAR_MAX);
  }

  /** Whether one character put in, left out or changed makes one the other. */
  function isAlike(one, other) {
    if (Math.abs(one.length - other.length) > 1) return false;
    let start = 0;
    while (start < one.length && start < other.length && one[start] === other[start]) start += 1;
    let end = 0;
    const shorter = Math.min(one.length, other.length) - start;
    while (end < shorter && one[one.length - 1 - end] === other[other.length - 1 - end]) end += 1;
    return Math.max(one.length, other.length) - start - end === 1;
  }

  root.wenzhaiForgive = { others, near };
})(globalThis);
