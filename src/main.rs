//! The program: what was typed goes in, an exit code comes out.

use mimalloc::MiMalloc;
use std::process::ExitCode;

#[global_allocator]
static ALLOCATOR: MiMalloc = MiMalloc;

fn main() -> ExitCode {
    leadstead::shell::cli::run()
}
