//! Steps that ask nothing: one press.

use axum::response::Response;
use serde::Deserialize;
use web::Error;

use super::{
    desk::{Desk, Sent, address, version},
    stale::{self, Own},
};
use crate::{
    actions::{self, Failed},
    address::Named,
    domain::{ComplaintId, Verb},
};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Pressed {
    version: String,
}

pub(super) async fn start_inquiry(Named(id): Named, sent: Sent<Pressed>) -> Result<Response, Error> {
    let Sent { desk, fields } = sent;
    let done = actions::start_inquiry(&desk.app, desk.at(id, version(&fields.version)?)).await;
    after(&desk, id, Verb::StartInquiry, "utred", done).await
}

pub(super) async fn put_down_as_view(Named(id): Named, sent: Sent<Pressed>) -> Result<Response, Error> {
    let Sent { desk, fields } = sent;
    let done = actions::put_down_as_view(&desk.app, desk.at(id, version(&fields.version)?)).await;
    after(&desk, id, Verb::NoComplaint, "synpunkt", done).await
}

pub(super) async fn remind(Named(id): Named, sent: Sent<Pressed>) -> Result<Response, Error> {
    let Sent { desk, fields } = sent;
    let done = actions::remind_now(&desk.app, desk.at(id, version(&fields.version)?)).await;
    after(&desk, id, Verb::Remind, "paminn", done).await
}

async fn after(
    desk: &Desk,
    id: ComplaintId,
    verb: Verb,
    path: &str,
    done: Result<(), Failed>,
) -> Result<Response, Error> {
    let own = Own { verb, action: format!("{}/{path}", address(id)), words: Vec::new(), fields: Vec::new() };
    stale::or_back(desk, id, done, own).await
}
