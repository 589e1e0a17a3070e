// The page on a host: kept by the browser, it works when the host is gone.

import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { createServer } from "node:http";
import { join } from "node:path";
import { ROOT } from "../browser.mjs";

const SITE = process.env.CLAIMSHEET_SITE ?? join(ROOT, "target/app/site");
const TYPES = { html: "text/html", js: "text/javascript", webmanifest: "application/manifest+json", svg: "image/svg+xml" };

/** A host of the site; what was asked of it. */
async function host() {
  const asked = [];
  const server = createServer((request, answer) => {
    const name = request.url === "/" ? "index.html" : request.url.slice(1);
    asked.push(name);
    const file = join(SITE, name);
    if (!/^[\w.-]+$/.test(name) || !existsSync(file)) return answer.writeHead(404).end();
    return answer.writeHead(200, { "content-type": TYPES[name.split(".").at(-1)] }).end(readFileSync(file));
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
};
