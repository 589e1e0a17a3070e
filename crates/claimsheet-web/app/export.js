// Every format that the command line writes, to be taken away.

let abilities;

async function showExports() {
  abilities ??= await engine.ask("abilities", {});
  const dialog = dialogs.ask;
  const rows = el("select", {}, el("option", { value: "" }, "claims"), el("option", { value: "facts" }, "facts"));
  const preset = el("select", {}, abilities.presets.map((name) => el("option", { value: name === "plain" ? "" : name }, name)));
  const close = () => dialog.close();
  const button = ({ name, about, suffix, isTable }) =>
    el("button", { type: "button", "data-format": name, click: () => takeAway(name, isTable ? { rows: rows.value || undefined, preset: preset.value || undefined } : {}) }, about, el("small", {}, `.${suffix}`));
  const isDesks = ({ name }) => DESK.includes(name);
  const lists = abilities.exports.map(({ name, extension }) =>
    el("button", { type: "button", "data-export": name, click: () => takeList(name, extension) }, LISTS[name] ?? name, el("small", {}, `.${extension}`)));
  dialog.replaceChildren(
    el("h2", { id: "ask-title" }, "Export"),
    el("p", {}, "With what is written in the sheet now. The sheet itself is saved by “Save sheet”."),
    el("p", {}, el("label", { class: "pick" }, "Rows of tables ", rows), el("label", { class: "pick" }, "Tables for ", preset)),
    el("div", { class: "formats" }, abilities.formats.filter(isDesks).map(button)),
    el("details", {}, el("summary", {}, "For programs and pipelines"), el("div", { class: "formats" }, abilities.formats.filter((format) => !isDesks(format)).map(button))),
    el("h3", {}, "Of what was written"),
    el("div", { class: "formats" }, lists),
    el("p", { class: "end" }, el("button", { type: "button", click: close }, "Close")),
  );
  dialog.oncancel = null;
  dialog.showModal();
}

/** The formats that people at a desk use; the others are for programs. */
const DESK = ["docx", "docx-sheet", "xlsx", "csv", "html", "markdown", "slack", "email", "obsidian"];

/** The exports of `claimsheet export`, in words. */
const LISTS = {
  queries: "Queries to the author",
  corrections: "Corrections, for the editor",
  sources: "Sources found, for the archive",
  markdown: "Verdicts, to read",
  claimreview: "Verdicts as ClaimReview, for the web",
  json: "Every entry, for a program",
  csv: "Every entry as a table",
};

async function takeAway(format, more) {
  const session = sessionShown;
  const sheet = sheetShown.text();
  const options = { ...session.options, ...more };
  // Other options are another run for the worker.
  const key = Object.values(more).some(Boolean) ? newKey() : session.key;
  dialogs.ask.close();
  try {
    const made = await busy((tell) => engine.ask("render", { ...draftOf(session), key, options, article: session.article, sheet, format }, tell));
    if (made) give(made.name, made.bytes);
  } catch (error) {
    complain(error);
  }
}

async function takeList(name, extension) {
  const text = await engine.ask("exportReviews", { sheet: sheetShown.text(), format: name, options: sessionShown.options });
  dialogs.ask.close();
  const list = name === "markdown" ? "verdicts" : name;
  give(`${sessionShown.file.replace(/\.worksheet\.md$/, "")}.${list}.${extension}`, text, "text/plain;charset=utf-8");
}
