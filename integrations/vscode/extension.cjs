// claimsheet in VS Code: what to check in the margin, the worksheet beside the draft. All of it runs in the editor;
// no program has to be installed and nothing leaves the computer.

const vscode = require("vscode");

/** How long a draft rests before it is read again, in milliseconds. */
const REST = 500;

/** Longest draft that is marked while somebody writes, in letters; longer ones on the command only. */
const LONGEST = 400_000;

const LANGUAGES = ["markdown", "plaintext"];

let loaded;

/** The library, with its WebAssembly loaded once. */
function library() {
  loaded ??= (async () => {
    const [core, { marks }] = await Promise.all([import("claimsheet"), import("./marks.mjs")]);
    await core.load();
    return { ...core, marks };
  })().catch((error) => {
    loaded = undefined;
    throw error;
  });
  return loaded;
}

function activate(context) {
  const diagnostics = vscode.languages.createDiagnosticCollection("claimsheet");
  const waiting = new Map();
  const rest = (document) => {
    clearTimeout(waiting.get(document.uri.toString()));
    waiting.set(document.uri.toString(), setTimeout(() => check(document, diagnostics).catch(() => {}), REST));
  };
  const isDraft = (document) => LANGUAGES.includes(document.languageId) && document.getText().length <= LONGEST;
  context.subscriptions.push(
    diagnostics,
    vscode.workspace.onDidOpenTextDocument((document) => isDraft(document) && rest(document)),
    vscode.workspace.onDidChangeTextDocument(({ document }) => isDraft(document) && rest(document)),
    vscode.workspace.onDidCloseTextDocument((document) => {
      clearTimeout(waiting.get(document.uri.toString()));
      waiting.delete(document.uri.toString());
      diagnostics.delete(document.uri);
    }),
    vscode.workspace.onDidChangeConfiguration((change) => {
      if (change.affectsConfiguration("claimsheet")) vscode.workspace.textDocuments.filter(isDraft).forEach(rest);
    }),
    vscode.commands.registerCommand("claimsheet.check", () => onDraft((document) => check(document, diagnostics))),
    vscode.commands.registerCommand("claimsheet.sheet", () => onDraft(sheet)),
  );
  vscode.workspace.textDocuments.filter(isDraft).forEach(rest);
}

/** Does something with the draft in the editor, and says what went wrong. */
async function onDraft(act) {
  const document = vscode.window.activeTextEditor?.document;
  if (!document) return vscode.window.showInformationMessage("claimsheet: open a draft first.");
  try {
    return await act(document);
  } catch (error) {
    return vscode.window.showErrorMessage(`claimsheet: ${error.message}`);
  }
}

/** Marks a draft. A worksheet, or text that cannot be read, has no marks. */
async function check(document, diagnostics) {
  const { Draft, recognise, marks } = await library();
  const text = document.getText();
  const version = document.version;
  const bytes = new TextEncoder().encode(text);
  if (recognise(nameOf(document.uri), bytes).kind !== "draft" || !text.trim()) {
    diagnostics.delete(document.uri);
    return;
  }
  const draft = new Draft(nameOf(document.uri), bytes, options());
  try {
    const analysis = JSON.parse(new TextDecoder().decode(draft.render(0, "json")));
    if (document.version !== version) return;
    const show = vscode.workspace.getConfiguration("claimsheet").get("show", "high");
    diagnostics.set(document.uri, marks(analysis, text, show).map((mark) => diagnostic(document, mark)));
  } finally {
    draft.free();
  }
}

function diagnostic(document, mark) {
  const range = ({ start, end }) => new vscode.Range(document.positionAt(start), document.positionAt(end));
  const { Warning, Information, Hint } = vscode.DiagnosticSeverity;
  const severity = { warning: Warning, information: Information, hint: Hint }[mark.loudness];
  const shown = new vscode.Diagnostic(range(mark), mark.message, severity);
  shown.source = "claimsheet";
  shown.code = mark.code;
  shown.relatedInformation = mark.others.map((other) =>
    new vscode.DiagnosticRelatedInformation(new vscode.Location(document.uri, range(other)), other.message));
  return shown;
}

/** Makes the worksheet of a draft, or merges the draft into the one that is there, and opens it beside. */
async function sheet(document) {
  const { Draft } = await library();
  if (document.isUntitled) throw new Error("save the draft first: its worksheet lies beside it.");
  const draft = new Draft(nameOf(document.uri), new TextEncoder().encode(document.getText()), options());
  try {
    const name = draft.sheet(0).file;
    const uri = vscode.Uri.joinPath(document.uri, "..", name);
    const open = vscode.workspace.textDocuments.find((other) => other.uri.toString() === uri.toString());
    if (open?.isDirty) throw new Error(`save ${name} first: it has changes that are not in its file.`);
    const before = await contents(uri);
    const { text, summary, changes } = draft.sheet(0, before);
    if (before === undefined || before !== text) {
      // Between reading and writing somebody else may have saved.
      if ((await contents(uri)) !== before) throw new Error(`${name} was changed meanwhile; try again.`);
      await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(text));
    }
    const shown = await vscode.workspace.openTextDocument(uri);
    await vscode.window.showTextDocument(shown, vscode.ViewColumn.Beside, true);
    vscode.window.setStatusBarMessage(`claimsheet: ${changes?.told ?? summary}`, 10_000);
  } finally {
    draft.free();
  }
}

/** The text of a file; none where there is no such file. Any other failure is one. */
async function contents(uri) {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(await vscode.workspace.fs.readFile(uri));
  } catch (error) {
    if (error.code === "FileNotFound" || error.code === "ENOENT") return undefined;
    throw error;
  }
}

function options() {
  const settings = vscode.workspace.getConfiguration("claimsheet");
  const given = (name) => settings.get(name, "") || undefined;
  return { published: given("published"), checker: given("checker") };
}

function nameOf(uri) {
  return uri.path.split("/").at(-1) ?? "draft.md";
}

module.exports = { activate, deactivate() {} };
