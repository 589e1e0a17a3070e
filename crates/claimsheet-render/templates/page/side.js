// The parts of the sheet in its order, and the places in the draft that belong to its lines.

const galley = $("#galley");
const lineMarks = new Map();
const claimPlaces = new Map();

for (const mark of $$("[data-t]", galley)) {
  for (const at of mark.dataset.t.split(" ")) {
    if (!lineMarks.has(Number(at))) lineMarks.set(Number(at), []);
    lineMarks.get(Number(at)).push(mark);
  }
}
for (const place of $$("[data-c]", galley)) {
  if (!claimPlaces.has(place.dataset.c)) claimPlaces.set(place.dataset.c, []);
  claimPlaces.get(place.dataset.c).push(place);
}

/** What in the draft belongs to a line of the sheet. */
const marksOf = (at) => lineMarks.get(at) ?? [];

/** The name by which the draft knows an entry: a claim's id, or that of a part that a person added. */
const placeName = (part) => (part.kind === "entry" ? part.key : partName(part));

/** What in the draft belongs to a claim: its number and its words. */
const placesOf = (id) => claimPlaces.get(id) ?? [];

/** A mark is ticked when all its lines are. */
function showMark(mark) {
  const lines = mark.dataset.t.split(" ").map(Number);
  mark.classList.toggle("ticked", lines.every((at) => sheet.lines[at] !== undefined && item(sheet.lines[at])?.ticked));
}

/** More entries than this are filled when they come into view. */
const AT_ONCE = 300;

const filler = new IntersectionObserver(
  (seen) => {
    for (const { target, isIntersecting } of seen) {
      if (!isIntersecting) continue;
      filler.unobserve(target);
      fill(target);
    }
  },
  { rootMargin: "1200px" },
);

/** Builds the side from the sheet. */
function buildSide() {
  const side = $("#side");
  let section = el("section", {});
  const begin = (heading, part) => {
    section = el("section", { class: part.withdrawn ? "withdrawn" : "" }, heading && el("h3", {}, heading));
    side.append(section);
  };
  const many = data.parts.length > AT_ONCE;
  for (const part of data.parts) {
    if (part.kind === "top") {
      const isHead = (line) => /^(?:---|claimsheet:|[\w-]+:(?:\s|$)|# )/.test(line);
      const own = linesShown(part, (part.own ?? []).filter((at) => !isHead(sheet.lines[at])));
      if (own.length) side.append(el("section", {}, own));
    } else if (part.kind === "section") {
      begin(headingOf(part), part);
      section.append(...linesShown(part, linesOf(part, () => true)));
    } else {
      const entry = entryShown(part);
      section.append(entry);
      showEntry(part);
      if (many) filler.observe(entry);
      else fill(entry);
      if (part.kind === "own") markOwn(part);
    }
  }
  sheet.added.forEach(showAdded);
  if (store.edits.has(ORDER)) placeAll();
  side.append(el("datalist", { id: "verdicts" }, data.verdicts.map((verdict) => el("option", { value: verdict }))));
  for (const mark of $$("[data-t]", galley)) showMark(mark);
}
