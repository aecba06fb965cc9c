// What a first visit costs: bytes over the wire, and whether anything moves while the page comes.

import assert from "node:assert/strict";
import { fill, openPage, FULL } from "./tour.mjs";
import { moveIn } from "./shop.mjs";

/** The most a first visit may bring, compressed, headers included. */
const VISIT_MAX = 120_000;

export async function prepare(house) {
  await moveIn(house);
}

export const tests = ["today", "lead", "leads", "form"].map((name) => ({
  name: `A first visit to ${name} is light, and nothing moves while it comes`,
  run: (given) => visit(name, given),
}));

async function visit(name, { page, context, house }) {
  house.filled ??= fill(house);
  await house.filled;
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
  assert.equal(await page.evaluate(() => window.moved), 0, `${name} moves while it comes`);
}
