//! The program: what was typed goes in, an exit code comes out.

use std::process::ExitCode;

fn main() -> ExitCode {
    leadstead::shell::cli::run()
}
