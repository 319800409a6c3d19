//! The lex Sarah service as a process of its own.

fn main() -> std::process::ExitCode {
    process::main(lex_sarah::PART)
}
