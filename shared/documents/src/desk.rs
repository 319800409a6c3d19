//! The desk at which Typst sets one document. On it lie the template, the fonts and what was filled in, and nothing else.

use std::sync::LazyLock;

use chrono::{Datelike, Timelike};
use kernel::Timestamp;
use typst::{
    Library, LibraryExt, World,
    diag::{FileError, FileResult, SourceDiagnostic},
    ecow::EcoVec,
    foundations::{Bytes, Datetime, Dict, Duration, IntoValue, Smart},
    syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot},
    text::{Font, FontBook},
    utils::LazyHash,
};
use typst_layout::PagedDocument;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards, Timestamp as PdfTime, pdf};

use crate::{
    Head, NotMade, Pdf,
    fonts::FONTS,
    glyphs::{Trust, settle_all},
};

/// What is to be set: a template, what is filled in, and what tells this document from others of its kind.
pub(crate) struct Order {
    pub template: &'static str,
    /// The template's text, with what all templates share before it.
    pub text: &'static str,
    pub title: String,
    pub identity: String,
    pub fields: Dict,
}

/// The text of a template: what they share, then its own.
macro_rules! template {
    ($name:literal) => {
        concat!(include_str!("../templates/base.typ"), include_str!(concat!("../templates/", $name, ".typ")))
    };
}
pub(crate) use template;

/// Sets the document. Should its letters not go together after all, it is set once more with the plainest only.
pub(crate) fn set(order: &Order, head: &Head) -> Result<Pdf, NotMade> {
    let set = attempt(order, head, Trust::Fonts).or_else(|_| attempt(order, head, Trust::Plain));
    // Typst remembers what it set, for a next time that never comes: a case must not lie about in memory.
    comemo::evict(0);
    set.map(Pdf).map_err(|faults| NotMade {
        template: order.template,
        // Typst's own words about the template: what was filled in is a value and not quoted in them.
        reason: faults.first().map_or_else(String::new, |fault| fault.message.to_string()),
    })
}

fn attempt(order: &Order, head: &Head, trust: Trust) -> Result<Vec<u8>, EcoVec<SourceDiagnostic>> {
    let mut fields = order.fields.clone();
    fields.insert("title".into(), order.title.as_str().into_value());
    fields.insert("head".into(), head.fields().into_value());
    let replaced = settle_all(&mut fields, trust);
    fields.insert("replaced".into(), replaced.into_value());
    let document: PagedDocument = typst::compile(&Desk::with(order.text, fields)).output?;
    pdf(&document, &options(&order.identity, head.at))
}

fn options(identity: &str, at: Timestamp) -> PdfOptions {
    static STANDARDS: LazyLock<PdfStandards> = LazyLock::new(|| {
        PdfStandards::new(&[PdfStandard::A_2a, PdfStandard::Ua_1]).expect("the two go together")
    });
    PdfOptions {
        ident: Smart::Custom(identity.to_owned()),
        creator: Smart::Custom(Some("Lyssna".to_owned())),
        timestamp: date(at).map(PdfTime::new_utc),
        standards: STANDARDS.clone(),
        ..PdfOptions::default()
    }
}

fn date(at: Timestamp) -> Option<Datetime> {
    let small = |number: u32| u8::try_from(number).expect("part of a date");
    let (month, day) = (small(at.month()), small(at.day()));
    Datetime::from_ymd_hms(at.year(), month, day, small(at.hour()), small(at.minute()), small(at.second()))
}

struct Desk {
    library: LazyHash<Library>,
    template: Source,
}

impl Desk {
    fn with(template: &'static str, fields: Dict) -> Self {
        let path = VirtualPath::new("document.typ").expect("a plain name");
        let id = RootedPath::new(VirtualRoot::Project, path).intern();
        Self {
            library: LazyHash::new(Library::builder().with_inputs(fields).build()),
            template: Source::new(id, template.to_owned()),
        }
    }
}

impl World for Desk {
    fn library(&self) -> &LazyHash<Library> {
        &self.library
    }

    fn book(&self) -> &LazyHash<FontBook> {
        &FONTS.book
    }

    fn main(&self) -> FileId {
        self.template.id()
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        if id == self.template.id() { Ok(self.template.clone()) } else { Err(FileError::AccessDenied) }
    }

    fn file(&self, _: FileId) -> FileResult<Bytes> {
        Err(FileError::AccessDenied)
    }

    fn font(&self, index: usize) -> Option<Font> {
        FONTS.faces.get(index).cloned()
    }

    fn today(&self, _: Option<Duration>) -> Option<Datetime> {
        None
    }
}
