// The controls of lines: a box for an item, a field for a row.

/** Lines into which something was typed in this tab. */
const typed = new Set();

/** An item with its box; what it is about stands out from how to check it. */
function tickItem(at) {
  const { ticked, words } = item(sheet.lines[at]);
  const [, about = words, , how = ""] = /^(".*?"|.*?)(: | — )(.*)$/su.exec(words) ?? [];
  const box = el("input", { type: "checkbox", id: `t${at}`, "data-line": at });
  box.checked = ticked;
  const label = el("label", { for: `t${at}` }, el("span", { class: how ? "what fact" : "what" }, inline(about)));
  if (how) label.append(el("span", { class: "how" }, " ", inline(how)));
  return el("li", { class: ticked ? "ticked" : "" }, box, label, backingButton(at));
}

/** A row as a field. */
function fieldRow(at) {
  const { label, value } = field(sheet.lines[at], joined.has(at));
  const id = `f${at}`;
  const name = fieldName(label) ?? "";
  const is = (other) => name === other;
  const signs = is("checked") || is("second");
  const control = is("verdict")
    ? el("input", { id, list: "verdicts", autocomplete: "off", "data-line": at })
    : el("textarea", { id, rows: 1, "data-line": at, spellcheck: !signs });
  control.value = value;
  const row = el("div", { class: `field ${name}` }, el("label", { for: id }, label), control);
  if (is("verdict")) row.append(verdictButtons(at, value));
  if (is("source")) row.append(sourceList(at, value));
  if (signs) row.append(el("button", { type: "button", class: "sign", "data-sign": at, "aria-label": `${label}: my name, today` }, "my name, today"));
  return row;
}

/** The desk's verdicts as buttons; one that is pressed again is taken back. */
function verdictButtons(at, value) {
  const button = (verdict) => el("button", { type: "button", "data-verdict": at, "aria-pressed": String(same(value, verdict)) }, verdict);
  return el("div", { class: "verdicts", role: "group", "aria-label": "Verdicts of the desk" }, data.verdicts.map(button));
}

/** The control of a line, where one is shown. */
const controlOf = (at) => document.getElementById(`t${at}`) ?? document.getElementById(`f${at}`);

/** Shows what a line holds, in its control and in the draft. */
function showLine(at) {
  const value = sheet.value(at);
  const control = controlOf(at);
  if (control) {
    if (control.type === "checkbox") {
      control.checked = value;
      control.closest("li")?.classList.toggle("ticked", value);
    } else if (control.value !== value && !(control === document.activeElement && control.value.trim() === value)) {
      control.value = value;
    }
    const buttons = $$("[data-verdict]", control.parentElement);
    showSources(at, control);
    for (const button of buttons) button.setAttribute("aria-pressed", String(same(value, button.textContent)));
  }
  for (const mark of marksOf(at)) showMark(mark);
}

/** Words that another tab replaced stay beside the field, to be taken back. */
function keepBeside(at, words) {
  const control = controlOf(at);
  const row = control?.closest(".field");
  if (!row) return;
  $(".beside", row)?.remove();
  const take = el("button", { type: "button", click: () => { typed.add(at); change(at, words); note.remove(); } }, "Take this back");
  const note = el("p", { class: "beside" }, `Changed in another tab. Here it was: “${words}” `, take);
  row.append(note);
}

/** Who signs: the sheet's checker, or who signed last in this browser; and the day. */
function signature() {
  const day = new Date();
  const pad = (number) => String(number).padStart(2, "0");
  const name = store.read("claimsheet/name") ?? data.checker;
  return [name, `${day.getFullYear()}-${pad(day.getMonth() + 1)}-${pad(day.getDate())}`];
}

listen("input", ({ target }) => {
  if (target.dataset?.line === undefined) return;
  const at = Number(target.dataset.line);
  if (target.type === "checkbox") return change(at, target.checked);
  typed.add(at);
  change(at, target.value.trim().replace(/\r\n?/g, "\n"));
  const named = /^(.+), \d{4}-\d\d-\d\d$/.exec(target.value.trim());
  if (named && target.parentElement.querySelector(".sign")) store.write("claimsheet/name", named[1]);
});

listen("click", ({ target }) => {
  const at = target.dataset?.verdict;
  if (at === undefined) return;
  change(Number(at), target.getAttribute("aria-pressed") === "true" ? "" : target.textContent);
});

listen("click", ({ target }) => {
  const at = target.dataset?.sign;
  if (at === undefined) return;
  const [name, day] = signature();
  const control = $(`#f${at}`);
  change(Number(at), `${name}, ${day}`);
  control.focus();
  if (!name) control.setSelectionRange(0, 0);
});
