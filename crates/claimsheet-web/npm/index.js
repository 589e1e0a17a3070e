// The package's door: loads the WebAssembly beside it, wherever it runs.

import initialise, { initSync } from "./claimsheet_core.js";

export { Draft, abilities, exportReviews, importAnswers, recognise } from "./claimsheet_core.js";

let loaded;

/**
 * Loads the WebAssembly, once; await it before anything else. In Node and Deno it is read from the package's folder,
 * in browsers and workers it is fetched from beside this module. `code` is the WebAssembly itself, its bytes, a
 * Response or an address, where it stands elsewhere.
 */
export function load(code) {
  loaded ??= begin(code).catch((error) => {
    loaded = undefined;
    throw error;
  });
  return loaded;
}

async function begin(code) {
  if (code instanceof WebAssembly.Module || code instanceof ArrayBuffer || ArrayBuffer.isView(code)) {
    initSync({ module: code });
    return;
  }
  const beside = new URL("claimsheet_bg.wasm", import.meta.url);
  if (code === undefined && beside.protocol === "file:" && (globalThis.process?.versions?.node || globalThis.Deno)) {
    const { readFile } = await import("node:fs/promises");
    initSync({ module: await readFile(beside) });
    return;
  }
  await initialise({ module_or_path: code ?? beside });
}
