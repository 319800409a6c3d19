//! Forms that are nothing but fields one after the other: each says what it asks, one template shows them all.

use askama::Template;
use auth::Person;
use axum::response::Html;
use serde::de::DeserializeOwned;
use web::{Error, Page};

use super::{
    deed::{Asked, Deed, Desk, Sheet},
    found::{self, Found},
    visitor::address,
};
use crate::{
    App,
    actions::Failed,
    domain::{CaseId, LookedThrough, Verb},
};

/// A form of plain fields.
pub trait Plain: Default + DeserializeOwned + Send + Sync + 'static {
    const VERB: Verb;
    const PLACE: &'static str;
    /// Whether its deed asks for a log-in of the last minutes.
    const FRESH: bool = false;

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

    fn then(&self, case: CaseId) -> String {
        address(case)
    }

    /// What is to be known before, one paragraph each.
    fn lead(&self, page: &Page) -> Vec<String> {
        vec![of_deed(page, Self::VERB, "lead")]
    }

    /// What is to be done before, one after the other.
    fn steps(&self, _: &Page) -> Vec<String> {
        Vec::new()
    }

    /// What of it is looked through before it is kept.
    fn looked_through(&mut self) -> Option<&mut dyn LookedThrough> {
        None
    }

    /// In their order. Without a desk only the labels and what was written matter.
    fn fields(&self, page: &Page, desk: Option<&Desk>) -> Vec<Field>;
}

/// Heading and button are named after the deed, as the lead is where it is one paragraph.
fn of_deed(page: &Page, verb: Verb, part: &str) -> String {
    page.t(&format!("{}-{part}", verb.code()))
}

pub struct Field {
    pub name: &'static str,
    pub label: String,
    pub hint: String,
    pub value: String,
    pub control: Control,
    pub optional: bool,
}

pub enum Control {
    Area,
    Line,
    Day,
    Moment,
    Choices(Vec<(String, String)>),
    Select(Vec<(String, String)>),
}

impl Field {
    fn new(name: &'static str, label: String, value: &str, control: Control) -> Self {
        Self { name, label, hint: String::new(), value: value.to_owned(), control, optional: false }
    }

    pub fn area(name: &'static str, label: String, value: &str) -> Self {
        Self::new(name, label, value, Control::Area)
    }

    pub fn line(name: &'static str, label: String, value: &str) -> Self {
        Self::new(name, label, value, Control::Line)
    }

    pub fn day(name: &'static str, label: String, value: &str) -> Self {
        Self::new(name, label, value, Control::Day)
    }

    pub fn moment(name: &'static str, label: String, value: &str) -> Self {
        Self::new(name, label, value, Control::Moment)
    }

    pub fn choices(name: &'static str, label: String, value: &str, of: Vec<(String, String)>) -> Self {
        Self::new(name, label, value, Control::Choices(of))
    }

    pub fn select(name: &'static str, label: String, value: &str, of: Vec<(String, String)>) -> Self {
        Self::new(name, label, value, Control::Select(of))
    }

    pub fn hint(self, hint: String) -> Self {
        Self { hint, ..self }
    }

    /// Filled in by the case: what stands there is a proposal.
    pub fn proposed(self, page: &Page) -> Self {
        let hint = [page.t("proposed-by-the-case"), self.hint.clone()].join(" ").trim_end().to_owned();
        Self { hint, ..self }
    }

    pub fn optional(self) -> Self {
        Self { optional: true, ..self }
    }
}

#[derive(Template)]
#[template(path = "plain.html")]
struct PlainPage {
    page: Page,
    sheet: Sheet,
    title: String,
    lead: Vec<String>,
    button: String,
    steps: Vec<String>,
    fields: Vec<Field>,
    /// Where to log in again, when the log-in is too old for the deed.
    log_in_again: Option<String>,
    found: Vec<Found>,
}

impl<P: Plain> Deed for P {
    const VERB: Verb = P::VERB;
    const PLACE: &'static str = P::PLACE;

    fn begun(desk: &Desk, asked: &Asked) -> Self {
        P::begun(desk, asked)
    }

    async fn done(&self, app: &App, person: &Person, case: CaseId, version: i64) -> Result<(), Failed> {
        Plain::done(self, app, person, case, version).await
    }

    fn then(&self, case: CaseId) -> String {
        Plain::then(self, case)
    }

    fn looked_through(&mut self) -> Option<&mut dyn LookedThrough> {
        Plain::looked_through(self)
    }

    fn show(mut self, desk: &Desk<'_>, page: Page, sheet: Sheet) -> Result<Html<String>, Error> {
        let looked_through = Plain::looked_through(&mut self);
        let found =
            looked_through.map(|typed| found::in_filled(desk, &page, &sheet, typed)).unwrap_or_default();
        let is_old = P::FRESH && !desk.person.is_fresh;
        web::html(&PlainPage {
            title: of_deed(&page, P::VERB, "title"),
            lead: self.lead(&page),
            button: of_deed(&page, P::VERB, "send"),
            steps: self.steps(&page),
            fields: self.fields(&page, Some(desk)),
            log_in_again: is_old.then(|| format!("/logga-in?next={}&fresh=1", sheet.action)),
            found,
            sheet,
            page,
        })
    }

    fn own(&self, page: &Page) -> Vec<(String, String)> {
        self.fields(page, None).into_iter().map(|field| (field.label.clone(), field.said())).collect()
    }
}

impl Field {
    /// What was filled in, as it was read: the text of a choice, not its word.
    fn said(&self) -> String {
        match &self.control {
            Control::Choices(of) | Control::Select(of) => {
                of.iter().find(|(value, _)| *value == self.value).map(|(_, text)| text.clone())
            }
            Control::Area | Control::Line | Control::Day | Control::Moment => Some(self.value.clone()),
        }
        .unwrap_or_default()
    }
}
