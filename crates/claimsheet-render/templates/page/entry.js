// An entry of the sheet: closed it shows its ticks, open all its lines.

/** By part: the entry's element. */
const shown = new Map();

/** The lines of a part as elements, in the sheet's order. */
function linesShown(part, numbers, hide = () => false) {
  const out = [];
  let group = null;
  const into = (name, cls, node) => {
    if (!group || group.className !== cls) out.push((group = el(name, { class: cls })));
    group.append(node);
  };
  for (const at of numbers) {
    const line = sheet.lines[at];
    const text = line.trim().replace(/^<(?:\/?details|summary)>(?:<summary>)?|<\/summary>$/g, "");
    if (item(line)) into("ul", "ticks", tickItem(at));
    else if (field(line, joined.has(at))) into("div", "fields", fieldRow(at));
    else if (!text) group = group?.className === "quote" ? null : group;
    else if (/^<[!]--.*-->$|^\|[\s|:-]*\|?$|^#{1,6} /.test(text) || hide(text, at)) continue;
    else if (BACKING.test(text)) into("ul", "ticks", el("li", { class: "backing" }, el("span", {}, inline(text.slice(2)))));
    else if (text.startsWith(">")) into("blockquote", "quote", el("p", {}, inline(text.replace(/^>\s?/, ""))));
    else if (/^[-*+] /.test(text)) into("ul", "list", listItem(at, text.slice(2)));
    else {
      group = null;
      out.push(el("p", {}, inline(text.replace(/^<br\s*\/?>/i, ""))));
    }
  }
  return out;
}

/** An item without a box; one that stands for a place in the draft leads there. */
function listItem(at, text) {
  const places = marksOf(at);
  if (!places.length) return el("li", {}, inline(text));
  const button = (words, name) => el("button", { type: "button", class: "go", [name]: at }, words);
  const promote = places[0].matches(".aside") && button("add as a claim", "data-promote");
  return el("li", {}, inline(text), " ", button("in the draft", "data-go"), promote && " ", promote);
}

/** The element of an entry, with no more than its head. */
function entryShown(part) {
  const claim = part.kind === "entry" ? claims.get(part.key) : undefined;
  const id = claim ? part.key : `${part.first}`;
  const whole = claimOf(part);
  const head = el(
    "header",
    {},
    claim
      ? el("a", { class: `num ${claim.priority}`, href: `#c-${id}`, "aria-label": `Claim ${claim.number}: to its place in the draft` }, String(claim.number))
      : el("span", { class: `num ${whole?.priority ?? "none"}`, "aria-hidden": whole ? false : "true", title: whole ? `Split off from claim ${whole.number}` : false }, numberOf(part)),
    el("h4", { id: `h-${id}` }, el("button", { type: "button", class: "title", "aria-expanded": "false" }, headingOf(part))),
    el("span", { class: "pill" }),
    isMovable(part) && el("span", { class: "grip", "aria-hidden": "true", title: "Drag to another place" }, "⠿"),
  );
  if (claim) head.append(el("p", { class: "meta" }, `${claim.priority} · ${claim.kinds[0]} · line ${claim.line}`));
  const entry = el("article", { class: `entry ${whole?.priority ?? ""}`, id: `e-${id}`, tabindex: "-1", "aria-labelledby": `h-${id}` }, head, el("div", { class: "body" }));
  entry.holds = part;
  shown.set(part, entry);
  return entry;
}

/** Fills an entry's body, once, or anew when it opens or closes. */
function fill(entry, open = entry.classList.contains("active")) {
  const state = open ? "open" : "closed";
  if (entry.dataset.filled === state) return;
  entry.dataset.filled = state;
  const part = entry.holds;
  const claim = claims.get(part.key);
  const facts = claimOf(part)?.facts ?? new Set();
  const isNotice = (line) => item(line)?.words.startsWith("**");
  const numbers = open
    ? linesOf(part, (line, at) => !isMissing(at))
    : linesOf(part, (line, at) => facts.has(at) || isNotice(line));
  // The draft itself shows the sentence of an entry that stands in it.
  let quotes = 0;
  const hide = (text) => claim && text.startsWith(">") && (quotes += 1) === 1;
  const body = $(".body", entry);
  body.replaceChildren(...linesShown(part, numbers, hide));
  if (open) body.append(...furtherFields(part), moves(part));
  $(".title", entry).setAttribute("aria-expanded", String(open));
}

/** The fields that an entry lacks so far, folded while nothing is written in them. */
function furtherFields(part) {
  const numbers = linesOf(part, (line, at) => isMissing(at));
  if (!numbers.length) return [];
  const fields = el("details", { class: "further" }, el("summary", {}, "More fields"), ...linesShown(part, numbers));
  fields.open = numbers.some((at) => sheet.value(at));
  return [fields];
}

/** The buttons below an open entry. */
function moves(part) {
  const button = (words, act) => el("button", { type: "button", "data-act": act }, words);
  const all = openFacts(part).length > 1 && button("Tick all facts", "tick");
  const away = sheet.added.includes(part) && button(part.of ? "Join with its claim again" : "Remove this claim", "remove");
  const rare = [
    ...(isMovable(part) ? [button("Move up", "up"), button("Move down", "down")] : []),
    ...(claimOf(part) && !part.withdrawn ? [button("Split …", "split")] : []),
  ];
  const menu = rare.length > 0 && el("details", { class: "rare" }, el("summary", {}, "Move or split"), ...rare);
  return el("div", { class: "moves" }, button("‹ Previous", "previous"), button("Next ›", "next"), button("Next open »", "open"), button("In the draft", "draft"), all, menu, away, button("Close", "close"));
}

/** What an entry is called before its words: a claim's number, with a letter where it was split off. */
function numberOf(part) {
  const claim = claimOf(part);
  if (!claim) return "–";
  if (part.kind === "entry") return String(claim.number);
  const parts = [...data.parts, ...sheet.added].filter((other) => other.of === part.of);
  return claim.number + String.fromCharCode(Math.min(98 + Math.max(parts.indexOf(part), 0), 122));
}

/** The boxes of an entry's facts that are not ticked. */
const openFacts = (part) => linesOf(part, (_, at) => claimOf(part)?.facts.has(at) && !sheet.value(at));

/** Ticks all facts of a claim, which is one step to undo. */
function tickAll(part) {
  const boxes = openFacts(part);
  did("all facts ticked", () => boxes.forEach((at) => put(at, false)));
  for (const at of boxes) put(at, true);
}

/** The entries that ask the author something and have no answer. */
const asking = new Set();

/** Whether each entry is done; kept, as a sheet may have thousands. */
const done = new Map();

/** Shows the state of an entry in its head and in the draft. */
function showEntry(part) {
  if (part.kind !== "entry" && part.kind !== "own") return;
  const entry = shown.get(part);
  const isNow = isDone(part);
  const { verdict = "", query, answer } = reviewOf(part);
  done.set(part, isNow);
  asking[query && !answer ? "add" : "delete"](part);
  if (!entry) return;
  entry.classList.toggle("done", isNow);
  $(".pill", entry).textContent = isNow ? verdict : verdict && lacks(part)[0];
  for (const place of placesOf(placeName(part))) place.classList.toggle("done", isNow);
}
