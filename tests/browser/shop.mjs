// A small business to visit: one owner, the starter playbook, open day and night so that no test
// depends on the hour, and a mailbox that catches its letters.

import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { openMailbox } from "./mailbox.mjs";

export const OWNER = {
  name: "Maya Lindqvist",
  email: "maya@northside.example",
  password: "a long walk to the boiler",
};

/** What somebody writes who wants an answer, and whose answer is promised within half an hour. */
export const VISITOR = {
  name: "Ines Carvalho",
  company: "Larkfield School Trust",
  phone: "+44 7700 900142",
  email: "ines@larkfield.example",
  message: "Two boilers failed inspection. Could you send us a quote?",
};

/** Makes a house this business's own. For `prepare`. */
export async function moveIn(house) {
  house.mailbox = await openMailbox();
  writeFileSync(join(house.folder, "config.toml"), settings(house.mailbox.port));
  const owner = ["--role", "owner", "--email", OWNER.email, "--name", OWNER.name];
  const business = ["--business", "Northside Heating", "--password-stdin"];
  house.cli(["user", "add", ...owner, ...business], OWNER.password);
  const playbook = join(house.folder, "playbook.toml");
  writeFileSync(playbook, alwaysOpen(house.cli(["playbook", "show"])));
  house.cli(["playbook", "apply", playbook]);
}

function settings(port) {
  return `[smtp]
host = "127.0.0.1"
port = ${port}
security = "none"
from = "office@northside.example"

[limits]
login_attempts_per_minute = 1000
public_posts_per_minute = 1000
`;
}

function alwaysOpen(playbook) {
  const days = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];
  const week = days.map((day) => `${day} = "00:00-24:00"\n`).join("");
  return playbook
    .replace(/^(\[hours\.week\]\n)(\w+ = .*\n)*/m, `$1${week}`)
    .replace(/^(\[sla\.clock\.high\]\n)respond_minutes = \d+/m, "$1respond_minutes = 30")
    .replace(/^(\[sla\.clock\.high\]\n(?:.*\n)*?)same_day = true\n.*/m, "$1same_day = false\nleast_minutes_left = 0");
}

/** Signs in as a person does. */
export async function signIn(page) {
  await page.goto("/login");
  await page.getByLabel("Email").fill(OWNER.email);
  await page.getByLabel("Password").fill(OWNER.password);
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.waitForURL("**/today");
}

/**
 * Lets a browser in without the page to sign in, as somebody of a role where the house has people of
 * several; all of one role come with one key.
 */
export async function letIn(context, house, role = "owner") {
  const who = house.people?.[role] ?? house.owner ?? OWNER;
  house.keys ??= {};
  house.keys[who.email] ??= await keyOf(house, who);
  await context.addCookies([{ ...house.keys[who.email], url: house.url }]);
}

async function keyOf({ url }, { email, password }) {
  const body = new URLSearchParams({ email, password });
  const answer = await fetch(`${url}/login`, { method: "POST", body, redirect: "manual" });
  const [cookie] = answer.headers.getSetCookie();
  if (answer.status !== 303 || !cookie) throw new Error(`Signing in gave ${answer.status}`);
  const [, name, value] = cookie.match(/^([^=]+)=([^;]*)/);
  return { name, value };
}

/** Sends the public form as `curl -d` does, and gives the answer. */
export function post(house, fields, form = "contact") {
  const body = new URLSearchParams(fields);
  return fetch(`${house.url}/f/${form}`, { method: "POST", body, redirect: "manual" });
}

/** Fills in the public form in front of us. */
export async function fillIn(page, visitor = VISITOR) {
  await page.getByLabel("Your name").fill(visitor.name);
  await page.getByLabel("Company").fill(visitor.company);
  await page.getByLabel("Phone").fill(visitor.phone);
  await page.getByLabel("Email").fill(visitor.email);
  await page.getByLabel("What is it about?").fill(visitor.message);
  await unhurried(page);
}

/** Waits until the page has been open for as long as anybody needs: what is sent within a second is
 * put aside as the work of a machine. */
export function unhurried(page) {
  const open = () => page.evaluate(() => performance.now());
  return until("A form open for a second", async () => (await open()) > 1_500);
}

/** The button of the public form. */
export function sendButton(page) {
  return page.getByRole("button", { name: "Send it to us" });
}

/** Asks again and again until the answer is yes. */
export async function until(what, asked, limit = 10_000) {
  const end = Date.now() + limit;
  while (Date.now() < end) {
    const answer = await asked();
    if (answer) return answer;
    await new Promise((later) => setTimeout(later, 50));
  }
  throw new Error(`${what}: not within ${limit / 1000} s`);
}
