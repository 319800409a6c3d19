//! The board's local routine (H43): the version in force for whoever reports, and a new one from whoever decides it.

use askama::Template;
use auth::{SignedForm, SignedIn};
use axum::{
    extract::State,
    http::StatusCode,
    response::{Html, IntoResponse, Redirect, Response},
};
use organisation::Colleague;
use web::{Error, Page};

use super::visitor::{Errors, error_of, in_language, with_menu, worded};
use crate::{
    App,
    actions::{self, Failed},
    domain::{Routine, TypedRoutine, decides_the_routine},
};

#[derive(Template)]
#[template(path = "routine.html")]
struct RoutinePage {
    page: Page,
    current: Routine,
    all: Vec<Routine>,
    /// Whether the reader may enter a version.
    may_add: bool,
    filled: TypedRoutine,
    errors: Errors,
}

impl RoutinePage {
    async fn new(app: &App, page: Page, person: &Colleague, filled: TypedRoutine) -> Result<Self, Error> {
        let (current, all) = actions::routines(app).await?;
        let may_add = decides_the_routine(person);
        Ok(Self { page: with_menu(page, person), current, all, may_add, filled, errors: Vec::new() })
    }

    fn line(&self, each: &Routine) -> String {
        let day = each.valid_from.to_string();
        self.page.t2("routine-version", ("version", &each.version), ("day", &day))
    }

    fn error(&self, field: &str) -> Option<String> {
        error_of(&self.errors, field)
    }
}

pub async fn show(
    State(app): State<App>,
    SignedIn(person): SignedIn,
    page: Page,
) -> Result<Html<String>, Error> {
    web::html(&RoutinePage::new(&app, page, &person, TypedRoutine::default()).await?)
}

pub async fn add(
    State(app): State<App>,
    page: Page,
    SignedForm { person, fields }: SignedForm<Vec<(String, String)>>,
) -> Result<Response, Error> {
    let (language, fields): (Vec<_>, Vec<_>) =
        fields.into_iter().partition(|(name, _)| name == "switch_language");
    let filled: TypedRoutine = web::parse_fields(fields)?;
    if let Some((_, to)) = language.first() {
        let asked = RoutinePage::new(&app, page.clone().in_language(to), &person, filled).await?;
        return in_language(&app, page, to, |_| web::html(&asked));
    }
    match actions::add_routine(&app, &person, &filled).await {
        Ok(()) => Ok(Redirect::to("/rutin").into_response()),
        Err(Failed::Faulty(faults)) => {
            let errors = worded(&page, "routine", &faults);
            let again = RoutinePage::new(&app, page, &person, filled).await?;
            let shown = web::html(&RoutinePage { errors, ..again })?;
            Ok((StatusCode::UNPROCESSABLE_ENTITY, shown).into_response())
        }
        Err(other) => Err(other.into()),
    }
}
