// Every page there is, and the way to it. What must hold on all of them is asked of this list.

import { VISITOR, fillIn, letIn, post, sendButton, until } from "./shop.mjs";

/** Pages of a house nobody has written to yet. */
export const EMPTY = [
  { name: "today-empty", inside: true, open: (page) => page.goto("/today") },
  { name: "leads-empty", inside: true, open: (page) => page.goto("/leads") },
];

/** Pages of a house with leads, see `fill`. Those that are reached by writing say so. */
export const FULL = [
  { name: "login", open: (page) => page.goto("/login") },
  { name: "login-wrong", writes: true, open: signInWrongly },
  { name: "form", open: (page) => page.goto("/f/contact") },
  { name: "form-error", writes: true, open: sendNothing },
  { name: "thanks", writes: true, open: sendForm },
  { name: "thanks-asked", writes: true, open: leaveNoWay },
  { name: "unsubscribe", writes: true, open: openUnsubscribe },
  { name: "unsubscribed", writes: true, open: unsubscribe },
  { name: "not-found", open: (page) => page.goto("/nowhere") },
  { name: "today", inside: true, open: (page) => page.goto("/today?team=all") },
  { name: "lead", inside: true, open: (page) => openLead(page) },
  { name: "lead-misroute", inside: true, open: (page) => openLead(page, "?do=misroute") },
  { name: "lead-call", inside: true, open: (page) => openLead(page, "?do=call") },
  { name: "lead-error", inside: true, writes: true, open: saveNothing },
  { name: "lead-lost", inside: true, open: (page) => openLead(page, "?do=lost") },
  { name: "lead-edit", inside: true, open: (page) => openLead(page, "/edit") },
  { name: "leads", inside: true, open: (page) => page.goto("/leads") },
  { name: "leads-found", inside: true, open: search },
  { name: "leads-nothing", inside: true, open: (page) => page.goto("/leads?q=zeppelin") },
  { name: "leads-filtered", inside: true, open: (page) => page.goto("/leads?owner=me&tier=high&touch=14&fate=open&sort=score") },
  { name: "leads-selected", inside: true, open: selectLeads },
  { name: "quarantine", inside: true, open: (page) => page.goto("/quarantine") },
  { name: "lead-new", inside: true, open: (page) => page.goto("/leads/new") },
  { name: "team", inside: true, open: (page) => page.goto("/team") },
  { name: "teammate", inside: true, open: (page) => page.goto("/team/maya") },
  { name: "me", inside: true, open: (page) => page.goto("/me") },
  { name: "notices", inside: true, open: (page) => page.goto("/notices") },
  { name: "settings", inside: true, open: (page) => page.goto("/settings") },
  { name: "settings-fields", inside: true, open: (page) => page.goto("/settings/fields") },
  { name: "settings-field", inside: true, open: openField },
  { name: "settings-tags", inside: true, open: (page) => page.goto("/settings/tags") },
  { name: "settings-versions", inside: true, open: (page) => page.goto("/settings/versions") },
  { name: "settings-version", inside: true, open: openVersion },
  { name: "settings-qualification", inside: true, open: (page) => page.goto("/settings/qualification") },
  { name: "settings-scoring", inside: true, open: (page) => page.goto("/settings/scoring") },
  { name: "settings-learned", inside: true, open: (page) => page.goto("/settings/scoring/learned") },
  { name: "settings-routing", inside: true, open: (page) => page.goto("/settings/routing") },
  { name: "settings-routing-sample", inside: true, open: (page) => page.goto("/settings/routing/sample") },
  { name: "settings-routing-tried", inside: true, open: tryRules },
  { name: "settings-mail", inside: true, open: (page) => page.goto("/settings/mail") },
  { name: "settings-sources", inside: true, open: (page) => page.goto("/settings/sources") },
  { name: "settings-about", inside: true, open: (page) => page.goto("/settings/about") },
  { name: "settings-data", inside: true, open: (page) => page.goto("/settings/data") },
  { name: "invitation-unknown", open: (page) => page.goto("/join/unknown") },
  { name: "find", inside: true, open: findOpen },
  { name: "import", inside: true, open: (page) => page.goto("/import") },
  { name: "import-error", inside: true, writes: true, open: (page) => handIn(page, "team.png", "\x89PNG\r\n\x1a\n") },
  { name: "import-columns", inside: true, writes: true, open: (page) => handIn(page, "contacts.csv", LIST) },
  { name: "import-checked", inside: true, writes: true, open: checkList },
  { name: "not-found-inside", inside: true, open: (page) => page.goto("/leads/999999") },
];

/** A few leads with little in common. Who only has a question is written to at once. */
export async function fill(house) {
  const others = [
    { name: "Owen Price", company: "Price & Daughters", phone: "+44 7700 900123", message: "Please call me back." },
    { name: "A name that is longer than anybody would think a name to be, and then some", email: "long@elsewhere.example" },
    { email: "nobody@nameless.example", message: "Do you work on Sundays?" },
  ];
  const machine = { name: "Best SEO", email: "seo@rank.example", message: "Rank first!", site: "https://rank.example" };
  for (const fields of [VISITOR, ...others, machine]) await post(house, fields);
  await until("a letter", () => house.mailbox.letters.length > 0);
}

/** Pages that only who looks after the others may open. */
const OF_OWNERS = /^(settings|team|import|quarantine)/;

/** Opens a page of the tour in a context of its own house, as who works there. */
export async function openPage({ name, inside, open }, page, house) {
  if (inside) await letIn(page.context(), house, OF_OWNERS.test(name) ? "owner" : "rep");
  await open(page, house);
  await page.locator("main").waitFor();
}

async function signInWrongly(page) {
  await page.goto("/login");
  await page.getByLabel("Email").fill("maya@northside.example");
  await page.getByLabel("Password").fill("not the password");
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.getByRole("alert").waitFor();
}

async function sendNothing(page) {
  await page.goto("/f/contact");
  await sendButton(page).click();
  await page.getByRole("alert").waitFor();
}

async function sendForm(page) {
  await page.goto("/f/contact");
  await fillIn(page);
  await sendButton(page).click();
  await page.waitForURL("**/thanks/**");
}

/** What they typed helps nobody to answer, so they are asked once more. */
async function leaveNoWay(page, house) {
  const answer = await post(house, { name: "Cee", email: "cee at home", phone: "12" });
  await page.goto(new URL(answer.headers.get("location"), house.url).pathname);
  await page.getByLabel("Email").waitFor();
}

async function openUnsubscribe(page, house) {
  // Only what the house writes by itself names the way out; what a person wrote does not.
  const links = () => house.mailbox.letters.flatMap((letter) => letter.match(/(?<=^List-Unsubscribe: <)[^>]+/im) ?? []);
  await until("a letter of the house", () => links().length > 0);
  await page.goto(new URL(links()[0]).pathname);
}

async function unsubscribe(page, house) {
  await openUnsubscribe(page, house);
  const stop = page.getByRole("button", { name: "Stop the letters" });
  if (await stop.isVisible()) await stop.click();
  await page.getByRole("heading", { name: "Done. No more letters." }).waitFor();
}

async function openLead(page, rest = "") {
  await page.goto("/leads");
  const leads = page.locator(".who a");
  const known = leads.filter({ hasText: VISITOR.name });
  const lead = (await known.count()) > 0 ? known : leads;
  const [url] = (await lead.first().getAttribute("href")).split("?");
  await page.goto(url + rest);
}

async function saveNothing(page) {
  await openLead(page, "?do=note");
  await page.locator("form.pane.note").getByLabel("Next step", { exact: true }).selectOption("");
  await page.getByRole("button", { name: "Save note" }).click();
  await page.getByRole("alert").first().waitFor();
}

async function openVersion(page) {
  await page.goto("/settings/versions");
  await page.getByRole("link", { name: /^Version / }).last().click();
  await page.waitForURL(/versions\/\d+$/);
}

/** The rules of the house; where one person works alone they are folded away. */
export async function openRules(page) {
  await page.goto("/settings/routing");
  const folded = page.locator("main details.ledger:not([open]) > summary");
  if ((await folded.count()) > 0) await folded.click();
}

async function tryRules(page) {
  await openRules(page);
  await page.getByRole("button", { name: "Who gets it?" }).click();
  await page.getByRole("button", { name: "Try on the last 1,000 leads" }).click();
  await page.locator("#dry-run").waitFor();
}

async function openField(page) {
  await page.goto("/settings/fields");
  await page.locator("[id^=field-] a").first().click();
}

async function selectLeads(page) {
  await until("leads in the list", async () => {
    await page.goto("/leads");
    return page.locator("tbody .pick").first().isVisible();
  });
  for (const box of (await page.locator("tbody .pick").all()).slice(0, 2)) await box.click();
}

async function search(page) {
  await until("the lead in the search", async () => {
    await page.goto("/leads?q=carvalho");
    return page.getByRole("link", { name: VISITOR.name }).first().isVisible();
  });
}

/** A list with what goes wrong in real ones. */
const LIST = `First Name,Last Name,Email,Phone Number,Contact owner,Company name,Job Title,Original Source
Grace,Okafor,grace@okafor.example,+44 7700 900210,maya@northside.example,Okafor & Sons,Director,Organic Search
Henrik,Sørensen,henrik@sorensen.example,+45 20 11 22 33,sven@elsewhere.example,Sørensen VVS,Owner,Paid Search
Only,Three,values
Ines,Carvalho,ines@larkfield.example,,,Larkfield School Trust,,
`;

async function handIn(page, name, text) {
  await page.goto("/import");
  const file = { name, mimeType: "text/csv", buffer: Buffer.from(text, name.endsWith(".png") ? "latin1" : "utf8") };
  await page.getByLabel("The list").setInputFiles(file);
  await page.getByRole("button", { name: "Look at the list" }).click();
}

async function checkList(page) {
  await handIn(page, "contacts.csv", LIST);
  await page.getByRole("button", { name: "Check every row" }).click();
  await page.getByRole("heading", { name: "What would happen" }).waitFor();
}

/** On a phone the field stands on the page of the leads. */
async function findOpen(page) {
  await page.goto("/leads");
  await page.locator(".find input:visible").first().fill("carv");
  const found = page.locator(".found:visible");
  if (await page.evaluate(() => document.querySelector(".found") !== null)) await found.waitFor();
}
