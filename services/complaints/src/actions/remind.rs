//! Those whom a matter lies with are reminded before an internal target, when it has passed, and before a breach must be reported;
//! of a breach the data-protection officer too.

use chrono::{NaiveDate, TimeDelta};
use kernel::{Timestamp, calendar::swedish_day};
use organisation::Register;
use outbox::Parcel;
use proto::{
    Service,
    message::{NewMessage, Occasion},
};

use crate::{
    StaffApp,
    actions::{Failed, receivers},
    domain::{Complaint, Level},
    store::{Reminder, Tx},
};

/// One round; returns how many were reminded. Of a target that has passed the next level is told too, so that it does not
/// stay lying (I.3). Copies of the service that do so at once each take their own.
#[tracing::instrument(skip_all, err)]
pub async fn remind(app: &StaffApp) -> Result<usize, Failed> {
    let now = app.now();
    let today = swedish_day(now);
    let soon = app.policy.working_days_after(today, app.policy.remind_before);
    let late = now + TimeDelta::hours(app.policy.remind_of_breach_hours);
    let mut told = 0;
    for reminder in [Reminder::Near { today, soon }, Reminder::Passed { today }, Reminder::Breach { late }] {
        told += round(app, reminder, now).await?;
    }
    if told > 0 {
        app.inside.deliveries.wake();
    }
    Ok(told)
}

/// When so many fail, what is wrong is not wrong with them: the next round tries again.
const MOST_FAILED: usize = 1000;

/// Each by itself: one that fails holds up no other, and is tried again in the next round.
async fn round(app: &StaffApp, of: Reminder, now: Timestamp) -> Result<usize, Failed> {
    let (mut told, mut failed) = (0, Vec::new());
    while failed.len() < MOST_FAILED {
        let tx = app.store.begin().await?;
        let Some((id, complaint)) = tx.to_remind(of, &failed).await? else { return Ok(told) };
        let taken = async {
            tell(app, &tx, &complaint?, of, now).await?;
            tx.reminded(id, of).await?;
            tx.commit().await?;
            Ok::<_, Failed>(())
        };
        match taken.await {
            Ok(()) => told += 1,
            Err(error) => {
                tracing::warn!(complaint.id = %id, %error, "nobody is reminded of it yet");
                failed.push(id);
            }
        }
    }
    Ok(told)
}

async fn tell(
    app: &StaffApp,
    tx: &Tx,
    complaint: &Complaint,
    of: Reminder,
    now: Timestamp,
) -> Result<(), Failed> {
    let register = app.inside.ground.directory.now();
    let mut recipients = receivers::recipients(tx, &register, complaint, now).await?;
    let due_on = match of {
        Reminder::Near { .. } => complaint.next_target(),
        Reminder::Passed { .. } => {
            let above = Complaint {
                level: above(&register, tx, complaint, now).await?,
                handler: None,
                ..complaint.clone()
            };
            for recipient in receivers::recipients(tx, &register, &above, now).await? {
                if !recipients.contains(&recipient) {
                    recipients.push(recipient);
                }
            }
            complaint.next_target()
        }
        Reminder::Breach { .. } => {
            recipients.push(receivers::officer(tx, complaint).await?);
            complaint.breach_by.map(swedish_day)
        }
    };
    // A day of the municipality's own is called so; that of a breach is the law's (GDPR art. 33).
    let occasion = match of {
        Reminder::Near { .. } => Occasion::TargetNears,
        Reminder::Passed { .. } => Occasion::TargetPassed,
        Reminder::Breach { .. } => Occasion::TaskWaits,
    };
    for recipient in recipients {
        tx.put(Parcel::message(&message(complaint, occasion, recipient, due_on)), now).await?;
    }
    Ok(())
}

/// The next level with somebody else: where one person is both manager and principal, the level above them.
async fn above(register: &Register, tx: &Tx, complaint: &Complaint, now: Timestamp) -> Result<Level, Failed> {
    let Some(unit) = complaint.unit else { return Ok(complaint.level) };
    let day = swedish_day(now);
    let at = (complaint.level != Level::SchoolOwnerRepresentative).then_some(unit);
    let mut known = tx.excluded(complaint.id).await?;
    known.extend(register.holders(complaint.level.role(), at, day));
    Ok(receivers::level(complaint.level.up(), register, unit, day, &known))
}

fn message(
    complaint: &Complaint,
    occasion: Occasion,
    recipient: proto::message::Recipient,
    due_on: Option<NaiveDate>,
) -> NewMessage {
    NewMessage {
        occasion,
        recipient,
        case_number: complaint.number.to_string(),
        due_on,
        link_to: Service::Complaints,
    }
}
