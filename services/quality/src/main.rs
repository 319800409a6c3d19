//! The process of quality.

use std::process::ExitCode;

fn main() -> ExitCode {
    process::main(quality::PART)
}
