//! Which page of a list a program asks for.

use axum::{
    extract::{FromRequestParts, Query},
    http::request::Parts,
};
use serde::Deserialize;
use utoipa::IntoParams;
use web::Error;

use crate::store;

const DEFAULT: u64 = 20;
const MOST: u64 = 100;
/// Beyond it a list is not paged through but narrowed.
const LAST_ROW: u64 = 10_000;

#[derive(Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct Paging {
    /// Rows on a page, 1–100; 20 when left out. Rader på en sida.
    #[param(minimum = 1, maximum = 100, example = 20)]
    limit: Option<u64>,
    /// From 1, within the first 10,000 rows. Från 1, inom de första 10 000 raderna.
    #[param(minimum = 1, example = 1)]
    page: Option<u64>,
}

/// A page that there is.
pub struct Window(pub store::Window);

impl<S: Send + Sync> FromRequestParts<S> for Window {
    type Rejection = Error;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Error> {
        let query = Query::<Paging>::from_request_parts(parts, state).await;
        let Query(Paging { limit, page }) = query.map_err(|_| Error::BadRequest)?;
        let (limit, page) = (limit.unwrap_or(DEFAULT), page.unwrap_or(1));
        let fits = (1..=MOST).contains(&limit) && page >= 1 && page.saturating_mul(limit) <= LAST_ROW;
        if fits { Ok(Self(store::Window { limit, page })) } else { Err(Error::BadRequest) }
    }
}
