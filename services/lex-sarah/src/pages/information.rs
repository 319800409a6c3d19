//! Who has been told of the duty to report, and when they are to be told again (LSS 24 c §, H44–H45).

use askama::Template;
use auth::{SignedForm, SignedIn};
use axum::{
    extract::{Path, State},
    http::StatusCode,
    response::{IntoResponse, Redirect, Response},
};
use kernel::{UnitId, Uuid, calendar::swedish_day};
use organisation::Colleague;
use serde::Deserialize;
use vault::Token;
use web::{Error, Page};

use super::{
    no_place,
    visitor::{Errors, error_of, in_language, unit_name, with_menu, worded},
    wording::coded,
};
use crate::{
    App,
    actions::{self, Failed, Informedness, Known, Repeat},
    domain::{BriefingKind, Knowledge, TypedBriefing, informs_at, sees_who_is_informed},
};

#[derive(Template)]
#[template(path = "information.html")]
struct InformationPage {
    page: Page,
    version: String,
    units: Vec<UnitRows>,
}

struct UnitRows {
    name: String,
    /// Where whoever informs there notes a meeting.
    href: Option<String>,
    wanting: usize,
    reminded: Option<String>,
    rows: Vec<Row>,
}

struct Row {
    who: String,
    last: String,
    by: String,
    text: String,
    tag: &'static str,
}

pub async fn show(State(app): State<App>, SignedIn(person): SignedIn, page: Page) -> Result<Response, Error> {
    if !sees_who_is_informed(&person) {
        return no_place::show(with_menu(page, &person));
    }
    let (current, _) = actions::routines(&app).await?;
    let seen = actions::informedness(&app, &person).await?;
    let page = with_menu(page, &person);
    let units = seen.iter().map(|each| rows(&app, &page, &person, each)).collect();
    Ok(web::html(&InformationPage { page, version: current.version, units })?.into_response())
}

fn rows(app: &App, page: &Page, person: &Colleague, of: &Informedness) -> UnitRows {
    let reminded = of.reminded.as_ref();
    UnitRows {
        name: unit_name(app, of.unit),
        href: informs_at(person, of.unit).then(|| format!("/information/{}", of.unit)),
        wanting: of.people.iter().filter(|each| each.knows.is_wanting()).count(),
        reminded: reminded.map(|(day, number)| {
            page.t2("information-reminded", ("day", &day.to_string()), ("number", number))
        }),
        rows: of.people.iter().map(|each| row(page, each)).collect(),
    }
}

fn row(page: &Page, Known { who, last, knows, by }: &Known) -> Row {
    let tag = match knows {
        Knowledge::Current => "done",
        Knowledge::New => "wait",
        Knowledge::TooLongAgo | Knowledge::Never => "late",
    };
    let told = last
        .as_ref()
        .map(|last| page.t2("information-told", ("day", &last.on.to_string()), ("version", &last.version)));
    Row {
        who: who.signature.to_string(),
        last: told.unwrap_or_else(|| page.t("information-not-told")),
        by: by.to_string(),
        text: page.t(&format!("knowledge-{}", knows.code())),
        tag,
    }
}

#[derive(Template)]
#[template(path = "briefing.html")]
struct BriefingPage {
    page: Page,
    unit: String,
    action: String,
    kinds: Vec<(String, String)>,
    /// Id, name, whether they are ticked.
    people: Vec<(String, String, bool)>,
    filled: TypedBriefing,
    /// What makes the form known when it is sent twice.
    repeat: String,
    errors: Errors,
}

impl BriefingPage {
    fn new(app: &App, page: Page, person: &Colleague, unit: UnitId, sent: Sent) -> Self {
        let Sent { filled, repeat, .. } = sent;
        let row = |id: String, name| {
            let ticked = filled.present.contains(&id);
            (id, name, ticked)
        };
        let people = actions::employees(app, unit);
        Self {
            unit: unit_name(app, unit),
            action: format!("/information/{unit}"),
            kinds: coded(&page, "briefing", BriefingKind::ALL.iter().map(|each| each.code())),
            people: people.iter().map(|each| row(each.id.to_string(), each.signature.to_string())).collect(),
            page: with_menu(page, person),
            filled,
            repeat,
            errors: Vec::new(),
        }
    }

    fn error(&self, field: &str) -> Option<String> {
        error_of(&self.errors, field)
    }
}

/// The unit that an address names, for whoever informs there. For everybody else it is not there.
fn theirs(person: &Colleague, named: &str) -> Result<UnitId, Error> {
    let unit = named.parse::<Uuid>().map(UnitId::from).map_err(|_| Error::NotFound)?;
    if informs_at(person, unit) { Ok(unit) } else { Err(Error::NotFound) }
}

pub async fn ask(
    State(app): State<App>,
    SignedIn(person): SignedIn,
    page: Page,
    Path(unit): Path<String>,
) -> Result<Response, Error> {
    let unit = theirs(&person, &unit)?;
    let held_on = swedish_day(app.now()).to_string();
    let filled = TypedBriefing { held_on, ..TypedBriefing::default() };
    let sent = Sent { filled, repeat: Token::random().reveal(), language: None };
    Ok(web::html(&BriefingPage::new(&app, page, &person, unit, sent))?.into_response())
}

pub async fn send(
    State(app): State<App>,
    page: Page,
    Path(unit): Path<String>,
    SignedForm { person, fields }: SignedForm<Vec<(String, String)>>,
) -> Result<Response, Error> {
    let unit = theirs(&person, &unit)?;
    let sent = Sent::read(fields)?;
    if let Some(to) = sent.language.clone() {
        return in_language(&app, page, &to, |page| {
            web::html(&BriefingPage::new(&app, page, &person, unit, sent))
        });
    }
    match actions::record_briefing(&app, &person, unit, &sent.filled, &sent.as_repeat(&person, unit)).await {
        Ok(_) => Ok(Redirect::to("/information").into_response()),
        Err(Failed::Faulty(faults)) => {
            let errors = worded(&page, "briefing", &faults);
            let again = BriefingPage::new(&app, page, &person, unit, sent);
            let shown = web::html(&BriefingPage { errors, ..again })?;
            Ok((StatusCode::UNPROCESSABLE_ENTITY, shown).into_response())
        }
        Err(other) => Err(other.into()),
    }
}

/// The fields that are there once.
#[derive(Deserialize, Default)]
#[serde(default, deny_unknown_fields)]
struct Others {
    kind: String,
    held_on: String,
    repeat: String,
    switch_language: String,
}

/// The form as it was sent.
struct Sent {
    filled: TypedBriefing,
    repeat: String,
    /// The language that was chosen in it.
    language: Option<String>,
}

impl Sent {
    /// A box for each person has the same name, which the struct of a form does not know.
    fn read(fields: Vec<(String, String)>) -> Result<Self, Error> {
        let (boxes, others): (Vec<_>, Vec<_>) = fields.into_iter().partition(|(name, _)| name == "present");
        let Others { kind, held_on, repeat, switch_language } = web::parse_fields(others)?;
        let present = boxes.into_iter().map(|(_, person)| person).collect();
        let language = Some(switch_language).filter(|language| !language.is_empty());
        Ok(Self { filled: TypedBriefing { kind, held_on, present }, repeat, language })
    }

    fn as_repeat(&self, person: &Colleague, unit: UnitId) -> Repeat {
        let TypedBriefing { kind, held_on, present } = &self.filled;
        let (unit, there) = (unit.as_uuid(), present.join(" "));
        let said = [unit.as_bytes(), kind.as_bytes(), held_on.as_bytes(), there.as_bytes()];
        Repeat {
            key: Token::chosen(&[b"briefing", person.id.as_uuid().as_bytes(), self.repeat.as_bytes()]),
            request: Token::chosen(&said),
        }
    }
}
