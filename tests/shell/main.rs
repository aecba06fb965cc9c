//! The wiring with the world: real files, sockets and servers. Rules are tested elsewhere.

mod mail;
mod mail_server;
mod web;
