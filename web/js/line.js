// Line: whether the box is there. It is heard every few seconds, see live/mod.rs; when it is silent, or the
// browser says that it is cut off, it is asked, and where nobody answers a quiet bar says so.
const main = document.querySelector("main[data-seq]");
const FRESH_MS = 5500;
const SILENCE_MS = 6000;
const QUIET_MS = 5000;
const ANSWER_MS = 3000;

let heardAt = performance.now();
let doubted = false;
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

/** Whether anybody answers. */
export const reached = () =>
  fetch("/healthz", { cache: "no-store", signal: AbortSignal.timeout(ANSWER_MS) }).then(
    () => true,
    () => false,
  );

async function ask() {
  const before = heardAt;
  if (await reached()) return answered();
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
  if (navigator.onLine) answered();
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
}
