// Elements without markup in strings: text stays text.

const $ = (selector, root = document) => root.querySelector(selector);
const $$ = (selector, root = document) => [...root.querySelectorAll(selector)];

/** An element with attributes (false and null are left out, functions listen) and children. */
function el(name, attributes = {}, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value === false || value == null) continue;
    if (typeof value === "function") made.addEventListener(key, value);
    else made.setAttribute(key, value === true ? "" : value);
  }
  made.append(...children.flat().filter((child) => child != null && child !== false));
  return made;
}

/** Ends when the sheet is put away: in the app another one follows in the same window. */
const closing = new AbortController();

/** Listens to the window until then. */
const listen = (type, act) => addEventListener(type, act, { signal: closing.signal });

/** Says something to those who hear the page, and shows it for a while to those who see it. */
function say(words) {
  $("#said").textContent = words;
  const kept = $("#kept");
  kept.textContent = words;
  clearTimeout(say.timer);
  say.timer = setTimeout(() => showKept(), 6000);
}

/** Scrolls an element into view; `nearest` does nothing where it is in view. */
function reveal(element, block = "nearest") {
  if (!element) return;
  element.scrollIntoView({ block });
  // What came into view may only now have got its height.
  requestAnimationFrame(() => element.scrollIntoView({ block: block === "start" ? "start" : "nearest" }));
}
