export { Draft, abilities, exportReviews, importAnswers, recognise } from "./claimsheet_core.js";
export type { Abilities, Answered, EvidenceFile, MadeSheet, MakeOptions, Recognised } from "./claimsheet_core.js";

/**
 * Loads the WebAssembly, once; await it before anything else. In Node and Deno it is read from the package's folder,
 * in browsers and workers it is fetched from beside this module. `code` is the WebAssembly itself, its bytes, a
 * Response or an address, where it stands elsewhere.
 */
export function load(code?: WebAssembly.Module | BufferSource | Response | URL | string): Promise<void>;
