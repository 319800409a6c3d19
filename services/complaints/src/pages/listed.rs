//! Files of a matter, as a page lists them.

use web::Page;

use crate::domain::{Direction, FileEntry, Held};

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
        size: size_in_words(page, file.size),
        who: match file.from {
            Direction::Sender => sender.to_owned(),
            Direction::Staff => page.t("dialogue-we"),
        },
        held: file.held.map(|held| in_words(page, held)).unwrap_or_default(),
        is_shown: file.kind.is_shown() && file.held.is_none(),
    };
    files.iter().map(one).collect()
}

fn in_words(page: &Page, held: Held) -> String {
    page.t(match held {
        Held::NotScanned => "files-held",
        Held::Infected => "files-infected",
    })
}

/// Rounded up, so that nothing weighs nothing.
pub(super) fn size_in_words(page: &Page, bytes: i64) -> String {
    let (kilobyte, megabyte) = (1024, 1024 * 1024);
    if bytes < megabyte {
        page.t1("files-size-kb", "size", (bytes + kilobyte - 1) / kilobyte)
    } else {
        page.t1("files-size-mb", "size", (bytes + megabyte - 1) / megabyte)
    }
}
