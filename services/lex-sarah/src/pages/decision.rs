//! The decision, by somebody else than the investigator, with a fresh log-in.

use askama::Template;
use auth::{FreshForm, Person, SignedIn};
use axum::{
    extract::State,
    response::{IntoResponse, Response},
};
use kernel::text::without_control_characters;
use serde::Deserialize;
use web::{Error, Page};

use super::{
    visitor::{After, Errors, Sent, address, again, answer, error_of, open_for, version, with_menu},
    wording,
};
use crate::{
    App,
    actions::{self, Opened},
    at::At,
    domain::{TypedDecision, Verb, YesNo},
};

#[derive(Template)]
#[template(path = "decision.html")]
struct DecisionPage {
    page: Page,
    href: String,
    version: i64,
    number: String,
    /// The investigator's proposal: shown, not copied.
    proposed: Option<String>,
    grades: Vec<(&'static str, String)>,
    ivo: Vec<(&'static str, String)>,
    /// Where to log in again, when the log-in is too old to decide.
    log_in_again: Option<String>,
    filled: TypedDecision,
    errors: Errors,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Filled {
    version: String,
    #[serde(default)]
    grade: String,
    #[serde(default)]
    reasons: String,
    #[serde(default)]
    ivo: String,
    #[serde(default)]
    delegation: String,
}

impl DecisionPage {
    fn error(&self, field: &str) -> Option<String> {
        error_of(&self.errors, field)
    }
}

fn shown(
    page: Page,
    person: &Person,
    opened: &Opened,
    filled: TypedDecision,
    errors: Errors,
) -> Result<Response, Error> {
    let (case, href) = (&opened.case, address(opened.case.id));
    let proposed = opened.file.completions.last().map(|last| wording::grade(&page, last.proposed_grade));
    let yes_no = |each: &YesNo| (each.code(), page.t(&format!("ivo-answer-{}", each.code())));
    let form = DecisionPage {
        version: case.version,
        number: case.number.to_string(),
        proposed,
        grades: wording::grades(&page),
        ivo: YesNo::ALL.iter().map(yes_no).collect(),
        log_in_again: (!person.is_fresh).then(|| format!("/logga-in?next={href}/besluta&fresh=1")),
        filled,
        errors,
        href,
        page,
    };
    Ok(web::html(&form)?.into_response())
}

pub async fn ask(
    State(app): State<App>,
    SignedIn(person): SignedIn,
    page: Page,
    At(id): At,
) -> Result<Response, Error> {
    match open_for(&app, &person, id, Verb::Decide).await? {
        Ok(opened) => shown(with_menu(page, &person), &person, &opened, TypedDecision::default(), Vec::new()),
        Err(elsewhere) => Ok(elsewhere),
    }
}

pub async fn send(
    State(app): State<App>,
    At(id): At,
    page: Page,
    FreshForm { person, fields }: FreshForm<Filled>,
) -> Result<Response, Error> {
    let page = with_menu(page, &person);
    let Filled { version: at, grade, reasons, ivo, delegation } = fields;
    let typed = TypedDecision { grade, reasons, ivo, delegation };
    let done = actions::decide(&app, &person, id, version(&at)?, &typed).await;
    let grade = typed.grade.parse().map(|grade| wording::grade(&page, grade)).unwrap_or_default();
    let own = vec![
        ("decision-grade", grade),
        ("decision-reasons", typed.reasons.clone()),
        ("decision-delegation", typed.delegation.clone()),
    ];
    let sent = Sent { app: &app, page: &page, person: &person, id, own };
    match answer(done, sent).await? {
        After::Answered(response) => Ok(response),
        After::Again(opened, errors) => {
            let typed = TypedDecision {
                reasons: without_control_characters(&typed.reasons),
                delegation: without_control_characters(&typed.delegation),
                ..typed
            };
            again(shown(page, &person, &opened, typed, errors))
        }
    }
}
