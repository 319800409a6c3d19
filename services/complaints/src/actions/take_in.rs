//! Somebody at work writes down what they were told, or what came by letter or mail (FL 27 §, H39): the same record as any other.

use audit::Actor;
use kernel::Timestamp;
use organisation::Colleague;
use vault::CaseKey;

use crate::{
    StaffApp,
    actions::{
        Failed, Repeat, Submitted, receivers,
        seal::SERVICE,
        submit::{claim, new_receipt, tell, wrapped, write},
    },
    domain::{Complaint, Direction, Done, Refused, TakesIn, Told, Verb},
};

/// Takes it in, once however often it is sent under the same key. The receipt is for the one who told, if they want it. Whoever
/// takes it in does not read it for that; a letter they scanned is the sender's.
#[tracing::instrument(skip_all, err)]
pub async fn take_in(
    app: &StaffApp,
    person: &Colleague,
    told: Told,
    repeat: &Repeat,
) -> Result<Submitted, Failed> {
    if !TakesIn::of(person).is_some_and(|units| units.covers(told.new.unit)) {
        return Err(Refused::NotYours { verb: Verb::Submit }.into());
    }
    if let Some(answer) = repeat.answer(&app.store).await? {
        return Submitted::from_answer(&answer);
    }
    match receive(app, person, told, repeat, app.now()).await {
        Err(failed) => Submitted::from_answer(&repeat.answer_despite(failed, &app.store).await?),
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
    let register = app.inside.ground.directory.now();
    let (level, off) = receivers::at_first(&register, new.unit, new.about_manager, now);
    let done = Done { at: now, by: person.id };
    let complaint = Complaint::take_in(&new, level, told_at, done, &app.policy);
    let key = CaseKey::generate(SERVICE, complaint.id.as_uuid());
    let submitted = Submitted { number: complaint.number.clone(), receipt, received_at: told_at };

    let tx = app.store.begin().await?;
    write(&tx, &complaint, &new, &key).await?;
    claim(&tx, &new.attachments, complaint.id, receipt_keys.opening.sealing_key(), Direction::Sender).await?;
    tx.add_keys(complaint.id, wrapped(app.sealing_key(), &key, &receipt_keys)).await?;
    tx.trace(Actor::Person(person.id), "take_in", complaint.id, None, now).await?;
    receivers::exclude_as_said(&tx, complaint.id, &off, Actor::Person(person.id), now).await?;
    tell(&tx, &register, app.address_key(), &complaint, &new, now).await?;
    repeat.keep(&tx, &submitted.to_answer(), now).await?;
    tx.commit().await?;
    app.inside.deliveries.wake();
    tracing::info!(complaint.id = %complaint.id, "a complaint was taken down");
    Ok(submitted)
}
