//! What is filed with IVO, to be saved and filed by a person.

use auth::SignedIn;
use axum::{
    body::Body,
    extract::{Path, State},
    response::Response,
};
use documents::Pdf;
use kernel::Uuid;
use web::{Error, download};

use crate::{
    App,
    actions::{self, Bundle},
    at::At,
    domain::Package,
};

/// The paper with the files that go along and the manifest, in one.
pub async fn fetch_bundle(
    State(app): State<App>,
    SignedIn(person): SignedIn,
    At(id): At,
) -> Result<Response, Error> {
    let Bundle { number, content } = actions::open_bundle(&app, &person, id).await?;
    let name = format!("anmalan-ivo-{number}.zip");
    Ok(download(&name, "application/zip", None, Body::from_stream(content)))
}

/// The paper alone.
pub async fn fetch(
    State(app): State<App>,
    SignedIn(person): SignedIn,
    At(id): At,
) -> Result<Response, Error> {
    Ok(paper(actions::open_package(&app, &person, id, None).await?))
}

/// The paper as it was filed, whatever has been filled in since.
pub async fn fetch_filed(
    State(app): State<App>,
    SignedIn(person): SignedIn,
    Path((case, form)): Path<(Uuid, Uuid)>,
) -> Result<Response, Error> {
    Ok(paper(actions::open_package(&app, &person, case.into(), Some(form.into())).await?))
}

fn paper((number, package): (String, Package)) -> Response {
    download(&format!("anmalan-ivo-{number}.pdf"), Pdf::CONTENT_TYPE, None, Body::from(package.paper))
}
