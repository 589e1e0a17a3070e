// The sheet on paper: each block of the draft with its claims' numbers in the margin, and beside it the
// entries of those claims, with boxes and lines to write on. It is put together when the page is printed.

/** A line's words up to the first colon, which is enough on paper for a place to look. */
const short = (words) => plainText(words).split(": ")[0];

function paperEntry(part) {
  const claim = claimOf(part);
  const box = (at) => el("span", { class: "box" }, sheet.value(at) ? "✓" : "");
  const boxesOf = linesOf(part, (line) => item(line));
  const facts = boxesOf.filter((at) => !claim || claim.facts.has(at) || item(sheet.lines[at]).words.startsWith("**"));
  const places = boxesOf.filter((at) => !facts.includes(at));
  const look = linesOf(part, (line) => /^(- )?Look: /.test(line)).map((at) => sheet.lines[at].trim().replace(/^- /, ""));
  const rows = linesOf(part, (line, at) => field(line, joined.has(at)));
  return el(
    "div",
    { class: `entry ${claim?.priority ?? ""}` },
    el("p", { class: "head" }, el("b", { class: "num" }, numberOf(part)), ` ${headingOf(part)} `, claim && el("i", {}, `${claim.priority} · ${claim.kinds.join(", ")} · line ${claim.line}`)),
    el("ul", {}, facts.map((at) => el("li", {}, box(at), inline(item(sheet.lines[at]).words), paperBacking(at)))),
    places.length > 0 && el("p", { class: "places" }, places.flatMap((at) => [el("span", {}, box(at), short(item(sheet.lines[at]).words)), " "])),
    look.map((places) => el("p", { class: "places" }, plainText(places))),
    el("div", { class: "write" }, rows.map((at) => {
      const { label, value } = field(sheet.lines[at], joined.has(at));
      return el("p", { class: value.length > 40 ? "wide" : "" }, el("b", {}, label), " ", value);
    })),
  );
}

/** What the documents say of a tick, as short as paper is. */
function paperBacking(at) {
  const told = ({ status, places }) => ` · ${status}${status !== "not found" && places.length ? `, ${places[0].at}` : ""}`;
  return el("small", {}, (backings.get(at) ?? []).map(told).join(""));
}

/** The other parts of the sheet: headings, lists, and entries without a place in the draft. */
function paperParts(paper, parts) {
  for (const part of parts) {
    if (part.kind === "entry" || part.kind === "own") {
      paper.append(paperEntry(part));
      continue;
    }
    const lines = linesShown(part, linesOf(part, () => true));
    if (!lines.length) continue;
    for (const control of lines.flatMap((line) => $$("input, button", line))) {
      control.replaceWith(control.type === "checkbox" ? el("span", { class: "box" }, control.checked ? "✓" : "") : "");
    }
    paper.append(el("section", { class: "list" }, el("h2", {}, headingOf(part)), lines));
  }
}

function buildPaper() {
  const paper = $("#paper");
  const placed = new Set();
  const title = `Fact-check: ${data.title}`;
  const left = current.filter((part) => shown.get(part).hidden).length;
  const partsOf = (id) => sheet.order.filter((part) => part.of === id && !part.withdrawn && shown.get(part) && !shown.get(part).hidden);
  paper.replaceChildren(el("h1", {}, title), el("p", { class: "about" }, `${$(".masthead .about").textContent} · ${$("#count").textContent}`));
  if (left) paper.append(el("p", { class: "about" }, `${left} of ${current.length} claims are left out by the filter.`));
  if ($("mark.ticked", galley)) paper.append(el("p", { class: "about" }, "What is crossed out in the draft is ticked."));
  const isCurrent = (part) => part.kind === "entry" && claims.has(part.key);
  const first = data.parts.findIndex(isCurrent);
  const isWithClaim = (part) => part.of && !part.withdrawn && entries.has(part.of);
  const others = sheet.order.filter((part) => !isCurrent(part) && part.kind !== "top" && !isWithClaim(part));
  const isBefore = (part) => places.get(part) < first;
  paperParts(paper, others.filter(isBefore));
  for (const block of galley.children) {
    const copy = block.cloneNode(true);
    for (const part of $$("[id]", copy)) part.removeAttribute("id");
    const ids = [...new Set($$("a.num", block).map((place) => place.dataset.c))].filter((id) => !placed.has(id));
    for (const id of ids) placed.add(id);
    const side = el("div", {}, ids.filter((id) => !shown.get(entries.get(id)).hidden).flatMap((id) => [entries.get(id), ...partsOf(id)]).map(paperEntry));
    paper.append(el("div", { class: "row" }, el("div", { class: "galley" }, copy), side));
  }
  paperParts(paper, current.filter((part) => !placed.has(part.key) && !shown.get(part).hidden));
  paperParts(paper, others.filter((part) => !isBefore(part)));
  paper.hidden = false;
}

listen("beforeprint", buildPaper);
listen("afterprint", () => {
  $("#paper").hidden = true;
  $("#paper").replaceChildren();
});
