//! The half for those who handle complaints.

fn main() -> std::process::ExitCode {
    process::main(complaints::STAFF_PART)
}
