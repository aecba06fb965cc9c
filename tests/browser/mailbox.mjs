// A mail server that takes every letter and keeps it, for what a visitor finds in theirs.

import { createServer } from "node:net";

/** Opens on a free loopback port. `letters` are the texts that came, headers included. */
export function openMailbox() {
  const letters = [];
  const server = createServer((socket) => converse(socket, letters)).unref();
  return new Promise((opened, failed) => {
    server.on("error", failed);
    server.listen(0, "127.0.0.1", () => opened({ port: server.address().port, letters }));
  });
}

function converse(socket, letters) {
  let heard = "";
  let inLetter = false;
  const say = (line) => socket.write(`${line}\r\n`);
  socket.setEncoding("utf8").on("error", () => socket.destroy());
  socket.on("data", (text) => {
    heard += text;
    for (;;) {
      const end = heard.indexOf(inLetter ? "\r\n.\r\n" : "\r\n");
      if (end < 0) return;
      const said = heard.slice(0, end);
      heard = heard.slice(end + (inLetter ? 5 : 2));
      if (inLetter) letters.push(said);
      inLetter = !inLetter && /^data$/i.test(said);
      if (/^quit$/i.test(said)) return socket.end("221 Bye\r\n");
      say(inLetter ? "354 Go on" : "250 Yes");
    }
  });
  say("220 mailbox");
}
