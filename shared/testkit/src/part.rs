//! Real parts that the test command starts and names in the environment.

use std::io::Write;

/// The value of the environment variable that names a real part, or None, said aloud, when the part is not there. Under
/// `CI=true` a missing part is a failure: nobody would hear of the skipped test.
pub fn part(variable: &str, test: &str) -> Option<String> {
    let value = std::env::var(variable).ok().filter(|value| !value.is_empty());
    if value.is_none() {
        assert!(std::env::var("CI").as_deref() != Ok("true"), "{test} needs {variable}");
        // Not eprintln!, which the test runner keeps to itself when a test passes.
        let _ = writeln!(std::io::stderr(), "SKIPPED {test}: needs {variable}");
    }
    value
}
