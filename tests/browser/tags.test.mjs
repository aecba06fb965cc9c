// Tags and files by hand: an owner makes a tag, it is put on a lead, lists are narrowed by it, and a
// file is laid with the lead and taken away again.

import assert from "node:assert/strict";
import { moveIn, post, signIn } from "./shop.mjs";

export const prepare = moveIn;

export const tests = [
  { name: "An owner makes a tag, and a list is narrowed by it", run: tag },
  { name: "A file is laid with a lead, taken away with one, and thrown away", run: file },
  { name: "An owner adds a field, and it is filled in and listed", run: field },
];

async function openLead(page, name) {
  await page.goto("/leads");
  await page.getByRole("link", { name }).first().click();
  await page.waitForURL(/\/leads\/\d+(\?|$)/);
}

async function tag({ page, house }) {
  await post(house, { name: "Ada Number1", email: "ada@one.example", message: "Please send us a quote" });
  await post(house, { name: "Bea Number2", email: "bea@two.example", message: "Please send us a quote" });
  await signIn(page);
  await page.goto("/settings/tags");
  await page.getByRole("group", { name: "A new tag" }).getByLabel("Label").fill("Trade fair");
  await page.getByRole("group", { name: "A new tag" }).getByLabel("Colour").selectOption("Violet");
  await page.getByRole("button", { name: "Save" }).click();
  await page.getByText("Saved. It counts from now on.").waitFor();

  await openLead(page, "Ada Number1");
  await page.getByLabel("Choose a tag").selectOption("Trade fair");
  await page.getByRole("button", { name: "Put it on" }).click();
  await page.getByRole("button", { name: "Take off Trade fair" }).waitFor();

  await page.goto("/leads");
  await page.getByRole("button", { name: "Tags", exact: true }).click();
  await page.locator("#by-tag").getByLabel("Trade fair").check();
  await page.locator("#by-tag").getByRole("button", { name: "Show" }).click();
  await page.getByRole("button", { name: "Tags: Trade fair" }).waitFor();
  assert.equal(await page.locator("tbody tr").count(), 1);

  await page.goto("/leads");
  await page.locator("tbody [name=lead]").nth(0).check();
  await page.locator("tbody [name=lead]").nth(1).check();
  await page.getByRole("button", { name: "Tag", exact: true }).click();
  await page.locator("#tag").getByRole("button", { name: "Trade fair" }).click();
  await page.getByText("1 lead now has the tag Trade fair.").waitFor();
  await page.getByRole("button", { name: "Undo" }).click();
  await page.getByText("1 of 1 taken back.").waitFor();
}

async function file({ page }) {
  await signIn(page);
  await openLead(page, "Ada Number1");
  const plan = { name: "Größe.html", mimeType: "text/html", buffer: Buffer.from("<script>alert(1)</script>") };
  await page.getByLabel("Add a file").setInputFiles(plan);
  await page.getByRole("button", { name: "Attach it" }).click();
  const link = page.locator("#files").getByRole("link", { name: plan.name, exact: true });
  const [download] = await Promise.all([page.waitForEvent("download"), link.click()]);
  assert.equal(download.suggestedFilename(), plan.name);
  const chunks = [];
  for await (const chunk of await download.createReadStream()) chunks.push(chunk);
  assert.deepEqual(Buffer.concat(chunks), plan.buffer);
  await page.getByRole("link", { name: `Remove ${plan.name}` }).click();
  await page.getByRole("button", { name: "Remove the file" }).click();
  await page.getByText(`File removed: ${plan.name}`).first().waitFor();
  assert.equal(await link.count(), 0);
}

async function field({ page }) {
  await signIn(page);
  await page.goto("/settings/fields");
  await page.getByLabel("Label").fill("Kind of roof");
  await page.getByLabel("What it holds").selectOption("One of several");
  await page.getByLabel("Choices, one a line").fill("Flat\nPitched");
  await page.getByRole("button", { name: "Add the field" }).click();
  await page.getByLabel("Website form").selectOption("Must have it");
  await page.getByRole("button", { name: "Save" }).click();
  await page.getByText("Asked for by: Website form").waitFor();
  await page.goto("/f/contact");
  await page.getByLabel("Kind of roof").selectOption("Flat");

  await openLead(page, "Ada Number1");
  await page.getByRole("link", { name: "Change details" }).click();
  await page.getByLabel("Kind of roof").selectOption("Pitched");
  await page.getByRole("button", { name: "Save details" }).click();
  await page.getByText("Pitched").first().waitFor();
  await page.goto("/leads");
  await page.getByRole("button", { name: "Columns" }).click();
  await page.locator("#columns").getByLabel("Kind of roof").check();
  await page.getByRole("button", { name: "Show these columns" }).click();
  await page.getByRole("cell", { name: "Pitched" }).waitFor();
}
