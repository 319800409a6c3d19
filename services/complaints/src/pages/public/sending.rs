//! A file sent in parts by a script, which shows the answers itself: how far it has come, or what is wrong in words.
//!
//! Where a draft is kept, it knows the file that is on its way. Elsewhere the page itself holds what names it, and sends it along
//! with the form when all of it has come.

use axum::{
    http::{HeaderMap, header},
    response::{IntoResponse, Response},
};
use bytes::Bytes;
use serde::{Deserialize, Serialize};
use web::{Error, Page};

use crate::{
    PublicApp,
    actions::{
        Failed,
        attach_part::{Progress, attach_part, expect_file},
    },
    domain::draft::ArrivingFile,
    pages::public::{files::text, upload::Problem},
};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::pages) struct Announced {
    pub name: String,
    size: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::pages) struct PartFrom {
    pub fran: i64,
}

/// What the script is told.
#[derive(Serialize, Default)]
struct Told {
    offset: i64,
    #[serde(skip_serializing_if = "Option::is_none")]
    file: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    problem: Option<String>,
}

impl Announced {
    /// In bytes.
    pub fn size(&self) -> Result<i64, Error> {
        self.size.parse().map_err(|_| Error::BadRequest)
    }
}

/// A file is announced where no draft is kept.
pub(in crate::pages) fn announce(app: &PublicApp, page: &Page, file: &Announced) -> Result<Response, Error> {
    match expect_file(app, &file.name, file.size()?) {
        Ok(file) => told(&file, 0),
        Err(fault) => problem(app, page, Problem::File(fault)),
    }
}

/// A part of it. When all has come it waits to be sent with the form.
pub(in crate::pages) async fn part(
    app: &PublicApp,
    page: &Page,
    headers: &HeaderMap,
    from: i64,
    bytes: &Bytes,
) -> Result<Response, Error> {
    let Some(file) = handle(headers).filter(|_| is_ours(page, headers)) else {
        return problem(app, page, Problem::PageOld);
    };
    // What was announced came back from the page: it is judged as if it were new.
    if let Err(fault) = expect_file(app, &file.name, file.size) {
        return problem(app, page, Problem::File(fault));
    }
    taken(app, page, &file, attach_part(app, &file, from, bytes).await)
}

/// What became of a part.
pub(super) fn taken(
    app: &PublicApp,
    page: &Page,
    file: &ArrivingFile,
    taken: Result<Progress, Failed>,
) -> Result<Response, Error> {
    match taken {
        Ok(Progress::At(offset)) => told(file, offset),
        Ok(Progress::Whole) => told(file, file.size),
        Err(Failed::File(fault)) => problem(app, page, Problem::File(fault)),
        Err(failed) => Err(failed.into()),
    }
}

/// Whether the page that sends it is of ours.
pub(super) fn is_ours(page: &Page, headers: &HeaderMap) -> bool {
    headers.get("x-csrf").is_some_and(|token| token == page.csrf())
}

/// The file that the part belongs to, as the page names it.
pub(super) fn handle(headers: &HeaderMap) -> Option<ArrivingFile> {
    ArrivingFile::of_handle(headers.get("x-file")?.to_str().ok()?)
}

pub(super) fn told(file: &ArrivingFile, offset: i64) -> Result<Response, Error> {
    say(&Told { offset, file: Some(file.handle()), problem: None })
}

pub(super) fn problem(app: &PublicApp, page: &Page, problem: Problem) -> Result<Response, Error> {
    say(&Told { problem: Some(text(page, &app.policy, problem)), ..Told::default() })
}

fn say(told: &Told) -> Result<Response, Error> {
    let body = serde_json::to_string(told).map_err(|error| Error::Internal(error.into()))?;
    Ok(([(header::CONTENT_TYPE, "application/json")], body).into_response())
}
