//! Saying that the inquiry is complete: what is missing, what could tell who somebody is, the proposal.

use askama::Template;
use auth::{SignedForm, SignedIn};
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
    domain::{Finding, Section, TypedCompletion, Verb, findings, unsaid},
};

#[derive(Template)]
#[template(path = "completion.html")]
struct CompletionPage {
    page: Page,
    href: String,
    version: i64,
    number: String,
    missing: Vec<Section>,
    findings: Vec<Finding>,
    similars: Vec<(&'static str, String)>,
    grades: Vec<(&'static str, String)>,
    filled: TypedCompletion,
    errors: Errors,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Filled {
    version: String,
    #[serde(default)]
    similar_before: String,
    #[serde(default)]
    proposed_grade: String,
    #[serde(default)]
    kept_because: String,
}

impl CompletionPage {
    fn error(&self, field: &str) -> Option<String> {
        error_of(&self.errors, field)
    }

    fn section(&self, section: Section) -> String {
        wording::section(&self.page, section)
    }

    fn looks_like(&self, finding: &Finding) -> String {
        wording::looks_like(&self.page, finding.looks_like)
    }
}

fn shown(page: Page, opened: &Opened, filled: TypedCompletion, errors: Errors) -> Result<Response, Error> {
    let (case, file) = (&opened.case, &opened.file);
    let found = file.report.as_ref().map(|report| findings(&file.entries, &report.by));
    let form = CompletionPage {
        href: address(case.id),
        version: case.version,
        number: case.number.to_string(),
        missing: unsaid(&file.entries),
        findings: found.unwrap_or_default(),
        similars: wording::similars(&page),
        grades: wording::grades(&page),
        filled,
        errors,
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
    match open_for(&app, &person, id, Verb::CompleteInquiry).await? {
        Ok(opened) => shown(with_menu(page, &person), &opened, TypedCompletion::default(), Vec::new()),
        Err(elsewhere) => Ok(elsewhere),
    }
}

pub async fn send(
    State(app): State<App>,
    At(id): At,
    page: Page,
    SignedForm { person, fields }: SignedForm<Filled>,
) -> Result<Response, Error> {
    let page = with_menu(page, &person);
    let Filled { version: at, similar_before, proposed_grade, kept_because } = fields;
    let typed = TypedCompletion { similar_before, proposed_grade, kept_because };
    let done = actions::complete_inquiry(&app, &person, id, version(&at)?, &typed).await;
    let own = vec![("completion-kept-because", typed.kept_because.clone())];
    let sent = Sent { app: &app, page: &page, person: &person, id, own };
    match answer(done, sent).await? {
        After::Answered(response) => Ok(response),
        After::Again(opened, errors) => {
            let kept_because = without_control_characters(&typed.kept_because);
            again(shown(page, &opened, TypedCompletion { kept_because, ..typed }, errors))
        }
    }
}
