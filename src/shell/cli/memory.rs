//! Memory that is no longer used goes back to the machine.
//!
//! The allocator keeps what was freed for its next use, for a second and longer where little
//! happens. A house that sits in a corner for months would hold twice what it needs. The allocator
//! reads its settings from the environment before a program begins, so a program that stays open
//! begins once more with them.

use std::env;
use std::os::unix::process::CommandExt;
use std::process::Command;

/// Settings of the allocator: <https://microsoft.github.io/mimalloc/environment.html>.
const SETTINGS: [(&str, &str); 3] = [
    // Milliseconds after which what is free goes back.
    ("MIMALLOC_PURGE_DELAY", "10"),
    // After so many allocations that find no room at once, a thread looks for what may go back.
    ("MIMALLOC_GENERIC_COLLECT", "500"),
    // Memory comes in the machine's small pages: a large one stays while any part of it is used.
    ("MIMALLOC_ALLOW_THP", "0"),
];

/// Begins this program again, as the same process, with `more` behind what was typed, unless it was
/// begun with settings.
///
/// Where that is not possible the house opens all the same and only takes more memory.
pub fn give_back_what_is_free(more: &[&str]) {
    if SETTINGS.iter().any(|(name, _)| env::var_os(name).is_some()) {
        return;
    }
    let mut words = env::args_os();
    if let (Ok(program), Some(name)) = (env::current_exe(), words.next()) {
        let _ = Command::new(program).arg0(name).args(words).args(more).envs(SETTINGS).exec();
    }
}
