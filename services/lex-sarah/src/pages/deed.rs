//! A form by which one deed is done to a case. It is shown while the deed is open to whoever asks; sent, it leads to the case.
//! Nothing that was written is ever lost: a faulty form, a language chosen in it and a case that somebody else has
//! changed all bring it back as it was filled in.

use std::collections::HashMap;

use auth::{FreshForm, Person, SignedForm, SignedIn};
use axum::{
    extract::{Query, State},
    http::StatusCode,
    response::{Html, IntoResponse, Redirect, Response},
    routing::{MethodRouter, get},
};
use kernel::text::without_control_characters;
use serde::{Deserialize, de::DeserializeOwned};
use web::{Error, Page};

use super::{
    conflict, found,
    timeline::{self, Event},
    visitor::{Errors, address, error_of, in_language, with_menu, worded},
};
use crate::{
    App,
    actions::{self, Failed, Opened},
    at::At,
    domain::{CaseId, Fault, LookedThrough, TypedKept, Verb},
};

/// What is filled in a form, and what becomes of it.
pub trait Deed: Default + DeserializeOwned + Send + Sync + 'static {
    const VERB: Verb;
    /// The last part of its address.
    const PLACE: &'static str;

    /// What the form begins with.
    fn begun(_: &Desk, _: &Asked) -> Self {
        Self::default()
    }

    fn done(
        &self,
        app: &App,
        person: &Person,
        case: CaseId,
        version: i64,
    ) -> impl Future<Output = Result<(), Failed>> + Send;

    /// Where it leads.
    fn then(&self, case: CaseId) -> String {
        address(case)
    }

    /// What of it is looked through before it is kept.
    fn looked_through(&mut self) -> Option<&mut dyn LookedThrough> {
        None
    }

    /// The page with the form as it is filled in.
    fn show(self, desk: &Desk, page: Page, sheet: Sheet) -> Result<Html<String>, Error>;

    /// What somebody wrote, under the labels it was written under.
    fn own(&self, page: &Page) -> Vec<(String, String)>;
}

/// What stands after the question mark of an address.
pub type Asked = HashMap<String, String>;

type Fields = Vec<(String, String)>;

/// Who is at which case.
pub struct Desk<'a> {
    pub app: &'a App,
    pub person: &'a Person,
    pub opened: &'a Opened,
}

/// What every form of a deed has.
pub struct Sheet {
    /// Where the case is shown.
    pub href: String,
    pub action: String,
    pub number: String,
    /// The version the deed is done to.
    pub version: i64,
    pub errors: Errors,
    /// The same as data: what was refused of the answers to what the check found.
    pub faults: Vec<Fault>,
    /// What somebody else did after the form was opened.
    pub meanwhile: Option<Event>,
}

/// The fields that every form of a deed has.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Envelope {
    version: String,
    #[serde(default)]
    switch_language: String,
    /// The number of the finding that the proposal is to take the place of.
    #[serde(default)]
    replace: String,
}

/// The page of a form.
pub fn form<D: Deed>() -> MethodRouter<App> {
    get(ask::<D>).post(send::<D>)
}

/// The page of a form whose deed asks for a log-in of the last minutes.
pub fn fresh_form<D: Deed>() -> MethodRouter<App> {
    get(ask::<D>).post(send_fresh::<D>)
}

/// The form, not yet filled in.
pub fn empty<D: Deed>(desk: &Desk, page: Page, asked: &Asked) -> Result<Html<String>, Error> {
    D::begun(desk, asked).show(desk, page, Sheet::of::<D>(desk.opened))
}

async fn ask<D: Deed>(
    State(app): State<App>,
    SignedIn(person): SignedIn,
    page: Page,
    At(id): At,
    Query(asked): Query<Asked>,
) -> Result<Response, Error> {
    let opened = actions::read_to(&app, &person, id, D::VERB).await?;
    if !opened.open_to().contains(&D::VERB) {
        return Ok(Redirect::to(&address(id)).into_response());
    }
    let desk = Desk { app: &app, person: &person, opened: &opened };
    Ok(empty::<D>(&desk, with_menu(page, &person), &asked)?.into_response())
}

async fn send<D: Deed>(
    State(app): State<App>,
    At(id): At,
    page: Page,
    SignedForm { person, fields }: SignedForm<Fields>,
) -> Result<Response, Error> {
    taken::<D>(&app, &person, id, with_menu(page, &person), fields).await
}

async fn send_fresh<D: Deed>(
    State(app): State<App>,
    At(id): At,
    page: Page,
    FreshForm { person, fields }: FreshForm<Fields>,
) -> Result<Response, Error> {
    taken::<D>(&app, &person, id, with_menu(page, &person), fields).await
}

async fn taken<D: Deed>(
    app: &App,
    person: &Person,
    id: CaseId,
    page: Page,
    fields: Fields,
) -> Result<Response, Error> {
    let (answers, fields) = found::taken(fields);
    let (envelope, fields): (Fields, Fields) = fields
        .into_iter()
        .partition(|(name, _)| matches!(name.as_str(), "version" | "switch_language" | "replace"));
    let Envelope { version, switch_language, replace } = web::parse_fields(envelope)?;
    let version = version.parse().map_err(|_| Error::BadRequest)?;
    let again = cleaned(&fields);
    let mut filled: D = answered(fields, answers.values().cloned().collect())?;
    let failed = if switch_language.is_empty() && replace.is_empty() {
        match filled.done(app, person, id, version).await {
            Ok(()) => return Ok(Redirect::to(&filled.then(id)).into_response()),
            Err(failed @ (Failed::Faulty(_) | Failed::Stale)) => Some(failed),
            Err(other) => return Err(other.into()),
        }
    } else {
        None
    };
    let opened = actions::read_to(app, person, id, D::VERB).await?;
    let desk = Desk { app, person, opened: &opened };
    let sheet = Sheet { version, ..Sheet::of::<D>(&opened) };
    match failed {
        None if switch_language.is_empty() => {
            if let Some(typed) = filled.looked_through() {
                found::replaced(typed, &answers, &replace, opened.names.as_ref());
            }
            Ok(filled.show(&desk, page, sheet)?.into_response())
        }
        None => in_language(app, page, &switch_language, |page| filled.show(&desk, page, sheet)),
        Some(Failed::Faulty(faults)) => {
            let again: D = answered(again, found::cleaned(&answers))?;
            let errors = worded(&page, D::VERB.code(), &faults);
            let shown = again.show(&desk, page, Sheet { errors, faults, ..sheet })?;
            Ok((StatusCode::UNPROCESSABLE_ENTITY, shown).into_response())
        }
        Some(_) => conflict::shown(&desk, page, filled),
    }
}

/// What is filled in, with the answers to what the check found.
fn answered<D: Deed>(fields: Fields, kept: Vec<TypedKept>) -> Result<D, Error> {
    let mut filled: D = web::parse_fields(fields)?;
    if let Some(typed) = filled.looked_through() {
        typed.answer(kept);
    }
    Ok(filled)
}

/// Without what cannot be kept, so that sending again works.
fn cleaned(fields: &Fields) -> Fields {
    fields.iter().map(|(name, value)| (name.clone(), without_control_characters(value))).collect()
}

impl Sheet {
    pub fn of<D: Deed>(opened: &Opened) -> Self {
        let href = address(opened.case.id);
        Self {
            action: format!("{href}/{}", D::PLACE),
            href,
            number: opened.case.number.to_string(),
            version: opened.case.version,
            errors: Vec::new(),
            faults: Vec::new(),
            meanwhile: None,
        }
    }

    /// The form as it is now, with what happened last.
    pub fn after_another<D: Deed>(desk: &Desk, page: &Page) -> Self {
        let Opened { case, file, .. } = desk.opened;
        Self { meanwhile: timeline::of(page, case, file).into_iter().next(), ..Self::of::<D>(desk.opened) }
    }

    pub fn error(&self, field: &str) -> Option<String> {
        error_of(&self.errors, field)
    }
}
