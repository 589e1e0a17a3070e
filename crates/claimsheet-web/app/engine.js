// The worker with the WebAssembly: started once, ended and started again where somebody cancels.

// The code stands at the end of the page: the start is there to be used before all of it has arrived.

const bytesOf = (text) => Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
const textOf = (id) => new TextDecoder().decode(bytesOf($(`#${id}`).textContent));

const WORKER = URL.createObjectURL(new Blob([textOf("worker")], { type: "text/javascript" }));

/** The code as it stands in the page, packed; from the first worker on, compiled. */
let code = (async () => {
  if (document.readyState === "loading") await new Promise((resolve) => addEventListener("DOMContentLoaded", resolve, { once: true }));
  const { textContent } = $("#code");
  $("#code").remove();
  return textContent;
})();

/** Somebody pressed Cancel. */
class Cancelled extends Error {}

const engine = {
  worker: null,
  calls: new Map(),
  count: 0,

  /** Starts the worker, where there is none; it is ready when it has compiled the code. */
  start() {
    this.ready ??= new Promise((resolve, reject) => {
      this.refuse = reject;
      this.begin(resolve).catch(reject);
    });
    return this.ready;
  },

  async begin(isReady) {
    const given = await code;
    const worker = new Worker(own.createScriptURL(WORKER));
    this.worker = worker;
    worker.onmessage = ({ data }) => {
      if (!data.module) return this.heard(data);
      code = data.module;
      isReady();
    };
    worker.onerror = (event) => this.end(new Error(event.message || "The worker ended."));
    worker.postMessage({ code: given });
  },

  heard({ id, words, part, result, error, isTrap, isUseless }) {
    if (isUseless) return this.end(new Error(error));
    const call = this.calls.get(id);
    if (!call) return;
    if (words) return call.tell?.(words, part);
    this.calls.delete(id);
    // After a trap the memory of the WebAssembly is not to be relied on.
    if (isTrap) this.end(new Error(error));
    if (error) call.reject(new Error(error));
    else call.resolve(result);
  },

  /** Ends the worker; the next call starts another. */
  end(error = new Cancelled("Cancelled.")) {
    this.worker?.terminate();
    this.worker = null;
    this.refuse?.(error);
    this.ready = undefined;
    for (const { reject } of this.calls.values()) reject(error);
    this.calls.clear();
  },

  /** What the worker answers. */
  async ask(call, given, tell) {
    await this.start();
    const id = (this.count += 1);
    return new Promise((resolve, reject) => {
      this.calls.set(id, { resolve, reject, tell });
      this.worker.postMessage({ id, call, given });
    });
  },
};

/** How long a call may take before it is shown, in milliseconds. */
const PATIENCE = 150;

/** Runs what takes a while under a dialog with its progress; nothing where it was cancelled. */
async function busy(work) {
  const { busy: dialog } = dialogs;
  const meter = $("progress", dialog);
  const tell = (words, part) => {
    $("#busy-what").textContent = words;
    if (part === undefined) meter.removeAttribute("value");
    else meter.value = part;
  };
  tell("Starting …");
  const shown = setTimeout(() => dialog.open || dialog.showModal(), PATIENCE);
  const cancel = () => engine.end();
  $("#cancel").onclick = cancel;
  dialog.oncancel = cancel;
  try {
    return await work(tell);
  } catch (error) {
    if (error instanceof Cancelled) return undefined;
    throw error;
  } finally {
    clearTimeout(shown);
    dialog.close();
  }
}
