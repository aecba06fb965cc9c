// Takes a picture of every page, as it is seen at a desk and on a phone, light and dark, into
// tests/browser/shots/. Not a test: for people to look at.
//
//   node tests/browser/shots.mjs [WORD…]                a house of its own, with a few leads in it
//   node tests/browser/shots.mjs --demo [WORD…]         the demo, with its year
//   node tests/browser/shots.mjs --pictures             those of the README, from the demo
//   node tests/browser/shots.mjs --url URL --user EMAIL --password PASSWORD [WORD…]
//                                                       one that is open; nothing in it is changed
//
// A WORD is a part of the names of the pages that are wanted.

import { mkdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { SIZES, THEMES, launch } from "./chromium.mjs";
import { openDemo, openHouse } from "./house.mjs";
import { OWNER, VISITOR, letIn, moveIn, until } from "./shop.mjs";
import { EMPTY, FULL, fill, openPage } from "./tour.mjs";

const SHOTS = join(dirname(fileURLToPath(import.meta.url)), "shots");

const { values: given, positionals: words } = parseArgs({
  allowPositionals: true,
  options: {
    demo: { type: "boolean" },
    pictures: { type: "boolean" },
    url: { type: "string" },
    user: { type: "string" },
    password: { type: "string" },
  },
});
const isWanted = ({ name }) => words.length === 0 || words.some((word) => name.includes(word));

/** The pictures of the README: pages of the demo, as far as one sees of them without scrolling. */
const PICTURES = join(dirname(fileURLToPath(import.meta.url)), "../../packaging/pictures");
const PICTURED = ["today", "lead-call", "leads"];
const FRAME = { viewport: { width: 1280, height: 800 } };

const isOwn = !given.url && !given.demo && !given.pictures;
const house = await opened();
const browser = await launch();
try {
  if (given.pictures) await takePictures();
  else await (isOwn ? takeOwn() : takeAll(FULL.filter((stop) => !stop.writes)));
} finally {
  await browser.close();
  await house.close();
}

async function opened() {
  if (given.demo || given.pictures) return openDemo();
  return given.url ? neighbour() : openHouse({ prepare: moveIn });
}

/** A house that somebody else has opened. */
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

async function takePictures() {
  mkdirSync(PICTURES, { recursive: true });
  await until("leads that can be found", isIndexed, 60_000);
  for (const stop of FULL.filter(({ name }) => PICTURED.includes(name))) {
    const context = await browser.newContext({ baseURL: house.url, ...FRAME });
    const page = await context.newPage();
    await openPage(stop, page, house);
    await page.evaluate(() => scrollTo(0, 0));
    await page.screenshot({ path: join(PICTURES, `${stop.name}.png`) });
    await context.close();
  }
}

/** The index of a new demo grows while one looks. */
async function isIndexed() {
  const context = await browser.newContext({ baseURL: house.url });
  await letIn(context, house, "rep");
  const answer = await context.request.get("/leads");
  const text = await answer.text();
  await context.close();
  return text.includes(VISITOR.name) && text.split('name="lead"').length > 50;
}

async function take(stop, theme, size) {
  const context = await browser.newContext({ baseURL: house.url, ...SIZES[size] });
  await context.addCookies([{ name: "theme", value: theme, url: house.url }]);
  const page = await context.newPage();
  const name = `${given.demo ? "demo-" : ""}${stop.name}-${size}-${theme}.png`;
  const path = join(SHOTS, name);
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
