//! The decision-maker agrees that it is something else, or has it inquired into (L5b). The report stays registered.

use auth::Person;

use super::{
    Failed,
    deed::{Deed, Left},
    tell,
};
use crate::{
    App,
    domain::{CaseId, Content, RecordKind, TypedAgreement, Verb},
};

/// Asks for a log-in of the last minutes.
#[tracing::instrument(skip_all, fields(case.id = %id), err)]
pub async fn find_out_of_scope(
    app: &App,
    person: &Person,
    id: CaseId,
    version: i64,
    typed: &TypedAgreement,
) -> Result<(), Failed> {
    if !person.is_fresh {
        return Err(Failed::NotFresh);
    }
    let deed = Deed::begin(app, person, id, version).await?;
    // Whether it may be answered at all comes before what is wrong with the answer.
    deed.case().answer_out_of_scope(true, &deed.seen.standings, deed.now, &app.policy)?;
    let answer = typed.parse(&app.policy)?;
    let agrees = answer.agrees;
    let case = deed.case().answer_out_of_scope(agrees, &deed.seen.standings, deed.now, &app.policy)?;
    let proposal = deed.records.iter().rfind(|record| record.content.kind() == RecordKind::OutOfScope);
    let record = (Content::Agreement(answer), proposal.map(|record| record.id));
    let (verb, parcel) = if agrees {
        (Verb::FindOutOfScope, tell::the_reporter(&case, &app.register()))
    } else {
        (Verb::DeclineOutOfScope, tell::the_investigator(&case))
    };
    deed.end(Left { verb, case, record: Some(record), tell: parcel.into_iter().collect() }).await
}
