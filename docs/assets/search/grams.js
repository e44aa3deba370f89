/* A word -> the units that hold it, from lists that are read only as far as needed.
 *
 * A unit is one part (headline stack, lead, rest) of one document; names are no units. The shards list the units
 * of every single character, and of a longer run of characters only when its two halves
 * (without its last, without its first character) share more than `head.unlisted` units: the
 * list then picks from those shared ones. So a run that should be listed and is not stands
 * nowhere, and one that need not be listed has so few candidates that their text can be read.
 * wenzhai/search/grams.py writes what is read here. */
(function (root) {
  "use strict";

  const SYMBOLS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  const VALUES = new Int8Array(128).fill(-1);
  Array.from(SYMBOLS, (symbol, value) => (VALUES[symbol.charCodeAt(0)] = value));
  const COMPLEMENT = 32; // flag in a list's first symbol: the list names those left out

  const SHARDS_KEPT = 48; // parsed; a query of twelve characters asks for some twenty

  let ranks = new Int32Array(0); // room for what one list says, used again and again

  /** Units of `shared` that `list` picks: Rice-coded gaps between their ranks. */
  function decode(list, shared) {
    if (ranks.length < shared.length) ranks = new Int32Array(shared.length);
    const first = VALUES[list.charCodeAt(0)];
    const width = first & 31;
    const isComplement = (first & COMPLEMENT) !== 0;
    let count = 0;
    let rank = -1;
    let quotient = 0;
    let rest = -1; // bits of the remainder still to read; -1 while in the unary part
    let remainder = 0;
    for (let at = 1; at < list.length; at += 1) {
      const value = VALUES[list.charCodeAt(at)];
      for (let bit = 5; bit >= 0; bit -= 1) {
        const one = (value >> bit) & 1;
        if (rest < 0) {
          if (one) {
            quotient += 1;
            continue;
          }
          rest = width;
        } else {
          remainder = remainder * 2 + one;
          rest -= 1;
        }
        if (rest === 0) {
          rank += 1 + quotient * 2 ** width + remainder;
          ranks[count++] = rank;
          quotient = remainder = 0;
          rest = -1;
        }
      }
    }
    return isComplement ? without(shared, count) : only(shared, count);
  }

  function only(shared, count) {
    const units = new Int32Array(count);
    for (let i = 0; i < count; i += 1) units[i] = shared[ranks[i]];
    return units;
  }

  function without(shared, count) {
    const units = new Int32Array(shared.length - count);
    let leftOut = 0;
    for (let rank = 0; rank < shared.length; rank += 1) {
      if (leftOut < count && ranks[leftOut] === rank) leftOut += 1;
      else units[rank - leftOut] = shared[rank];
    }
    return units;
  }

  /** What both sorted lists hold. */
  function intersect(one, other) {
    const both = new Int32Array(Math.min(one.length, other.length));
    let count = 0;
    let i = 0;
    let j = 0;
    while (i < one.length && j < other.length) {
      if (one[i] < other[j]) i += 1;
      else if (one[i] > other[j]) j += 1;
      else {
        both[count++] = one[i];
        i += 1;
        j += 1;
      }
    }
    return both.slice(0, count);
  }

  /** A shard's text -> Map from run to list. Groups are lines: the runs' common beginning, "`",
   * then last characters with their lists, "|" before a last character that is ASCII. */
  function parseShard(text) {
    const lists = new Map();
    for (const line of text.split("\n")) {
      const mark = line.indexOf("`");
      const beginning = line.slice(0, mark);
      let at = mark + 1;
      while (at < line.length) {
        if (line[at] === "|") at += 1;
        const last = String.fromCodePoint(line.codePointAt(at));
        const start = at + last.length;
        at = start;
        while (at < line.length && line[at] !== "|" && line.charCodeAt(at) < 128) at += 1;
        lists.set(beginning + last, line.slice(start, at));
      }
    }
    return lists;
  }

  /** Shards are in the order of (beginning, last character), by UTF-16 units. */
  function shardNumber(firsts, run) {
    const beginning = run.slice(0, -1).join("");
    const last = run[run.length - 1];
    let low = 0;
    let high = firsts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      const [first, firstLast] = firsts[middle];
      const isAfter = first > beginning || (first === beginning && firstLast > last);
      if (isAfter) high = middle - 1;
      else low = middle;
    }
    return low;
  }

  /** `find(characters)` -> promise of {units: sorted, isExact}; when not exact, `units` holds
   * all that may be right. */
  function finder(head, load) {
    const shards = new Map(); // by number; what was asked for last stands last
    const everywhere = new Int32Array(head.units).map((_, unit) => unit);

    function shard(number) {
      const lists = shards.get(number) || load("gram-" + number).then(parseShard);
      shards.delete(number);
      shards.set(number, lists);
      return lists;
    }

    async function find(characters) {
      let row = await Promise.all(
        characters.map(async (character) => {
          const list = await listOf([character]);
          return exact(list === undefined ? new Int32Array(0) : decode(list, everywhere));
        }),
      );
      let length = 1;
      while (row.length > 1) {
        length += 1;
        row = await Promise.all(
          row.slice(1).map((next, i) => join(row[i], next, characters.slice(i, i + length))),
        );
      }
      return row[0];
    }

    async function join(first, next, run) {
      const shared = intersect(first.units, next.units);
      if (!first.isExact || !next.isExact) return { units: shared, isExact: false };
      if (shared.length <= head.unlisted || run.length > head.longest) {
        return { units: shared, isExact: shared.length === 0 };
      }
      const list = await listOf(run);
      return exact(list === undefined ? new Int32Array(0) : decode(list, shared));
    }

    const exact = (units) => ({ units, isExact: true });

    async function listOf(run) {
      const lists = await shard(shardNumber(head.firsts, run));
      return lists.get(run.join(""));
    }

    /** Forgets what was not asked for lately; never while a search is under way. */
    find.trim = () => Array.from(shards.keys()).slice(0, -SHARDS_KEPT).forEach((n) => shards.delete(n));

    return find;
  }

  root.wenzhaiGrams = { finder, decode };
})(globalThis);
