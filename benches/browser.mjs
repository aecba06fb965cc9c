// How soon a page of the demo can be used in a real Chromium, and how long its scripts hold it up.
//
//   npm ci --prefix tests/browser && LEADSTEAD=target/release/leadstead node benches/browser.mjs
//
// Prints one line a page: until it can be used (its scripts have run), the longest task, how much it
// moved, and the bytes of a first visit. The median of several visits, each by a browser that has
// never been there.

import { launch } from "../tests/browser/chromium.mjs";
import { openDemo } from "../tests/browser/house.mjs";
import { letIn } from "../tests/browser/shop.mjs";

const PAGES = ["/today", "/today?team=all", "/leads", "/leads/1000", "/settings"];
const VISITS = 9;

const median = (numbers) => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)];

function observe() {
  window.seen = { moved: 0, longest: 0 };
  new PerformanceObserver((list) => {
    for (const { value } of list.getEntries()) window.seen.moved += value;
  }).observe({ type: "layout-shift", buffered: true });
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) window.seen.longest = Math.max(window.seen.longest, duration);
  }).observe({ type: "longtask", buffered: true });
}

async function visit(browser, house, path) {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  await letIn(context, house);
  const page = await context.newPage();
  const wire = await context.newCDPSession(page);
  await wire.send("Network.enable");
  let bytes = 0;
  wire.on("Network.loadingFinished", ({ encodedDataLength }) => (bytes += encodedDataLength));
  await page.addInitScript(observe);
  await page.goto(house.url + path, { waitUntil: "load" });
  await page.evaluate(() => new Promise((painted) => requestAnimationFrame(() => setTimeout(painted, 200))));
  const figures = await page.evaluate(() => {
    const [{ domContentLoadedEventEnd, loadEventEnd }] = performance.getEntriesByType("navigation");
    return { usable: domContentLoadedEventEnd, loaded: loadEventEnd, ...window.seen };
  });
  await context.close();
  return { ...figures, bytes };
}

const house = await openDemo();
const browser = await launch();
try {
  console.log("| page | usable | loaded | longest task | moved | first visit |");
  console.log("|---|---:|---:|---:|---:|---:|");
  for (const path of PAGES) {
    const visits = [];
    for (let nth = 0; nth < VISITS; nth += 1) visits.push(await visit(browser, house, path));
    const of = (name) => median(visits.map((one) => one[name]));
    const longest = of("longest") || "under 50";
    console.log(
      `| ${path} | ${Math.round(of("usable"))} ms | ${Math.round(of("loaded"))} ms | ${longest} ms | ${of("moved")} | ${Math.round(of("bytes") / 1000)} KB |`,
    );
  }
} finally {
  await browser.close();
  await house.close();
}
