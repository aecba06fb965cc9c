//! The wiring with the world: real files, sockets and servers. Rules are tested elsewhere.

mod faults;
mod mail;
mod mail_server;
mod pages;
mod sample;
mod web;
