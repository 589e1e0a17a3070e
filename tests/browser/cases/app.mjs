// claimsheet.html: the whole product as one file.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { APP, ROOT } from "../browser.mjs";
import { violations } from "../axe.mjs";

const HARBOUR = "examples/harbour-tolls.md";
const fieldOf = (page, name) => page.locator(`.entry.active .field.${name} :is(input, textarea)`);

/** Hands files to the start, and has their sheets made. */
async function hand(page, ...files) {
  await page.setInputFiles("#draft", files);
  await page.click("#make");
  await page.waitForSelector("#galley");
}

/** Presses something, and gives the file that comes down. */
async function taken(page, act) {
  const [download] = await Promise.all([page.waitForEvent("download"), act()]);
  return { name: download.suggestedFilename(), bytes: readFileSync(await download.path()) };
}

const exported = (page, format) => taken(page, async () => {
  await page.getByRole("button", { name: "Export …" }).click();
  await page.click("#ask summary");
  await page.click(`#ask [data-format="${format}"]`);
});

/** Drops files onto the page, as from a folder. */
async function drop(page, ...files) {
  const given = files.map((file) => [basename(file), readFileSync(file).toString("base64")]);
  await page.evaluate((files) => {
    const transfer = new DataTransfer();
    for (const [name, text] of files) transfer.items.add(new File([Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0))], name));
    document.body.dispatchEvent(new DragEvent("drop", { dataTransfer: transfer, bubbles: true, cancelable: true }));
  }, given);
}

/** Opens an entry by its number; an address may have opened it already. */
async function enter(page, number) {
  const title = page.locator("article.entry .title").nth(number - 1);
  if ((await title.getAttribute("aria-expanded")) === "false") await title.click();
}

const formats = (desk) => {
  const help = desk.run("make", "--help").split("--format <FORMAT>")[1].split("--rows")[0];
  const found = [...help.matchAll(/^ +- ([\w-]+):/gm)].map(([, name]) => name);
  assert.ok(found.length > 12, help);
  return found;
};

/** Words of the draft, selected as with a mouse. */
const selectWords = (page, from, to) => page.evaluate(([from, to]) => {
  const walker = document.createTreeWalker(document.querySelector("#galley"), NodeFilter.SHOW_TEXT);
  const range = document.createRange();
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (node.data.includes(from)) range.setStart(node, node.data.indexOf(from));
    if (node.data.includes(to)) {
      range.setEnd(node, node.data.indexOf(to) + to.length);
      break;
    }
  }
  getSelection().removeAllRanges();
  getSelection().addRange(range);
}, [from, to]);

export default {
  async "app: a draft gives the command line's bytes in every format, with what was written"({ desk, app, save }) {
    const page = await app();
    const draft = desk.bring(HARBOUR);
    await page.click("#settings summary");
    await page.fill("#published", "2026-03-12");
    await page.fill("#checker", "R. Osei");
    await hand(page, desk.path(draft));
    const given = ["--published", "2026-03-12", "--checker", "R. Osei"];
    desk.run("make", draft, ...given);
    assert.equal((await save(page)).text, desk.read("harbour-tolls.worksheet.md"));
    await enter(page, 2);
    await page.locator(".entry.active .ticks input").first().check();
    await page.locator(".entry.active [data-verdict]").first().click();
    desk.write("harbour-tolls.worksheet.md", (await save(page)).text);
    const differing = [];
    for (const format of formats(desk)) {
      const { bytes } = await exported(page, format);
      desk.run("make", draft, ...given, "--format", format, "-o", `expected.${format}`);
      const expected = readFileSync(format === "markdown" ? desk.path("harbour-tolls.worksheet.md") : desk.path(`expected.${format}`));
      if (!bytes.equals(expected)) differing.push(`${format}: ${bytes.length} and ${expected.length} bytes`);
    }
    assert.deepEqual(differing, []);
  },

  async "app: a Word draft, a web page and pasted text give the command line's sheets"({ desk, app, save }) {
    const page = await app();
    for (const file of ["night-ferry.word.docx", "night-ferry.page.html"]) {
      await hand(page, join(ROOT, "tests/formats", file));
      const saved = await save(page);
      const draft = desk.bring(`tests/formats/${file}`);
      desk.run("make", draft);
      assert.equal(saved.text, desk.read(saved.name), file);
      await page.getByRole("button", { name: "‹ All drafts" }).click();
    }
    const text = readFileSync(join(ROOT, "examples/ice-core.txt"), "utf8");
    await page.fill("#text", text);
    await page.click("#make");
    await page.waitForSelector("#galley");
    const expected = JSON.parse(desk.run("make", desk.bring("examples/ice-core.txt"), "--format", "json", "-o", "-")).claims;
    assert.equal(await page.locator("article.entry .num").count(), expected.length);
    const saved = await save(page);
    assert.equal(saved.name, "article.worksheet.md");
    assert.ok(expected.every(({ id }) => saved.text.includes(`<!-- claim:${id} -->`)));
  },

  async "app: work goes on over a changed draft as on the command line, and nothing is lost"({ desk, app, save }) {
    const page = await app();
    const draft = desk.bring(HARBOUR);
    await hand(page, desk.path(draft));
    await enter(page, 3);
    await page.locator(".entry.active .ticks input").first().check();
    await page.getByRole("button", { name: "disputed", exact: true }).click();
    await fieldOf(page, "note").fill("asked the record office");
    await selectWords(page, "Stand on the Merrow Bridge", "brake lights");
    await page.click("#add");
    await page.locator(".entry.active .further summary").click();
    await fieldOf(page, "query").fill("Did you count them?");
    await page.locator('[data-promote]').first().click();
    await page.waitForFunction(() => /^6 unsaved changes/.test(document.querySelector("#kept").textContent));
    await page.click("#queries");
    assert.match(await page.inputValue("#clip textarea"), /brake lights”\n {2}Did you count them\?/);
    await page.keyboard.press("Escape");
    const saved = await save(page);
    for (const words of ["- Verdict: disputed", "- Note: asked the record office", "- Query to author: Did you count them?"]) assert.ok(saved.text.includes(words), words);
    assert.match(saved.text, /^### Stand on the Merrow Bridge at half past seven/m);
    desk.write("harbour-tolls.worksheet.md", saved.text);
    desk.write(draft, `${desk.read(draft).replace("£3.40", "£3.60")}\nThe toll rose to £4 in May 2025.\n`);
    await drop(page, desk.path(draft));
    await page.getByRole("button", { name: "A new version of that draft" }).click();
    await page.waitForFunction(() => document.querySelector("#galley").textContent.includes("£4 in May"));
    assert.match(await page.textContent("#kept"), /kept, .*edited|unsaved/);
    const merged = await save(page);
    desk.run("make", draft);
    assert.equal(merged.text, desk.read("harbour-tolls.worksheet.md"));
    assert.ok(merged.text.includes("asked the record office") && merged.text.includes("Did you count them?"));
    assert.equal(await page.locator(".claim.own").first().textContent().then(Boolean), true);
  },

  async "app: what is written is there after the browser was closed, and its start says how much is not saved"({ desk, app, context }) {
    const page = await app();
    await hand(page, desk.path(desk.bring(HARBOUR)));
    await enter(page, 2);
    await page.locator(".entry.active .ticks input").first().check();
    await fieldOf(page, "note").fill("called");
    await page.waitForTimeout(500);
    await page.close();
    const again = await app();
    assert.match(await again.textContent("#going li"), /2 changes not saved/);
    await again.click("#going .open");
    await again.waitForSelector("#galley");
    await enter(again, 2);
    assert.equal(await fieldOf(again, "note").inputValue(), "called");
    const second = await app();
    await second.click("#going .open");
    await second.waitForSelector("#galley");
    await enter(second, 2);
    await fieldOf(second, "note").fill("called twice");
    await again.waitForFunction(() => document.querySelector(".entry.active .field.note textarea").value === "called twice");
    assert.equal(context.pages().length, 2);
  },

  async "app: what was written survives that the browser forgets the edits and keeps the draft"({ desk, app }) {
    const page = await app();
    await hand(page, desk.path(desk.bring(HARBOUR)));
    await enter(page, 2);
    await fieldOf(page, "note").fill("called");
    await page.waitForTimeout(500);
    await page.evaluate(() => localStorage.clear());
    await page.reload();
    await page.click("#going .open");
    await page.waitForSelector("#galley");
    await enter(page, 2);
    assert.equal(await fieldOf(page, "note").inputValue(), "called");
    assert.match(await page.textContent("#kept"), /1 unsaved change/);
  },

  async "app: a workbook and a commented Word draft that come back fill the sheet"({ desk, app, save }) {
    const page = await app();
    await hand(page, join(ROOT, "tests/formats/night-ferry.word.docx"));
    await enter(page, 1);
    await fieldOf(page, "verdict").fill("confirmed");
    await fieldOf(page, "source").fill("harbour log");
    const files = [];
    for (const format of ["xlsx", "docx"]) {
      const { name, bytes } = await exported(page, format);
      desk.write(name, bytes);
      files.push(name);
    }
    await page.getByRole("button", { name: "‹ All drafts" }).click();
    await page.getByRole("button", { name: /^Remove/ }).click();
    await page.getByRole("button", { name: "Remove it from this browser" }).click();
    await page.waitForSelector("#going", { state: "hidden" });
    for (const name of files) {
      const fresh = desk.bring("tests/formats/night-ferry.word.docx");
      await hand(page, desk.path(fresh));
      await page.setInputFiles("#answers", desk.path(name));
      await page.waitForFunction(() => /filled/.test(document.querySelector("#kept").textContent));
      const saved = await save(page);
      desk.run("make", fresh);
      assert.equal(desk.code("import", "night-ferry.word.worksheet.md", "--from", name), 0);
      assert.equal(saved.text, desk.read("night-ferry.word.worksheet.md"), name);
      if (name.endsWith(".xlsx")) assert.match(saved.text, /\bVerdict: confirmed\b/);
      desk.remove("night-ferry.word.worksheet.md");
      await page.getByRole("button", { name: "‹ All drafts" }).click();
      await page.getByRole("button", { name: /^Remove/ }).click();
      await page.getByRole("button", { name: "Remove it from this browser" }).click();
      await page.waitForSelector("#going", { state: "hidden" });
    }
  },

  async "app: a sheet that was begun elsewhere is taken up with its draft, and refused with another"({ desk, app, save }) {
    const page = await app();
    const draft = desk.bring(HARBOUR);
    desk.run("make", draft, "--published", "2026-03-10");
    desk.write("harbour-tolls.worksheet.md", desk.read("harbour-tolls.worksheet.md").replace("- Note:", "- Note: from the desk"));
    await page.setInputFiles("#draft", [desk.path("harbour-tolls.worksheet.md")]);
    await page.click("#make");
    await page.waitForFunction(() => document.querySelector("#wrong").textContent);
    assert.match(await page.textContent("#wrong"), /is the sheet of harbour-tolls\.md\. Drop that draft now; the sheet waits for it/);
    await hand(page, desk.path(draft));
    const saved = await save(page);
    assert.match(saved.text, /^- Note: from the desk$/m);
  },

  async "app: the sheet is saved into its file, and a file that somebody changed is not written over"({ desk, app }) {
    const page = await app();
    await hand(page, desk.path(desk.bring(HARBOUR)));
    await page.evaluate(() => {
      globalThis.file = { text: "" };
      const handle = {
        name: "harbour-tolls.worksheet.md",
        queryPermission: async () => "granted",
        getFile: async () => new File([globalThis.file.text], "x"),
        createWritable: async () => ({ write: async (text) => { globalThis.file.next = text; }, close: async () => { globalThis.file.text = globalThis.file.next; } }),
      };
      globalThis.showDirectoryPicker = async () => ({ getFileHandle: async () => handle });
      // A handle of a test cannot be stored.
      IDBObjectStore.prototype.put = ((put) => function (value) { return put.call(this, { ...value, place: undefined }); })(IDBObjectStore.prototype.put);
    });
    await page.getByRole("button", { name: "Save into a file …" }).click();
    await page.getByRole("button", { name: /^A new harbour-tolls/ }).click();
    await page.waitForFunction(() => globalThis.file.text.includes("# Fact-check: "));
    await enter(page, 2);
    await fieldOf(page, "note").fill("called");
    await page.keyboard.press("Control+s");
    await page.waitForFunction(() => globalThis.file.text.includes("- Note: called"));
    await page.evaluate(() => { globalThis.file.text = globalThis.file.text.replace("- Note: called", "- Note: called, says the desk"); });
    await fieldOf(page, "note").fill("called again");
    await page.keyboard.press("Control+s");
    await page.waitForSelector("#ask[open]");
    assert.match(await page.textContent("#ask"), /changed by somebody else/);
    assert.match(await page.evaluate(() => globalThis.file.text), /says the desk/);
  },

  async "app: what was done is undone, and words are found"({ desk, app }) {
    const page = await app();
    await page.click("#try");
    await page.waitForSelector("#galley");
    await enter(page, 2);
    const boxes = page.locator(".entry.active .ticks").first().locator("input");
    await page.keyboard.press("t");
    assert.equal(await boxes.evaluateAll((all) => all.every((box) => box.checked)), true);
    await page.keyboard.press("x");
    assert.equal(await fieldOf(page, "verdict").inputValue(), "not a claim");
    await page.keyboard.press("u");
    assert.equal(await fieldOf(page, "verdict").inputValue(), "");
    await page.keyboard.press("Control+z");
    assert.equal(await boxes.evaluateAll((all) => all.some((box) => box.checked)), false);
    await page.keyboard.press("/");
    await page.keyboard.type("marina gull");
    const all = page.locator("article.entry:visible");
    await page.waitForFunction(() => [...document.querySelectorAll("article.entry")].some((entry) => entry.hidden));
    const found = await all.allTextContents();
    assert.ok(found.length < 6 && found.some((text) => text.includes("lent to the marina")), String(found));
    await page.click("#unfilter");
    await page.waitForFunction(() => [...document.querySelectorAll("article.entry")].every((entry) => !entry.hidden));
  },

  async "app: a claim that was added is there after a reload, in print, and can be removed and brought back"({ desk, app, save }) {
    const page = await app();
    await page.click("#try");
    await page.waitForSelector("#galley");
    await selectWords(page, "Stand on the Merrow Bridge", "brake lights");
    await page.click("#add");
    await fieldOf(page, "note").fill("counted");
    await page.waitForTimeout(400);
    await page.reload();
    await page.click("#going .open");
    await page.waitForSelector(".claim.own");
    await page.locator(".claim.own").first().click();
    assert.equal(await fieldOf(page, "note").inputValue(), "counted");
    await page.getByRole("button", { name: "Remove this claim" }).click();
    assert.equal(await page.locator(".claim.own").count(), 0);
    assert.ok(!(await save(page)).text.includes("- Note: counted"));
    await page.click("#undo");
    assert.match((await save(page)).text, /^- Note: counted$/m);
  },

  async "app: a long draft can be cancelled, and what cannot be read says what to do"({ desk, app }) {
    const page = await app();
    const line = (number) => `The Tarn council paid $${number},000 for pier ${number} in ${1900 + (number % 120)}, Mayor Ruth Lund said.`;
    desk.write("long.md", `# Long\n\n${Array.from({ length: 12000 }, (_, at) => line(at + 1)).join("\n\n")}\n`);
    await page.setInputFiles("#draft", desk.path("long.md"));
    await page.click("#make");
    await page.click("#cancel");
    await page.waitForSelector("#busy", { state: "hidden" });
    assert.ok(await page.locator("#start").isVisible());
    desk.write("draft.pages", Buffer.from("PK\u0003\u0004nothing"));
    await page.setInputFiles("#draft", desk.path("draft.pages"));
    await page.click("#make");
    await page.waitForFunction(() => document.querySelector("#wrong").textContent.includes("draft.pages"));
  },

  async "app: a house file rules, and a wrong one is named with its line"({ desk, app, save }) {
    const page = await app();
    const draft = desk.bring(HARBOUR);
    desk.write("claimsheet.toml", '[desk]\nverdicts = ["holds", "fails"]\n[make]\nsort = "priority"\n');
    await page.click("#settings summary");
    await page.setInputFiles("#house", desk.path("claimsheet.toml"));
    await page.waitForFunction(() => document.querySelector("#house-name").textContent.startsWith("In use"));
    await hand(page, desk.path(draft));
    assert.deepEqual(await page.locator("#verdicts option").evaluateAll((all) => all.map((one) => one.value)), ["holds", "fails"]);
    desk.run("make", draft);
    assert.equal((await save(page)).text, desk.read("harbour-tolls.worksheet.md"));
    await page.getByRole("button", { name: "‹ All drafts" }).click();
    desk.write("claimsheet.toml", "[make]\ncolour = 1\n");
    await page.setInputFiles("#house", desk.path("claimsheet.toml"));
    await page.waitForTimeout(200);
    await page.setInputFiles("#draft", join(ROOT, "examples/water-vote.md"));
    await page.click("#make");
    await page.waitForFunction(() => document.querySelector("#wrong").textContent.includes("claimsheet.toml:2"));
  },

  async "app: axe finds nothing at the start, in the sheet, and in what asks"({ desk, app }) {
    const page = await app();
    for (const colorScheme of ["light", "dark"]) {
      await page.emulateMedia({ colorScheme });
      if (colorScheme === "light") await page.click("#settings summary");
      assert.deepEqual(await violations(page), [], `the start, ${colorScheme}`);
    }
    await page.click("#try");
    await page.waitForSelector("#galley");
    await enter(page, 2);
    for (const colorScheme of ["light", "dark"]) {
      await page.emulateMedia({ colorScheme });
      assert.deepEqual(await violations(page), [], `the sheet, ${colorScheme}`);
      await page.getByRole("button", { name: "Export …" }).click();
      assert.deepEqual(await violations(page), [], `exports, ${colorScheme}`);
      await page.keyboard.press("Escape");
    }
    await page.setViewportSize({ width: 390, height: 844 });
    await page.setViewportSize({ width: 390, height: await page.evaluate(() => document.documentElement.scrollHeight) });
    assert.deepEqual(await violations(page), [], "the sheet on a phone");
    await page.setViewportSize({ width: 390, height: 844 });
    assert.ok(await page.locator("#save").isVisible());
    assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), 390);
  },
};
