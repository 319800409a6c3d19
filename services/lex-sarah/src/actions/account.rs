//! The yearly account (H50): drafted by those who inquire and decide, approved for the board by one who decides, then frozen.

use audit::Actor;
use auth::Person;
use chrono::Datelike;
use kernel::{UnitId, Uuid, calendar::swedish_day};
use organisation::Colleague;

use super::{Failed, account_paper::on_paper, writer};
use crate::{
    App,
    domain::{
        Account, Fault, Figures, IvoFigure, TypedAccount, approves_accounts, drafts_accounts,
        figures::Figure, is_over, reads_accounts,
    },
    store::AccountDraft,
};

/// A year's account as it stands.
pub struct YearsAccount {
    pub year: i32,
    pub figures: Figures,
    pub draft: AccountDraft,
    /// With its hash. Then the figures and the text are those that were frozen.
    pub approved: Option<(Account, String)>,
    /// Whether it can be approved: the year is over.
    pub is_over: bool,
}

/// The years there is something to tell of, the latest first.
pub async fn account_years(app: &App) -> Result<Vec<i32>, Failed> {
    let this = swedish_day(app.now()).year();
    let first = app.store.first_received().await?.map_or(this, |at| swedish_day(at).year());
    Ok((first..=this).rev().collect())
}

/// For those who write it as it stands, for everybody else who works here once it is approved.
pub async fn account(app: &App, person: &Colleague, year: i32) -> Result<YearsAccount, Failed> {
    let approved = app.store.account(year).await?;
    let is_theirs = if approved.is_some() { reads_accounts(person) } else { drafts_accounts(person) };
    if !is_theirs || !account_years(app).await?.contains(&year) {
        return Err(Failed::NotThere);
    }
    let figures = match &approved {
        Some((account, _)) => account.figures.clone(),
        None => figures(app, year).await?,
    };
    let draft = app.store.account_draft(year).await?;
    Ok(YearsAccount { year, figures, draft, approved, is_over: is_over(year, swedish_day(app.now())) })
}

#[tracing::instrument(skip_all, fields(year), err)]
pub async fn draft_account(
    app: &App,
    person: &Colleague,
    year: i32,
    version: i64,
    typed: &TypedAccount,
) -> Result<(), Failed> {
    account(app, person, year).await?;
    if !drafts_accounts(person) {
        return Err(Failed::NotTheirs);
    }
    let words = typed.parse(&names(app), &app.policy)?;
    let (tx, now) = (app.store.begin().await?, app.now());
    if tx.is_approved(year).await? {
        return Err(Failed::Stale);
    }
    tx.write_account(year, AccountDraft { words, version }, person.id, now).await?;
    tx.trace_beside(Actor::Person(person.id), "draft_account", of_year(year), now).await?;
    Ok(tx.commit().await?)
}

/// An approved account on paper: the same bytes each time.
pub async fn account_paper(app: &App, person: &Colleague, year: i32) -> Result<Vec<u8>, Failed> {
    account(app, person, year).await?;
    app.store.account_paper(year).await?.ok_or(Failed::NotThere)
}

/// Asks for a log-in of the last minutes. The paper is made before the account is kept, since setting it takes its time. `version` is that of the text the person has read.
#[tracing::instrument(skip_all, fields(year), err)]
pub async fn approve_account(app: &App, person: &Person, year: i32, version: i64) -> Result<(), Failed> {
    let seen = account(app, person, year).await?;
    if !approves_accounts(person) {
        return Err(Failed::NotTheirs);
    }
    if !person.is_fresh {
        return Err(Failed::NotFresh);
    }
    if seen.approved.is_some() || seen.draft.version != version {
        return Err(Failed::Stale);
    }
    if !seen.is_over {
        return Err(vec![Fault::not_a_choice("year")].into());
    }
    let by = writer(person, app.now());
    let approved = Account {
        version: 1,
        year,
        words: TypedAccount { words: seen.draft.words }.parse(&names(app), &app.policy)?,
        figures: seen.figures,
        approved_at: by.at,
        approved_by: person.id,
        name: by.signature.name,
        title: by.signature.title,
    };
    let sha256 = Account::sha256(approved.canonical());
    let paper = documents::make(on_paper(&approved, &sha256, &app.policy)).await?;
    let tx = app.store.begin().await?;
    if tx.is_approved(year).await? || tx.account_draft(year).await?.version != version {
        return Err(Failed::Stale);
    }
    tx.add_account(&approved, paper.as_bytes()).await?;
    tx.trace_beside(Actor::Person(person.id), "approve_account", of_year(year), by.at).await?;
    Ok(tx.commit().await?)
}

/// This year's, and of the years before what stands in their accounts.
async fn figures(app: &App, year: i32) -> Result<Figures, Failed> {
    let units = units(app);
    let mut earlier = Vec::new();
    for before in account_years(app).await?.into_iter().rev().filter(|before| *before < year) {
        let told = match app.store.account(before).await? {
            Some((account, _)) => account.figures,
            None => Figures::of(before, &app.store.counted(before).await?, &units, Vec::new(), &app.policy),
        };
        let notified = told.ivo.iter().find(|(of, _)| *of == IvoFigure::Notified);
        earlier.push((before, told.reports, notified.map_or(Figure::Withheld, |(_, figure)| *figure)));
    }
    let counted = app.store.counted(year).await?;
    Ok(Figures::of(year, &counted, &units, earlier, &app.policy))
}

fn units(app: &App) -> Vec<(UnitId, String)> {
    let register = app.register();
    register.organisation().units.iter().map(|unit| (UnitId::from(unit.id), unit.name.clone())).collect()
}

/// Everybody whose name is known here.
fn names(app: &App) -> Vec<String> {
    app.register().organisation().people.iter().map(|person| person.name.clone()).collect()
}

/// What traces of the account name: the same for each year.
pub fn of_year(year: i32) -> Uuid {
    Uuid::from_u128(year.unsigned_abs().into())
}
