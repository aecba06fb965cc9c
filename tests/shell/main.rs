//! The wiring with the world: real files, sockets and servers. Rules are tested elsewhere.

mod demo;
mod mail;
mod mail_server;
