/* A page opened from a hit (?h=words): marks the words and goes to the first of them. */
(function () {
  "use strict";

  const query = new URLSearchParams(location.search).get("h");
  const content = document.querySelector("article.md-content__inner");
  if (!query || !content) return;
  const patterns = wenzhaiQuery
    .parse(query)
    .filter((word) => !word.isExcluded)
    .map((word) => new RegExp(word.source, "gu"));

  /** Marks the hits in one block of text, across the links inside it. */
  function markBlock(block) {
    const nodes = [];
    const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const skipped = walker.currentNode.parentElement.closest(".headerlink, script, style, [aria-hidden=true]");
      if (!skipped) nodes.push(walker.currentNode);
    }
    const text = nodes.map((node) => node.data.replace(/\n/g, " ")).join("");
    const covered = new Set();
    for (const pattern of patterns) {
      for (const found of text.matchAll(pattern)) {
        for (let at = found.index; at < found.index + found[0].length; at += 1) covered.add(at);
      }
    }
    let offset = 0;
    for (const node of nodes) {
      const length = node.data.length;
      markNode(node, Array.from({ length }, (_, at) => covered.has(offset + at)));
      offset += length;
    }
  }

  function markNode(node, isCovered) {
    let end = isCovered.length;
    while (end > 0) {
      let start = end;
      while (start > 0 && isCovered[start - 1] === isCovered[end - 1]) start -= 1;
      if (isCovered[end - 1]) {
        const range = document.createRange();
        range.setStart(node, start);
        range.setEnd(node, end);
        const mark = document.createElement("mark");
        mark.className = "wenzhai-mark";
        range.surroundContents(mark);
      }
      end = start;
    }
  }

  const blocks = Array.from(content.querySelectorAll("h1, h2, h3, p, li, td, dd, dt, figcaption, blockquote"));
  blocks.filter((block) => !block.querySelector("p, li")).forEach(markBlock);
  const target = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
  const first = (target && target.querySelector("mark.wenzhai-mark")) || content.querySelector("mark.wenzhai-mark");
  if (first) first.scrollIntoView({ block: "center" });
})();
