// Takes a picture of every page, as it is seen at a desk and on a phone, light and dark, into
// tests/browser/shots/. Not a test: for people to look at.
//
//   node tests/browser/shots.mjs [WORD…]                                         a house of its own
//   node tests/browser/shots.mjs --url URL --user EMAIL --password WORD [WORD…]  one that is open
//
// A WORD is a part of the names of the pages that are wanted.

import { mkdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { SIZES, THEMES, launch } from "./chromium.mjs";
import { openHouse } from "./house.mjs";
import { OWNER, letIn, moveIn } from "./shop.mjs";
import { EMPTY, FULL, fill, openPage } from "./tour.mjs";

const SHOTS = join(dirname(fileURLToPath(import.meta.url)), "shots");

const { values: given, positionals: words } = parseArgs({
  allowPositionals: true,
  options: { url: { type: "string" }, user: { type: "string" }, password: { type: "string" } },
});
const isWanted = ({ name }) => words.length === 0 || words.some((word) => name.includes(word));

const house = given.url ? neighbour() : await openHouse({ prepare: moveIn });
const browser = await launch();
try {
  await (given.url ? takeAll(FULL.filter((stop) => !stop.writes)) : takeOwn());
} finally {
  await browser.close();
  await house.close();
}

/** A house that somebody else has opened, and in which nothing is to be changed. */
function neighbour() {
  const owner = { email: given.user ?? OWNER.email, password: given.password ?? OWNER.password };
  return { url: given.url.replace(/\/$/, ""), owner, close: async () => {} };
}

async function takeOwn() {
  await takeAll(EMPTY);
  await fill(house);
  await takeAll(FULL);
}

async function takeAll(stops) {
  mkdirSync(SHOTS, { recursive: true });
  for (const stop of stops.filter(isWanted)) {
    for (const theme of THEMES) {
      for (const size of Object.keys(SIZES)) await take(stop, theme, size);
    }
  }
}

async function take(stop, theme, size) {
  const context = await browser.newContext({ baseURL: house.url, ...SIZES[size] });
  await context.addCookies([{ name: "theme", value: theme, url: house.url }]);
  const page = await context.newPage();
  const path = join(SHOTS, `${stop.name}-${size}-${theme}.png`);
  try {
    await openPage(stop, page, house);
    await page.screenshot({ path, fullPage: true });
    console.log(path);
  } catch (error) {
    console.error(`${stop.name} cannot be seen: ${error.message}`);
    process.exitCode = 1;
  }
  await context.close();
}
