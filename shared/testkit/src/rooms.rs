//! Who may know whom inside a service.

use std::{fs, path::Path};

const FORBIDDEN: &[(&str, &[&str])] = &[
    (
        "domain",
        &[
            "sea_orm",
            "axum",
            "askama",
            "proto::",
            "crate::store",
            "crate::actions",
            "crate::pages",
            "crate::http",
        ],
    ),
    ("store", &["axum", "askama", "crate::actions", "crate::pages", "crate::http"]),
    ("actions", &["sea_orm", "axum", "askama", "crate::pages", "crate::http"]),
    ("pages", &["sea_orm", "crate::http"]),
    ("http", &["sea_orm", "askama", "crate::pages"]),
];

/// Fails when a room of the service in `folder` knows what it must not, and names the line.
pub fn rooms(folder: &str) {
    let mut faults = Vec::new();
    for (room, forbidden) in FORBIDDEN {
        each_file(&Path::new(folder).join("src").join(room), "rs", &mut |path, text| {
            for (number, line) in
                text.lines().enumerate().filter(|(_, line)| !line.trim_start().starts_with("//"))
            {
                for word in forbidden.iter().filter(|word| line.contains(**word)) {
                    faults.push(format!("{}:{}: {room} must not know {word}", path.display(), number + 1));
                }
            }
        });
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

pub(crate) fn each_file(folder: &Path, ending: &str, look: &mut impl FnMut(&Path, &str)) {
    let Ok(entries) = fs::read_dir(folder) else { return };
    let mut paths: Vec<_> = entries.map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    for path in paths {
        if path.is_dir() {
            each_file(&path, ending, look);
        } else if path.extension().is_some_and(|e| e == ending) {
            look(&path, &fs::read_to_string(&path).unwrap());
        }
    }
}
