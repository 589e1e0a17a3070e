// The worker with the WebAssembly: started once, ended and started again where somebody cancels.

const bytesOf = (text) => Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
const textOf = (id) => new TextDecoder().decode(bytesOf($(`#${id}`).textContent));

const WORKER = URL.createObjectURL(new Blob([textOf("worker")], { type: "text/javascript" }));

/** The WebAssembly, unpacked and compiled. */
const code = (async () => {
  const packed = new Blob([bytesOf($("#code").textContent)]);
  const unpacked = packed.stream().pipeThrough(new DecompressionStream("gzip"));
  return WebAssembly.compile(await new Response(unpacked).arrayBuffer());
})();

/** Somebody pressed Cancel. */
class Cancelled extends Error {}

const engine = {
  worker: null,
  calls: new Map(),
  count: 0,

  async start() {
    const module = await code;
    if (this.worker) return;
    this.worker = new Worker(own.createScriptURL(WORKER));
    this.worker.onmessage = ({ data }) => this.heard(data);
    this.worker.onerror = (event) => this.end(new Error(event.message || "The worker ended."));
    this.worker.postMessage({ code: module });
  },

  heard({ id, words, part, result, error, isTrap }) {
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
