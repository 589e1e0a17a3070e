// A real Chromium, started once with a new, empty profile; each case has a context of its own, which shares
// nothing with others. Whatever a page says on the console, throws or asks of the network is written down
// and must be nothing.

import { execFileSync, spawnSync } from "node:child_process";
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, dirname, join, resolve } from "node:path";
import { chromium } from "playwright-core";

export const ROOT = resolve(import.meta.dirname, "../..");
const BINARY = process.env.CLAIMSHEET ?? join(ROOT, "target/debug/claimsheet");
/** The page that `cargo run -p claimsheet-web-build` makes. */
export const APP = process.env.CLAIMSHEET_APP ?? join(ROOT, "target/app/claimsheet.html");
const CHROMIUM = process.env.CHROMIUM ?? "/usr/bin/chromium";
const FLAGS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** A folder with a draft in it, where the program runs. */
export class Desk {
  constructor() {
    this.folder = mkdtempSync(join(tmpdir(), "claimsheet-page-"));
  }

  path = (name) => join(this.folder, name);
  read = (name) => readFileSync(this.path(name), "utf8");
  remove = (name) => rmSync(this.path(name));

  /** Writes a file, with the folders that it is in. */
  write(name, text) {
    mkdirSync(dirname(this.path(name)), { recursive: true });
    writeFileSync(this.path(name), text);
  }

  /** Copies a file of the repository here. */
  bring(file) {
    copyFileSync(join(ROOT, file), this.path(basename(file)));
    return basename(file);
  }

  /** Runs the program; what it wrote to standard output. */
  run(...args) {
    return execFileSync(BINARY, args, { cwd: this.folder, encoding: "utf8", stdio: ["ignore", "pipe", "pipe"], maxBuffer: 1 << 28 });
  }

  /** Runs the program; the code with which it ended. */
  code = (...args) => spawnSync(BINARY, args, { cwd: this.folder }).status;

  /** Makes sheet and page of a draft. */
  make(draft, ...args) {
    this.run("make", draft, "--format", "markdown", "--format", "html", ...args);
    return draft.replace(/\.\w+$/, ".worksheet.html");
  }
}

/** Starts the browser; its profile is a new folder, which goes with it. */
export const launch = () => chromium.launch({ executablePath: CHROMIUM, args: FLAGS, headless: true });

/** What one case works with: a desk, and a context that watches its pages. */
export async function open(browser) {
  const desk = new Desk();
  const context = await browser.newContext({ viewport: { width: 1360, height: 860 }, acceptDownloads: true });
  context.setDefaultTimeout(20_000);
  const complaints = [];
  const hosts = [];
  const watch = (page) => {
    page.on("console", (message) => complaints.push(`console: ${message.text()}`));
    page.on("pageerror", (error) => complaints.push(`error: ${error.stack}`));
  };
  context.on("page", watch);
  context.on("request", (request) => {
    const url = request.url();
    const isPage = url.startsWith("file://") && request.isNavigationRequest();
    const isOfHost = hosts.some((host) => url.startsWith(host));
    if (!isPage && !isOfHost && !/^(?:data|blob|about):/.test(url)) complaints.push(`request: ${url}`);
  });
  return {
    desk,
    context,
    complaints,
    /** Opens a page of the desk in a new tab. */
    async show(name) {
      const page = await context.newPage();
      await page.goto(`file://${desk.path(name)}`);
      return page;
    },
    /** Opens claimsheet.html in a new tab. */
    async app() {
      if (!existsSync(APP)) throw new Error(`${APP} is not there: cargo run -p claimsheet-web-build`);
      const page = await context.newPage();
      await page.goto(`file://${APP}`);
      return page;
    },
    /** Opens an address in a new tab, and lets the pages ask that host. */
    async visit(address, options) {
      hosts.push(address);
      const page = await context.newPage();
      await page.goto(address, options);
      return page;
    },
    /** Presses Save; the text of the sheet that comes down. */
    async save(page) {
      const [download] = await Promise.all([page.waitForEvent("download"), page.click("#save")]);
      return { name: download.suggestedFilename(), text: readFileSync(await download.path(), "utf8") };
    },
    async close() {
      await context.close();
      rmSync(desk.folder, { recursive: true, force: true });
    },
  };
}
