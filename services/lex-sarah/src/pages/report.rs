//! The report: one page, no question of how serious it is. It is kept while it is written, also without script.

use askama::Template;
use auth::{Person, SignedForm, SignedIn};
use axum::{
    extract::State,
    http::{StatusCode, header},
    response::{Html, IntoResponse, Redirect, Response},
};
use kernel::UnitId;
use vault::Token;
use web::{Error, Page};

use super::{
    files::{self, Listed},
    no_place,
    once::Sent,
    report_files,
    visitor::{Errors, error_of, in_language, unit_name, with_menu, worded},
    wording,
};
use crate::{
    App,
    actions::{self, Failed},
    domain::{Channel, NewReport, Routine, Signature, TypedReport},
};

#[derive(Template)]
#[template(path = "report.html")]
struct ReportPage {
    page: Page,
    /// Under which name.
    reporter: String,
    routine: Routine,
    whistleblower_channel: String,
    units: Vec<(String, String)>,
    moments: Vec<(&'static str, String)>,
    filled: TypedReport,
    repeat: String,
    errors: Errors,
    /// Another report has been sent from this very form.
    sent_already: bool,
    /// Those that go along.
    files: Vec<Listed>,
    /// Milliseconds without a sign of life after which the script locks.
    locks_after: u32,
}

#[derive(Template)]
#[template(path = "locked.html")]
struct LockedPage {
    page: Page,
}

impl ReportPage {
    async fn new(
        app: &App,
        page: Page,
        person: &Person,
        filled: TypedReport,
        repeat: String,
    ) -> Result<Self, Error> {
        let unit = |unit: UnitId| (unit.to_string(), unit_name(app, unit));
        let (routine, _) = actions::routines(app).await?;
        let waiting = actions::waiting(app, person.id).await?;
        Ok(Self {
            files: files::listed(&page, "", waiting.iter()),
            reporter: Signature::of(person).to_string(),
            routine,
            whistleblower_channel: app.policy.whistleblower_channel.clone(),
            units: person.units_of_work().into_iter().map(unit).collect(),
            moments: wording::moments(&page),
            page: with_menu(page, person),
            filled,
            repeat,
            errors: Vec::new(),
            sent_already: false,
            locks_after: app.policy.draft_locks_after * 1000,
        })
    }

    fn error(&self, field: &str) -> Option<String> {
        error_of(&self.errors, field)
    }

    fn files_button(&self) -> &'static str {
        if self.files.is_empty() { "report-files-add" } else { "report-files-change" }
    }

    /// With leave for our own script, and no other.
    fn html(&self, app: &App) -> Result<Response, Error> {
        let policy = app.inside.ground.site.policy_with_script();
        Ok(([(header::CONTENT_SECURITY_POLICY, policy)], web::html(self)?).into_response())
    }
}

pub async fn ask(State(app): State<App>, SignedIn(person): SignedIn, page: Page) -> Result<Response, Error> {
    if !person.performs_tasks() {
        return no_place::show(page);
    }
    let (filled, repeat) = match actions::draft(&app, &person).await? {
        Some((_, true)) => return Ok(locked(with_menu(page, &person))?.into_response()),
        Some((draft, false)) => (draft.typed, draft.repeat),
        None => (TypedReport::default(), Token::random().reveal()),
    };
    ReportPage::new(&app, page, &person, filled, repeat).await?.html(&app)
}

pub fn locked(page: Page) -> Result<Html<String>, Error> {
    web::html(&LockedPage { page })
}

pub async fn send(
    State(app): State<App>,
    page: Page,
    SignedForm { person, fields }: SignedForm<Vec<(String, String)>>,
) -> Result<Response, Error> {
    if !person.performs_tasks() {
        return no_place::show(page);
    }
    let sent = Sent::<TypedReport>::read(fields)?;
    if sent.pressed == "lock" {
        actions::lock_draft(&app, &person, &sent.filled, &sent.repeat).await?;
        return Ok(Redirect::to("/rapportera").into_response());
    }
    if sent.pressed.is_empty() && sent.language.is_empty() {
        return received(&app, page, &person, sent).await;
    }
    actions::keep_draft(&app, &person, &sent.filled, &sent.repeat).await?;
    match sent.pressed.as_str() {
        // The script, every few seconds.
        "keep" => Ok(StatusCode::NO_CONTENT.into_response()),
        "save" => Ok(Redirect::to("/").into_response()),
        "files" => Ok(Redirect::to(report_files::PLACE).into_response()),
        _ => {
            let there = page.clone().in_language(&sent.language);
            let asked = ReportPage::new(&app, there, &person, sent.filled, sent.repeat).await?;
            in_language(&app, page, &sent.language, |_| asked.html(&app))
        }
    }
}

async fn received(
    app: &App,
    page: Page,
    person: &Person,
    sent: Sent<TypedReport>,
) -> Result<Response, Error> {
    let told = sent.filled.told();
    let new = match NewReport::parse(&told, &person.units_of_work(), Channel::Form, app.now(), &app.policy) {
        Ok(new) => new,
        Err(faults) => {
            actions::keep_draft(app, person, &sent.cleaned, &sent.repeat).await?;
            let errors = worded(&page, "report", &faults);
            let again = ReportPage::new(app, page, person, sent.cleaned, sent.repeat).await?;
            let shown = ReportPage { errors, ..again }.html(app)?;
            return Ok((StatusCode::UNPROCESSABLE_ENTITY, shown).into_response());
        }
    };
    match actions::report(app, person, &new, &sent.as_repeat("report", person)).await {
        Ok(receipt) => Ok(Redirect::to(&format!("/rapporterat/{}", receipt.id)).into_response()),
        Err(Failed::KeyReused) => {
            let again = ReportPage::new(app, page, person, sent.filled, Token::random().reveal()).await?;
            let shown = ReportPage { sent_already: true, ..again }.html(app)?;
            Ok((StatusCode::CONFLICT, shown).into_response())
        }
        Err(other) => Err(other.into()),
    }
}
