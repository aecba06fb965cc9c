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
  { name: "The list moves with what others do, and what is ticked, open and at hand stays", run: live },
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
  for (const [key, menu] of [["m", "#move"], ["o", "#give"]]) {
    await page.keyboard.press(key);
    await page.locator(`${menu}:popover-open :focus`).waitFor();
    await page.keyboard.press("Escape");
    await page.locator(menu).waitFor({ state: "hidden" });
    assert.ok(await page.locator("tbody tr :focus").count(), "closed, the keyboard is in the list again");
  }
  await page.keyboard.press("Escape");
  assert.equal(await page.locator("tbody [name=lead]:checked").count(), 0);
  await page.keyboard.press("/");
  await page.keyboard.type("jx");
  assert.equal(await page.locator("#find").inputValue(), "jx");
  await page.keyboard.press("Escape");
  await page.keyboard.press("Escape");
  await page.keyboard.press("j");
  await page.keyboard.press("Enter");
  await page.waitForURL(/\/leads\/\d+/);
  await page.keyboard.press("o");
  await page.locator("#owner-menu:popover-open :focus").waitFor();
  await page.keyboard.press("Escape");
  await page.keyboard.press("m");
  await page.waitForURL(/do=stage/);
  await page.goBack();
  await page.keyboard.press("c");
  await page.locator("form.pane.call textarea:focus").waitFor();
  await page.keyboard.press("Shift+Tab");
  await page.keyboard.press("a");
  assert.match(page.url(), /\/leads\/\d+/, "in the composer letters are words");
  await page.keyboard.press("Escape");
  await page.keyboard.press(".");
  await page.waitForURL(/do=/);
  await page.locator("#act :is(textarea, .input):focus").waitFor();
  await page.keyboard.press("Escape");
  await page.keyboard.press("g");
  await page.keyboard.press("t");
  await page.waitForURL(/\/today$/);
  await page.goto("/leads");
  const here = () => page.evaluate(() => document.activeElement.pathname);
  const pressed = async (key) => {
    await page.keyboard.press(key);
    return here();
  };
  await page.keyboard.press("j");
  const [second, third] = [await pressed("j"), await pressed("j")];
  await page.keyboard.press("k");
  await page.keyboard.press("Enter");
  await page.waitForURL(/\/leads\/\d+/);
  await page.goBack();
  await page.waitForURL(/\/leads$/);
  assert.notEqual(second, third);
  assert.equal(await pressed("j"), third, "the keys go on from the row one went from");
  await page.goto("/leads");
  await page.keyboard.press("j");
  const name = await page.evaluate(() => document.activeElement.textContent);
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { name }).first().waitFor();
  await page.waitForLoadState();
  assert.match(page.url(), /\/leads\/\d+\?at=/);
  const first = page.url();
  await page.keyboard.press("]");
  await page.waitForURL((url) => url.href !== first);
  assert.match(page.url(), /\/leads\/\d+\?at=/);
  await page.keyboard.press("[");
  await page.waitForURL(first);
}

async function live({ page, visit, house }) {
  await signIn(page);
  await page.goto("/leads?sort=newest");
  const boxes = page.locator("tbody [name=lead]");
  const before = await boxes.count();
  const counted = page.locator("nav.tabs [aria-current] .count, nav.tabs a .count").first();
  const count = Number(await counted.innerText());
  await boxes.nth(0).check();
  await page.keyboard.press("j");
  const at = await page.evaluate(() => document.activeElement.id);
  assert.match(at, /^row-/, "a ticked box leaves the keys as they are");
  await page.getByRole("button", { name: "Move" }).click();
  await page.locator("#move").waitFor();

  await post(house, { name: "Nina Late", email: "nina@late.example", message: "A quote, please" });
  await page.locator("tbody").getByRole("link", { name: "Nina Late" }).waitFor({ timeout: 3_000 });
  assert.equal(await boxes.count(), before + 1);
  await until("the tabs count her", async () => Number(await counted.innerText()) === count + 1);
  assert.equal(await page.locator("tbody [name=lead]:checked").count(), 1);
  assert.equal(await page.locator(".bulk output").innerText(), "1");
  assert.equal(await page.locator("#move").isVisible(), true);
  await page.keyboard.press("Escape");
  await page.locator(`#${at}`).focus();

  const other = await visit();
  await signIn(other);
  await other.goto("/leads?q=nina");
  await other.locator("tbody .who a").first().click();
  await other.locator("label", { has: other.locator("#pane-call") }).click();
  await other.locator("form.pane.call textarea").fill("Spoke to her.");
  const row = page.locator("tbody tr", { hasText: "Nina Late" });
  const stood = await row.innerText();
  await other.locator("form.pane.call").getByLabel("Next step", { exact: true }).selectOption("call");
  await other.getByRole("button", { name: "Save call" }).click();
  await until("the row moves", async () => (await row.innerText()) !== stood);
  assert.equal(await page.evaluate(() => document.activeElement.id), at);
}
