//! Pictures and files with what is being written while logged in, one at a time.

use axum::{
    body::Bytes,
    extract::{Multipart, Query, multipart::MultipartRejection},
    http::{HeaderMap, StatusCode},
    response::{IntoResponse, Redirect, Response},
};
use serde::Deserialize;
use web::Error;

use crate::{
    actions::{begin_own_draft, own_draft},
    domain::draft::Draft,
    pages::{
        own::{
            OWN, are_for,
            visitor::{Sent, Visitor},
            write::WRITE,
        },
        public::{
            faults::Faults,
            files::{self, Taken},
            parts::Receiving,
            question::Asked,
            scripts,
            sending::{Announced, PartFrom},
            upload::Upload,
        },
    },
};

pub(super) const FILES: &str = "/mina-arenden/skriv/filer";

/// Where somebody comes from and goes, in the address.
#[derive(Deserialize, Default)]
#[serde(default)]
pub(super) struct Way {
    tillagd: Option<String>,
    borttagen: Option<String>,
    spara: Option<String>,
}

pub(super) async fn ask(Query(way): Query<Way>, visitor: Visitor) -> Result<Response, Error> {
    writes(&visitor)?;
    let draft = own_draft(&visitor.app, &visitor.person).await?.unwrap_or_default();
    let done = way.tillagd.map(|_| "files-added").or_else(|| way.borttagen.map(|_| "files-removed"));
    let mut page =
        files::page(&visitor.page, &visitor.app.policy, asked(&visitor, Faults::default()), &draft);
    page.done = done.map(|key| visitor.page.t(key));
    visitor.shows(StatusCode::OK, &page)
}

pub(super) async fn take(
    Query(way): Query<Way>,
    visitor: Visitor,
    form: Result<Multipart, MultipartRejection>,
) -> Result<Response, Error> {
    writes(&visitor)?;
    let form = form.map_err(|_| Error::UnknownContent)?;
    let token = begin_own_draft(&visitor.app, &visitor.person).await?;
    let kept = files::keep(&visitor.app.intake(), &visitor.page, Some(&token), form).await?;
    let Some(Taken { upload, draft, .. }) = kept else { return Err(Error::Conflict) };
    answer(visitor, &upload, &draft, way.spara.is_some())
}

/// A script announces a file.
pub(super) async fn announce(Sent { visitor, fields: file }: Sent<Announced>) -> Result<Response, Error> {
    writes(&visitor)?;
    let token = begin_own_draft(&visitor.app, &visitor.person).await?;
    let (app, page) = (&visitor.app.intake(), &visitor.page);
    Ok(Receiving { app, page, draft: Some(&token) }.announced(&file).await?.1)
}

pub(super) async fn part(
    visitor: Visitor,
    Query(PartFrom { fran }): Query<PartFrom>,
    headers: HeaderMap,
    bytes: Bytes,
) -> Result<Response, Error> {
    writes(&visitor)?;
    let token = begin_own_draft(&visitor.app, &visitor.person).await?;
    let (app, page) = (&visitor.app.intake(), &visitor.page);
    Receiving { app, page, draft: Some(&token) }.part(fran, &headers, &bytes).await
}

/// Where somebody goes from here.
fn answer(mut visitor: Visitor, upload: &Upload, draft: &Draft, saves: bool) -> Result<Response, Error> {
    if let Some(problem) = upload.problem {
        let faults = Faults::one("file", files::text(&visitor.page, &visitor.app.policy, problem));
        let page = files::page(&visitor.page, &visitor.app.policy, asked(&visitor, faults), draft);
        return visitor.shows(files::status(problem), &page);
    }
    if !upload.switch_language.is_empty() {
        let cookie = visitor.in_language(&upload.switch_language);
        return Ok((cookie, Redirect::to(FILES)).into_response());
    }
    let to = if !upload.remove.is_empty() {
        format!("{FILES}?borttagen=1")
    } else if upload.add {
        format!("{FILES}?tillagd=1")
    } else if saves {
        format!("{OWN}?sparat=1")
    } else {
        WRITE.to_owned()
    };
    Ok(Redirect::to(&to).into_response())
}

/// Whoever has nothing to write about has no files to send.
fn writes(visitor: &Visitor) -> Result<(), Error> {
    if are_for(&visitor.person) { Ok(()) } else { Err(Error::NotFound) }
}

fn asked(visitor: &Visitor, faults: Faults) -> Asked {
    Asked {
        title: "files-question",
        faults,
        back: WRITE,
        action: FILES,
        place: visitor.page.t("own-write"),
        save: "/mina-arenden/skriv/filer?spara=1",
        saves: None,
        script: scripts::form_address(),
    }
}
