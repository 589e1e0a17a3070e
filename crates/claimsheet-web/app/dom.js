// Elements without markup in strings, and dialogs.

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

/** Markup and addresses of our own making, which the policy lets in by this name alone. */
const own = globalThis.trustedTypes?.createPolicy("claimsheet", { createHTML: (text) => text, createScriptURL: (url) => url }) ?? {
  createHTML: (text) => text,
  createScriptURL: (url) => url,
};

const dialogs = { busy: $("#busy"), ask: $("#ask") };

/** Asks something; the key of the option that was chosen, or null. */
function ask(title, words, options) {
  const dialog = dialogs.ask;
  return new Promise((answer) => {
    const choose = (key) => {
      dialog.close();
      answer(key);
    };
    const buttons = options.map(({ key, label, about }, at) =>
      el("button", { type: "button", class: at ? "" : "main", click: () => choose(key) }, label, about && el("small", {}, about)));
    dialog.replaceChildren(
      el("h2", { id: "ask-title" }, title),
      ...[words].flat().map((one) => (typeof one === "string" ? el("p", {}, one) : one)),
      el("div", { class: "options" }, buttons),
      el("p", { class: "end" }, el("button", { type: "button", click: () => choose(null) }, "Cancel")),
    );
    dialog.oncancel = () => answer(null);
    dialog.showModal();
  });
}

/** Gives a file to the person. */
function give(name, bytes, type = "application/octet-stream") {
  const url = URL.createObjectURL(new Blob([bytes], { type }));
  el("a", { href: url, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(url), 60000);
}

const plural = (count, word, more = `${word}s`) => `${count} ${count === 1 ? word : more}`;
