//! Adding a piece to the inquiry, or correcting one by another.

use askama::Template;
use auth::Person;
use axum::response::Html;
use web::{Error, Page};

use super::{
    deed::{Asked, Deed, Desk, Sheet},
    wording,
};
use crate::{
    App,
    actions::{self, Failed},
    domain::{CaseId, Entry, Finding, Place, Section, Source, TypedEntry, Verb, in_force},
};

#[derive(Template)]
#[template(path = "entry.html")]
struct EntryPage {
    page: Page,
    sheet: Sheet,
    title: &'static str,
    sections: Vec<(String, String)>,
    kinds: Vec<(&'static str, String)>,
    source_kinds: Vec<(String, String)>,
    /// The inquiry was complete and has to be completed again.
    was_complete: bool,
    filled: TypedEntry,
}

impl Deed for TypedEntry {
    const VERB: Verb = Verb::AddEntry;
    const PLACE: &'static str = "anteckna";

    /// `?avsnitt=3` for a point, `?rattar=<entry>` for a correction, `&byt=0` for one with what was found replaced,
    /// `?kalla=<entry>` for another from the same source.
    fn begun(desk: &Desk, asked: &Asked) -> Self {
        let opened = desk.opened;
        let corrected = asked.get("rattar");
        let named = |entry: &&Entry| corrected.is_some_and(|id| entry.id.to_string() == *id);
        match in_force(&opened.file.entries).find(named) {
            Some(entry) => {
                without(asked.get("byt").and_then(|at| opened.findings.get(at.parse::<usize>().ok()?)), entry)
            }
            None => Self {
                section: asked.get("avsnitt").cloned().unwrap_or_default(),
                ..from_the_source_of(asked.get("kalla"), &opened.file.entries)
            },
        }
    }

    async fn done(&self, app: &App, person: &Person, case: CaseId, version: i64) -> Result<(), Failed> {
        actions::add_entry(app, person, case, version, self).await.map(drop)
    }

    fn show(self, desk: &Desk<'_>, page: Page, sheet: Sheet) -> Result<Html<String>, Error> {
        let nothing = (String::new(), page.t("choose-section"));
        let section = |section: Section| (section.number().to_string(), wording::section(&page, section));
        web::html(&EntryPage {
            title: if self.corrects.is_empty() { "entry-title" } else { "entry-title-correct" },
            sections: std::iter::once(nothing).chain(Section::all().map(section)).collect(),
            kinds: wording::kinds(&page),
            source_kinds: wording::source_kinds(&page),
            was_complete: desk.opened.case.inquiry_completed_at.is_some(),
            filled: self,
            sheet,
            page,
        })
    }

    fn own(&self, page: &Page) -> Vec<(String, String)> {
        vec![
            (page.t("entry-text"), self.text.clone()),
            (page.t("entry-source"), self.source.clone()),
            (page.t("entry-source-on"), self.source_on.clone()),
        ]
    }
}

/// With the proposed code in the place of what was found.
fn without(found: Option<&Finding>, entry: &Entry) -> TypedEntry {
    let as_is = as_it_stands(entry);
    match found.map(|found| (found, found.place)) {
        Some((found, Place::Entry { id, in_source: true, .. })) if id == entry.id => {
            TypedEntry { source: found.replaced(&as_is.source), ..as_is }
        }
        Some((found, Place::Entry { id, in_source: false, .. })) if id == entry.id => {
            TypedEntry { text: found.replaced(&as_is.text), ..as_is }
        }
        Some((_, Place::Entry { .. } | Place::Field(_))) | None => as_is,
    }
}

/// A correction begins with what it corrects.
fn as_it_stands(entry: &Entry) -> TypedEntry {
    TypedEntry {
        section: entry.section.number().to_string(),
        kind: entry.kind.code().to_owned(),
        text: entry.text.clone(),
        corrects: entry.id.to_string(),
        ..resting_on(entry.source.as_ref())
    }
}

fn from_the_source_of(asked: Option<&String>, entries: &[Entry]) -> TypedEntry {
    let named = entries.iter().find(|entry| asked.is_some_and(|id| entry.id.to_string() == *id));
    resting_on(named.and_then(|entry| entry.source.as_ref()))
}

fn resting_on(source: Option<&Source>) -> TypedEntry {
    let Some(Source { kind, named, on }) = source else { return TypedEntry::default() };
    TypedEntry {
        source_kind: kind.code().to_owned(),
        source: named.clone().unwrap_or_default(),
        source_on: on.map(|day| day.to_string()).unwrap_or_default(),
        ..TypedEntry::default()
    }
}
