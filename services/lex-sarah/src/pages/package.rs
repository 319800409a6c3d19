//! What is filed with IVO, to be saved and filed by a person.

use auth::SignedIn;
use axum::{body::Body, extract::State, response::Response};
use documents::Pdf;
use web::{Error, download};

use crate::{
    App,
    actions::{self, Bundle},
    at::At,
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
    let (number, package) = actions::open_package(&app, &person, id).await?;
    let name = format!("anmalan-ivo-{number}.pdf");
    Ok(download(&name, Pdf::CONTENT_TYPE, None, Body::from(package.paper)))
}
