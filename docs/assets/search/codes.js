/* Coded text -> text. wenzhai/search/codes.py says how it is written. */
(function (root) {
  "use strict";

  const MARK = "~".charCodeAt(0);
  const SINGLE = 40;
  const LONGEST = 4; // code units that one symbol may stand for
  const CHUNK = 8192; // code units made into a string at once
  const VALUES = new Uint8Array(128);
  let count = 0;
  for (let code = 0x20; code < 0x7f; code += 1) {
    if (!'"\\~'.includes(String.fromCharCode(code))) {
      VALUES[code] = count;
      count += 1;
    }
  }
  const SYMBOLS = count;

  /** Words and characters by rank -> `decode(coded)`. */
  function decoder(alphabet) {
    const pieces = alphabet.join("");
    const starts = new Uint16Array(alphabet.length + 1);
    alphabet.forEach((piece, rank) => (starts[rank + 1] = starts[rank] + piece.length));
    const letters = Uint16Array.from(pieces, (letter) => letter.charCodeAt(0));

    return function decode(coded) {
      const units = new Uint16Array(coded.length * LONGEST);
      let length = 0;
      for (let at = 0; at < coded.length; at += 1) {
        const code = coded.charCodeAt(at);
        if (code === MARK) {
          at += 1;
          units[length++] = coded.charCodeAt(at);
          const isPair = (units[length - 1] & 0xfc00) === 0xd800;
          if (isPair) units[length++] = coded.charCodeAt((at += 1));
          continue;
        }
        let rank = VALUES[code];
        if (rank >= SINGLE) rank = SINGLE + (rank - SINGLE) * SYMBOLS + VALUES[coded.charCodeAt((at += 1))];
        for (let from = starts[rank]; from < starts[rank + 1]; from += 1) units[length++] = letters[from];
      }
      let text = "";
      for (let at = 0; at < length; at += CHUNK) {
        text += String.fromCharCode.apply(null, units.subarray(at, Math.min(at + CHUNK, length)));
      }
      return text;
    };
  }

  root.wenzhaiCodes = { decoder };
})(globalThis);
