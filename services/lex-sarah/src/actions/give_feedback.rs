//! Somebody whom it concerned was told what came of it, or the law keeps it from them (H48).

use organisation::Colleague;

use super::{Failed, deed::Deed, tell};
use crate::{
    App,
    domain::{CaseId, Content, TypedFeedback, Verb},
};

/// The reporter reads what they are told on the page of their report. When everybody is told and the last effect judged, the
/// decision-makers are told that the case can be closed.
#[tracing::instrument(skip_all, fields(case.id = %id), err)]
pub async fn give_feedback(
    app: &App,
    person: &Colleague,
    id: CaseId,
    version: i64,
    typed: &TypedFeedback,
) -> Result<(), Failed> {
    let deed = Deed::begin(app, person, id, version).await?;
    let case = deed.case().done(Verb::GiveFeedback, &deed.seen.standings, &deed.records, deed.now)?;
    let (deed, feedback) = deed.looked_through(typed, typed.parse(&app.policy)).await?;
    let for_them = feedback.is_the_reporters().then(|| tell::the_reporter(&case, &app.register()));
    let tell = for_them.flatten().into_iter().collect();
    deed.end_towards_closing(Verb::GiveFeedback, case, (Content::Feedback(feedback), None), tell).await
}
