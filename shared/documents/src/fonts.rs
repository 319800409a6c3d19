//! The letters that there are: IBM Plex Sans (SIL Open Font License, see `fonts/OFL.txt`), built in.

use std::sync::LazyLock;

use typst::{
    foundations::Bytes,
    text::{Font, FontBook},
    utils::LazyHash,
};

pub(crate) struct Fonts {
    pub book: LazyHash<FontBook>,
    pub faces: Vec<Font>,
}

pub(crate) static FONTS: LazyLock<Fonts> = LazyLock::new(|| {
    let files: [&'static [u8]; 3] = [
        include_bytes!("../fonts/IBMPlexSans-Regular.ttf"),
        include_bytes!("../fonts/IBMPlexSans-SemiBold.ttf"),
        include_bytes!("../fonts/IBMPlexSansArabic-Regular.ttf"),
    ];
    let faces: Vec<_> = files.into_iter().flat_map(|file| Font::iter(Bytes::new(file))).collect();
    Fonts { book: LazyHash::new(FontBook::from_fonts(&faces)), faces }
});

impl Fonts {
    /// Whether some face draws it.
    pub fn have(&self, character: char) -> bool {
        self.faces.iter().any(|face| covers(face, character))
    }

    /// Whether the first face draws it, which needs no help from another.
    pub fn have_plainly(&self, character: char) -> bool {
        self.faces.first().is_some_and(|face| covers(face, character))
    }
}

fn covers(face: &Font, character: char) -> bool {
    face.info().coverage.contains(character.into())
}
