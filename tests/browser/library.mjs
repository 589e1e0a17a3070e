// The npm package in Node against the command line: every draft that is read, every format that is written, a merge,
// answers that come back. Ends with 0 only when all are the same, byte for byte.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join, resolve } from "node:path";
import { pathToFileURL } from "node:url";

const ROOT = resolve(import.meta.dirname, "../..");
const BINARY = process.env.CLAIMSHEET ?? join(ROOT, "target/debug/claimsheet");
const PACKAGE = process.env.CLAIMSHEET_NPM ?? join(ROOT, "target/app/npm");
const { Draft, abilities, exportReviews, importAnswers, load, recognise } = await import(pathToFileURL(join(PACKAGE, "index.js")).href);
await load();

const text = (bytes) => new TextDecoder().decode(bytes);
let passed = 0;
let failed = 0;

/** One case, in a folder of its own. */
function holds(name, act) {
  const folder = mkdtempSync(join(tmpdir(), "claimsheet-library-"));
  const path = (file) => join(folder, file);
  const run = (...args) => execFileSync(BINARY, args, { cwd: folder, maxBuffer: 1 << 28, stdio: ["ignore", "pipe", "pipe"] });
  const bring = (file) => {
    copyFileSync(join(ROOT, file), path(basename(file)));
    return basename(file);
  };
  try {
    act({ path, run, bring, read: (file) => readFileSync(path(file)), write: (file, words) => writeFileSync(path(file), words) });
    passed += 1;
  } catch (error) {
    failed += 1;
    console.log(`FAIL ${name}\n${error.message.slice(0, 1500)}`);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const drafts = [
  ...readdirSync(join(ROOT, "tests/formats")).filter((name) => name.startsWith("night-ferry")).map((name) => `tests/formats/${name}`),
  ...readdirSync(join(ROOT, "tests/articles")).filter((name) => !name.endsWith(".snap")).map((name) => `tests/articles/${name}`),
  "examples/harbour-tolls.md", "examples/ice-core.txt", "examples/water-vote.md", "tests/errors/forty.md",
];
for (const draft of drafts) {
  holds(`the sheet of ${draft}`, ({ run, bring, read }) => {
    const file = bring(draft);
    run("make", file, "--published", "2026-03-12");
    const made = new Draft(file, read(file), { published: "2026-03-12" });
    const sheet = made.sheet(0);
    assert.equal(sheet.text, text(read(sheet.file)));
    made.free();
  });
}

for (const draft of ["examples/harbour-tolls.md", "tests/formats/night-ferry.word.docx", "tests/articles/harbour-debate.vtt"]) {
  for (const { name, isTable } of abilities().formats) {
    for (const more of isTable ? [{}, { rows: "facts" }, { preset: "asana" }] : [{}]) {
      holds(`${draft} as ${name} ${JSON.stringify(more)}`, ({ run, bring, read, write }) => {
        const file = bring(draft);
        run("make", file);
        const made = new Draft(file, read(file), more);
        const [sheetFile, out] = [made.sheet(0).file, `out.${name}`];
        const written = text(read(sheetFile)).replace("- Verdict:", "- Verdict: disputed").replace("- [ ] \"", "- [x] \"");
        write(sheetFile, written);
        const given = Object.entries(more).flatMap(([key, value]) => [`--${key}`, value]);
        if (name === "markdown") run("make", file);
        else run("make", file, "--format", name, "-o", out, ...given);
        const expected = name === "markdown" ? read(sheetFile) : read(out);
        assert.ok(Buffer.from(made.render(0, name, written)).equals(expected), "bytes differ");
        made.free();
      });
    }
  }
}

holds("a sheet is merged with the draft as it is now", ({ run, bring, read, write }) => {
  const file = bring("examples/harbour-tolls.md");
  run("make", file);
  const sheet = text(read("harbour-tolls.worksheet.md")).replaceAll("\n- Note:\n", "\n- Note: mine\n");
  write("harbour-tolls.worksheet.md", sheet);
  write(file, `${text(read(file)).replace("£3.40", "£3.60").replace(/^They pay.*$/m, "")}\nThe toll rose to £4 in May 2025.\n`);
  run("make", file);
  const made = new Draft(file, read(file)).sheet(0, sheet);
  assert.equal(made.text, text(read("harbour-tolls.worksheet.md")));
  assert.match(made.changes.told, /\d+ kept, \d+ edited/);
  assert.deepEqual(recognise("x.md", new TextEncoder().encode(sheet)), { kind: "sheet", draft: file, part: null });
  assert.throws(() => new Draft("other.md", read(file)).sheet(0, sheet), /sheet of harbour-tolls\.md, and not of other\.md/);
  assert.throws(() => new Draft(file, new TextEncoder().encode(sheet)), /is a sheet/);
});

holds("answers that came back, and the lists of a sheet", ({ run, bring, read, write }) => {
  const file = bring("examples/harbour-tolls.md");
  run("make", file);
  const empty = text(read("harbour-tolls.worksheet.md"));
  const filled = empty.replace("- Verdict:", "- Verdict: disputed").replace("\n- Note:\n", "\n- Note:\n- Query to author: Says who?\n");
  const table = new Draft(file, read(file)).render(0, "xlsx", filled);
  write("answers.xlsx", table);
  run("import", "harbour-tolls.worksheet.md", "--from", "answers.xlsx");
  assert.equal(importAnswers(empty, table).text, text(read("harbour-tolls.worksheet.md")));
  for (const { name } of abilities().exports) {
    assert.equal(exportReviews(filled, name), text(run("export", "harbour-tolls.worksheet.md", "--format", name)), name);
  }
});

holds("the reporter's documents", ({ path, run, bring, read, write }) => {
  const file = bring("examples/harbour-tolls.md");
  mkdirSync(path("backing"));
  const note = "Traffic count, Merrow Bridge: 23,000 vehicles a day. Toll: £3.40.\n";
  write("backing/count.txt", note);
  run("make", file, "--evidence", "backing");
  const made = new Draft(file, read(file));
  made.handIn([{ name: "count.txt", bytes: new TextEncoder().encode(note) }]);
  assert.equal(made.sheet(0).text, text(read("harbour-tolls.worksheet.md")));
});

holds("a house file", ({ run, bring, read, write }) => {
  const file = bring("examples/water-vote.md");
  const house = '[make]\nsort = "priority"\nchecker = "R. Osei"\n[desk]\nverdicts = ["holds"]\n';
  write("claimsheet.toml", house);
  run("make", file);
  assert.equal(new Draft(file, read(file), { house }).sheet(0).text, text(read("water-vote.worksheet.md")));
  assert.throws(() => new Draft(file, read(file), { house: "[make]\ncolour = 1\n" }), /claimsheet\.toml:2: unknown field `colour`/);
});

console.log(`the library in Node: ${passed} of ${passed + failed} cases passed`);
process.exitCode = failed || passed < 60 ? 1 : 0;
