//! The form with a file, read in the order it was sent: no file before its token.

use axum::extract::{Multipart, multipart::Field};
use files::Refusal;
use web::{CutOff, Error, Page, Part, shown_name};

use crate::{
    PublicApp,
    actions::{Failed, attach},
    domain::{
        FileFault,
        draft::{ArrivingFile, DraftFile},
    },
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

/// `has_room` says whether one more file may be taken.
pub(in crate::pages) async fn read(
    app: &PublicApp,
    page: &Page,
    form: Multipart,
    has_room: bool,
) -> Result<Upload, Error> {
    let mut upload = Upload::default();
    let Some(mut form) = web::Upload::of(page, form).await? else {
        return Ok(Upload { problem: Some(Problem::PageOld), ..upload });
    };
    loop {
        match form.next().await {
            Ok(Some(Part::File { field, name, content }))
                if field == "file" && upload.file.is_none() && upload.problem.is_none() =>
            {
                match take(app, &name, content, has_room).await {
                    Ok(file) => upload.file = file,
                    Err(problem) => upload.problem = Some(problem),
                }
            }
            Ok(Some(Part::Word { field, value })) => match field.as_str() {
                "add" => upload.add = !value.is_empty(),
                "sent" if has_room => upload.file = upload.file.or_else(|| sent_before(&value)),
                "remove" => upload.remove = value,
                "switch_language" => upload.switch_language = value,
                _ => return Err(Error::BadRequest),
            },
            Ok(Some(Part::File { .. })) | Err(CutOff::NotOurs) => return Err(Error::BadRequest),
            Ok(None) => break,
            // What is wrong with the file says more than that its rest could not be read.
            Err(CutOff::TooLarge) => {
                upload.problem.get_or_insert(Problem::File(Refusal::TooLarge.into()));
                break;
            }
            Err(CutOff::BrokenOff) => {
                upload.problem.get_or_insert(Problem::File(Refusal::BrokenOff.into()));
                break;
            }
        }
    }
    if upload.add && upload.file.is_none() {
        upload.problem.get_or_insert(Problem::NoneChosen);
    }
    Ok(upload)
}

/// What a script has sent in parts already.
fn sent_before(handle: &str) -> Option<DraftFile> {
    let ArrivingFile { token, name, size } = ArrivingFile::of_handle(handle)?;
    Some(DraftFile { token, name: shown_name(&name), size })
}

/// None when no file was chosen: the browser sends an empty part all the same.
async fn take(
    app: &PublicApp,
    name: &str,
    content: Field<'_>,
    has_room: bool,
) -> Result<Option<DraftFile>, Problem> {
    if name.is_empty() {
        return Ok(None);
    }
    if !has_room {
        return Err(Problem::TooMany);
    }
    match attach(app, name, content, None).await {
        Ok(attached) => Ok(Some(DraftFile {
            token: attached.token.reveal(),
            name: shown_name(name),
            size: attached.size,
        })),
        Err(Failed::File(fault)) => Err(Problem::File(fault)),
        Err(failed) => {
            if let Error::Internal(cause) = Error::from(failed) {
                tracing::error!(error = format!("{cause:#}"), "a file could not be taken");
            }
            Err(Problem::NotNow)
        }
    }
}
