//! Somebody opens a case. Whatever they see of what is said in it leaves a trace, or nothing is shown.

use audit::Actor;
use organisation::Colleague;

use super::Failed;
use crate::{
    App,
    domain::{Case, CaseId, File, Sight, Standings, Verb, open_to},
};

/// A case with as much of its file as the reader sees.
pub struct Opened {
    pub case: Case,
    pub standings: Standings,
    pub sight: Sight,
    pub file: File,
}

#[tracing::instrument(skip_all, fields(case.id = %id), err(level = "info"))]
pub async fn read(app: &App, person: &Colleague, id: CaseId) -> Result<Opened, Failed> {
    let tx = app.store.begin().await?;
    let seen = tx.case_as_seen_by(id, person).await?.ok_or(Failed::NotThere)?;
    let file = tx.file(&seen).await?;
    if seen.sight != Sight::Listed {
        tx.trace_reading(Actor::Person(person.id), id, app.now()).await?;
    }
    tx.commit().await?;
    Ok(Opened { case: seen.case, standings: seen.standings, sight: seen.sight, file })
}

impl Opened {
    /// What the reader may do now.
    pub fn open_to(&self) -> Vec<Verb> {
        open_to(self.case.state, &self.standings, &self.case.known())
    }
}
