//! The buttons of the overview.

use axum::{
    extract::{Path, State, rejection::PathRejection},
    response::Redirect,
};
use kernel::Uuid;
use web::Error;

use crate::{App, actions, domain::Task, pages::permit::OperatorsDeed};

type Id = Result<Path<Uuid>, PathRejection>;

/// `POST /mejl/{id}/skicka-igen`
pub async fn send_again(State(app): State<App>, id: Id, _: OperatorsDeed) -> Result<Redirect, Error> {
    actions::send_again(&app, read(id)?.into()).await?;
    Ok(Redirect::to("/#waiting"))
}

/// `POST /mejl/{id}/bocka-av`
pub async fn tick_off_mail(State(app): State<App>, id: Id, by: OperatorsDeed) -> Result<Redirect, Error> {
    actions::tick_off(&app, by.0.id, Task::Refused(read(id)?.into())).await?;
    Ok(Redirect::to("/#refused"))
}

/// `POST /meddelanden/{id}/bocka-av`
pub async fn tick_off_message(State(app): State<App>, id: Id, by: OperatorsDeed) -> Result<Redirect, Error> {
    actions::tick_off(&app, by.0.id, Task::Untold(read(id)?.into())).await?;
    Ok(Redirect::to("/#untold"))
}

/// What is no id is not there either.
fn read(id: Id) -> Result<Uuid, Error> {
    id.map(|Path(id)| id).map_err(|_| Error::NotFound)
}
