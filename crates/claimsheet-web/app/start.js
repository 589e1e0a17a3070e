// The start: files, text, settings, and the drafts that are at work.

const intake = $("#intake");
const startPage = [...document.body.childNodes].filter((node) => !Object.values(dialogs).includes(node));
let chosen = [];

const remembered = {
  get() {
    try {
      return JSON.parse(localStorage.getItem("claimsheet/settings")) ?? {};
    } catch {
      return {};
    }
  },
  set(settings) {
    try {
      localStorage.setItem("claimsheet/settings", JSON.stringify(settings));
    } catch {
      // A browser that keeps nothing asks again next time.
    }
  },
};

let house = remembered.get().house;
let evidence = [];

/** The options as the settings say; what is not said is left out, as on the command line. */
function options() {
  const value = (id) => $(`#${id}`, intake).value.trim();
  const links = value("links");
  const said = {
    published: value("published"),
    checker: value("checker"),
    author: value("author"),
    sort: value("sort"),
    minPriority: value("least"),
    ...(links === "private" && { private: true }),
    ...(links === "none" && { noLinks: true }),
    ...(house && { house: house.text, houseFiles: house.files }),
  };
  return Object.fromEntries(Object.entries(said).filter(([, value]) => value));
}

function showHouse() {
  $("#house-name", intake).textContent = house ? `In use: ${house.name}` : "claimsheet.toml: your words, rules and verdicts";
  $("#no-house", intake)?.remove();
  if (house) $("#house", intake).after(el("button", { type: "button", id: "no-house", click: () => setHouse(undefined) }, "Use none"));
}

function setHouse(next) {
  house = next;
  remembered.set({ ...remembered.get(), house });
  showHouse();
}

/** Takes up a house file, with the files of sources that came with it. */
function takeHouse(files) {
  const main = files.find(({ name }) => name === "claimsheet.toml") ?? files[0];
  const others = files.filter((file) => file !== main).map((file) => [file.name, decoded(file.bytes)]);
  setHouse({ name: main.name, text: decoded(main.bytes), files: Object.fromEntries(others) });
}

function complain(error) {
  const words = error?.message ?? String(error);
  if (sheetShown) sheetShown.say(words);
  else $("#wrong", intake).textContent = words;
}

function showChosen() {
  $("#chosen").replaceChildren(...chosen.map(({ name }) => el("li", {}, name)));
}

/** Shows the start with the drafts that are at work. */
async function showStart() {
  sheetShown?.close();
  sheetShown = null;
  document.body.className = "start";
  document.title = "claimsheet";
  history.replaceState(null, "", "#");
  document.body.replaceChildren(...startPage, ...Object.values(dialogs));
  chosen = [];
  showChosen();
  $("#draft").value = "";
  $("#text").value = "";
  $("#wrong", intake).textContent = "";
  await showGoing();
}

async function showGoing() {
  const all = await sessions.all();
  $("#going").hidden = !all.length;
  $("#going ul").replaceChildren(...all.map(going));
}

/** A draft that is at work, to be gone on with. */
function going(session) {
  const { title, name, progress, unsaved } = session;
  const file = name === "-" ? "pasted text" : name;
  const left = unsaved ? el("em", {}, ` · ${plural(unsaved, "change")} not saved`) : "";
  const open = el("button", { type: "button", class: "open", click: () => openSession(session.id).catch(complain) }, el("b", {}, title || file), el("span", {}, `${file} · ${progress ?? plural(session.claims, "claim")}`, left));
  const away = el("button", { type: "button", class: "away", "aria-label": `Remove ${title || file}` }, "Remove");
  away.addEventListener("click", async () => {
    const words = unsaved ? `${plural(unsaved, "change")} in its sheet are in no saved file, and will be gone.` : "This browser forgets the draft and its sheet. Saved files stay.";
    const sure = await ask(`Remove “${title || file}”?`, words, [{ key: "yes", label: "Remove it from this browser" }]);
    if (sure !== "yes") return;
    await sessions.forget(session.id);
    await showGoing();
  });
  return el("li", {}, open, away);
}

$("#draft").addEventListener("change", async ({ target }) => {
  chosen = await Promise.all([...target.files].map((file) => read(file)));
  showChosen();
  $("#make").focus();
});

$("#house", intake).addEventListener("change", async ({ target }) => {
  const files = await Promise.all([...target.files].map((file) => read(file)));
  // A file that was edited can be chosen again.
  target.value = "";
  if (files.length) takeHouse(files);
});

$("#evidence").addEventListener("change", async ({ target }) => {
  const files = [...target.files].filter((file) => !file.webkitRelativePath.split("/").some((name) => name.startsWith(".")));
  evidence = await Promise.all(files.map(async (file) => ({ name: file.webkitRelativePath.split("/").slice(1).join("/") || file.name, bytes: await file.arrayBuffer() })));
  $("#evidence-name", intake).textContent = evidence.length ? plural(evidence.length, "document") : "a folder; each fact is held against it";
});

$("#checker").value = remembered.get().checker ?? "";
$("#checker").addEventListener("change", ({ target }) => remembered.set({ ...remembered.get(), checker: target.value.trim() }));

$("#intake").addEventListener("submit", async (event) => {
  event.preventDefault();
  const text = $("#text").value;
  const files = [...chosen, ...(text.trim() ? [pasted(text)] : [])];
  if (!files.length) {
    complain("Drop a draft, choose one, or paste its text first.");
    return $("#text").focus();
  }
  await takeIn(files);
});

$("#try").addEventListener("click", () => takeIn([{ name: "harbour-tolls.md", bytes: bytesOf($("#sample").textContent).buffer }]));
showHouse();
