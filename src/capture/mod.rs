//! What arrives and from where.

mod asks;
mod times;
mod words;
