// What is slow says that it is at work, and not one moment longer than that.

import assert from "node:assert/strict";
import { moveIn, post, signIn } from "./shop.mjs";
import { openRules } from "./tour.mjs";

export const prepare = moveIn;

const LONG_MS = 1_500;
const AT_WORK = "One moment, this takes a little longer.";

export const tests = [
  { name: "Rules that are long in being tried say so, and the button that was pressed is marked", run: tried },
  { name: "Leads that are long in being found say so under the field", run: found },
  { name: "A list that is read shows how far it is until it is done", run: read },
];

/** Holds back every answer to a URL until it is let go. */
async function held(page, url) {
  let letGo;
  const gate = new Promise((done) => (letGo = done));
  await page.route(url, async (route) => {
    await gate;
    await route.continue().catch(() => {});
  });
  return letGo;
}

async function tried({ page, house }) {
  await post(house, { name: "Ada Quinn", email: "ada@quinn.example", message: "A quote, please" });
  await signIn(page);
  await openRules(page);
  await page.route((url) => url.pathname === "/settings/routing", slowly);
  // A page that is being left answers no questions, so it keeps what it said.
  await page.evaluate(() => {
    new MutationObserver(() => {
      const [bar, button] = [".busy", "button[aria-busy=true]"].map((one) => document.querySelector(one));
      if (bar) sessionStorage.setItem("said", `${button?.value}: ${bar.textContent}`);
    }).observe(document.body, { childList: true });
  });
  await page.getByRole("button", { name: "Try on the last 1,000 leads" }).click();
  await page.locator("#dry-run").waitFor();
  assert.equal(await page.evaluate(() => sessionStorage.getItem("said")), `try: ${AT_WORK}`);
  assert.equal(await page.locator(".busy, button[aria-busy]").count(), 0);
}

/** An answer that is long in coming. */
async function slowly(route) {
  await new Promise((later) => setTimeout(later, LONG_MS));
  await route.continue();
}

async function found({ page }) {
  await signIn(page);
  const field = page.getByRole("combobox").first();
  const letGo = await held(page, (url) => url.pathname === "/find");
  await field.fill("zeppelin");
  await page.locator(".found").getByText(AT_WORK).waitFor();
  letGo();
  await page.locator(".found").getByText("zeppelin").waitFor();
  assert.equal(await page.locator(".found").getByText(AT_WORK).count(), 0);
  assert.equal(await page.locator(".found[aria-busy=true]").count(), 0);
}

/** A list of so many rows that reading it takes a moment. */
function list(rows) {
  const row = (_, nth) => `Person ${nth},person${nth}@list.example,Firm ${nth}`;
  return ["Name,Email,Company", ...Array.from({ length: rows }, row)].join("\n");
}

async function read({ page }) {
  await signIn(page);
  await page.goto("/import");
  const file = { name: "contacts.csv", mimeType: "text/csv", buffer: Buffer.from(list(4_000)) };
  await page.getByLabel("The list").setInputFiles(file);
  await page.getByRole("button", { name: "Look at the list" }).click();
  await page.getByRole("heading", { name: "What becomes of each column" }).waitFor();
  await page.getByRole("button", { name: "Check every row" }).click();
  await page.locator("#progress").getByRole("img", { name: "%" }).waitFor();
  await page.getByRole("heading", { name: "What would happen" }).waitFor({ timeout: 45_000 });
  assert.equal(await page.locator("[data-progress]").count(), 0);
}
