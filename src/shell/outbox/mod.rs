//! What has been decided and must now be carried out of the house.

pub mod mail;
