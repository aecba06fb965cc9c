// Live: draws the marked regions of a page anew when there is news of what it shows. Nothing typed is
// lost and the focus stays where it is; a region somebody is writing in waits until they are done.
//
// One tab listens for all of them where the browser can choose one (HTTPS or localhost); elsewhere
// each listens for itself.
import { edited } from "./edited.js";
import { ask, doubt, heard as lineHeard, isOut } from "./line.js";

const main = document.querySelector("main[data-seq]");
const RETRY_MS = 8000;
const SILENCE_MS = 20_000;
const ANSWER_MS = 15_000;

// A list is drawn by everybody at the same news, a lead by few. A box that is slow is asked less often.
const GATHER_MS = main?.dataset.follows === "everything" ? 800 : 300;
const EASE = 10;
const PAUSE_MAX_MS = 10_000;

// What is ticked in a list is no text; list.js takes it along.
const FIELDS = "input:not(.pick *), textarea, select";

const regions = () => document.querySelectorAll("[data-region][id]");

// Where a finger or a button is down; its click is still to come.
let pressed = null;

// Whether somebody has something in hand there that drawing anew would take away.
function inHand(region) {
  const focus = document.activeElement;
  const typing = region.contains(focus) && focus.matches(FIELDS);
  const open = region.querySelector("dialog[open], :popover-open");
  return typing || open || region.contains(pressed) || [...region.querySelectorAll(FIELDS)].some(edited);
}

const announce = (region, what, fresh) =>
  region.dispatchEvent(new CustomEvent(`leadstead:${what}`, { bubbles: true, detail: fresh }));

function swap(region, fresh) {
  const focus = region.contains(document.activeElement) ? document.activeElement : null;
  const again = focus?.id ? `#${CSS.escape(focus.id)}` : focus?.getAttribute("href") && `a[href="${CSS.escape(focus.getAttribute("href"))}"]`;
  const opened = [...region.querySelectorAll("details[id][open]")].map((details) => details.id);
  announce(region, "draw", fresh);
  region.replaceWith(fresh);
  for (const id of opened) document.getElementById(id)?.setAttribute("open", "");
  if (again) fresh.querySelector(again)?.focus({ preventScroll: true });
  announce(fresh, "drawn");
}

// What was heard and what is shown, counted; a page is behind while they differ.
let heard = 0;
let shown = 0;
let drawing = false;
let pause = GATHER_MS;
let drawnAt = -GATHER_MS;
let timer;

async function draw() {
  timer = undefined;
  if (drawing || document.hidden || heard === shown) return;
  drawing = true;
  drawnAt = performance.now();
  const upTo = heard;
  try {
    if (await drawn()) shown = upTo;
  } catch {
    // The box does not answer; the bar says so, and the next news draws the page.
  }
  drawing = false;
  pause = Math.min(PAUSE_MAX_MS, Math.max(GATHER_MS, EASE * (performance.now() - drawnAt)));
  if (heard !== upTo) drawSoon();
}

// Whether a page says that there is something it does not show yet; it is drawn once more.
const isBehind = (page) => page.querySelector("[data-behind]") !== null;

// Whether every region could be drawn.
async function drawn() {
  const answer = await fetch(location.href, { headers: { Accept: "text/html" }, signal: AbortSignal.timeout(ANSWER_MS) });
  if (isOut(answer) || !answer.ok || answer.redirected) return false;
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  if (isBehind(page)) heard += 1;
  let all = true;
  for (const region of regions()) {
    const fresh = page.getElementById(region.id);
    if (!fresh || region.isEqualNode(fresh)) continue;
    if (inHand(region)) all = false;
    else swap(region, fresh);
  }
  return all;
}

// The first news is drawn at once; what follows on its heels is gathered.
function drawSoon() {
  timer ??= setTimeout(draw, Math.max(0, drawnAt + pause - performance.now()));
}

function hear({ kind, news }) {
  if (kind === "reload" || news.some((one) => one.kind === "notified")) dispatchEvent(new Event("leadstead:notified"));
  const follows = main.dataset.follows;
  if (!follows) return;
  const ours = ({ lead }) => follows === "everything" || String(lead) === follows;
  if (kind !== "reload" && !news.some(ours)) return;
  heard += 1;
  drawSoon();
}

// Up to which entry this browser was told, so that a new stream goes on from there.
let after = main?.dataset.seq;

function listen(tell) {
  const stream = new EventSource(`/live?after=${after}`);
  let silence;
  const again = () => {
    stream.close();
    listen(tell);
  };
  const take = (message) => {
    clearTimeout(silence);
    silence = setTimeout(again, SILENCE_MS);
    tell(message);
  };
  const told = (event, message) => {
    after = event.lastEventId || after;
    take(message);
  };
  stream.addEventListener("news", (event) => told(event, { kind: "news", news: JSON.parse(event.data) }));
  stream.addEventListener("reload", (event) => told(event, { kind: "reload" }));
  stream.addEventListener("beat", () => take({ kind: "beat" }));
  stream.addEventListener("out", () => tell({ kind: "out" }));
  stream.addEventListener("open", () => take({ kind: "beat" }));
  stream.addEventListener("error", () => {
    tell({ kind: "doubt" });
    if (stream.readyState !== EventSource.CLOSED) return;
    clearTimeout(silence);
    setTimeout(again, RETRY_MS);
  });
}

function take(message) {
  if (message.kind === "doubt") return doubt();
  if (message.kind === "out") return ask();
  lineHeard();
  if (message.kind !== "beat") hear(message);
}

function begin() {
  if (!navigator.locks || !window.BroadcastChannel) return listen(take);
  const tabs = new BroadcastChannel("leadstead");
  tabs.addEventListener("message", (event) => take(event.data));
  navigator.locks.request("leadstead-live", () => {
    listen((message) => {
      take(message);
      tabs.postMessage(message);
    });
    return new Promise(() => {});
  });
}

function press(event) {
  pressed = event.type === "pointerdown" ? event.target : null;
  if (!pressed) drawSoon();
}

if (main) {
  begin();
  if (main.dataset.follows && isBehind(document)) {
    heard += 1;
    drawnAt = performance.now();
    drawSoon();
  }
  document.addEventListener("visibilitychange", drawSoon);
  document.addEventListener("focusout", drawSoon);
  document.addEventListener("toggle", drawSoon, true);
  for (const type of ["pointerdown", "pointerup", "pointercancel"]) addEventListener(type, press);
}
