// The list of leads: narrowed and kept for all, seen by a colleague; many leads changed at once and
// taken back; and all of it by keyboard.

import assert from "node:assert/strict";
import { moveIn, post, signIn, until } from "./shop.mjs";

const COLLEAGUE = { name: "Tom Adeyemi", email: "tom@northside.example", password: "a ladder and a lamp" };

export async function prepare(house) {
  await moveIn(house);
  const tom = ["--role", "rep", "--email", COLLEAGUE.email, "--name", COLLEAGUE.name];
  house.cli(["user", "add", ...tom, "--password-stdin"], COLLEAGUE.password);
}

export const tests = [
  { name: "leads come in", run: ({ house }) => fill(house) },
  { name: "A list is narrowed, kept for all under a name, and a colleague sees it", run: keep },
  { name: "Leads are given to a colleague together, and taken back", run: give },
  { name: "The list is worked by keyboard", run: keys },
];

async function fill(house) {
  for (const nth of [1, 2, 3, 4]) {
    const email = `person${nth}@firm${nth}.example`;
    await post(house, { name: `Person Number${nth}`, email, message: "Please send us a quote" });
  }
}

async function signInAs(page, { email, password }) {
  await page.goto("/login");
  await page.getByLabel("Email").fill(email);
  await page.getByLabel("Password").fill(password);
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.waitForURL("**/today");
}

async function keep({ page, visit }) {
  await signIn(page);
  await page.goto("/leads");
  await page.getByRole("button", { name: "Tier", exact: true }).click();
  await page.getByLabel("High", { exact: true }).check();
  await page.getByLabel("Urgent", { exact: true }).check();
  await page.locator("#by-tier").getByRole("button", { name: "Show" }).click();
  await page.waitForURL((url) => url.search === "?tier=urgent&tier=high&fate=open");

  await page.getByRole("button", { name: "Save this view" }).click();
  await page.getByLabel("Name of the segment").fill("Quotes that press");
  await page.getByLabel("Everybody sees it").check();
  await page.locator("#save").getByRole("button", { name: "Save this view" }).click();
  await page.locator("nav.tabs [aria-current]").getByText("Quotes that press").waitFor();

  const other = await visit();
  await signInAs(other, COLLEAGUE);
  await other.goto("/leads");
  await other.getByRole("link", { name: "Quotes that press" }).click();
  await other.getByRole("button", { name: "Tier: Urgent, High" }).waitFor();
  assert.equal(await other.getByRole("button", { name: "Change this segment" }).count(), 0);
  await other.getByRole("link", { name: "Remove filter Tier: Urgent, High" }).click();
  await other.waitForURL((url) => url.pathname === "/leads" && url.search === "");
}

async function give({ page }) {
  await signIn(page);
  await page.goto("/leads?owner=me&fate=open");
  const owners = page.locator("tbody .owner");
  const before = await owners.count();
  assert.ok(before >= 2, "there are leads of mine");
  await page.locator("tbody [name=lead]").nth(0).check();
  await page.locator("tbody [name=lead]").nth(1).check();
  await page.getByRole("button", { name: "Give to…" }).click();
  await page.locator("#give").getByRole("button", { name: COLLEAGUE.name }).click();
  await page.getByText(`2 leads given to ${COLLEAGUE.name}.`).waitFor();
  await until("two fewer of mine", async () => (await owners.count()) === before - 2);
  await page.getByRole("button", { name: "Undo" }).click();
  await page.getByText("2 of 2 taken back.").waitFor();
  assert.equal(await owners.count(), before);
}

async function keys({ page }) {
  await signIn(page);
  await page.goto("/leads");
  const boxes = page.locator("tbody [name=lead]");
  await page.keyboard.press("j");
  await page.keyboard.press("x");
  assert.equal(await boxes.nth(0).isChecked(), true);
  await page.keyboard.press("j");
  await page.keyboard.press("j");
  await page.keyboard.press("Shift+X");
  assert.equal(await page.locator("tbody [name=lead]:checked").count(), 3);
  assert.equal(await page.locator(".bulk output").innerText(), "3");
  await page.keyboard.press("Escape");
  assert.equal(await page.locator("tbody [name=lead]:checked").count(), 0);
  await page.keyboard.press("/");
  await page.keyboard.type("jx");
  assert.equal(await page.locator("#find").inputValue(), "jx");
  await page.goto("/leads");
  await page.keyboard.press("j");
  const name = await page.evaluate(() => document.activeElement.textContent);
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { name }).first().waitFor();
  assert.match(page.url(), /\/leads\/\d+(\?|$)/);
}
