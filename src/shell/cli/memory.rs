//! Memory that is no longer used goes back to the machine.
//!
//! The system's allocator keeps what was freed for its next use: in a pool for every few threads,
//! and in pieces as large as the largest ever freed. A house that sits in a corner for months would
//! hold twice what it needs. The allocator reads its settings from the environment before a program
//! begins, so a program that stays open begins once more with them.

use std::env;
use std::os::unix::process::CommandExt;
use std::process::Command;

/// Settings of the allocator of glibc; other allocators do not look at them. See mallopt(3).
const SETTINGS: [(&str, &str); 3] = [
    // Pools of memory that threads share. Each keeps holes of its own.
    ("MALLOC_ARENA_MAX", "2"),
    // Pieces from this size on, in bytes, are taken from the machine and given back one by one.
    ("MALLOC_MMAP_THRESHOLD_", "131072"),
    // More than this, in bytes, is not kept at the end of a pool.
    ("MALLOC_TRIM_THRESHOLD_", "131072"),
];

/// Begins this program again, as the same process, unless it was begun with settings.
///
/// Where that is not possible the house opens all the same and only takes more memory.
pub fn give_back_what_is_free() {
    if SETTINGS.iter().any(|(name, _)| env::var_os(name).is_some()) {
        return;
    }
    let mut words = env::args_os();
    if let (Ok(program), Some(name)) = (env::current_exe(), words.next()) {
        let _ = Command::new(program).arg0(name).args(words).envs(SETTINGS).exec();
    }
}
