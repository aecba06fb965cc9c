// What people do to a page that nobody means: a double click, the back button after a post and the same
// once more, a session that ended in another window. Nothing is done twice and nothing typed is lost.

import assert from "node:assert/strict";
import { OWNER, VISITOR, fillIn, moveIn, post, sendButton, signIn, unhurried, until } from "./shop.mjs";

export const prepare = moveIn;

export const tests = [
  { name: "A visitor who clicks twice, and goes back and sends again, is one lead that wrote once", run: visitor },
  { name: "A note that is saved with a double click stands once, and once more only if it says more", run: note },
  { name: "What is added, invited, named and deleted with a double click is so once", run: twice },
  { name: "What was typed while the session ended elsewhere is there after signing in", run: ended },
];

async function visitor({ page, visit }) {
  const stranger = await visit();
  await stranger.goto("/f/contact");
  await fillIn(stranger);
  await sendButton(stranger).dblclick();
  await stranger.waitForURL("**/thanks/**");
  await stranger.goBack();
  await unhurried(stranger);
  await sendButton(stranger).click();
  await stranger.waitForURL("**/thanks/**");

  await signIn(page);
  await openLead(page, VISITOR.name);
  await page.locator("#timeline .said").getByText(VISITOR.message).first().waitFor();
  assert.equal(await page.locator("#timeline .said").getByText(VISITOR.message).count(), 1);
}

async function note({ page, house }) {
  await post(house, { name: "Ada Quinn", email: "ada@quinn.example", message: "A quote, please" });
  await signIn(page);
  await openLead(page, "Ada Quinn");
  await writeNote(page, "Has two boilers.");
  await page.getByRole("button", { name: "Save note" }).dblclick();
  const notes = page.locator("#timeline li").filter({ hasText: "Has two boilers." });
  await notes.first().waitFor();
  assert.equal(await notes.count(), 1);

  await page.goBack();
  await page.locator("form.pane.note textarea").waitFor({ state: "attached" });
  await writeNote(page, "Has two boilers.");
  await page.getByRole("button", { name: "Save note" }).click();
  await page.waitForURL(/#timeline$/);
  assert.ok((await notes.count()) <= 2);
}

async function twice({ page }) {
  await signIn(page);
  await page.goto("/leads/new");
  await page.getByLabel("Name").fill("Cora Double");
  await page.getByLabel("Phone").fill("+44 7700 900155");
  await page.locator("main form [type=submit]").last().dblclick();
  await page.waitForURL(/\/leads\/\d+/);
  await until("one lead in the list", async () => {
    await page.goto("/leads?q=cora");
    return (await page.locator("tbody [name=lead]").count()) > 0;
  });
  assert.equal(await page.locator("tbody [name=lead]").count(), 1);

  await page.goto("/team");
  await page.getByLabel("Name").fill("Tom Adeyemi");
  await page.getByLabel("Email").fill("tom@northside.example");
  await page.getByRole("button", { name: "Invite" }).dblclick();
  await page.getByText("Tom Adeyemi").first().waitFor();
  await page.goto("/team");
  assert.equal(await page.getByText("tom@northside.example").count(), 1);

  await page.goto("/settings/tags");
  await page.getByRole("group", { name: "A new tag" }).getByLabel("Label").fill("Fair");
  await page.getByRole("button", { name: "Save" }).dblclick();
  await page.getByText("Saved. It counts from now on.").waitFor();
  await page.goto("/settings/tags");
  assert.equal(await page.locator(".settable legend .tag").count(), 1);

  await page.goto("/leads?tier=high");
  await page.getByRole("button", { name: "Save this view" }).click();
  await page.getByLabel("Name of the segment").fill("Hot ones");
  await page.locator("#save").getByRole("button", { name: "Save this view" }).dblclick();
  await page.locator("nav.tabs [aria-current]").getByText("Hot ones").waitFor();
  assert.equal(await page.locator("nav.tabs").getByText("Hot ones").count(), 1);
  await page.getByRole("button", { name: "Change this segment" }).click();
  await page.getByRole("button", { name: "Delete" }).dblclick();
  await page.waitForURL((url) => url.pathname === "/leads" && url.search === "");
  assert.equal(await page.locator("nav.tabs").getByText("Hot ones").count(), 0);
}

async function ended({ page, house, context }) {
  await post(house, { name: "Dan Ends", email: "dan@ends.example", message: "A quote, please" });
  await signIn(page);
  await openLead(page, "Dan Ends");
  await writeNote(page, "Wants it before the frost.");
  await context.clearCookies({ name: "leadstead" });
  await page.getByRole("button", { name: "Save note" }).click();
  await page.getByText("You were signed out meanwhile").waitFor();

  const [other] = await Promise.all([context.waitForEvent("page"), page.getByRole("link", { name: "Sign in" }).click()]);
  await other.getByLabel("Email").fill(OWNER.email);
  await other.getByLabel("Password").fill(OWNER.password);
  await other.getByRole("button", { name: "Sign in" }).click();
  await other.waitForURL("**/today");
  await page.goBack();
  const form = page.locator("form.pane.note");
  assert.equal(await form.locator("textarea").inputValue(), "Wants it before the frost.");
  await page.getByRole("button", { name: "Save note" }).click();
  const notes = page.locator("#timeline li").filter({ hasText: "Wants it before the frost." });
  await notes.first().waitFor();
  assert.equal(await notes.count(), 1);
}

async function openLead(page, name) {
  await until("the lead on Today", async () => {
    await page.goto("/today?team=all");
    return page.getByRole("link", { name, exact: true }).first().isVisible();
  });
  await page.getByRole("link", { name, exact: true }).first().click();
  await page.waitForURL(/\/leads\/\d+/);
}

async function writeNote(page, text) {
  await page.locator("label", { has: page.locator("#pane-note") }).click();
  const form = page.locator("form.pane.note");
  await form.locator("textarea").fill(text);
  await form.getByLabel("Next step", { exact: true }).selectOption("call");
}
