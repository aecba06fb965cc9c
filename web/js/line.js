// Line: whether the box is there, and still knows who looks. It is heard every few seconds, see live/mod.rs;
// when it is silent, says that a session has ended, or the browser says that it is cut off, it is asked. Where nobody answers, or nobody is
// signed in any more, a quiet bar says so.
import { edited } from "./edited.js";

const main = document.querySelector("main[data-seq]");
const FRESH_MS = 5500;
const SILENCE_MS = 6000;
const QUIET_MS = 5000;
const ANSWER_MS = 3000;

// Who is signed out sees a page that does not move; seldom is often enough to ask whether they are back.
const OUT_MS = 30_000;

let heardAt = performance.now();
let doubted = false;
let out = false;
let timer;

// Said once, beside the page and not in front of it.
const bar = document.createElement("p");
bar.className = "alert hush";
bar.dataset.state = "soon";
bar.setAttribute("role", "status");

function say(...sentences) {
  bar.textContent = sentences.join(" ");
  if (!bar.isConnected) main.prepend(bar);
}

function askIn(pause) {
  clearTimeout(timer);
  timer = setTimeout(ask, pause);
}

const from = (url) => fetch(url, { cache: "no-store", signal: AbortSignal.timeout(ANSWER_MS) }).catch(() => null);

/** Whether anybody answers. */
export const reached = async () => (await from("/healthz")) !== null;

// What is typed outside a draft, which is kept on this device, is on this page alone.
const isTyped = (field) => !field.closest("[data-draft]") && edited(field);
const typed = () => [...main.querySelectorAll("form[method=post] :is(input, textarea, select)")].some(isTyped);

function sayOut() {
  const again = document.createElement("a");
  again.href = `/login?${new URLSearchParams({ next: location.pathname + location.search })}`;
  again.textContent = main.dataset.again;
  again.addEventListener("click", () => (again.target = typed() ? "_blank" : ""));
  say(main.dataset.out, "");
  bar.append(again);
}

/** Whether an answer says that nobody is signed in here any more; the bar says so, with the way back. */
export function isOut(answer) {
  out = answer.redirected && new URL(answer.url).pathname === "/login";
  if (!out || !main) return out;
  sayOut();
  askIn(OUT_MS);
  return out;
}

/** Asks whether the box is there and knows us. A page that is not for strangers tells; this is the smallest. */
export async function ask() {
  const before = heardAt;
  const answer = await from("/find");
  if (answer) return isOut(answer) || answered();
  if (heardAt !== before) return;
  doubted = true;
  if (!bar.isConnected) say(main.dataset.quiet);
  askIn(SILENCE_MS);
}

function answered() {
  heardAt = performance.now();
  doubted = false;
  bar.remove();
  askIn(SILENCE_MS);
}

/** The box was heard just now. A browser that is cut off has to be answered before it believes so. */
export function heard() {
  if (navigator.onLine && !out) answered();
}

/** The line was cut; it may come back by itself before anybody has to be told. */
export function doubt() {
  if (doubted) return;
  doubted = true;
  askIn(QUIET_MS);
}

/** Whether the box was there a moment ago. */
export const isThere = () => !main || (navigator.onLine && !doubted && performance.now() - heardAt < FRESH_MS);

/** Says at once that the box does not answer, and that what somebody wanted to send is still here. */
export function sayKept() {
  say(main.dataset.quiet, main.dataset.kept);
  doubted = true;
  askIn(SILENCE_MS);
}

if (main) {
  askIn(SILENCE_MS);
  if (!navigator.onLine) ask();
  addEventListener("online", ask);
  addEventListener("offline", ask);
  document.addEventListener("visibilitychange", () => out && !document.hidden && ask());
}
