// A house for the tests to visit: the built binary, serving a fresh folder on free loopback ports.

import { spawn, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const BINARY = resolve(ROOT, process.env.LEADSTEAD ?? "target/debug/leadstead");
const READY_WITHIN_MS = 30_000;
/** A year is lived through first. */
const DEMO_READY_WITHIN_MS = 600_000;
const CLOSED_WITHIN_MS = 12_000;

/**
 * Opens a house on an empty folder and waits until it is well.
 *
 * `prepare(house)` runs before it opens; `house.cli(["user", "add", …], input)` is the command
 * line on its folder, while it is open and while it is not. `house.shut()` is a box that does not
 * answer any more, and `house.reopen()` one that does again. `house.hang()` is one that is there and
 * says nothing, until `house.goOn()`.
 */
export async function openHouse({ prepare, args = [] } = {}) {
  const house = await newHouse();
  const [door, publicDoor] = [house.url, house.publicUrl].map((url) => new URL(url).host);
  try {
    await prepare?.(house);
    await open(house, ["serve", "--listen", door, "--public-listen", publicDoor, ...args], READY_WITHIN_MS);
    return house;
  } catch (error) {
    await house.close();
    throw error;
  }
}

/**
 * Opens the demo. `house.people` may sign in, by what they are, as it says itself: a `rep`, a
 * `manager` and an `owner`.
 */
export async function openDemo() {
  const house = await newHouse();
  try {
    await open(house, ["demo", "--listen", new URL(house.url).host], DEMO_READY_WITHIN_MS);
    const said = house.log.matchAll(/Sign in as (\S+), password (\S+) \(.*?(rep|manager|owner)\)/g);
    house.people = {};
    for (const [, email, password, role] of said) house.people[role] ??= { email, password };
    house.owner = house.people.owner;
    return house;
  } catch (error) {
    await house.close();
    throw error;
  }
}

async function newHouse() {
  const folder = mkdtempSync(join(tmpdir(), "leadstead-house-"));
  const [port, publicPort] = await freePorts(2);
  return {
    folder,
    url: `http://127.0.0.1:${port}`,
    publicUrl: `http://127.0.0.1:${publicPort}`,
    log: "",
    cli: (words, input = "") => commandLine(folder, words, input),
    isShut: false,
    shut: async () => {},
    async close() {
      await this.shut();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function open(house, words, limit) {
  const server = spawn(BINARY, [...words, "--data", house.folder], {
    cwd: house.folder,
    stdio: ["ignore", "pipe", "pipe"],
  });
  const ended = new Promise((done) => server.on("close", done).on("error", done));
  for (const stream of [server.stdout, server.stderr]) {
    stream.on("data", (text) => (house.log = (house.log + text).slice(-20_000)));
  }
  house.hang = () => {
    house.isShut = true;
    server.kill("SIGSTOP");
  };
  house.goOn = () => {
    server.kill("SIGCONT");
    house.isShut = false;
  };
  house.shut = async () => {
    house.isShut = true;
    server.kill("SIGCONT");
    server.kill("SIGTERM");
    const impatience = setTimeout(() => server.kill("SIGKILL"), CLOSED_WITHIN_MS);
    await ended;
    clearTimeout(impatience);
  };
  house.reopen = async () => {
    await open(house, words, limit);
    house.isShut = false;
  };
  await wellWithin(house, server, limit);
}

function commandLine(folder, words, input) {
  const said = spawnSync(BINARY, [...words, "--data", folder], { input, encoding: "utf8", cwd: folder });
  if (said.status !== 0) {
    throw new Error(`leadstead ${words.join(" ")} ended with ${said.status}: ${said.stderr}`);
  }
  return said.stdout;
}

async function wellWithin(house, server, limit) {
  const until = Date.now() + limit;
  while (Date.now() < until) {
    if (server.exitCode !== null) break;
    const answer = await fetch(`${house.url}/healthz`).catch(() => null);
    if (answer?.ok) return;
    await new Promise((later) => setTimeout(later, 50));
  }
  throw new Error(`The house did not open. It said:\n${house.log}`);
}

/** Ports nobody listens on, all different because all are held until the last is known. */
async function freePorts(count) {
  const holders = await Promise.all(
    Array.from({ length: count }, () => new Promise((bound, failed) => {
      const holder = createServer().on("error", failed);
      holder.listen(0, "127.0.0.1", () => bound(holder));
    })),
  );
  const ports = holders.map((holder) => holder.address().port);
  await Promise.all(holders.map((holder) => new Promise((closed) => holder.close(closed))));
  return ports;
}
