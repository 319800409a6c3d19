//! A file sent in parts by a script, which shows the answers itself: how far it has come, or what is wrong in words.

use axum::{
    body::Bytes,
    extract::Query,
    http::{HeaderMap, header},
    response::{IntoResponse, Response},
};
use serde::{Deserialize, Serialize};
use vault::Token;
use web::{Error, Form, shown_name};

use crate::{
    actions::{
        Attached, Failed,
        attach_part::{Progress, attach_part, expect_file, so_far},
        detach,
        draft::{Written, held, write},
    },
    domain::draft::{ArrivingFile, Draft, DraftFile, Held},
    pages::public::{files::text, upload::Problem, visitor::Visitor},
};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Announced {
    name: String,
    size: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct From {
    fran: i64,
}

/// What the script is told.
#[derive(Serialize, Default)]
struct Told {
    offset: i64,
    #[serde(skip_serializing_if = "Option::is_none")]
    problem: Option<String>,
}

/// A file is announced: it begins, or goes on if some of it has come.
pub(super) async fn announce(visitor: Visitor, Form(file): Form<Announced>) -> Result<Response, Error> {
    let before = draft(&visitor).await?.unwrap_or_default();
    let size = file.size.parse().map_err(|_| Error::BadRequest)?;
    if let Some(known) =
        before.arriving.as_ref().filter(|known| known.name == file.name && known.size == size)
    {
        return told(so_far(&visitor.app, known).await?);
    }
    if before.files.len() >= visitor.app.policy.most_files {
        return problem(&visitor, Problem::TooMany);
    }
    match expect_file(&visitor.app, &file.name, size) {
        Ok(file) => begin(&visitor, &before, &file).await,
        Err(fault) => problem(&visitor, Problem::File(fault)),
    }
}

/// A part of the file that was announced.
pub(super) async fn part(
    visitor: Visitor,
    Query(From { fran }): Query<From>,
    headers: HeaderMap,
    bytes: Bytes,
) -> Result<Response, Error> {
    if headers.get("x-csrf").is_none_or(|token| token != visitor.page.csrf()) {
        return problem(&visitor, Problem::PageOld);
    }
    let draft = draft(&visitor).await?.unwrap_or_default();
    let Some(file) = draft.arriving else { return problem(&visitor, Problem::PageOld) };
    match attach_part(&visitor.app, &file, fran, &bytes).await {
        Ok(Progress::At(offset)) => told(offset),
        Ok(Progress::Whole(attached)) => add(&visitor, &file, &attached).await,
        Err(Failed::File(fault)) => {
            change(&visitor, |draft| draft.arriving = None).await?;
            problem(&visitor, Problem::File(fault))
        }
        Err(failed) => Err(failed.into()),
    }
}

/// One at a time: what had begun before is forgotten.
async fn begin(visitor: &Visitor, before: &Draft, file: &ArrivingFile) -> Result<Response, Error> {
    if let Some(token) = before.arriving.as_ref().and_then(|file| file.token.parse::<Token>().ok()) {
        detach(&visitor.app, &token).await?;
    }
    let Written::Kept(token, _) =
        write(&visitor.app, visitor.draft.as_ref(), |draft| draft.arriving = Some(file.clone())).await?
    else {
        return Err(Error::Conflict);
    };
    Ok(visitor.with_draft(&token, told(0)?))
}

async fn add(visitor: &Visitor, file: &ArrivingFile, attached: &Attached) -> Result<Response, Error> {
    let added =
        DraftFile { token: attached.token.reveal(), name: shown_name(&file.name), size: attached.size };
    change(visitor, |draft| {
        draft.arriving = None;
        draft.files.push(added.clone());
    })
    .await?;
    told(file.size)
}

async fn draft(visitor: &Visitor) -> Result<Option<Draft>, Error> {
    match held(&visitor.app, visitor.draft.as_ref()).await? {
        Some(Held::Writing(draft)) => Ok(Some(draft)),
        Some(Held::Sent(_)) => Err(Error::Conflict),
        None => Ok(None),
    }
}

async fn change(visitor: &Visitor, change: impl Fn(&mut Draft)) -> Result<(), Error> {
    write(&visitor.app, visitor.draft.as_ref(), change).await?;
    Ok(())
}

fn told(offset: i64) -> Result<Response, Error> {
    say(&Told { offset, problem: None })
}

fn problem(visitor: &Visitor, problem: Problem) -> Result<Response, Error> {
    say(&Told { offset: 0, problem: Some(text(&visitor.page, &visitor.app.policy, problem)) })
}

fn say(told: &Told) -> Result<Response, Error> {
    let body = serde_json::to_string(told).map_err(|error| Error::Internal(error.into()))?;
    Ok(([(header::CONTENT_TYPE, "application/json")], body).into_response())
}
