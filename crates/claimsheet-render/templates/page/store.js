// What a person did, kept in the browser: one key an edit, so that two tabs never write over each other's
// edits. A key names the draft, the version of the sheet, the part and the line.

const DRAFT = `claimsheet/${data.version}/${data.identity}/`;
const HERE = `${DRAFT}${data.digest}`;

const store = {
  /** Edits by key, as far as they differ from the sheet in the page. */
  edits: new Map(),
  /** Whether the browser keeps anything. */
  works: true,

  key(at) {
    const { part, name } = sheet.names.get(at);
    return `${HERE}/${partName(part)}/${name}`;
  },

  /** The line of a key of this version of the sheet. */
  line(key) {
    return key.startsWith(`${HERE}/`) ? sheet.places.get(key.slice(HERE.length + 1)) : undefined;
  },

  read(key) {
    try {
      return JSON.parse(localStorage.getItem(key));
    } catch {
      return null;
    }
  },

  write(key, value) {
    try {
      if (value === null) localStorage.removeItem(key);
      else localStorage.setItem(key, JSON.stringify(value));
      this.works = true;
    } catch {
      this.works = false;
    }
  },

  keys() {
    try {
      return Object.keys(localStorage).filter((key) => key.startsWith(DRAFT));
    } catch {
      this.works = false;
      return [];
    }
  },

  /** Keeps what a line holds now, or forgets it where that is what the sheet says. */
  keep(at) {
    const key = this.key(at);
    const [value, base] = [sheet.value(at), sheet.value(at, sheet.original)];
    if (value === base) {
      this.edits.delete(key);
      this.write(key, null);
      return;
    }
    const { part, name } = sheet.names.get(at);
    const edit = { value, base, label: labelOf(at), part: partName(part), name, of: headingOf(part) };
    this.edits.set(key, edit);
    this.write(key, edit);
    this.write(HERE, { ...this.read(HERE), title: data.title, at: new Date().toISOString() });
  },

  /** Takes what was kept for this version of the sheet into the page. */
  load() {
    loadAdded();
    for (const key of this.keys()) {
      const at = this.line(key);
      const edit = at === undefined ? null : this.read(key);
      if (edit) this.take(at, key, edit);
    }
    loadOrder();
  },

  take(at, key, edit) {
    sheet.set(at, edit.value);
    this.edits.set(key, edit);
  },
};

/** Changes a line so that it can be undone. */
function change(at, value) {
  const before = sheet.value(at);
  if (before === value) return;
  did(labelOf(at), () => put(at, before), typeof value === "string" ? at : undefined);
  put(at, value);
}

/** Puts a value into a line, keeps it, and shows it everywhere. */
function put(at, value) {
  sheet.set(at, value);
  store.keep(at);
  changed(at);
}

/** What a line is called: a field's name, or the words of an item. */
const labelOf = (at) => field(sheet.original[at], joined.has(at))?.label ?? plainText(item(sheet.original[at]).words);

/** Shows a line that was changed, here or in another tab. */
function changed(at) {
  showLine(at);
  countBox(at);
  showEntry(sheet.names.get(at).part);
  showProgress();
  showKept();
  showQueries();
  host.changed?.();
}

listen("storage", (event) => {
  if (event.key === null) {
    for (const [key, edit] of store.edits) store.write(key, edit);
    return;
  }
  if (event.key === HERE) showKept();
  if (event.key === ORDER) return arrangedElsewhere();
  if (event.key.startsWith(`${HERE}/+/`)) return addedElsewhere(event.key, event.newValue === null ? null : store.read(event.key));
  const at = store.line(event.key);
  if (at === undefined) return;
  const edit = event.newValue === null ? null : store.read(event.key);
  const before = sheet.value(at);
  const value = edit ? edit.value : sheet.value(at, sheet.original);
  if (value === before) return;
  const replaced = typed.delete(at) && typeof before === "string" && before.trim() ? before : "";
  if (edit) store.take(at, event.key, edit);
  else {
    sheet.set(at, value);
    store.edits.delete(event.key);
  }
  changed(at);
  if (replaced) keepBeside(at, replaced);
});
