//! The wiring with the world: real files, sockets and servers. Rules are tested elsewhere.

mod api;
mod backup;
mod box_of_one;
mod cli;
mod clocks;
mod crash;
mod damage;
mod demo;
mod doors;
mod expiry;
mod faults;
mod growth;
mod http;
mod late_mail;
mod leads;
mod mail;
mod mail_server;
mod pages;
mod quarantine;
mod sample;
mod served;
mod settling;
mod snapshots;
mod verify;
mod visitors;
mod web;
