//! What is in the package for IVO, for whoever opens it: plain text, each file under its fingerprint.

use kernel::{Timestamp, calendar::swedish_time};

use crate::{
    domain::{Attachment, Case, Enclosed, Package},
    in_swedish,
};

/// Lines with `#` are for people; the others are as `sha256sum --check` reads them.
pub(super) fn package(case: &Case, paper: Vec<u8>, attachments: &[Attachment], at: Timestamp) -> Package {
    let (sha256, enclosed) = (Package::sha256(&paper), Enclosed::of(attachments));
    let mut lines = head(case, at);
    lines.push(listed(Package::PAPER, paper.len(), &sha256));
    lines.extend(enclosed.iter().map(|file| listed(&file.path, file.size, &file.sha256)));
    let held = attachments.iter().filter(|file| file.held.is_some());
    lines.extend(held.map(|file| said("manifest-left-out", &on_one_line(&file.name))));
    let manifest = lines.join("\n") + "\n";
    let manifest_sha256 = Package::sha256(manifest.as_bytes());
    Package { made_at: at, sha256, paper, enclosed, manifest, manifest_sha256 }
}

fn head(case: &Case, at: Timestamp) -> Vec<String> {
    let diary_number = case.diary_number.clone().unwrap_or_default();
    let made_at = swedish_time(at).format("%Y-%m-%d %H.%M").to_string();
    vec![
        format!("# {}", in_swedish("manifest-title")),
        said("manifest-case", case.number.as_str()),
        said("manifest-diary", &diary_number),
        said("manifest-frozen", &made_at),
        format!("# {}", in_swedish("manifest-check")),
    ]
}

fn listed(path: &str, size: impl std::fmt::Display, sha256: &str) -> String {
    format!("# {path}, {size} byte\n{sha256}  {path}")
}

fn said(key: &str, value: &str) -> String {
    format!("# {}: {value}", in_swedish(key))
}

fn on_one_line(name: &str) -> String {
    name.chars().map(|c| if c.is_control() { ' ' } else { c }).collect()
}
