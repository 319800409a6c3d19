//! The form with a file, read in the order it was sent: no file before its token.

use axum::{
    extract::{
        Multipart,
        multipart::{Field, MultipartError},
    },
    http::StatusCode,
};
use files::Refusal;
use kernel::text::without_control_characters;
use web::{Error, Page};

use crate::{
    PublicApp,
    actions::{Failed, attach},
    domain::{FileFault, draft::DraftFile},
};

/// What the form said.
#[derive(Default)]
pub(in crate::pages) struct Upload {
    pub file: Option<DraftFile>,
    pub problem: Option<Problem>,
    pub add: bool,
    pub remove: String,
    pub switch_language: String,
}

/// Why a file was not added. Each has its own sentence.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::pages) enum Problem {
    PageOld,
    NoneChosen,
    TooMany,
    File(FileFault),
    NotNow,
}

/// Longer than any word that the form's other fields hold.
const LONGEST_WORD: usize = 1024;

/// `has_room` says whether one more file may be taken.
pub(in crate::pages) async fn read(
    app: &PublicApp,
    page: &Page,
    mut form: Multipart,
    has_room: bool,
) -> Result<Upload, Error> {
    let mut upload = Upload::default();
    if !is_ours(page, &mut form).await? {
        return Ok(Upload { problem: Some(Problem::PageOld), ..upload });
    }
    loop {
        let field = match form.next_field().await {
            Ok(Some(field)) => field,
            Ok(None) => break,
            Err(error) => {
                // What is wrong with the file says more than that its rest could not be read.
                upload.problem.get_or_insert(Problem::File(fault(&error)));
                break;
            }
        };
        match field.name() {
            Some("file") if upload.file.is_none() && upload.problem.is_none() => {
                match take(app, field, has_room).await {
                    Ok(file) => upload.file = file,
                    Err(problem) => upload.problem = Some(problem),
                }
            }
            Some("add") => upload.add = !word(field).await?.is_empty(),
            Some("remove") => upload.remove = word(field).await?,
            Some("switch_language") => upload.switch_language = word(field).await?,
            _ => return Err(Error::BadRequest),
        }
    }
    if upload.add && upload.file.is_none() {
        upload.problem.get_or_insert(Problem::NoneChosen);
    }
    Ok(upload)
}

/// Whether the first field is the token of a page of ours.
async fn is_ours(page: &Page, form: &mut Multipart) -> Result<bool, Error> {
    let first = form.next_field().await.map_err(|_| Error::BadRequest)?;
    match first {
        Some(field) if field.name() == Some("csrf") => Ok(word(field).await? == page.csrf()),
        _ => Ok(false),
    }
}

/// None when no file was chosen: the browser sends an empty part all the same.
async fn take(app: &PublicApp, field: Field<'_>, has_room: bool) -> Result<Option<DraftFile>, Problem> {
    let name = field.file_name().unwrap_or_default().to_owned();
    if name.is_empty() {
        return Ok(None);
    }
    if !has_room {
        return Err(Problem::TooMany);
    }
    match attach(app, &name, field, None).await {
        Ok(attached) => {
            Ok(Some(DraftFile { token: attached.token.reveal(), name: name_of(&name), size: attached.size }))
        }
        Err(Failed::File(fault)) => Err(Problem::File(fault)),
        Err(failed) => {
            if let Error::Internal(cause) = Error::from(failed) {
                tracing::error!(error = format!("{cause:#}"), "a file could not be taken");
            }
            Err(Problem::NotNow)
        }
    }
}

/// A file's name as it is shown.
pub(in crate::pages) fn name_of(name: &str) -> String {
    without_control_characters(name).chars().take(200).collect()
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

fn fault(error: &MultipartError) -> FileFault {
    match error.status() {
        StatusCode::PAYLOAD_TOO_LARGE => Refusal::TooLarge.into(),
        _ => Refusal::BrokenOff.into(),
    }
}
