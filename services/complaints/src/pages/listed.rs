//! Files of a matter, as a page lists them.

use files::Held;
use web::Page;

use crate::domain::{Direction, FileEntry};

/// A file with where it is fetched, or why it cannot be.
pub(super) struct Listed {
    pub href: String,
    pub name: String,
    pub size: String,
    pub who: String,
    /// In a sentence. Empty when it may be opened.
    pub held: String,
    /// Whether it is shown as a picture too.
    pub is_shown: bool,
}

/// `under` is the address under which the matter's files are, `sender` what the one who sent it is called on the page.
pub(super) fn listed(page: &Page, under: &str, files: &[FileEntry], sender: &str) -> Vec<Listed> {
    let one = |file: &FileEntry| Listed {
        href: format!("{under}/{}", file.id),
        name: file.name.clone(),
        size: page.size(file.size),
        who: match file.from {
            Direction::Sender => sender.to_owned(),
            Direction::Staff => page.t("dialogue-we"),
        },
        held: file.held.map(Held::text).map(|key| page.t(key)).unwrap_or_default(),
        is_shown: file.kind.is_shown() && file.held.is_none(),
    };
    files.iter().map(one).collect()
}
