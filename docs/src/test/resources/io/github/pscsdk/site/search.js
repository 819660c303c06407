"use strict";
// Searches the sections of all pages on this machine: every word must occur, in any case and with or without accents.
(() => {
  const fold = text => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
  const field = document.getElementById("search");
  const results = document.getElementById("results");
  const article = document.querySelector("article");
  const folded = SECTIONS.map(([, page, heading, text]) => [page, heading, text].map(fold));

  const score = ([page, heading, text], words, phrase) => {
    if (!words.every(word => page.includes(word) || heading.includes(word) || text.includes(word))) {
      return 0;
    }
    return (heading === phrase ? 20 : 0) + (heading.includes(phrase) ? 30 : 0) + (heading === page ? 5 : 0) + (page.includes(phrase) ? 10 : 0)
      + (text.includes(phrase) ? 5 : 0) + words.filter(word => heading.includes(word)).length + 1;
  };

  const element = (name, text) => Object.assign(document.createElement(name), { textContent: text });

  const shown = ([address, page, heading, text], foldedText, words) => {
    const link = Object.assign(element("a", heading === page ? page : `${heading} — ${page}`), { href: TOP + address });
    const at = Math.max(0, Math.min(...words.map(word => foldedText.indexOf(word)).filter(found => found >= 0)) - 60);
    const item = document.createElement("li");
    item.append(link, element("p", text.slice(Number.isFinite(at) ? at : 0).slice(0, 180)));
    return item;
  };

  const search = () => {
    const phrase = fold(field.value.trim());
    const words = phrase.split(/\s+/).filter(word => word);
    const found = words.length === 0 ? [] : folded
      .map((section, index) => ({ index, score: score(section, words, phrase) }))
      .filter(hit => hit.score > 0)
      .sort((one, other) => other.score - one.score || one.index - other.index)
      .slice(0, 20);
    const list = document.createElement("ol");
    list.append(...found.map(hit => shown(SECTIONS[hit.index], folded[hit.index][2], words)));
    results.replaceChildren(element("h2", found.length === 0 ? "Nothing found" : "Found"), list);
    results.hidden = words.length === 0;
    article.hidden = words.length > 0;
  };

  field.addEventListener("input", search);
  field.form.addEventListener("submit", event => {
    event.preventDefault();
    results.querySelector("a")?.click();
  });
  results.addEventListener("click", event => {
    if (event.target.href) {
      // The page may be this one already.
      field.value = "";
      search();
    }
  });
})();
