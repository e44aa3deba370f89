/* What the reader typed -> words, and each word -> a regular expression over printed text.
 *
 * Full width and half width, and upper and lower case, count as the same. White space never
 * counts, except one space between Latin letters or digits. Punctuation is skipped when the
 * word has none of its own, but not between Latin letters or digits: 35 does not find 3.5.
 * No expression crosses a line end, and paragraphs are lines. wenzhai/search/fold.py folds
 * the same way for the index: change both together. */
(function (root) {
  "use strict";

  const UNSEEN = "\\u00ad\\u200b-\\u200f\\u2060"; // without width, as white space
  const BLANK = "[\\t\\v\\f\\r \\u00a0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000\\ufeff" + UNSEEN + "]";
  const DROPPED = "[\"`|\\\\＂｀｜＼]"; // never part of an index key, not even between letters
  const SKIPPED = "(?:" + BLANK + "|" + DROPPED + "|(?![%‰@#&％＠＃＆])\\p{P}|[~^～＾])";
  const IS_SKIPPED = new RegExp("^" + SKIPPED + "$", "u");
  const IS_DROPPED = new RegExp("^" + DROPPED + "$", "u");
  const IS_UNSEEN = new RegExp("[\\ufeff" + UNSEEN + "]");
  const IS_ALPHANUMERIC = /^[0-9a-z]$/;
  const MARKS = 0xd0000; // index keys have punctuation there, where no text has characters
  const isInEmptyPlane = (code) => code >= 0x40000 && code < 0xe0000;
  const SPECIAL = /[\\^$.*+?()[\]{}|/-]/g;

  /** One character in half width and lower case. */
  function foldCharacter(character) {
    const code = character.codePointAt(0);
    if (isInEmptyPlane(code)) return "\ufffd";
    if (code >= 0xff01 && code <= 0xff5e) character = String.fromCharCode(code - 0xfee0);
    else if (code === 0x3000 || IS_UNSEEN.test(character)) character = " ";
    const lower = character.toLowerCase();
    return Array.from(lower).length === 1 ? lower : character;
  }

  /** Characters of `text` in half width and lower case, without idle white space; with
   * `isBare` also without idle punctuation. */
  function fold(text, isBare) {
    const kept = [];
    let run = [];
    for (const character of Array.from(text, foldCharacter)) {
      if (/\s/.test(character)) {
        if (run[run.length - 1] !== " ") run.push(" ");
      } else if (IS_SKIPPED.test(character)) {
        if (!isBare || !IS_DROPPED.test(character)) run.push(character);
      } else {
        flush(kept, run, character, isBare);
        run = [];
        kept.push(character);
      }
    }
    if (!isBare) kept.push(...run.filter((character) => character !== " "));
    return kept;
  }

  function flush(kept, run, next, isBare) {
    const last = kept[kept.length - 1];
    const isBetween = IS_ALPHANUMERIC.test(last || "") && IS_ALPHANUMERIC.test(next);
    const isSpace = run.length === 1 && run[0] === " ";
    if (isBetween && (isBare || isSpace)) kept.push(...run);
    else if (!isBare) kept.push(...run.filter((character) => character !== " "));
  }

  /** Every printed character that folds to `character`, as part of an expression. */
  function variants(character) {
    if (character === " ") return BLANK + "+";
    const upper = character.toUpperCase();
    const forms = new Set([character]);
    if (Array.from(upper).length === 1 && foldCharacter(upper) === character) forms.add(upper);
    for (const form of Array.from(forms)) {
      const code = form.codePointAt(0);
      if (code >= 0x21 && code <= 0x7e) forms.add(String.fromCharCode(code + 0xfee0));
    }
    const escaped = Array.from(forms, (form) => form.replace(SPECIAL, "\\$&"));
    return escaped.length === 1 ? escaped[0] : "[" + escaped.join("") + "]";
  }

  /** A character of an index key for text with punctuation; "" where the index has none. */
  function key(character) {
    if (!IS_SKIPPED.test(character) || character === " ") return character;
    const code = character.codePointAt(0);
    return code <= 0xffff ? String.fromCodePoint(MARKS + code) : "";
  }

  /** A word with its expression: {text, isExcluded, bare, keys, isPunctuated, source}; `bare` and
   * `keys` are the characters of the word and those that the index is asked for. */
  function word(text, isExcluded) {
    const bare = fold(text, true);
    const full = fold(text, false);
    const isPunctuated = full.join("") !== bare.join("");
    const sought = isPunctuated ? full : bare;
    const idle = isPunctuated ? BLANK + "*" : SKIPPED + "*";
    const tight = isPunctuated ? "" : DROPPED + "*";
    const keys = isPunctuated ? full.map(key) : bare;
    let source = "";
    sought.forEach((character, i) => {
      const last = sought[i - 1];
      if (i > 0) {
        source += isTight(last, character, isPunctuated) ? tight : idle;
      }
      source += variants(character);
    });
    return { text, isExcluded, bare, keys, isPunctuated, source };
  }

  /** Whether nothing may stand between two characters that are sought one after the other. */
  function isTight(last, next, isPunctuated) {
    const isLatin = (character) => character === " " || IS_ALPHANUMERIC.test(character);
    if (isLatin(last) && isLatin(next)) return true;
    return !isPunctuated && (IS_SKIPPED.test(last) || IS_SKIPPED.test(next)); // the point of 3.5
  }

  const CLOSING = { '"': /["＂]/, "＂": /["＂]/, "“": /[”"]/ };

  /** Words of a query: divided by white space, "quoted" phrases whole, -words excluded.
   * A quotation mark inside a word, or one that nothing closes, is sought as printed. */
  function parse(query) {
    const text = query.trim();
    const found = [];
    let at = 0;
    while (at < text.length) {
      if (/\s/.test(text[at])) {
        at += 1;
        continue;
      }
      let start = at;
      const isExcluded = /[-－]/.test(text[at]) && /\S/.test(text[at + 1] || "");
      if (isExcluded) start += 1;
      let end = phraseEnd(text, start);
      let content = text.slice(start + 1, end - 1);
      if (end === 0 || fold(content, false).length === 0) {
        end = start;
        while (end < text.length && !/\s/.test(text[end])) end += 1;
        content = text.slice(start, end);
      }
      found.push({ content, isExcluded });
      at = end;
    }
    if (found.every((part) => part.isExcluded)) {
      return text ? [word(text, false)].filter((one) => one.source) : []; // -5 alone is no exclusion
    }
    return found.map((part) => word(part.content, part.isExcluded)).filter((one) => one.source);
  }

  /** Where the phrase that opens at `start` ends, its closing mark included; 0 for no phrase. */
  function phraseEnd(text, start) {
    const closing = CLOSING[text[start]];
    if (!closing) return 0;
    const length = text.slice(start + 1).search(closing);
    if (length < 0) return 0;
    const end = start + 1 + length + 1;
    return end === text.length || /\s/.test(text[end]) ? end : 0;
  }

  root.wenzhaiQuery = { parse, fold, word };
})(globalThis);
