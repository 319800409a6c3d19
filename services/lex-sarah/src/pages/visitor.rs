//! What every page here begins with: who is there, the menu they have, the case they came for.

use axum::response::{IntoResponse, Response};
use axum_extra::extract::CookieJar;
use organisation::{Colleague, Role};
use web::{Error, Page};

use super::wording;
use crate::{
    App,
    domain::{CaseId, Fault, drafts_accounts, sees_who_is_informed},
};

/// Faults beside their fields, in the order of the form.
pub type Errors = Vec<(&'static str, String)>;

/// The fault of one field.
pub fn error_of(errors: &Errors, field: &str) -> Option<String> {
    errors.iter().find(|(known, _)| *known == field).map(|(_, text)| text.clone())
}

/// Whether what is reported at a unit, or in the whole city, is theirs to act on at once.
pub fn answers_for_a_unit(person: &Colleague) -> bool {
    [Role::UnitManager, Role::Principal, Role::SchoolOwnerRepresentative].iter().any(|role| person.is(*role))
}

/// Whether somebody investigates, decides or archives.
pub fn has_workbench(person: &Colleague) -> bool {
    [Role::LexSarahInvestigator, Role::DecisionMaker, Role::Archivist].iter().any(|role| person.is(*role))
}

/// The page with the menu of this person.
pub fn with_menu(page: Page, person: &Colleague) -> Page {
    let places = [
        ("/", "nav-start", person.performs_tasks() || answers_for_a_unit(person)),
        ("/rapportera", "nav-report", person.performs_tasks()),
        ("/arenden", "nav-cases", has_workbench(person)),
        ("/registratur", "nav-registry", person.is(Role::Registrar)),
        ("/redovisning", "nav-account", drafts_accounts(person)),
        ("/information", "nav-information", sees_who_is_informed(person)),
    ];
    let own: Vec<_> =
        places.into_iter().filter_map(|(href, key, is_theirs)| is_theirs.then_some((href, key))).collect();
    if own.len() > 1 { page.with_navigation(&own) } else { page }
}

/// Where a case is shown.
pub fn address(case: CaseId) -> String {
    format!("/arenden/{case}")
}

pub fn unit_name(app: &App, unit: kernel::UnitId) -> String {
    app.register().unit(unit).map(|unit| unit.name.clone()).unwrap_or_default()
}

/// A page in the language that was chosen in its form, with everything that was written.
pub fn in_language<R: IntoResponse>(
    app: &App,
    page: Page,
    to: &str,
    shown: impl FnOnce(Page) -> Result<R, Error>,
) -> Result<Response, Error> {
    let cookie = CookieJar::new().add(app.inside.ground.site.language_cookie(to));
    Ok((cookie, shown(page.in_language(to))?).into_response())
}

/// `form` is its name in the texts of faults. What several things have in common is said once.
pub fn worded(page: &Page, form: &str, faults: &[Fault]) -> Errors {
    let mut errors = Errors::new();
    for error in faults.iter().map(|fault| (fault.field, wording::fault(page, form, *fault))) {
        if !errors.contains(&error) {
            errors.push(error);
        }
    }
    errors
}
