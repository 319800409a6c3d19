//! `lyssna`: the whole system on one command.

use std::process::ExitCode;

use clap::Parser;
use standalone::{Arguments, advice, system};

fn main() -> ExitCode {
    let arguments = Arguments::parse();
    let runtime = tokio::runtime::Runtime::new().expect("threads can be started");
    match runtime.block_on(system::run(arguments)) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("lyssna: {}", advice::of(&error));
            ExitCode::FAILURE
        }
    }
}
