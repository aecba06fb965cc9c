//! The wiring with the world: real files, sockets and servers. Rules are tested elsewhere.

mod api;
mod doors;
mod faults;
mod mail;
mod mail_server;
mod sample;
mod web;
