//! What every page of staff begins with: who is there, and the page they are about to get.

use auth::{Person, SignedForm, SignedIn};
use axum::{
    extract::{FromRequest, FromRequestParts, Request},
    http::{StatusCode, request::Parts},
    response::{IntoResponse, Redirect, Response},
};
use axum_extra::extract::CookieJar;
use kernel::{PersonId, UnitId, calendar::swedish_day};
use organisation::Role;
use serde::de::DeserializeOwned;
use web::{Error, Page};

use crate::{
    StaffApp,
    actions::{self, At, Failed},
    domain::{
        By, Complaint, ComplaintId, Standing, TakesIn, Verb, patterns::Scope, permitted,
        works_with_complaints, works_with_disposal,
    },
};

/// Somebody who is logged in, at a page.
pub(super) struct Desk {
    pub app: StaffApp,
    pub page: Page,
    pub person: Person,
}

/// The same, with a form they have sent.
pub(super) struct Sent<T> {
    pub desk: Desk,
    pub fields: T,
}

/// Faults beside their fields, in the order of the form: (name of the field, text).
#[derive(Default)]
pub(super) struct Faults(Vec<(&'static str, String)>);

impl Faults {
    pub fn one(field: &'static str, text: String) -> Self {
        Self(vec![(field, text)])
    }

    pub fn add(&mut self, field: &'static str, text: String) {
        self.0.push((field, text));
    }

    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    pub fn iter(&self) -> std::slice::Iter<'_, (&'static str, String)> {
        self.0.iter()
    }

    /// The fault of one field.
    pub fn of(&self, field: &str) -> Option<String> {
        self.0.iter().find(|(known, _)| *known == field).map(|(_, text)| text.clone())
    }
}

impl FromIterator<(&'static str, String)> for Faults {
    fn from_iter<I: IntoIterator<Item = (&'static str, String)>>(faults: I) -> Self {
        Self(faults.into_iter().collect())
    }
}

/// Where a complaint is shown.
pub(super) fn address(id: ComplaintId) -> String {
    format!("/arenden/{id}")
}

/// The version that a form was shown with.
pub(super) fn version(typed: &str) -> Result<i64, Error> {
    typed.parse().map_err(|_| Error::BadRequest)
}

/// 422 with the form as it was sent.
pub(super) fn faulty(page: Result<Response, Error>) -> Result<Response, Error> {
    Ok((StatusCode::UNPROCESSABLE_ENTITY, page?).into_response())
}

impl Desk {
    pub fn new(app: StaffApp, page: Page, person: Person) -> Self {
        Self { app, page: with_menu(page, &person), person }
    }

    pub fn at(&self, id: ComplaintId, version: i64) -> At<'_> {
        At { id, version, person: &self.person }
    }

    /// The complaint for a form of `verb`, or the way back to it when that cannot be done now.
    pub async fn ready_for(
        &self,
        id: ComplaintId,
        verb: Verb,
    ) -> Result<Result<(Complaint, Standing), Response>, Error> {
        let (complaint, standing) = self.sees(id).await?;
        if permitted(verb, complaint.state, By::Person(standing)).is_ok() {
            Ok(Ok((complaint, standing)))
        } else {
            Ok(Err(Redirect::to(&address(id)).into_response()))
        }
    }

    /// The complaint as it stands in lists: nothing that was written.
    pub async fn sees(&self, id: ComplaintId) -> Result<(Complaint, Standing), Error> {
        let seen = self.app.store.complaint_as_seen_by(id, &self.person).await.map_err(Failed::from)?;
        seen.ok_or(Error::NotFound)
    }

    /// The page in another language, and the cookie that remembers it: a form is shown again with all that was typed in it.
    pub fn in_language(&mut self, to: &str) -> CookieJar {
        self.page = with_menu(self.page.clone().in_language(to), &self.person);
        CookieJar::new().add(self.app.inside.ground.site.language_cookie(to))
    }

    pub fn unit_name(&self, unit: Option<UnitId>) -> String {
        let register = self.app.inside.ground.directory.now();
        unit.and_then(|unit| register.unit(unit)).map(|unit| unit.name.clone()).unwrap_or_default()
    }

    /// Every unit to choose from.
    pub fn units(&self) -> Vec<(String, String)> {
        let register = self.app.inside.ground.directory.now();
        let units = register.organisation().units.iter();
        sorted(units.map(|unit| (unit.id.to_string(), unit.name.clone())))
    }

    /// Those who work at a unit, to choose from.
    pub fn colleagues(&self, unit: Option<UnitId>) -> Vec<(String, String)> {
        let register = self.app.inside.ground.directory.now();
        let day = swedish_day(self.app.now());
        let roles = [Role::UnitManager, Role::Principal, Role::Staff];
        let mut people: Vec<_> =
            roles.into_iter().flat_map(|role| register.holders(role, unit, day)).collect();
        people.push(self.person.id);
        people.sort_unstable();
        people.dedup();
        let named = people.into_iter().map(|id| (id.to_string(), self.name(id)));
        or_none(&self.page.t("choose-one"), sorted(named))
    }

    /// A person as they are called in the register. Somebody it no longer knows is "a former colleague".
    pub fn name(&self, person: PersonId) -> String {
        let register = self.app.inside.ground.directory.now();
        register.person(person).map_or_else(|| self.page.t("former-colleague"), |person| person.name.clone())
    }
}

pub(super) fn sorted(options: impl Iterator<Item = (String, String)>) -> Vec<(String, String)> {
    let mut options: Vec<_> = options.collect();
    options.sort_by(|a, b| a.1.cmp(&b.1));
    options
}

/// The same after a first choice that is none of them.
pub(super) fn or_none(none: &str, options: Vec<(String, String)>) -> Vec<(String, String)> {
    std::iter::once((String::new(), none.to_owned())).chain(options).collect()
}

async fn with_stand_ins(app: &StaffApp, person: Person) -> Result<Person, Response> {
    let colleague = actions::with_stand_ins(app, person.colleague).await;
    let colleague = colleague.map_err(|failed| Error::from(failed).into_response())?;
    Ok(Person { colleague, ..person })
}

/// Whether all there is here for somebody is to write down what they were told.
pub(super) fn takes_in_only(person: &Person) -> bool {
    !works_with_complaints(person) && !works_with_disposal(person) && TakesIn::of(person).is_some()
}

/// The menu: the registrar's work is for registrars, the figures for those who work with them.
fn with_menu(page: Page, person: &Person) -> Page {
    if takes_in_only(person) {
        return page.with_navigation(&[("/nytt", "nav-take-in")]);
    }
    let mut places = vec![
        ("/", "nav-open"),
        ("/avslutade", "nav-closed"),
        ("/sok", "nav-search"),
        ("/nytt", "nav-take-in"),
    ];
    if person.acts_as(Role::Registrar) {
        places.push(("/registratur", "nav-registry"));
    }
    places.extend([("/diarium", "nav-diary"), ("/franvaro", "nav-absence")]);
    if Scope::of(person).is_some() {
        places.push(("/statistik", "nav-patterns"));
    }
    if works_with_disposal(person) {
        places.push(("/gallring", "nav-disposal"));
    }
    page.with_navigation(&places)
}

impl FromRequestParts<StaffApp> for Desk {
    type Rejection = Response;

    async fn from_request_parts(parts: &mut Parts, app: &StaffApp) -> Result<Self, Response> {
        let SignedIn(person) =
            <SignedIn as FromRequestParts<StaffApp>>::from_request_parts(parts, app).await?;
        let page = Page::from_request_parts(parts, app).await.map_err(IntoResponse::into_response)?;
        let person = with_stand_ins(app, person).await?;
        Ok(Self::new(app.clone(), page, person))
    }
}

impl<T: DeserializeOwned + Send> FromRequest<StaffApp> for Sent<T> {
    type Rejection = Response;

    async fn from_request(request: Request, app: &StaffApp) -> Result<Self, Response> {
        let (mut parts, body) = request.into_parts();
        let page = Page::from_request_parts(&mut parts, app).await.map_err(IntoResponse::into_response)?;
        let SignedForm { person, fields } =
            SignedForm::from_request(Request::from_parts(parts, body), app).await?;
        let person = with_stand_ins(app, person).await?;
        Ok(Self { desk: Desk::new(app.clone(), page, person), fields })
    }
}
