// The browser the tests look through: the Chromium of this machine, with nobody watching, and
// nothing in it that would speak to anybody but the house.

import { existsSync } from "node:fs";
import { join } from "node:path";
import { chromium } from "playwright-core";

const NAMES = ["chromium", "chromium-browser", "google-chrome"];
const FLAGS = [
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-gpu",
  "--disable-quic",
  "--disable-sync",
  "--no-first-run",
  "--no-sandbox",
];

/** The sizes every page must stand: a desk, and a phone in a van. */
export const SIZES = {
  desktop: { viewport: { width: 1440, height: 900 } },
  phone: { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true },
};

export const THEMES = ["light", "dark"];

export function launch() {
  return chromium.launch({ executablePath: path(), args: FLAGS });
}

function path() {
  const folders = (process.env.PATH ?? "").split(":");
  const paths = NAMES.flatMap((name) => folders.map((folder) => join(folder, name)));
  const path = process.env.CHROMIUM ?? paths.find((path) => existsSync(path));
  if (!path) throw new Error("There is no Chromium. Install it: apt-get install chromium");
  return path;
}
