/* Hits -> elements, for the search box and for the results page. Text is never markup. */
(function (root) {
  "use strict";

  const WORDS = root.wenzhaiWords;

  function element(name, className, ...children) {
    const made = document.createElement(name);
    if (className) made.className = className;
    made.append(...children);
    return made;
  }

  /** `text` with the places of `marks` in <mark>. */
  function marked(text, marks) {
    const parts = [];
    let at = 0;
    for (const [start, end] of marks) {
      if (start < at) continue;
      parts.push(text.slice(at, start), element("mark", "", text.slice(start, end)));
      at = end;
    }
    return [...parts, text.slice(at)];
  }

  /** The title with the sought words in <mark>. */
  function title(hit) {
    const places = [];
    for (const word of hit.words) {
      const { source } = root.wenzhaiQuery.word(word, false);
      if (!source) continue;
      for (const one of hit.title.matchAll(new RegExp(source, "gu"))) {
        places.push([one.index, one.index + one[0].length]);
      }
    }
    return marked(hit.title, places.sort((a, b) => a[0] - b[0]));
  }

  /** A sentence with a number in its gap. */
  const filled = (sentence, count) => sentence.replace("{count}", count);

  function facts(hit) {
    const found = [hit.label];
    if (hit.date) found.push(hit.date);
    if (hit.page) found.push(hit.page.name);
    if (hit.kind === "article" && hit.count > 1) found.push(filled(WORDS.search_here, hit.count));
    const match = WORDS["search_match_" + hit.match];
    if (match) found.push(match);
    return found.join(" · ");
  }

  /** Where the words stand; nothing when that is only the title once more. */
  function snippet(hit, className) {
    return hit.snippet === hit.title ? "" : element("p", className, ...marked(hit.snippet, hit.marks));
  }

  /** One line that says how much was found, also read out. */
  function summary(found) {
    const others = Object.values(found.groups).reduce((sum, one) => sum + one, 0);
    const more = others ? filled(WORDS.search_others, others) : "";
    if (found.total) return filled(WORDS.search_found, found.total) + more;
    if (others) return WORDS.search_not_exactly + more;
    return found.near.length ? WORDS.search_none_but : WORDS.search_none;
  }

  /** A hit in the box, in the shape that Material's styles expect. */
  function boxItem(hit) {
    const article = element(
      "article",
      "md-search-result__article md-typeset",
      element("h2", "wenzhai-search__title", ...title(hit)),
      snippet(hit, ""),
      element("p", "wenzhai-search__facts", facts(hit)),
    );
    return link(article, hit.href);
  }

  function link(content, href) {
    const anchor = element("a", "md-search-result__link", content);
    anchor.href = href;
    anchor.tabIndex = -1;
    if (typeof content === "string") anchor.classList.add("wenzhai-search__more");
    return element("li", "md-search-result__item", anchor);
  }

  /** A hit on the results page. */
  function pageItem(hit) {
    const anchor = element("a", "", ...title(hit));
    anchor.href = hit.href;
    return element(
      "li",
      "wenzhai-results__item",
      element("h2", "wenzhai-search__title", anchor),
      snippet(hit, "wenzhai-results__snippet"),
      element("p", "wenzhai-search__facts", facts(hit)),
    );
  }

  root.wenzhaiView = { element, summary, boxItem, link, pageItem };
})(globalThis);
