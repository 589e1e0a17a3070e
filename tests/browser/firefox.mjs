// claimsheet.html in Firefox: opened from a file, a draft made, worked on, saved. Ends with 0 where Firefox is not
// installed, and says so.

import assert from "node:assert/strict";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import puppeteer from "puppeteer-core";
import { APP, Desk, ROOT } from "./browser.mjs";

const FIREFOX = process.env.FIREFOX ?? ["/usr/bin/firefox-esr", "/usr/bin/firefox"].find(existsSync);
if (!FIREFOX) {
  console.log("claimsheet.html in Firefox: not tried, as there is no Firefox here");
  process.exit(0);
}
const folder = mkdtempSync(join(tmpdir(), "claimsheet-firefox-"));
const desk = new Desk();
const browser = await puppeteer.launch({
  browser: "firefox",
  executablePath: FIREFOX,
  headless: true,
  extraPrefsFirefox: {
    "browser.download.dir": folder,
    "browser.download.folderList": 2,
    "browser.download.useDownloadDir": true,
    "browser.helperApps.neverAsk.saveToDisk": "text/markdown,application/octet-stream",
  },
});
try {
  const page = await browser.newPage();
  const complaints = [];
  page.on("console", (message) => complaints.push(message.text()));
  page.on("pageerror", (error) => complaints.push(error.message));
  await page.goto(`file://${APP}`);
  const input = await page.$("#draft");
  await input.uploadFile(join(ROOT, "tests/formats/night-ferry.word.docx"));
  await page.waitForFunction(() => document.querySelector("#chosen li"));
  await page.click("#make");
  await page.waitForSelector("#galley", { timeout: 60_000 });
  const draft = desk.bring("tests/formats/night-ferry.word.docx");
  desk.run("make", draft);
  await page.click("article.entry .title");
  await page.waitForSelector(".entry.active [data-verdict]");
  await page.click(".entry.active .ticks input");
  const verdict = await page.$eval(".entry.active [data-verdict]", (button) => button.textContent.trim());
  await page.click(".entry.active [data-verdict]");
  await page.click("#save");
  const saved = join(folder, "night-ferry.word.worksheet.md");
  for (let tries = 0; tries < 50 && !existsSync(saved); tries += 1) await new Promise((resolve) => setTimeout(resolve, 200));
  assert.ok(existsSync(saved), `saved: ${readdirSync(folder)}`);
  const [before, after] = [desk.read("night-ferry.word.worksheet.md").split("\n"), readFileSync(saved, "utf8").split("\n")];
  assert.equal(after.length, before.length);
  // A short entry has its tick and its verdict on one line.
  const changed = after.filter((line, at) => line !== before[at]);
  assert.ok(changed.length <= 2, changed.join("\n"));
  assert.match(changed.join("\n"), /\[x\]/);
  assert.match(changed.join("\n"), new RegExp(verdict, "i"));
  assert.deepEqual(complaints, []);
  console.log(`claimsheet.html in Firefox (${await browser.version()}): opened, made, worked on, saved`);
} finally {
  await browser.close();
  rmSync(folder, { recursive: true, force: true });
  rmSync(desk.folder, { recursive: true, force: true });
}
