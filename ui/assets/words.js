// Put the page's language where Streamlit has English words of its own; ui/web.py calls this with
// what is said instead of each word, and of what begins with some.
const NAMED = ["aria-label", "title", "placeholder"];
const UPLOAD = "[data-testid=stFileUploaderDropzone] button";

function speak({ words, openings }) {
  // "4 options available." is known as "# options available."
  const known = (english) => {
    const numbers = english.match(/\d+/g) ?? [];
    const other = words[english.replace(/\d+/g, "#")];
    return other?.replace(/#/g, () => numbers.shift());
  };
  const said = (english) => {
    const other = known(english);
    if (other) return other;
    const opening = Object.keys(openings).find((one) => english.startsWith(one));
    return opening ? openings[opening] + english.slice(opening.length) : english;
  };
  const name = (element) => {
    for (const named of NAMED) {
      const english = element.getAttribute(named);
      if (english && said(english) !== english) element.setAttribute(named, said(english));
    }
  };
  const text = (node) => {
    const english = node.data.trim();
    // A single word may be one of the page's own.
    const isOwn = english.includes(" ") || node.parentElement?.closest(UPLOAD);
    const other = isOwn && known(english);
    if (other) node.data = other;
  };
  const within = (node) => {
    if (node.nodeType === Node.TEXT_NODE) text(node);
    if (node.nodeType !== Node.ELEMENT_NODE) return;
    name(node);
    node.querySelectorAll(NAMED.map((named) => `[${named}]`).join()).forEach(name);
    const texts = document.createTreeWalker(node, NodeFilter.SHOW_TEXT);
    while (texts.nextNode()) text(texts.currentNode);
  };
  new MutationObserver((changes) => {
    for (const { type, target, addedNodes } of changes) {
      if (type === "childList") addedNodes.forEach(within);
      else if (type === "attributes") name(target);
      else text(target);
    }
  }).observe(document, {
    subtree: true, childList: true, characterData: true, attributes: true, attributeFilter: NAMED,
  });
}
