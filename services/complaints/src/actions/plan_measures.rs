//! Something is to be done so that it does not happen again (I.2 C10, H47).

use kernel::calendar::swedish_day;
use outbox::Parcel;
use proto::{
    Service,
    message::{NewMessage, Occasion, Recipient},
};

use crate::{
    StaffApp,
    actions::{At, Failed, case::whole_key},
    domain::{Measure, MeasureId, NewMeasure, Refused, Verb},
};

/// Plans one measure; there may be several. Its owner is told that something waits, and by when; so it is
/// somebody who may read it.
#[tracing::instrument(skip_all, fields(complaint.id = %at.id), err)]
pub async fn plan_measures(app: &StaffApp, at: At<'_>, new: NewMeasure) -> Result<(), Failed> {
    let now = app.now();
    let tx = app.store.begin().await?;
    let (complaint, standing) = at.load(&tx).await?;
    let owner = app.inside.ground.directory.now().colleague(new.owner, swedish_day(now));
    let reads = owner.and_then(|owner| complaint.parties().standing(&owner)).is_some_and(|owner| owner.reads);
    if !reads || tx.excluded(at.id).await?.contains(&new.owner) {
        return Err(Refused::MayNotHandle.into());
    }
    let key = whole_key(app, &tx, at.id).await?;
    let measure = Measure {
        id: MeasureId::new(),
        text: new.text.into_string(),
        owner: new.owner,
        due_on: new.due_on,
        check_on: new.check_on,
        planned: at.done(now),
        effect: None,
    };
    tx.add_measure(at.id, &measure, &key).await?;
    let all = tx.measures(at.id, &key).await?;
    let next = all.iter().filter_map(|measure| measure.next_day(swedish_day(now))).min();
    let complaint = complaint.see_to_measures(Verb::PlanMeasures, next, standing)?;
    let told = NewMessage {
        occasion: Occasion::TaskWaits,
        recipient: Recipient::Person { person_id: measure.owner.as_uuid() },
        case_number: complaint.number.to_string(),
        due_on: Some(measure.due_on),
        link_to: Service::Complaints,
    };
    tx.put(Parcel::message(&told), now).await?;
    at.finish(app, tx, &complaint, "plan_measures", Some(measure.id.as_uuid()), now).await
}
