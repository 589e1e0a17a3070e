// The page of a sheet within the app: the same page as `--format html`, with what only the app can do.

let sheetShown = null;
let sessionShown = null;

/** Sessions that were replaced while their page is still shown: it keeps nothing any more. */
const replaced = new WeakSet();

/** Opens the sheet of a draft that is at work. */
async function openSession(id) {
  const session = await sessions.read(id);
  const html = await busy((tell) => engine.ask("page", { ...draftOf(session), article: session.article, sheet: session.sheet }, tell));
  if (html === undefined) return sheetShown ? undefined : showStart();
  sheetShown?.close();
  show(html, session);
  if (sheetShown.edits() || session.current === session.sheet) return sheetShown.keep();
  // What was written is in the session alone: the browser forgot the lines. It goes into the sheet itself.
  replaced.add(session);
  await sessions.keep({ ...session, sheet: session.current, carried: Math.max(session.unsaved, 1) });
  return openSession(id);
}

function show(html, session) {
  const parsed = new DOMParser().parseFromString(own.createHTML(html), "text/html");
  for (const script of parsed.querySelectorAll("script:not(#data)")) script.remove();
  document.title = parsed.title;
  document.body.className = "";
  document.body.replaceChildren(...parsed.body.childNodes, ...Object.values(dialogs));
  $("#top").prepend(bar(session));
  sessionShown = session;
  let page;
  let timer;
  const keep = async () => {
    if (replaced.has(session)) return;
    Object.assign(session, { current: page.text(), unsaved: page.unsaved(), carried: host.carried, progress: page.progress() });
    await sessions.keep(session);
  };
  const host = {
    carried: session.carried,
    save: (text) => saveInto(session, text),
    changed() {
      clearTimeout(timer);
      timer = setTimeout(keep, 250);
    },
  };
  page = openSheet(host);
  sheetShown = {
    ...page,
    keep,
    close() {
      clearTimeout(timer);
      keep();
      page.close();
    },
  };
  if (session.told) page.say(session.told);
  session.told = undefined;
}

/** Puts another sheet into a session: what is shown of it is of the past. All that was written is in the new one. */
async function replaceSession(session, changes) {
  if (sessionShown?.id === session.id && sheetShown) replaced.add(sessionShown);
  const next = { ...session, ...changes };
  next.unsaved = next.carried;
  await sessions.keep(next);
  announce(next);
  if (sessionShown?.id === session.id) sheetShown?.forget();
  return next;
}

/** What the app adds at the head of the page. */
function bar(session) {
  const button = (words, act, name) => el("button", { type: "button", class: name, click: () => Promise.resolve(act()).catch(complain) }, words);
  const picker = (accept, act) => {
    const input = el("input", { type: "file", accept, hidden: true });
    input.addEventListener("change", async () => {
      if (input.files.length) await act(await read(input.files[0]));
      input.value = "";
    });
    return input;
  };
  const version = picker("", (file) => newVersion(session, file));
  version.id = "new-draft";
  const answers = picker(".xlsx,.csv,.json,.docx", importInto);
  answers.id = "answers";
  const canSaveInto = "showOpenFilePicker" in globalThis;
  return el(
    "nav",
    { id: "app", "aria-label": "claimsheet" },
    button("‹ All drafts", showStart, "home"),
    button("New version of the draft …", () => version.click()),
    version,
    button("Answers that came back …", () => answers.click()),
    answers,
    button("Export …", showExports),
    canSaveInto && button("Save into a file …", () => choosePlace(session)),
  );
}

/** The draft as it is now, whatever its file is called. */
async function newVersion(session, file) {
  const { kind } = await engine.ask("recognise", { name: file.name, bytes: file.bytes });
  if (kind === "sheet") throw new Error(`${file.name} is a sheet: choose the draft.`);
  await sheetShown.keep();
  const known = (await sessions.all()).filter((one) => one.name === session.name && one.key === session.key);
  const made = await makeVersion(known.length ? known : [session], { key: newKey(), name: session.name, bytes: file.bytes, options: {}, evidence: [] });
  if (made) await openSession(session.id);
}

/** Saves into the file of the sheet, where there is one. Gives its name, or nothing for a download. */
async function saveInto(session, text) {
  const { place } = session;
  if (!place) return undefined;
  const permission = { mode: "readwrite" };
  if ((await place.handle.queryPermission(permission)) !== "granted" && (await place.handle.requestPermission(permission)) !== "granted") return undefined;
  const there = await (await place.handle.getFile()).text();
  if (there.trim() && there !== place.known && there !== text) {
    const key = await ask(`${place.name} was changed by somebody else`, "It is not what this page read or wrote. Nothing was written.", [
      { key: "merge", label: "Take what is in the file, and offer mine", about: "what you wrote here is offered line by line" },
      { key: "download", label: "Save mine as another file" },
    ]);
    if (key === "merge") {
      await sheetShown.keep();
      await openSession((await withSheet(session, { name: place.name, handle: place.handle, bytes: new TextEncoder().encode(there).buffer })).id);
    }
    return key === "download" ? undefined : null;
  }
  const stream = await place.handle.createWritable();
  await stream.write(text);
  await stream.close();
  place.known = text;
  return place.name;
}

/** Chooses the file into which the sheet is saved from now on: one that is there is merged first, never replaced. */
async function choosePlace(session) {
  const key = await ask("Save into a file", "From then on “Save sheet” writes there.", [
    { key: "folder", label: `A new ${session.file} in a folder`, about: "the folder of the draft, for instance" },
    { key: "file", label: "A sheet that is there", about: "what stands in it is kept" },
  ]);
  if (!key) return;
  try {
    let handle;
    if (key === "file") [handle] = await showOpenFilePicker({ types: [{ description: "Sheets", accept: { "text/markdown": [".md"] } }] });
    else handle = await (await showDirectoryPicker({ mode: "readwrite" })).getFileHandle(session.file, { create: true });
    const there = await (await handle.getFile()).text();
    session.place = { handle, known: there.trim() ? session.sheet : there, name: handle.name };
    await sessions.keep(session);
    $("#save").click();
  } catch (error) {
    if (error.name !== "AbortError") throw error;
  }
}

/** Tells other tabs that a draft's sheet is another one now. */
function announce({ id, key }) {
  try {
    localStorage.setItem(`claimsheet/made/${id}`, key + Date.now());
  } catch {
    // Nobody else can have it open where nothing is kept.
  }
}

addEventListener("storage", ({ key }) => {
  if (!sessionShown || !sheetShown || key !== `claimsheet/made/${sessionShown.id}`) return;
  const { id } = sessionShown;
  replaced.add(sessionShown);
  kept.delete(id);
  const look = el("button", { type: "button", click: () => openSession(id).catch(complain) }, "Show it");
  $("#notices").append(el("p", { class: "notice", role: "status" }, "In another tab this sheet was merged with a new draft or with answers. What you write here is kept, and offered there. ", look));
});
