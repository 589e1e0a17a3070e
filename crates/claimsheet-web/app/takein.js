// What becomes of files that come in: drafts are made, sheets are merged with their drafts, answers go into the
// open sheet, a house file is taken up.

/** Sheets that came without their draft: it may be dropped next. */
let waiting = [];

async function takeIn(files) {
  if (!files.length) return;
  try {
    if (sheetShown) await sheetShown.keep();
    else $("#wrong", intake).textContent = "";
    const sorted = await sort(files);
    if (sorted.house.length) takeHouse(sorted.house);
    if (sorted.draft.length) sorted.sheet.push(...waiting.splice(0).filter(({ of }) => !sorted.sheet.some((sheet) => sheet.of === of)));
    const answers = await divide(sorted);
    for (const file of answers) await importInto(file);
    const made = await makeAll(sorted.draft, sorted.sheet);
    if (made.length === 1) await openSession(made[0].id);
    else if (made.length > 1) await showStart();
  } catch (error) {
    complain(error);
  }
}

/** The files by what they are. */
async function sort(files) {
  const sorted = { draft: [], sheet: [], answers: [], house: [] };
  for (const file of files) {
    const { kind, draft, part } = file.name === "-" ? { kind: "draft" } : await engine.ask("recognise", { name: file.name, bytes: file.bytes });
    sorted[kind].push({ ...file, of: draft, part });
  }
  return sorted;
}

/** The answers for the sheet that is open; what could be a draft as well is asked about, and goes there. */
async function divide(sorted) {
  const answers = [];
  for (const file of sorted.answers) {
    if (!sheetShown) {
      sorted.draft.push(file);
      continue;
    }
    const key = await ask(`What is ${file.name}?`, "", [
      { key: "answers", label: "Answers to this sheet", about: "what others wrote into the table or the comments goes into its empty fields" },
      { key: "draft", label: "A draft", about: "a new version of this one by its name, or another" },
    ]);
    if (key === "answers") answers.push(file);
    else if (key === "draft") sorted.draft.push(file);
  }
  return answers;
}

/** Makes the sheets of drafts, with the sheets that came with them; the sessions. */
async function makeAll(drafts, sheets) {
  const sessionsMade = [];
  const left = new Set(sheets);
  for (const draft of drafts) {
    const own = sheets.filter((sheet) => sheet.of === draft.name || (drafts.length === 1 && sheets.length === 1));
    own.forEach((sheet) => left.delete(sheet));
    const made = await makeOne(draft, own);
    if (!made) return sessionsMade;
    sessionsMade.push(...made);
  }
  const all = await sessions.all();
  const begun = (sheet) => all.find((session) => session.name === sheet.of && (session.part ?? null) === (sheet.part ?? null));
  const alone = [...left].filter((sheet) => !begun(sheet));
  for (const sheet of left) if (!alone.includes(sheet)) sessionsMade.push(await withSheet(begun(sheet), sheet));
  if (alone.length) {
    waiting.push(...alone);
    throw new Error(alone.map(({ name, of }) => `${name} is the sheet of ${of && of !== "-" ? of : "a draft"}. Drop that draft now; the sheet waits for it.`).join(" "));
  }
  return sessionsMade;
}

/** A draft at work with a sheet from a file: what was written here line by line is offered by the page. Where there is more, that stays as a session of its own. */
async function withSheet(session, sheet) {
  const text = decoded(sheet.bytes);
  const [made] = await busy((tell) => engine.ask("make", { ...draftOf(session), sheets: [text] }, tell)) ?? [];
  if (!made) return session;
  const changes = { sheet: made.text, current: made.text, carried: made.text === text ? 0 : 1, place: placeOf(sheet, text) };
  if (!session.unsaved) return replaceSession(session, changes);
  const other = { ...session, ...changes, id: newKey(), unsaved: changes.carried };
  await sessions.keep(other);
  return other;
}

/** Into which file a sheet is saved: the one that it came from. */
const placeOf = (file, text) => (file?.handle ? { handle: file.handle, known: text, name: file.name } : undefined);

/** Makes one draft: anew, or merged with its sheet; nothing where that was cancelled. */
async function makeOne(draft, ownSheets) {
  const known = (await sessions.all()).filter((session) => session.name === draft.name);
  const [first] = known;
  const renamed = ownSheets.find((sheet) => sheet.of !== draft.name);
  if (renamed) {
    const sure = await ask(`${renamed.name} is the sheet of ${renamed.of ?? "another draft"}`, `It came with ${draft.name}. Was the draft renamed?`, [{ key: "yes", label: "Yes: merge the two", about: "what is written in the sheet stays" }]);
    if (sure !== "yes") return null;
  }
  const given = { key: newKey(), name: draft.name, bytes: draft.bytes, options: { ...options(), ...(renamed && { renamed: true }) }, evidence };
  const texts = ownSheets.map((sheet) => decoded(sheet.bytes));
  if (!texts.length && first) {
    if (sameBytes(first.bytes, draft.bytes) && JSON.stringify(first.options) === JSON.stringify(given.options) && !evidence.length) return known;
    const next = await askVersion(first, draft);
    if (next === null) return null;
    if (next === "version") return makeVersion(known, given);
  }
  const made = await busy((tell) => engine.ask("make", { ...given, sheets: texts }, tell));
  if (!made) return null;
  return Promise.all(made.map(async (one) => {
    const text = texts.find((text) => text && made.length === 1) ?? "";
    const session = {
      id: newKey(), ...given, article: one.article, part: one.part, title: one.title, claims: one.claims, file: one.file,
      sheet: one.text, current: one.text, carried: text && one.text !== text ? 1 : 0, unsaved: 0,
      told: one.changes?.told ?? one.summary, place: placeOf(made.length === 1 ? ownSheets[0] : undefined, text),
    };
    if (renamed) session.options = options();
    await sessions.keep(session);
    return session;
  }));
}

/** Asks what a draft is whose name is here already. Pasted texts have no name: one that begins otherwise is most likely another. */
const askVersion = (session, draft) => {
  const isPasted = draft.name === "-";
  const name = isPasted ? "A pasted text" : draft.name;
  const begins = (bytes) => decoded(bytes).trimStart().split("\n", 1)[0];
  const choices = [
    { key: "version", label: "A new version of that draft", about: "its sheet goes on: nothing that was written in it is lost" },
    { key: "new", label: "Another draft", about: "it gets a sheet of its own" },
  ];
  if (isPasted && begins(draft.bytes) !== begins(session.bytes)) choices.reverse();
  return ask(`${name} is here already`, `“${session.title || name}”${session.unsaved ? `, with ${plural(session.unsaved, "change")} not saved` : ""}.`, choices);
};

/** A new version of a draft: the sheets at work are merged with it. */
async function makeVersion(known, given) {
  const sheets = known.map((session) => session.current);
  const own = { ...known[0].options, ...given.options };
  const made = await busy((tell) => engine.ask("make", { ...given, options: own, evidence: given.evidence.length ? given.evidence : known[0].evidence, sheets }, tell));
  if (!made) return null;
  const out = [];
  for (const one of made) {
    const before = known.find((session) => (session.part ?? null) === (one.part ?? null));
    const base = before ?? { id: newKey(), unsaved: 0 };
    const isNew = before && one.text !== before.current;
    const next = await replaceSession(base, {
      ...given, options: own, evidence: given.evidence.length ? given.evidence : known[0].evidence,
      article: one.article, part: one.part, title: one.title, claims: one.claims, file: one.file, sheet: one.text, current: one.text,
      carried: base.unsaved + (isNew ? 1 : 0), told: one.changes?.told ?? one.summary,
    });
    out.push(next);
  }
  return out;
}

/** Puts answers that came back into the open sheet. */
async function importInto(file) {
  const session = sessionShown;
  const sheet = sheetShown.text();
  const given = { sheet, bytes: file.bytes, options: session.options };
  let found = await engine.ask("importAnswers", given);
  if (found.conflicts.length) {
    const rows = found.conflicts.map(({ field, here, there }) => el("tr", {}, el("td", {}, field), el("td", {}, here), el("td", {}, there)));
    const table = el("table", { class: "clashes" }, el("tr", {}, ["Field", "Here", "There"].map((name) => el("th", {}, name))), rows);
    const prefer = await ask(plural(found.conflicts.length, "field says two things", "fields say two things"), table, [
      { key: "sheet", label: "Keep what stands here", about: "empty fields are filled all the same" },
      { key: "file", label: "Take what came back" },
    ]);
    if (prefer === null) return;
    found = await engine.ask("importAnswers", { ...given, prefer });
  }
  const replaced = found.conflicts.length;
  const count = found.filled + found.ticked + replaced;
  const told = `${file.name}: ${plural(found.filled, "field")} filled, ${plural(found.ticked, "fact")} ticked.`;
  const carried = sheetShown.unsaved() + count;
  await replaceSession(session, { sheet: found.text, current: found.text, carried, told: [told, ...found.notes].join(" ") });
  await openSession(session.id);
}
