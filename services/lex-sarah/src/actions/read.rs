//! Somebody opens a case. Whatever they see of what is said in it leaves a trace, or nothing is shown.

use audit::Actor;
use kernel::PersonId;
use organisation::Colleague;

use super::{Failed, names::names_in};
use crate::{
    App,
    domain::{
        Case, CaseId, File, Finding, Guard, LOOKED_THROUGH, Names, Sight, Standings, Verb, findings,
        known_of, locked_to, open_to,
    },
};

/// A case with as much of its file as the reader sees.
pub struct Opened {
    pub reader: PersonId,
    pub case: Case,
    pub standings: Standings,
    pub sight: Sight,
    pub file: File,
    /// What could tell who somebody is, for whoever is to complete the inquiry.
    pub findings: Vec<Finding>,
    /// What the words are compared with of a deed that is looked through.
    pub names: Option<Names>,
}

pub async fn read(app: &App, person: &Colleague, id: CaseId) -> Result<Opened, Failed> {
    opened(app, person, id, None).await
}

/// As [`read`], to do a deed: with the names that its words are compared with, when it is open to the reader.
pub async fn read_to(app: &App, person: &Colleague, id: CaseId, verb: Verb) -> Result<Opened, Failed> {
    opened(app, person, id, Some(verb)).await
}

#[tracing::instrument(skip_all, fields(case.id = %id), err(level = "info"))]
async fn opened(app: &App, person: &Colleague, id: CaseId, to: Option<Verb>) -> Result<Opened, Failed> {
    let (tx, now) = (app.store.begin().await?, app.now());
    let seen = tx.case_as_seen_by(id, person).await?.ok_or(Failed::NotThere)?;
    let file = tx.file(&seen).await?;
    let known = [seen.case.known(), known_of(&seen.case, &file.records)].concat();
    let may = open_to(seen.case.state, &seen.standings, &known);
    // The tasks of a case say what the check finds in the entries.
    let compares = to.into_iter().chain([Verb::CompleteInquiry]);
    let mut compares = compares.filter(|verb| LOOKED_THROUGH.contains(verb) && may.contains(verb));
    let names = match compares.next() {
        Some(_) => Some(names_in(app, &tx, &seen, person.id, now).await?),
        None => None,
    };
    let completing = names.as_ref().filter(|_| may.contains(&Verb::CompleteInquiry));
    let findings = completing.map(|names| findings(&file.entries, names)).unwrap_or_default();
    if seen.sight != Sight::Listed {
        tx.trace_reading(Actor::Person(person.id), id, now).await?;
    }
    tx.commit().await?;
    Ok(Opened {
        reader: person.id,
        case: seen.case,
        standings: seen.standings,
        sight: seen.sight,
        file,
        findings,
        names,
    })
}

impl Opened {
    /// What the reader may do now.
    pub fn open_to(&self) -> Vec<Verb> {
        open_to(self.case.state, &self.standings, &self.known())
    }

    /// What would be theirs to do but for something that the case still wants, and what that is.
    pub fn locked_to(&self) -> Vec<(Verb, Vec<Guard>)> {
        locked_to(self.case.state, &self.standings, &self.known())
    }

    /// What is so in it, for the guards that it tells itself.
    pub fn known(&self) -> Vec<Guard> {
        [self.case.known(), known_of(&self.case, &self.file.records)].concat()
    }
}
