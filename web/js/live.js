// Live: draws the marked regions of a page anew when there is news of what it shows. Nothing typed is
// lost and the focus stays where it is; a region somebody is writing in waits until they are done.
//
// One tab listens for all of them where the browser can choose one (HTTPS or localhost); elsewhere
// each listens for itself.
const main = document.querySelector("main[data-seq]");
const QUIET_MS = 8000;
const GATHER_MS = 300;

const regions = () => document.querySelectorAll("[data-region][id]");
const edited = (field) =>
  field.type === "checkbox" || field.type === "radio"
    ? field.checked !== field.defaultChecked
    : field.tagName === "SELECT"
      ? [...field.options].some((option) => option.selected !== option.defaultSelected)
      : field.value !== field.defaultValue;

// Whether somebody has something in hand there that drawing anew would take away.
function inHand(region) {
  const focus = document.activeElement;
  const typing = region.contains(focus) && focus.matches("input, textarea, select");
  const open = region.querySelector("dialog[open], :popover-open");
  return typing || open || [...region.querySelectorAll("input, textarea, select")].some(edited);
}

function swap(region, fresh) {
  const focus = region.contains(document.activeElement) ? document.activeElement : null;
  const again = focus?.id ? `#${CSS.escape(focus.id)}` : focus?.getAttribute("href") && `a[href="${CSS.escape(focus.getAttribute("href"))}"]`;
  const opened = [...region.querySelectorAll("details[id][open]")].map((details) => details.id);
  region.replaceWith(fresh);
  for (const id of opened) document.getElementById(id)?.setAttribute("open", "");
  if (again) fresh.querySelector(again)?.focus({ preventScroll: true });
}

// What was heard and what is shown, counted; a page is behind while they differ.
let heard = 0;
let shown = 0;
let drawing = false;
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
  if (heard !== upTo) drawSoon();
}

// Whether every region could be drawn.
async function drawn() {
  const answer = await fetch(location.href, { headers: { Accept: "text/html" } });
  if (!answer.ok || answer.redirected) return false;
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  let all = true;
  for (const region of regions()) {
    const fresh = page.getElementById(region.id);
    if (!fresh) continue;
    if (inHand(region)) all = false;
    else swap(region, fresh);
  }
  return all;
}

// The first news is drawn at once; what follows on its heels is gathered.
function drawSoon() {
  timer ??= setTimeout(draw, Math.max(0, drawnAt + GATHER_MS - performance.now()));
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

// The quiet bar: said once, beside the page and not in front of it.
const bar = document.createElement("p");
bar.className = "alert hush";
bar.dataset.state = "soon";
bar.setAttribute("role", "status");

function connected(yes) {
  if (yes) bar.remove();
  else if (!bar.isConnected) main.prepend(bar);
}

// Whether the box was there a moment ago; the bar waits a while before it says that it is not.
let answers = true;
export const isThere = () => answers;

/** Says at once that the box does not answer, and that what somebody wanted to send is still here. */
export function sayKept() {
  bar.textContent = `${main.dataset.quiet} ${main.dataset.kept}`;
  connected(false);
}

function listen(tell) {
  const stream = new EventSource(`/live?after=${main.dataset.seq}`);
  let silence;
  stream.addEventListener("news", (event) => tell({ kind: "news", news: JSON.parse(event.data) }));
  stream.addEventListener("reload", () => tell({ kind: "reload" }));
  stream.addEventListener("open", () => {
    clearTimeout(silence);
    silence = undefined;
    tell({ kind: "connected", yes: true });
  });
  stream.addEventListener("error", () => {
    tell({ kind: "doubt" });
    silence ??= setTimeout(() => tell({ kind: "connected", yes: false }), QUIET_MS);
    if (stream.readyState === EventSource.CLOSED) {
      setTimeout(() => listen(tell), QUIET_MS);
    }
  });
}

function take(message) {
  if (message.kind === "doubt") answers = false;
  else if (message.kind === "connected") {
    answers = message.yes;
    if (answers || !bar.isConnected) bar.textContent = main.dataset.quiet;
    connected(answers);
  } else hear(message);
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

if (main) {
  begin();
  document.addEventListener("visibilitychange", drawSoon);
  document.addEventListener("focusout", drawSoon);
}
