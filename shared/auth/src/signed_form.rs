//! A form filled in by somebody who is logged in.

use axum::{
    extract::{FromRef, FromRequest, FromRequestParts, Request},
    response::{IntoResponse, Response},
};
use serde::de::DeserializeOwned;
use web::{Form, Kept, Page, Site, Why};

use crate::{Person, signed_in::login_address};

/// The fields of a form of ours, and who sent it. If the log-in ended while they wrote, they get a page with
/// everything they wrote, to be sent again after logging in.
#[derive(Debug)]
pub struct SignedForm<T> {
    pub person: Person,
    pub fields: T,
}

/// As [`SignedForm`], for a deed that asks for a fresh log-in. An older one gets the same page.
#[derive(Debug)]
pub struct FreshForm<T> {
    pub person: Person,
    pub fields: T,
}

impl<S, T> FromRequest<S> for SignedForm<T>
where
    S: Send + Sync,
    Site: FromRef<S>,
    T: DeserializeOwned,
{
    type Rejection = Response;

    async fn from_request(request: Request, state: &S) -> Result<Self, Response> {
        let (person, fields) = taken(request, state, |_| true).await?;
        Ok(Self { person, fields })
    }
}

impl<S, T> FromRequest<S> for FreshForm<T>
where
    S: Send + Sync,
    Site: FromRef<S>,
    T: DeserializeOwned,
{
    type Rejection = Response;

    async fn from_request(request: Request, state: &S) -> Result<Self, Response> {
        let (person, fields) = taken(request, state, |person| person.is_fresh).await?;
        Ok(Self { person, fields })
    }
}

async fn taken<S, T>(
    request: Request,
    state: &S,
    will_do: fn(&Person) -> bool,
) -> Result<(Person, T), Response>
where
    S: Send + Sync,
    Site: FromRef<S>,
    T: DeserializeOwned,
{
    let (mut parts, body) = request.into_parts();
    let page = Page::from_request_parts(&mut parts, state).await.map_err(IntoResponse::into_response)?;
    let person = parts.extensions.get::<Person>().cloned();
    let login = login_address(&parts, person.is_some());
    let action = web::address(&parts.uri);
    let Form(fields) =
        Form::<Vec<(String, String)>>::from_request(Request::from_parts(parts, body), state).await?;
    match person.filter(will_do) {
        Some(person) => Ok((person, web::parse_fields(fields).map_err(IntoResponse::into_response)?)),
        None => Err(Kept { page, fields, action, why: Why::LoggedOut(login) }.into_response()),
    }
}
