//! The yearly account (H50): as a page, on paper and as a spreadsheet.

use askama::Template;
use auth::{FreshForm, Person, SignedForm, SignedIn};
use axum::{
    body::Body,
    extract::{Path, State},
    http::StatusCode,
    response::{Html, IntoResponse, Redirect, Response},
};
use documents::Pdf;
use serde::Deserialize;
use web::{Error, Page, download};

use super::{
    no_place,
    visitor::{Errors, error_of, in_language, with_menu, worded},
};
use crate::{
    App,
    actions::{self, Failed, FigureTable, YearsAccount, figure_tables},
    domain::{Account, TypedAccount, approves_accounts, drafts_accounts, figures::Figure},
};

#[derive(Template)]
#[template(path = "accounts.html")]
struct AccountsPage {
    page: Page,
    years: Vec<i32>,
}

#[derive(Template)]
#[template(path = "account.html")]
struct AccountPage {
    page: Page,
    year: i32,
    words: String,
    tables: Vec<FigureTable>,
    median: Option<u64>,
    /// By whom and when, and the hash.
    approved: Option<(String, String)>,
    may_draft: bool,
    approval: Option<Approval>,
    version: i64,
    least: u64,
    filled: TypedAccount,
    errors: Errors,
    /// Somebody else has written meanwhile.
    changed: bool,
}

/// What somebody who approves is shown.
enum Approval {
    /// The year is not over.
    TooEarly,
    /// Nobody has written the text.
    NoText,
    /// Where to log in again first.
    LogIn(String),
    Open,
}

impl AccountPage {
    fn new(page: Page, person: &Person, of: &YearsAccount) -> Self {
        let page = with_menu(page, person);
        let tables = tables(&page, of);
        let approved =
            of.approved.as_ref().map(|(account, sha256)| (approved_by(&page, account), sha256.clone()));
        let words = match &of.approved {
            Some((account, _)) => account.words.clone(),
            None => of.draft.words.clone(),
        };
        let least = of.figures.least;
        let proposed = if of.draft.version == 0 { proposal(&page, of) } else { words.clone() };
        let is_open = of.approved.is_none();
        Self {
            year: of.year,
            tables,
            median: of.figures.median_days,
            approved,
            may_draft: is_open && drafts_accounts(person),
            approval: (is_open && approves_accounts(person)).then(|| Approval::of(person, of)),
            version: of.draft.version,
            least,
            filled: TypedAccount { words: proposed },
            words,
            errors: Vec::new(),
            changed: false,
            page,
        }
    }

    fn error(&self, field: &str) -> Option<String> {
        error_of(&self.errors, field)
    }

    fn shown(&self, figure: &Figure) -> String {
        shown(&self.page, *figure, self.least)
    }
}

impl Approval {
    fn of(person: &Person, of: &YearsAccount) -> Self {
        if !of.is_over {
            Self::TooEarly
        } else if of.draft.version == 0 {
            Self::NoText
        } else if person.is_fresh {
            Self::Open
        } else {
            Self::LogIn(format!("/logga-in?next={}&fresh=1", address(of.year)))
        }
    }
}

fn tables(page: &Page, of: &YearsAccount) -> Vec<FigureTable> {
    figure_tables(&|key| page.t(key), &of.figures)
}

fn shown(page: &Page, figure: Figure, least: u64) -> String {
    match figure {
        Figure::Count(count) => count.to_string(),
        Figure::Few => page.t1("figure-few", "least", least),
        Figure::Withheld => page.t("figure-withheld"),
    }
}

fn address(year: i32) -> String {
    format!("/redovisning/{year}")
}

fn approved_by(page: &Page, account: &Account) -> String {
    let (name, at) = (account.signature().to_string(), page.when(&account.approved_at));
    page.t2("account-approved-by", ("name", &name), ("at", &at))
}

/// A text to begin with, out of the figures.
fn proposal(page: &Page, of: &YearsAccount) -> String {
    let least = of.figures.least;
    let year = of.year.to_string();
    let reports = shown(page, of.figures.reports, least);
    let measures = shown(page, of.figures.measures, least);
    let median = of.figures.median_days.map(|days| page.t1("account-median", "days", days));
    let parts = [
        Some(page.t2("account-draft-reports", ("year", &year), ("count", &reports))),
        median,
        Some(page.t1("account-draft-measures", "count", measures)),
    ];
    parts.into_iter().flatten().collect::<Vec<_>>().join("\n\n")
}

pub async fn list(State(app): State<App>, SignedIn(person): SignedIn, page: Page) -> Result<Response, Error> {
    let page = with_menu(page, &person);
    if !drafts_accounts(&person) {
        return no_place::show(page);
    }
    let years = actions::account_years(&app).await?;
    Ok(web::html(&AccountsPage { page, years })?.into_response())
}

pub async fn show(
    State(app): State<App>,
    SignedIn(person): SignedIn,
    page: Page,
    Path(year): Path<String>,
) -> Result<Html<String>, Error> {
    let of = opened(&app, &person, &year).await?;
    web::html(&AccountPage::new(page, &person, &of))
}

async fn opened(app: &App, person: &Person, year: &str) -> Result<YearsAccount, Error> {
    Ok(actions::account(app, person, told(year)?).await?)
}

fn told(year: &str) -> Result<i32, Error> {
    year.parse().map_err(|_| Error::NotFound)
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Written {
    version: String,
    #[serde(default)]
    words: String,
    #[serde(default)]
    switch_language: String,
}

impl Written {
    fn version(&self) -> Result<i64, Error> {
        self.version.parse().map_err(|_| Error::BadRequest)
    }
}

pub async fn write(
    State(app): State<App>,
    page: Page,
    Path(year): Path<String>,
    SignedForm { person, fields }: SignedForm<Written>,
) -> Result<Response, Error> {
    let (of, version) = (opened(&app, &person, &year).await?, fields.version()?);
    let filled = TypedAccount { words: fields.words };
    if !fields.switch_language.is_empty() {
        return in_language(&app, page, &fields.switch_language, |page| {
            web::html(&AccountPage { filled, ..AccountPage::new(page, &person, &of) })
        });
    }
    match actions::draft_account(&app, &person, of.year, version, &filled).await {
        Ok(()) => Ok(Redirect::to(&address(of.year)).into_response()),
        Err(failed) => again(&app, page, &person, &year, filled, failed).await,
    }
}

pub async fn approve(
    State(app): State<App>,
    page: Page,
    Path(year): Path<String>,
    FreshForm { person, fields }: FreshForm<Written>,
) -> Result<Response, Error> {
    let of = opened(&app, &person, &year).await?;
    match actions::approve_account(&app, &person, of.year, fields.version()?).await {
        Ok(()) => Ok(Redirect::to(&address(of.year)).into_response()),
        Err(failed) => {
            let filled = TypedAccount { words: of.draft.words.clone() };
            again(&app, page, &person, &year, filled, failed).await
        }
    }
}

/// The page as it is now, with what was written and why it was not taken.
async fn again(
    app: &App,
    page: Page,
    person: &Person,
    year: &str,
    filled: TypedAccount,
    failed: Failed,
) -> Result<Response, Error> {
    let of = opened(app, person, year).await?;
    let shown = AccountPage { filled, ..AccountPage::new(page, person, &of) };
    let (status, shown) = match failed {
        Failed::Faulty(faults) => {
            let errors = worded(&shown.page, "account", &faults);
            (StatusCode::UNPROCESSABLE_ENTITY, AccountPage { errors, ..shown })
        }
        Failed::Stale => (StatusCode::CONFLICT, AccountPage { changed: true, ..shown }),
        other => return Err(other.into()),
    };
    Ok((status, web::html(&shown)?).into_response())
}

pub async fn paper(
    State(app): State<App>,
    SignedIn(person): SignedIn,
    Path(year): Path<String>,
) -> Result<Response, Error> {
    let year = told(&year)?;
    let paper = actions::account_paper(&app, &person, year).await?;
    let name = format!("lex-sarah-{year}.pdf");
    Ok(download(&name, Pdf::CONTENT_TYPE, None, Body::from(paper)))
}

pub async fn spreadsheet(
    State(app): State<App>,
    SignedIn(person): SignedIn,
    page: Page,
    Path(year): Path<String>,
) -> Result<Response, Error> {
    let of = opened(&app, &person, &year).await?;
    let mut lines = Vec::new();
    for FigureTable { caption, columns, rows } in tables(&page, &of) {
        lines.push(std::iter::once(caption).chain(columns.into_iter().skip(1)).collect());
        for (name, figures) in rows {
            let figures = figures.into_iter().map(|figure| shown(&page, figure, of.figures.least));
            lines.push(std::iter::once(name).chain(figures).collect());
        }
        lines.push(Vec::<String>::new());
    }
    if let Some(days) = of.figures.median_days {
        lines.push(vec![page.t("account-median-days"), days.to_string()]);
    }
    Ok(web::spreadsheet(&format!("lex-sarah-{}.csv", of.year), lines))
}
