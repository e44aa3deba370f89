/* Coded text -> text. wenzhai/search/codes.py says how it is written. */
(function (root) {
  "use strict";

  const MARK = "~".charCodeAt(0);
  const SINGLE = 40;
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

  function decode(coded, alphabet) {
    const units = new Uint16Array(coded.length);
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
      units[length++] = alphabet.charCodeAt(rank);
    }
    let text = "";
    for (let at = 0; at < length; at += CHUNK) {
      text += String.fromCharCode.apply(null, units.subarray(at, Math.min(at + CHUNK, length)));
    }
    return text;
  }

  root.wenzhaiCodes = { decode };
})(globalThis);
