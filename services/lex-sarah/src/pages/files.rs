//! Files on a page: how they are listed, and a form that adds one.

use auth::Person;
use axum::{extract::Multipart, http::StatusCode};
use files::{Held, Refusal};
use web::{CutOff, Error, Page, Part, Upload};

use super::visitor::Errors;
use crate::{
    App,
    actions::{self, Failed},
    domain::{Attachment, CaseId, EntryId, Policy},
};

/// A file with where it is fetched, or why it cannot be.
pub struct Listed {
    pub id: String,
    pub href: String,
    pub name: String,
    pub size: String,
    /// In a sentence. Empty when it may be opened.
    pub held: String,
    /// Whether it is shown as a picture too.
    pub is_shown: bool,
}

/// What a new file is added to.
#[derive(Clone, Copy)]
pub enum To {
    /// The report that somebody writes.
    Report,
    Entry(CaseId, EntryId),
}

/// What came of a form that adds a file.
pub enum Sent {
    Added,
    /// What is wrong, beside the field.
    Wrong(StatusCode, Errors),
}

/// `at` is where the case is shown.
pub fn listed<'a>(page: &Page, at: &str, files: impl Iterator<Item = &'a Attachment>) -> Vec<Listed> {
    let one = |file: &Attachment| Listed {
        id: file.id.to_string(),
        href: format!("{at}/bilagor/{}", file.id),
        name: file.name.clone(),
        size: page.size(file.size),
        held: file.held.map(Held::text).map(|key| page.t(key)).unwrap_or_default(),
        is_shown: file.kind.is_shown() && file.held.is_none(),
    };
    files.map(one).collect()
}

/// What is taken, told before.
pub fn limits(page: &Page, policy: &Policy) -> String {
    let size = megabytes(policy).to_string();
    let limits = page.t2("files-limits", ("size", &size), ("most", &policy.most_files.to_string()));
    format!("{} {limits}", page.t1("files-take", "kinds", page.t("files-kinds")))
}

/// Reads a form with one file, and adds it.
pub async fn add(app: &App, person: &Person, page: &Page, form: Multipart, to: To) -> Result<Sent, Error> {
    let wrong = |text: String| Sent::Wrong(StatusCode::UNPROCESSABLE_ENTITY, vec![("file", text)]);
    let Some(mut form) = Upload::of(page, form).await? else { return Ok(wrong(page.t("files-page-old"))) };
    let mut taken = None;
    loop {
        match form.next().await {
            Ok(Some(Part::File { field, name, content })) if field == "file" && taken.is_none() => {
                // Browsers send an empty part when none was chosen.
                if !name.is_empty() {
                    taken = Some(match to {
                        To::Report => actions::attach(app, person, &name, content).await,
                        To::Entry(case, entry) => {
                            actions::attach_to_entry(app, person, (case, entry), &name, content).await
                        }
                    });
                }
            }
            Ok(None) => break,
            Ok(Some(_)) | Err(CutOff::NotOurs) => return Err(Error::BadRequest),
            // What is wrong with the file says more than that its rest could not be read.
            Err(cut_off) => {
                taken.get_or_insert(Err(refusal(cut_off).into()));
                break;
            }
        }
    }
    match taken {
        None => Ok(wrong(page.t("files-none-chosen"))),
        Some(Ok(())) => Ok(Sent::Added),
        Some(Err(failed)) => not_taken(app, page, failed),
    }
}

const fn refusal(cut_off: CutOff) -> Refusal {
    match cut_off {
        CutOff::TooLarge => Refusal::TooLarge,
        CutOff::BrokenOff | CutOff::NotOurs => Refusal::BrokenOff,
    }
}

/// What is wrong with it, and what helps. What has nothing to do with the file goes its own way.
fn not_taken(app: &App, page: &Page, failed: Failed) -> Result<Sent, Error> {
    let (status, text) = match failed {
        Failed::File(refusal) => {
            let size = megabytes(&app.policy).to_string();
            let text = page.t2(refusal.text(), ("size", &size), ("kinds", &page.t("files-kinds")));
            (StatusCode::UNPROCESSABLE_ENTITY, text)
        }
        Failed::TooManyFiles => {
            let text = page.t1("files-too-many", "most", app.policy.most_files);
            (StatusCode::UNPROCESSABLE_ENTITY, text)
        }
        Failed::Store(error) => {
            tracing::error!(%error, "a file could not be taken");
            (StatusCode::SERVICE_UNAVAILABLE, page.t("files-not-now"))
        }
        other => return Err(other.into()),
    };
    Ok(Sent::Wrong(status, vec![("file", text)]))
}

const fn megabytes(policy: &Policy) -> usize {
    policy.largest_file / (1024 * 1024)
}
