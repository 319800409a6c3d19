//! The decision, by somebody else than the investigator, with a fresh log-in.

use askama::Template;
use auth::Person;
use axum::response::Html;
use web::{Error, Page};

use super::{
    deed::{Deed, Desk, Sheet},
    found::{self, Found},
    wording,
};
use crate::{
    App,
    actions::{self, Failed},
    domain::{CaseId, Ivo, LookedThrough, TypedDecision, Verb, YesNo},
};

#[derive(Template)]
#[template(path = "decision.html")]
struct DecisionPage {
    page: Page,
    sheet: Sheet,
    /// The investigator's proposal: shown, not copied.
    proposed: Option<String>,
    grades: Vec<(&'static str, String)>,
    ivo: Vec<(&'static str, String)>,
    /// Whether it was settled before that IVO is to be notified.
    ivo_was_required: bool,
    /// Where to log in again, when the log-in is too old to decide.
    log_in_again: Option<String>,
    found: Vec<Found>,
    filled: TypedDecision,
}

impl Deed for TypedDecision {
    const VERB: Verb = Verb::Decide;
    const PLACE: &'static str = "besluta";

    async fn done(&self, app: &App, person: &Person, case: CaseId, version: i64) -> Result<(), Failed> {
        actions::decide(app, person, case, version, self).await
    }

    fn show(self, desk: &Desk<'_>, page: Page, sheet: Sheet) -> Result<Html<String>, Error> {
        let proposal = desk.opened.file.completions.last();
        let yes_no = |each: &YesNo| (each.code(), page.t(&format!("ivo-answer-{}", each.code())));
        let is_old = !desk.person.is_fresh;
        web::html(&DecisionPage {
            proposed: proposal.map(|last| wording::grade(&page, last.proposed_grade)),
            grades: wording::grades(&page),
            ivo: YesNo::ALL.iter().map(yes_no).collect(),
            log_in_again: is_old.then(|| format!("/logga-in?next={}&fresh=1", sheet.action)),
            ivo_was_required: desk.opened.case.ivo == Ivo::Required,
            found: found::in_filled(desk, &page, &sheet, &self),
            filled: self,
            sheet,
            page,
        })
    }

    fn looked_through(&mut self) -> Option<&mut dyn LookedThrough> {
        Some(self)
    }

    fn own(&self, page: &Page) -> Vec<(String, String)> {
        let grade = self.grade.parse().map(|grade| wording::grade(page, grade)).unwrap_or_default();
        vec![
            (page.t("decision-grade"), grade),
            (page.t("decision-reasons"), self.reasons.clone()),
            (page.t("decision-measures"), self.measures.clone()),
            (page.t("decision-ivo-reset"), self.ivo_reset_because.clone()),
            (page.t("decision-delegation"), self.delegation.clone()),
        ]
    }
}
