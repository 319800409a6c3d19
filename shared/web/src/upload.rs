//! A form with files, read in the order it was sent: no file before its token.

use axum::{
    extract::{
        Multipart,
        multipart::{Field, MultipartError},
    },
    http::StatusCode,
};
use kernel::text::without_control_characters;

use crate::{Error, Page};

/// A form of ours that holds files.
pub struct Upload(Multipart);

/// A part of it.
#[expect(clippy::large_enum_variant, reason = "one at a time, and never kept")]
pub enum Part<'a> {
    /// `name` is what the device of the one who sends it calls it. Where none was chosen, browsers send one without a name.
    File {
        field: String,
        name: String,
        content: Field<'a>,
    },
    Word {
        field: String,
        value: String,
    },
}

/// Why the rest of a form could not be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CutOff {
    TooLarge,
    BrokenOff,
    /// No form of ours has such a field.
    NotOurs,
}

/// Longer than any word that a form with files has beside them.
const LONGEST_WORD: usize = 1024;
/// In characters.
const LONGEST_NAME: usize = 200;

impl Upload {
    /// None when the first field is not the token of a page of ours: it has been open for long.
    pub async fn of(page: &Page, mut form: Multipart) -> Result<Option<Self>, Error> {
        let first = form.next_field().await.map_err(|_| Error::BadRequest)?;
        let is_ours = match first {
            Some(field) if field.name() == Some("csrf") => word(field).await? == page.csrf(),
            _ => false,
        };
        Ok(is_ours.then_some(Self(form)))
    }

    /// What comes next. A file must be read before the part after it.
    pub async fn next(&mut self) -> Result<Option<Part<'_>>, CutOff> {
        let Some(field) = self.0.next_field().await.map_err(|error| cut_off(&error))? else {
            return Ok(None);
        };
        let name = field.name().unwrap_or_default().to_owned();
        if let Some(file) = field.file_name().map(str::to_owned) {
            return Ok(Some(Part::File { field: name, name: file, content: field }));
        }
        let value = word(field).await.map_err(|_| CutOff::NotOurs)?;
        Ok(Some(Part::Word { field: name, value }))
    }
}

/// A file's name as it is shown.
pub fn shown_name(name: &str) -> String {
    without_control_characters(name).chars().take(LONGEST_NAME).collect()
}

/// A field that holds a word: never more than a little of it is kept in memory.
async fn word(mut field: Field<'_>) -> Result<String, Error> {
    let mut bytes = Vec::new();
    while let Some(piece) = field.chunk().await.map_err(|_| Error::BadRequest)? {
        bytes.extend_from_slice(&piece);
        if bytes.len() > LONGEST_WORD {
            return Err(Error::BadRequest);
        }
    }
    String::from_utf8(bytes).map_err(|_| Error::BadRequest)
}

fn cut_off(error: &MultipartError) -> CutOff {
    match error.status() {
        StatusCode::PAYLOAD_TOO_LARGE => CutOff::TooLarge,
        _ => CutOff::BrokenOff,
    }
}
