//! The process of notifications.

use std::process::ExitCode;

fn main() -> ExitCode {
    process::main(notifications::PART)
}
