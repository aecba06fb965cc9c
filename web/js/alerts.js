// Alerts: keeps the count at the bell, and where this browser was asked to, tells of what is new by a
// notification and a sound. What was asked is kept in this browser only; /me asks it.
import { isOut } from "./line.js";

const bell = document.getElementById("bell");
const GATHER_MS = 1000;

// A browser that keeps nothing is told nothing.
const kept = {
  get: (what) => {
    try {
      return localStorage.getItem(`leadstead-${what}`);
    } catch {
      return null;
    }
  },
  set: (what, value) => {
    try {
      localStorage.setItem(`leadstead-${what}`, value);
    } catch {}
  },
};

const may = () => "Notification" in window && Notification.permission === "granted";

let after = Number(document.querySelector("main[data-seq]")?.dataset.seq ?? 0);
let timer;

// One of many open tabs tells: the first to write down that it has.
function first(seq) {
  if (Number(kept.get("told") ?? 0) >= seq) return false;
  kept.set("told", String(seq));
  return true;
}

// A page nobody has touched yet may make no sound.
let sound;
function chime() {
  sound ??= new AudioContext();
  if (sound.state !== "running") return sound.resume().then(() => sound.state === "running" && chime());
  const volume = new GainNode(sound, { gain: 0.0001 });
  const tone = new OscillatorNode(sound, { frequency: 880 });
  volume.gain.exponentialRampToValueAtTime(0.12, sound.currentTime + 0.02);
  volume.gain.exponentialRampToValueAtTime(0.0001, sound.currentTime + 0.45);
  tone.connect(volume).connect(sound.destination);
  tone.start();
  tone.stop(sound.currentTime + 0.5);
}

function tell(notices) {
  const [newest] = notices;
  if (!newest || !first(newest.seq)) return;
  if (kept.get("sound") === "on") chime();
  if (kept.get("show") === "on" && may()) notices.forEach(show);
}

// Whether it could be shown: some browsers of phones have notifications and refuse them to pages.
function show({ seq, text, url }) {
  try {
    const shown = new Notification(text, { tag: `leadstead-${seq}` });
    shown.addEventListener("click", () => {
      focus();
      location.href = url;
    });
    return true;
  } catch {
    return false;
  }
}

async function ask() {
  timer = undefined;
  try {
    const answer = await fetch(`/notices/new?after=${after}`);
    if (isOut(answer) || !answer.ok || answer.redirected) return;
    const { unread, said, notices } = await answer.json();
    const count = bell.querySelector(".n");
    count.textContent = unread;
    count.hidden = unread === 0;
    bell.setAttribute("aria-label", said);
    after = Math.max(after, ...notices.map(({ seq }) => seq));
    tell(notices);
  } catch {
    // The box does not answer; the bar of live.js says so.
  }
}

if (bell) addEventListener("leadstead:notified", () => (timer ??= setTimeout(ask, GATHER_MS)));

// The boxes under /me.
const choice = document.querySelector("[data-alerts]");

async function choose({ target }) {
  const what = target.dataset.alert;
  const refused = choice.querySelector("[data-alert='refused']");
  if (what === "show" && target.checked) {
    const answer = await Notification.requestPermission();
    target.checked = answer === "granted" && show({ seq: 0, text: document.title, url: location.href });
    refused.hidden = target.checked;
  }
  kept.set(what, target.checked ? "on" : "off");
  if (what === "sound" && target.checked) chime();
}

if (choice) {
  const [show, sound] = choice.querySelectorAll("input");
  show.disabled = !("Notification" in window) || !window.isSecureContext;
  show.checked = kept.get("show") === "on" && may();
  sound.checked = kept.get("sound") === "on";
  choice.hidden = false;
  choice.addEventListener("change", choose);
}
