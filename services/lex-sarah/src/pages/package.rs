//! What is filed with IVO, to be saved and filed by a person.

use auth::SignedIn;
use axum::{body::Body, extract::State, response::Response};
use documents::Pdf;
use web::{Error, download};

use crate::{App, actions, at::At};

pub async fn fetch(
    State(app): State<App>,
    SignedIn(person): SignedIn,
    At(id): At,
) -> Result<Response, Error> {
    let (number, package) = actions::open_package(&app, &person, id).await?;
    let name = format!("anmalan-ivo-{number}.pdf");
    Ok(download(&name, Pdf::CONTENT_TYPE, package.paper.len() as u64, Body::from(package.paper)))
}
