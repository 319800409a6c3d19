//! Generated files that are committed.

use std::{env, fs, path::Path};

/// Fails when the file at `path` (from the workspace's root) is not `content`. `UPDATE=1` writes it instead.
pub fn unchanged(path: &str, content: &str) {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..").join(path);
    if env::var("UPDATE").is_ok_and(|update| update == "1") {
        fs::create_dir_all(file.parent().unwrap()).unwrap();
        fs::write(&file, content).unwrap();
        return;
    }
    let committed = fs::read_to_string(&file).unwrap_or_default();
    assert!(
        committed == content,
        "{path} is not what the code says: run the test with UPDATE=1 and look at the difference"
    );
}
