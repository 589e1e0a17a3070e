// Runs every case in cases/, each in a browser and a folder of its own. Ends with 0 only when all of them
// ran and passed. With words as arguments, only the cases whose names hold one of them.

import { readdirSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { launch, open } from "./browser.mjs";

/** How many cases there are at least; fewer means that they were not found. */
const LEAST = 20;

process.exitCode = 1;
const words = process.argv.slice(2);
const folder = join(import.meta.dirname, "cases");
const cases = [];
for (const file of readdirSync(folder).filter((name) => name.endsWith(".mjs")).sort()) {
  const module = await import(pathToFileURL(join(folder, file)).href);
  for (const [name, run] of Object.entries(module.default)) cases.push({ name, run });
}
const chosen = cases.filter(({ name }) => !words.length || words.some((word) => name.includes(word)));
let failed = 0;
const chromium = await launch();
for (const { name, run } of chosen) {
  const browser = await open(chromium);
  try {
    await run(browser);
    if (browser.complaints.length) throw new Error(browser.complaints.join("\n"));
    console.log(`ok   ${name}`);
  } catch (error) {
    failed += 1;
    console.log(`FAIL ${name}\n${error.stack}\n${browser.complaints.join("\n")}`);
  } finally {
    await browser.close();
  }
}
await chromium.close();
const passed = chosen.length - failed;
console.log(`page in the browser: ${passed} of ${chosen.length} cases passed`);
if (chosen.length && !failed && (words.length || chosen.length >= LEAST)) process.exitCode = 0;
