// Runs every tests/browser/*.test.mjs in a real Chromium.
//
// A test file exports `tests`, an array of { name, run }, and `limitMs` where they take long. Each file gets a house of its own on a
// fresh folder, or on what its `prepare(house)` put there; each test gets a page in a browser
// context of its own, and one more for each `visit(options)`, as if somebody else had come:
// run({ page, visit, house, context, browser }). Whatever a test is about, it fails if one of its
// pages does what no page may, see watch.mjs. The last line is "N passed, N failed".
//
//   node tests/browser/run.mjs [WORD…]      only the files whose name holds one of the words

import { mkdirSync, readdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { launch } from "./chromium.mjs";
import { openHouse } from "./house.mjs";
import { watch } from "./watch.mjs";

const HERE = dirname(fileURLToPath(import.meta.url));
// Only what never comes is cut off: a slow machine takes four times as long as a quick one.
const TEST_LIMIT_MS = 240_000;
const STEP_LIMIT_MS = 30_000;

const totals = { passed: 0, failed: 0 };

function report(name, error) {
  totals[error ? "failed" : "passed"] += 1;
  console.log(error ? `FAILED ${name}\n${indented(error.stack ?? error)}` : `ok     ${name}`);
}

function indented(text) {
  return String(text).replace(/^/gm, "       ");
}

/** A promise that gives up, so that a page that never comes cannot hold the others up. */
function within(limit, promise) {
  let alarm;
  const late = new Promise((_, reject) => {
    alarm = setTimeout(() => reject(new Error(`not done within ${limit / 1000} s`)), limit);
  });
  return Promise.race([promise, late]).finally(() => clearTimeout(alarm));
}

async function runTest(test, title, browser, house, limitMs) {
  const contexts = [];
  const troubles = [];
  const visit = async (options) => {
    const context = await browser.newContext({ baseURL: house.url, ...options });
    contexts.push(context);
    context.setDefaultTimeout(STEP_LIMIT_MS);
    watch(context, house, troubles);
    return context.newPage();
  };
  const page = await visit();
  try {
    const context = page.context();
    await within(limitMs, test.run({ page, visit, house, context, browser }));
    if (troubles.length > 0) throw new Error(troubles.join("\n"));
    report(title);
  } catch (error) {
    await keepShot(page, title);
    report(title, error);
  } finally {
    await Promise.all(contexts.map((context) => context.close()));
  }
}

async function keepShot(page, title) {
  const shots = join(HERE, "shots");
  mkdirSync(shots, { recursive: true });
  const path = join(shots, `${title.replace(/[^a-z0-9]+/gi, "-").slice(0, 100)}.png`);
  await page.screenshot({ path, fullPage: true }).catch(() => {});
}

async function runFile(file, browser) {
  const { tests, prepare, limitMs = TEST_LIMIT_MS } = await import(pathToFileURL(join(HERE, file)));
  const house = await openHouse({ prepare });
  try {
    for (const test of tests) {
      await runTest(test, `${file.replace(".test.mjs", "")}: ${test.name}`, browser, house, limitMs);
    }
  } finally {
    await house.close();
  }
}

const words = process.argv.slice(2);
const wanted = (file) => words.length === 0 || words.some((word) => file.includes(word));
const files = readdirSync(HERE).filter((file) => file.endsWith(".test.mjs") && wanted(file)).sort();

if (files.length > 0) {
  const browser = await launch();
  for (const file of files) {
    await runFile(file, browser).catch((error) => report(file, error));
  }
  await browser.close();
}
console.log(`${totals.passed} passed, ${totals.failed} failed`);
process.exitCode = totals.failed > 0 ? 1 : 0;
