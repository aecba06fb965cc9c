// A list is brought along: a HubSpot export and a real workbook, looked at, checked and imported; and
// what was imported is found while its name is typed.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { moveIn, signIn } from "./shop.mjs";

export const prepare = moveIn;

/** A contacts export as HubSpot writes it, with what goes wrong in real ones. */
export const HUBSPOT = `Record ID,First Name,Last Name,Email,Phone Number,Contact owner,Lead Status,Create Date,Company name,Job Title,Original Source,Number of Employees
301,Grace,Okafor,grace@okafor.example,+44 7700 900210,maya@northside.example,New,2026-03-02 09:12,Okafor & Sons,Director,Organic Search,12
302,Henrik,Sørensen,henrik@sorensen.example,+45 20 11 22 33,sven@elsewhere.example,Connected,2026-03-04 16:40,Sørensen VVS,Owner,Paid Search,4
303,Only,Three
304,"O'Neil, ""Bee""",Brady,bee@brady.example,,,Open,2026-03-09 11:05,"Brady, Brady & Co",Buyer,=HYPERLINK("http://evil.example"),55
`;

const WORKBOOK = fileURLToPath(new URL("./contacts.xlsx", import.meta.url));

export const tests = [
  { name: "A HubSpot export is checked, imported with a report, and adds nothing the second time", run: hubspot },
  { name: "Without scripts a real workbook is imported, and the columns that were chosen stay chosen", run: workbook },
  { name: "A picture is refused beside the field, and the page after a list is safe to load and go back to", run: safe },
  { name: "A lead is found while its name is typed, by keyboard alone, and stands there as looked at last", run: find },
];

export async function handIn(page, file) {
  await page.goto("/import");
  await page.getByLabel("The list").setInputFiles(file);
  await page.getByRole("button", { name: "Look at the list" }).click();
}

export const exported = { name: "hubspot.csv", mimeType: "text/csv", buffer: Buffer.from(HUBSPOT) };

async function hubspot({ page }) {
  await signIn(page);
  await page.goto("/leads");
  await page.getByRole("link", { name: "Import a spreadsheet" }).click();
  await handIn(page, exported);
  await page.getByRole("heading", { name: "What becomes of each column" }).waitFor();
  assert.equal(await page.getByLabel("What becomes of Contact owner").inputValue(), "owner");
  assert.equal(await page.getByLabel("What becomes of Record ID").inputValue(), "keep");
  await page.getByLabel("What becomes of Record ID").selectOption("Leave out");
  await page.getByRole("button", { name: "Check every row" }).click();
  await page.getByRole("heading", { name: "What would happen" }).waitFor();
  assert.equal(await stat(page, "New leads"), "3");
  assert.equal(await stat(page, "Refused"), "1");
  await page.getByText("It has 3 values, the heading has 12.").waitFor();

  await page.getByRole("button", { name: "Import 3 rows" }).dblclick();
  await page.getByRole("heading", { name: "Imported", exact: true }).waitFor();
  assert.equal(await stat(page, "New leads"), "3");
  const toLeads = await page.getByRole("link", { name: "See the leads" }).getAttribute("href");
  const download = page.waitForEvent("download");
  await page.getByRole("link", { name: "Report of every row" }).click();
  const report = readFileSync(await (await download).path(), "utf8");
  assert.match(report, /^Line,Result,Lead,Reason,Record ID,First Name/);
  assert.match(report, /'=HYPERLINK/);
  await page.reload();
  assert.equal(await stat(page, "New leads"), "3");

  await handIn(page, exported);
  await page.getByRole("button", { name: "Check every row" }).click();
  await page.getByText("Nothing in this list is new.").waitFor();
  assert.equal(await stat(page, "Imported before"), "3");

  await page.goto(toLeads);
  await page.getByText("From the list hubspot.csv").waitFor();
  assert.equal(await page.locator("tbody tr").count(), 3);
  await page.getByRole("link", { name: /^Remove filter From the list hubspot.csv/ }).click();
  await page.waitForURL(/\/leads\?fate=any$/);
}

async function workbook({ visit }) {
  const page = await visit({ javaScriptEnabled: false });
  await signIn(page);
  await handIn(page, WORKBOOK);
  await page.getByText("sheet “Contacts”").waitFor();
  await page.getByLabel("What becomes of Notes").selectOption("Message");
  await page.getByLabel("Rows whose owner does not work here").selectOption("Leave these rows out");
  await page.getByRole("button", { name: "Check every row" }).click();
  // Without scripts the page draws itself anew by itself.
  await page.getByRole("heading", { name: "What would happen" }).waitFor();
  await page.getByRole("link", { name: "Change the columns" }).click();
  assert.equal(await page.getByLabel("What becomes of Notes").inputValue(), "message");
  await page.goBack();
  await page.getByRole("button", { name: /^Import \d+ rows?$/ }).click();
  await page.getByRole("heading", { name: "Imported", exact: true }).waitFor();
  await page.getByRole("link", { name: /^Lead \d+$/ }).first().click();
  await page.locator("#head").waitFor();
}

async function safe({ page }) {
  await signIn(page);
  const picture = { name: "team.png", mimeType: "image/png", buffer: Buffer.from("\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "latin1") };
  await handIn(page, picture);
  await page.getByRole("alert").getByText("This is a picture.").waitFor();
  const list = { name: "contacts_of_the_northern_branch_2026.csv", mimeType: "text/csv", buffer: Buffer.from("name,email\nPia Lund,pia@lund.example\n") };
  await handIn(page, list);
  const choosing = page.url();
  await page.setViewportSize({ width: 320, height: 640 });
  for (const place of ["/import", choosing]) {
    await page.goto(place);
    await page.getByText(list.name).waitFor();
    const [wide, there] = await page.evaluate(() => [document.documentElement.scrollWidth, innerWidth]);
    assert.ok(wide <= there, `${place}: ${wide} px on ${there}`);
  }
  await page.setViewportSize({ width: 1280, height: 720 });
  await page.getByRole("button", { name: "Check every row" }).click();
  await page.getByRole("button", { name: "Import 1 row" }).waitFor();
  await page.reload();
  await page.goBack();
  assert.equal(page.url(), choosing);
  await page.goto(choosing);
  await page.getByRole("button", { name: "Throw the list away" }).click();
  await page.getByRole("heading", { name: "Import", level: 1 }).waitFor();
  const gone = await page.request.get(choosing);
  assert.equal(gone.status(), 404);
}

async function find({ page }) {
  await signIn(page);
  await page.keyboard.press("/");
  const field = page.getByRole("combobox", { name: "Find a lead" });
  await page.getByText("Type a name, a company, an address or a number.").waitFor();
  await field.pressSequentially("okaf");
  const option = page.getByRole("option", { name: /Grace Okafor/ });
  await option.waitFor();
  assert.equal(await field.getAttribute("aria-expanded"), "true");
  await page.keyboard.press("ArrowDown");
  assert.equal(await option.getAttribute("aria-selected"), "true");
  assert.equal(await field.getAttribute("aria-activedescendant"), await option.getAttribute("id"));
  await page.keyboard.press("Escape");
  await option.waitFor({ state: "hidden" });
  await page.keyboard.press("ArrowDown");
  await option.waitFor();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await page.waitForURL(/\/leads\/\d+(\?|$)/);
  await page.keyboard.press("/");
  await page.getByText("Looked at last").waitFor();
  await page.getByRole("option", { name: /Grace Okafor/ }).waitFor();
  await field.fill("okafor");
  await page.keyboard.press("Enter");
  await page.waitForURL(/\/leads\?q=okafor$/);
}

async function stat(page, word) {
  return page.locator(".stat", { hasText: word }).locator("b").innerText();
}
