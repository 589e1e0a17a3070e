// The extension in a stand-in for the editor, with the real library. Ends with 0 only when every case holds.

import assert from "node:assert/strict";
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";

const ROOT = resolve(import.meta.dirname, "../../..");
const PACKAGE = process.env.CLAIMSHEET_NPM ?? join(ROOT, "target/app/npm");
const folder = mkdtempSync(join(tmpdir(), "claimsheet-vscode-"));
process.on("exit", () => rmSync(folder, { recursive: true, force: true }));

class Range { constructor(start, end) { Object.assign(this, { start, end }); } }
class Diagnostic { constructor(range, message, severity) { Object.assign(this, { range, message, severity }); } }
class Uri {
  constructor(path) { this.path = path; }
  toString() { return `file://${this.path}`; }
  static joinPath(uri, ...parts) { return new Uri(join(uri.path, ...parts)); }
}

/** What stands in the editor, and what happened in it. */
const editor = { settings: {}, documents: [], shown: [], said: [], commands: {}, marks: new Map(), listeners: {} };

const vscode = {
  Range, Diagnostic, Uri,
  Location: class { constructor(uri, range) { Object.assign(this, { uri, range }); } },
  DiagnosticRelatedInformation: class { constructor(location, message) { Object.assign(this, { location, message }); } },
  DiagnosticSeverity: { Error: 0, Warning: 1, Information: 2, Hint: 3 },
  ViewColumn: { Beside: -2 },
  languages: {
    createDiagnosticCollection: () => ({
      set: (uri, all) => editor.marks.set(uri.toString(), all),
      delete: (uri) => editor.marks.delete(uri.toString()),
      dispose() {},
    }),
  },
  commands: { registerCommand: (name, act) => { editor.commands[name] = act; return { dispose() {} }; } },
  workspace: {
    get textDocuments() { return editor.documents; },
    getConfiguration: () => ({ get: (name, otherwise) => editor.settings[name] ?? otherwise }),
    openTextDocument: async (uri) => opened(uri.path),
    fs: {
      readFile: async (uri) => readFileSync(uri.path),
      writeFile: async (uri, bytes) => writeFileSync(uri.path, bytes),
    },
    ...Object.fromEntries(["onDidOpenTextDocument", "onDidChangeTextDocument", "onDidCloseTextDocument", "onDidChangeConfiguration"].map((name) => [
      name, (act) => { editor.listeners[name] = act; return { dispose() {} }; },
    ])),
  },
  window: {
    activeTextEditor: undefined,
    showTextDocument: async (document) => editor.shown.push(document.uri.path),
    showErrorMessage: (words) => editor.said.push(words),
    showInformationMessage: (words) => editor.said.push(words),
    setStatusBarMessage: (words) => editor.said.push(words),
  },
};

/** A document as the editor has it. */
function opened(path, { text = readFileSync(path, "utf8"), isDirty = false, languageId = "markdown" } = {}) {
  return {
    uri: new Uri(path), languageId, isDirty, version: 1, isUntitled: false,
    getText: () => text,
    positionAt: (at) => at,
  };
}

// The extension as it is installed, with the library and the stand-in as its modules.
const installed = join(folder, "extension");
mkdirSync(join(installed, "node_modules/vscode"), { recursive: true });
for (const file of ["extension.cjs", "marks.mjs", "package.json"]) copyFileSync(join(ROOT, "integrations/vscode", file), join(installed, file));
symlinkSync(PACKAGE, join(installed, "node_modules/claimsheet"), "dir");
writeFileSync(join(installed, "node_modules/vscode/index.js"), "module.exports = globalThis.vscode;");
globalThis.vscode = vscode;
const extension = createRequire(import.meta.url)(join(installed, "extension.cjs"));
extension.activate({ subscriptions: [] });

/** A draft in the folder, open in the editor. */
function draft(name, text) {
  const path = join(folder, name);
  writeFileSync(path, text);
  const document = opened(path);
  vscode.window.activeTextEditor = { document };
  return document;
}

const cases = {
  async "a contradiction is a warning at its letters, also behind signs of more than one byte"() {
    const text = "# “Naïve” 🚢\n\nThe “quay” — Ærø’s — opened 🎉 on Monday, March 3, 2026.\n";
    const document = draft("weekday.md", text);
    await editor.commands["claimsheet.check"]();
    const all = editor.marks.get(document.uri.toString());
    const [warning] = all.filter((mark) => mark.severity === vscode.DiagnosticSeverity.Warning);
    assert.equal(text.slice(warning.range.start, warning.range.end), "on Monday, March 3, 2026");
    assert.match(warning.message, /was a Tuesday/);
    assert.equal(warning.code, "weekday");
  },

  async "places far into a long draft are told to the letter"() {
    const filler = "The “pier” was naïve 🚢 and long. ".repeat(300);
    const text = `${filler}\n\nThe vote was on Monday, March 3, 2026.\n`;
    const document = draft("long.md", text);
    await editor.commands["claimsheet.check"]();
    const warning = editor.marks.get(document.uri.toString()).find((mark) => mark.code === "weekday");
    assert.equal(text.slice(warning.range.start, warning.range.end), "on Monday, March 3, 2026");
  },

  async "claims are shown from the priority on that is set"() {
    const document = draft("claims.md", readFileSync(join(ROOT, "examples/harbour-tolls.md"), "utf8"));
    const hints = async (show) => {
      editor.settings.show = show;
      await editor.commands["claimsheet.check"]();
      return editor.marks.get(document.uri.toString()).filter((mark) => mark.severity === vscode.DiagnosticSeverity.Hint);
    };
    const [none, high, all] = [await hints("problems"), await hints("high"), await hints("all")];
    assert.equal(none.length, 0);
    assert.ok(high.length > 3 && all.length > 2 * high.length, `${high.length} of ${all.length}`);
    assert.match(high[0].message, /^Claim \d+ to check\n☐ “/);
    editor.settings = {};
  },

  async "the worksheet is made beside the draft, merged when the draft changes, and keeps what was written"() {
    const path = draft("ferry.md", "The quay opened in 1931.\n\nIt cost $4 million.\n").uri.path;
    await editor.commands["claimsheet.sheet"]();
    const file = join(folder, "ferry.worksheet.md");
    assert.equal(editor.shown.at(-1), file);
    const written = readFileSync(file, "utf8").replace("- Source:", "- Source: harbour log");
    writeFileSync(file, written);
    draft("ferry.md", "The quay opened in 1931.\n\nIt cost $5 million.\n");
    await editor.commands["claimsheet.sheet"]();
    const merged = readFileSync(file, "utf8");
    assert.match(merged, /- Source: harbour log/);
    assert.match(merged, /\$5 million/);
    assert.match(editor.said.at(-1), /kept/);
    assert.ok(path);
  },

  async "a worksheet with changes that are not saved is not written over"() {
    draft("open.md", "The quay opened in 1931.\n");
    await editor.commands["claimsheet.sheet"]();
    const file = join(folder, "open.worksheet.md");
    const before = readFileSync(file, "utf8");
    editor.documents = [opened(file, { isDirty: true })];
    draft("open.md", "The quay opened in 1932.\n");
    await editor.commands["claimsheet.sheet"]();
    assert.equal(readFileSync(file, "utf8"), before);
    assert.match(editor.said.at(-1), /save open\.worksheet\.md first/);
    editor.documents = [];
  },

  async "a worksheet has no marks of its own"() {
    draft("own.md", "The vote was on Monday, March 3, 2026.\n");
    await editor.commands["claimsheet.sheet"]();
    const sheet = opened(join(folder, "own.worksheet.md"));
    vscode.window.activeTextEditor = { document: sheet };
    await editor.commands["claimsheet.check"]();
    assert.equal(editor.marks.get(sheet.uri.toString()), undefined);
  },
};

let failed = 0;
for (const [name, act] of Object.entries(cases)) {
  try {
    await act();
    console.log(`ok   ${name}`);
  } catch (error) {
    failed += 1;
    console.log(`FAIL ${name}\n${error.stack}`);
  }
}
console.log(`the extension for VS Code: ${Object.keys(cases).length - failed} of ${Object.keys(cases).length} cases passed`);
process.exitCode = failed ? 1 : 0;
