// The drafts that somebody works on, kept in this browser: the draft's bytes, and the sheet as it is now. Where the
// browser keeps nothing, they live as long as the tab.

const kept = new Map();

const database = new Promise((resolve) => {
  try {
    const request = indexedDB.open("claimsheet", 1);
    request.onupgradeneeded = () => request.result.createObjectStore("sessions", { keyPath: "id" });
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => resolve(null);
    request.onblocked = () => resolve(null);
  } catch {
    resolve(null);
  }
});

/** One step in the store; nothing where there is none. */
async function stored(mode, act) {
  const base = await database;
  if (!base) return undefined;
  return new Promise((resolve, reject) => {
    const transaction = base.transaction("sessions", mode);
    const request = act(transaction.objectStore("sessions"));
    transaction.oncomplete = () => resolve(request.result);
    transaction.onerror = () => reject(transaction.error);
    transaction.onabort = () => reject(transaction.error);
  });
}

const sessions = {
  /** Whether the browser keeps them. */
  works: true,

  async all() {
    const found = await stored("readonly", (store) => store.getAll()).catch(() => undefined);
    // Another tab may have gone on with one, or removed it.
    const ids = new Set(found?.map(({ id }) => id));
    for (const id of found && this.works ? [...kept.keys()] : []) if (!ids.has(id)) kept.delete(id);
    for (const session of found ?? []) if (!(kept.get(session.id)?.at >= session.at)) kept.set(session.id, session);
    return [...kept.values()].sort((one, other) => (one.at < other.at ? 1 : -1));
  },

  async keep(session) {
    session.at = new Date().toISOString();
    kept.set(session.id, session);
    try {
      this.works = (await stored("readwrite", (store) => store.put(session))) !== undefined;
    } catch {
      this.works = false;
    }
  },

  async read(id) {
    return (await stored("readonly", (store) => store.get(id)).catch(() => undefined)) ?? kept.get(id);
  },

  async forget(id) {
    kept.delete(id);
    await stored("readwrite", (store) => store.delete(id)).catch(() => undefined);
  },
};

/** What the worker gets of a session's draft. */
const draftOf = ({ key, name, bytes, options, evidence }) => ({ key, name, bytes, options, evidence });

/** A name for the worker under which it finds a draft again. */
const newKey = () => `${Date.now()}-${Math.random()}`;
