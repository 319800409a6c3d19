//! Somebody at work writes down what they were told, or what came by letter or mail (FL 27 §, H39): the same record as any other.

use audit::Actor;
use kernel::Timestamp;
use organisation::Colleague;
use vault::CaseKey;

use crate::{
    StaffApp,
    actions::{
        Failed, Repeat, Submitted,
        seal::SERVICE,
        submit::{level, new_receipt, tell, wrapped, write},
    },
    domain::{Complaint, Done, Told},
};

/// Takes it in, once however often it is sent under the same key. The receipt is for the one who told, if they want it.
#[tracing::instrument(skip_all, err)]
pub async fn take_in(
    app: &StaffApp,
    person: &Colleague,
    told: Told,
    repeat: &Repeat,
) -> Result<Submitted, Failed> {
    if let Some(answer) = repeat.answer(&app.store).await? {
        return Submitted::from_answer(&answer);
    }
    match receive(app, person, told, repeat, app.now()).await {
        Err(Failed::UnderWay) => Submitted::from_answer(&repeat.answer_of_the_other(&app.store).await?),
        done => done,
    }
}

async fn receive(
    app: &StaffApp,
    person: &Colleague,
    told: Told,
    repeat: &Repeat,
    now: Timestamp,
) -> Result<Submitted, Failed> {
    let Told { new, told_at } = told;
    let (receipt, receipt_keys) = new_receipt().await;
    let level = level(&app.inside.ground.directory.now(), new.unit, now);
    let done = Done { at: now, by: person.id };
    let complaint = Complaint::take_in(&new, level, told_at, done, &app.policy);
    let key = CaseKey::generate(SERVICE, complaint.id.as_uuid());
    let submitted = Submitted { number: complaint.number.clone(), receipt, received_at: told_at };

    let tx = app.store.begin().await?;
    write(&tx, &complaint, &new, &key).await?;
    tx.add_keys(complaint.id, wrapped(app.sealing_key(), &key, &receipt_keys)).await?;
    tx.trace(Actor::Person(person.id), "take_in", complaint.id, None, now).await?;
    tell(&tx, &app.inside.ground.directory.now(), app.address_key(), &complaint, &new, now).await?;
    repeat.keep(&tx, &submitted.to_answer(), now).await?;
    tx.commit().await?;
    app.inside.deliveries.wake();
    tracing::info!(complaint.id = %complaint.id, "a complaint was taken down");
    Ok(submitted)
}
