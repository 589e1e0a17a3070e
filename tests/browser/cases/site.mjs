// The page on a host: it can be used while it still comes, and kept by the browser, it works when the host is gone.

import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { createServer } from "node:http";
import { join } from "node:path";
import { ROOT } from "../browser.mjs";

const SITE = process.env.CLAIMSHEET_SITE ?? join(ROOT, "target/app/site");
const TYPES = { html: "text/html", js: "text/javascript", webmanifest: "application/manifest+json", svg: "image/svg+xml" };

/** A host of the site; what was asked of it. Of the page it holds the end back until that is awaited. */
async function host(held) {
  const asked = [];
  const server = createServer((request, answer) => {
    const name = request.url === "/" ? "index.html" : request.url.slice(1);
    asked.push(name);
    const file = join(SITE, name);
    if (!/^[\w.-]+$/.test(name) || !existsSync(file)) return answer.writeHead(404).end();
    const bytes = readFileSync(file);
    answer.writeHead(200, { "content-type": TYPES[name.split(".").at(-1)] });
    if (!held || name !== "index.html") return answer.end(bytes);
    const half = bytes.length >> 1;
    answer.write(bytes.subarray(0, half));
    return held.then(() => answer.end(bytes.subarray(half)));
  });
  await new Promise((begun) => server.listen(0, "127.0.0.1", begun));
  const end = () => new Promise((ended) => {
    server.closeAllConnections();
    server.close(ended);
  });
  return { address: `http://127.0.0.1:${server.address().port}/`, asked, end };
}

export default {
  async "site: visited once, the page works without its host, and asks it for nothing but itself"({ visit }) {
    const { address, asked, end } = await host();
    const page = await visit(address);
    await page.evaluate(() => navigator.serviceWorker.ready);
    await page.waitForFunction(async () => (await caches.keys()).length === 1);
    await end();
    await page.reload();
    await page.click("#try");
    await page.waitForSelector("#galley");
    assert.deepEqual([...new Set(asked)].sort(), ["icon.svg", "index.html", "manifest.webmanifest", "sw.js"]);
  },

  async "site: the start is there to be used before all of the page has come over a slow line"({ visit, context }) {
    let release;
    const { address, end } = await host(new Promise((resolve) => { release = resolve; }));
    const page = await visit(address, { waitUntil: "commit" });
    await page.waitForSelector("#text:visible");
    await page.fill("#text", "The quay\n\nThe quay opened in 1931 and cost $3 million, Mayor Ruth Lund said.");
    await page.click("#make");
    await page.waitForSelector("#busy[open]");
    assert.equal(await page.locator("#galley").count(), 0);
    release();
    await page.waitForSelector("#galley");
    assert.equal(await page.locator("article.entry").count(), 1);
    await context.close();
    await end();
  },
};
