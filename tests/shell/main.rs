//! The wiring with the world: real files, sockets and servers. Rules are tested elsewhere.

mod api;
mod backup;
mod crash;
mod demo;
mod doors;
mod faults;
mod http;
mod mail;
mod mail_server;
mod sample;
mod served;
mod web;
