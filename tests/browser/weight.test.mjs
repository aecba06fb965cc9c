// What a first visit costs: bytes over the wire, and whether anything moves while the page comes.

import assert from "node:assert/strict";
import { fill, openPage, FULL } from "./tour.mjs";
import { moveIn, until } from "./shop.mjs";

/** The most a first visit may bring, compressed, headers included. */
const VISIT_MAX = 120_000;

/** So long nothing is written in a house that is quiet. */
const QUIET_MS = 1_000;

export async function prepare(house) {
  await moveIn(house);
}

export const tests = ["today", "lead", "leads", "form"].map((name) => ({
  name: `A first visit to ${name} is light, and nothing moves while it comes`,
  run: (given) => visit(name, given),
}));

/** News that comes meanwhile moves a page, and rightly: waits until everything that follows is written and found. */
async function quiet(house) {
  let [before, since] = [-1, Date.now()];
  await until("a quiet house", async () => {
    const { seq, search_behind: behind } = await (await fetch(new URL("/healthz", house.url))).json();
    if (seq !== before || behind > 0) [before, since] = [seq, Date.now()];
    return Date.now() - since > QUIET_MS;
  });
}

/** A busy machine may paint a page it has read half of. What a page moves by itself, it moves at every visit. */
const VISITS = 4;

async function visit(name, { visit: newcomer, house }) {
  house.filled ??= fill(house).then(() => quiet(house));
  await house.filled;
  const moved = [];
  while (moved.length < VISITS && !moved.includes(0)) moved.push(await moves(name, await newcomer(), house));
  assert.ok(moved.includes(0), `${name} moves while it comes, at each visit: ${moved}`);
}

/** How much moves at a first visit, whose bytes are counted too. */
async function moves(name, page, house) {
  const context = page.context();
  const wire = await context.newCDPSession(page);
  await wire.send("Network.enable");
  let bytes = 0;
  wire.on("Network.loadingFinished", ({ encodedDataLength }) => (bytes += encodedDataLength));
  await page.addInitScript(() => {
    window.moved = 0;
    new PerformanceObserver((list) => {
      for (const shift of list.getEntries()) window.moved += shift.value;
    }).observe({ type: "layout-shift", buffered: true });
  });
  await openPage(FULL.find((one) => one.name === name), page, house);
  await page.waitForLoadState("load");
  assert.ok(bytes > 10_000 && bytes <= VISIT_MAX, `${name} brings ${bytes} bytes`);
  return page.evaluate(() => window.moved);
}
