//! Forms: no field is reached before the form is known to be ours.

use askama::Template;
use axum::{
    extract::{FromRef, FromRequest, FromRequestParts, Request},
    http::{HeaderMap, StatusCode, Uri, header},
    response::{IntoResponse, Response},
};
use bytes::Bytes;
use percent_encoding::percent_decode;
use serde::{
    de::DeserializeOwned,
    de::value::{Error as ValueError, MapDeserializer},
};

use crate::{Error, Page, Site, Visit};

/// The fields of a form that was made for this visitor. `T` is a struct of `String`s that refuses unknown fields;
/// what they mean is the domain's to say.
#[derive(Debug)]
pub struct Form<T>(pub T);

/// Shown when a form cannot be taken although it came from a page of ours. Everything that was written is there, to be sent again.
#[derive(Template)]
#[template(path = "kept.html")]
pub struct Kept {
    pub page: Page,
    pub fields: Vec<(String, String)>,
    pub action: String,
    pub why: Why,
}

/// Why a form is given back.
#[derive(Debug)]
pub enum Why {
    /// Its token was old.
    Old,
    /// The log-in ended while somebody wrote: where to log in again.
    LoggedOut(String),
    /// Something of ours is away: what happened, and what to do.
    Away { happened: String, next: String },
}

impl IntoResponse for Kept {
    fn into_response(self) -> Response {
        let status = match self.why {
            Why::Old => StatusCode::UNPROCESSABLE_ENTITY,
            Why::LoggedOut(_) => StatusCode::UNAUTHORIZED,
            Why::Away { .. } => StatusCode::SERVICE_UNAVAILABLE,
        };
        (status, crate::html(&self)).into_response()
    }
}

impl<S, T> FromRequest<S> for Form<T>
where
    S: Send + Sync,
    Site: FromRef<S>,
    T: DeserializeOwned,
{
    type Rejection = Response;

    async fn from_request(request: Request, state: &S) -> Result<Self, Response> {
        let (mut parts, body) = request.into_parts();
        let visit =
            Visit::from_request_parts(&mut parts, state).await.map_err(IntoResponse::into_response)?;
        let page = Page::from_request_parts(&mut parts, state).await.map_err(IntoResponse::into_response)?;
        let action = address(&parts.uri);
        let Fields { token, fields } =
            read(Request::from_parts(parts, body), state).await.map_err(IntoResponse::into_response)?;
        if !matches!(token.as_slice(), [(_, token)] if *token == visit.form_token) {
            return Err(Kept { action, page, fields, why: Why::Old }.into_response());
        }
        parse_fields(fields).map(Self).map_err(IntoResponse::into_response)
    }
}

/// Where a form was sent, within the site: what it asked for after the question mark is part of it.
pub fn address(uri: &Uri) -> String {
    uri.path_and_query().map_or_else(|| uri.path().to_owned(), ToString::to_string)
}

/// Fields as `T`. Unknown and repeated ones are refused.
pub fn parse_fields<T: DeserializeOwned>(fields: Vec<(String, String)>) -> Result<T, Error> {
    T::deserialize(MapDeserializer::<_, ValueError>::new(fields.into_iter())).map_err(|_| Error::BadRequest)
}

/// What a form holds, in the order it was sent.
pub(crate) struct Fields {
    pub token: Vec<(String, String)>,
    pub fields: Vec<(String, String)>,
}

impl Fields {
    /// Text that is not UTF-8 is refused rather than guessed at.
    pub fn of(body: &[u8]) -> Result<Self, Error> {
        percent_decode(body).decode_utf8().map_err(|_| Error::BadRequest)?;
        let (token, fields) = form_urlencoded::parse(body).into_owned().partition(|(name, _)| name == "csrf");
        Ok(Self { token, fields })
    }
}

/// Whether this is what a page's form sends.
pub(crate) fn is_form(headers: &HeaderMap) -> bool {
    let kind = headers.get(header::CONTENT_TYPE).and_then(|kind| kind.to_str().ok()).unwrap_or_default();
    kind.split(';').next().map(str::trim) == Some("application/x-www-form-urlencoded")
}

async fn read<S: Send + Sync>(request: Request, state: &S) -> Result<Fields, Error> {
    if !is_form(request.headers()) {
        return Err(Error::UnknownContent);
    }
    let body = Bytes::from_request(request, state).await.map_err(|rejection| match rejection.status() {
        StatusCode::PAYLOAD_TOO_LARGE => Error::TooLarge,
        _ => Error::BadRequest,
    })?;
    Fields::of(&body)
}
