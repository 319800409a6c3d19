//! The half that everybody reaches. It can take a complaint in and cannot read it.

fn main() -> std::process::ExitCode {
    process::main(complaints::PUBLIC_PART)
}
