//! Somebody looks for matters.
//!
//! There is no index of words: it would tell what is sealed. What stands plain narrows down first, in the database; what is left is
//! opened and looked through, the newest first and a few at a time, so that a search takes the same however many matters there are.

use std::{collections::HashMap, sync::Arc, thread::available_parallelism};

use audit::Actor;
use kernel::Uuid;
use organisation::Colleague;
use vault::CaseKey;

use crate::{
    StaffApp,
    actions::{Failed, seal::SERVICE},
    domain::{
        Complaint, ComplaintId,
        search::{Excerpt, Wanted, Words},
    },
    store::{Reach, Sealed, Sought, Spot},
};

/// What a page of hits shows.
const PAGE: usize = 20;
/// Matters that are opened at once: so many stand open in memory.
const AT_ONCE: u64 = 100;

/// What was found.
pub struct Found {
    /// Newest first.
    pub hits: Vec<Hit>,
    /// How many matters were opened, if words were looked for.
    pub opened: usize,
    /// From where there is more to look through.
    pub onward: Option<Spot>,
}

/// A matter that was found, and what stands in it if words were looked for.
pub struct Hit {
    pub complaint: Complaint,
    pub excerpt: Option<Excerpt>,
}

/// What fits, of what the person may know of; with words, of what they may open. `after` is where the search before stopped.
///
/// Who searched is a trace, and each matter of which something is shown has been read a little, which is one too. What was looked for
/// is written nowhere. If the traces cannot be written, nothing is shown.
#[tracing::instrument(skip_all, err)]
pub async fn search(
    app: &StaffApp,
    wanted: &Wanted,
    after: Option<Spot>,
    person: &Colleague,
) -> Result<Found, Failed> {
    let found = if wanted.words.is_empty() {
        by_facts(app, wanted, after, person).await?
    } else {
        by_words(app, wanted, after, person).await?
    };
    traced(app, found, person).await
}

async fn by_facts(
    app: &StaffApp,
    wanted: &Wanted,
    after: Option<Spot>,
    person: &Colleague,
) -> Result<Found, Failed> {
    let sought = Sought { wanted, reach: Reach::Known, after, limit: PAGE as u64 + 1 };
    let mut found = app.store.sought(person, &sought).await?;
    let more = found.len() > PAGE;
    found.truncate(PAGE);
    let onward = found.last().filter(|_| more).map(Spot::of);
    let hits = found.into_iter().map(|complaint| Hit { complaint, excerpt: None }).collect();
    Ok(Found { hits, opened: 0, onward })
}

async fn by_words(
    app: &StaffApp,
    wanted: &Wanted,
    mut after: Option<Spot>,
    person: &Colleague,
) -> Result<Found, Failed> {
    let words = Arc::new(wanted.words.clone());
    let (mut hits, mut opened) = (Vec::new(), 0);
    loop {
        let sought = Sought { wanted, reach: Reach::Read, after, limit: AT_ONCE };
        let next = app.store.sought(person, &sought).await?;
        if next.is_empty() {
            return Ok(Found { hits, opened, onward: None });
        }
        let ids: Vec<_> = next.iter().map(|complaint| complaint.id).collect();
        let mut excerpts = opened_and_looked_through(app, app.store.sealed(&ids).await?, &words).await;
        for complaint in next {
            opened += 1;
            after = Some(Spot::of(&complaint));
            if let Some(excerpt) = excerpts.remove(&complaint.id) {
                hits.push(Hit { complaint, excerpt: Some(excerpt) });
            }
            if hits.len() == PAGE || opened == app.policy.search_opens {
                return Ok(Found { hits, opened, onward: after });
            }
        }
    }
}

/// Opens them on as many threads as there are processors.
async fn opened_and_looked_through(
    app: &StaffApp,
    mut cases: Vec<Sealed>,
    words: &Arc<Words>,
) -> HashMap<ComplaintId, Excerpt> {
    let threads = available_parallelism().map_or(1, usize::from);
    let share = cases.len().div_ceil(threads).max(1);
    let mut tasks = Vec::new();
    while !cases.is_empty() {
        let cases = cases.split_off(cases.len().saturating_sub(share));
        let (app, words) = (app.clone(), Arc::clone(words));
        tasks.push(tokio::task::spawn_blocking(move || {
            cases.iter().filter_map(|case| look_through(&app, case, &words)).collect::<Vec<_>>()
        }));
    }
    let mut found = HashMap::new();
    for task in tasks {
        found.extend(task.await.expect("looking through does not panic"));
    }
    found
}

/// One that does not open is left out, and those who run it are told: the others must be found all the same.
fn look_through(app: &StaffApp, case: &Sealed, words: &Words) -> Option<(ComplaintId, Excerpt)> {
    let passages = case.passages(|of, wrapped| CaseKey::unwrap(SERVICE, of, wrapped, &app.inside.ring));
    match passages {
        Ok(passages) => Some((case.id(), words.find(&passages)?)),
        Err(error) => {
            tracing::error!(complaint.id = %case.id(), %error, "a matter could not be opened in a search");
            None
        }
    }
}

/// The same, once it is written who has seen what. What is not theirs to read any more is left out.
async fn traced(app: &StaffApp, found: Found, person: &Colleague) -> Result<Found, Failed> {
    let (actor, now) = (Actor::Person(person.id), app.now());
    let tx = app.store.begin().await?;
    tx.trace_beside(actor, "search", Uuid::now_v7(), None, now).await?;
    let mut hits = Vec::new();
    for hit in found.hits {
        if hit.excerpt.is_some() {
            let id = hit.complaint.id;
            let seen = tx.case_as_seen_by(id, person).await?;
            if !seen.is_some_and(|(_, standing)| standing.reads) {
                continue;
            }
            tx.trace(actor, "read_excerpt", id, None, now).await?;
        }
        hits.push(hit);
    }
    tx.commit().await?;
    Ok(Found { hits, ..found })
}
