//! Clocks that run out are warned of, and internal targets reminded of: a number and a day, to those who have to act (I.3).

use std::time::Duration;

use kernel::{Timestamp, calendar::swedish_day};
use tokio_util::sync::CancellationToken;

use super::{inform::remind_of_informing, tell};
use crate::{
    App,
    domain::{Ladder, Reach, Reminder},
    store::StoreError,
};

const EVERY: Duration = Duration::from_mins(5);

/// Goes on until told to stop.
pub async fn remind(app: App, stop: CancellationToken) {
    loop {
        if let Err(error) = remind_once(&app).await {
            tracing::warn!(%error, "warnings are not sent yet");
        }
        if let Err(error) = remind_of_informing(&app).await {
            tracing::warn!(%error, "units are not reminded yet");
        }
        tokio::select! {
            () = stop.cancelled() => return,
            () = tokio::time::sleep(EVERY) => {}
        }
    }
}

/// When so many fail, what is wrong is not wrong with them: the next round tries again.
const MOST_FAILED: usize = 1000;

/// Tells what is due to be told. Each warning is told once, also by two processes at the same moment. One that cannot be told of does not
/// hold up the others: it is tried again in the next round.
pub async fn remind_once(app: &App) -> Result<usize, StoreError> {
    let (now, mut told, mut failed) = (app.now(), 0, Vec::new());
    while failed.len() < MOST_FAILED {
        let due = app.store.due_reminders(now, &failed).await?;
        if due.is_empty() {
            break;
        }
        for (id, reminder) in due {
            let done = match reminder {
                Ok(reminder) => remind_of(app, &reminder, now).await,
                Err(error) => Err(error),
            };
            match done {
                Ok(is_told) => told += usize::from(is_told),
                Err(error) => {
                    tracing::warn!(%error, reminder.id = %id, "a warning is not sent yet");
                    failed.push(id);
                }
            }
        }
    }
    if told > 0 {
        app.inside.deliveries.wake();
    }
    Ok(told)
}

async fn remind_of(app: &App, reminder: &Reminder, now: Timestamp) -> Result<bool, StoreError> {
    let tx = app.store.begin().await?;
    // One that nobody was told of in time is not said to be near any more.
    let is_late = reminder.countdown.is_internal() && !reminder.is_of_the_past() && reminder.due_at <= now;
    let taken = tx.take_reminder(reminder).await?.filter(|_| !is_late);
    if let Some((case, records)) = &taken {
        let parcels = if reminder.countdown.is_internal() {
            let (register, today) = (app.register(), swedish_day(now));
            let (ladder, reach) = (Ladder::of(&register, case.unit, today), Reach::on(today, &register));
            tell::of_the_target(case, reminder, &reminder.to(case, records, &ladder, &reach))
        } else {
            tell::of_the_clock(case, reminder)
        };
        for parcel in parcels {
            tx.send(parcel, now).await?;
        }
    }
    tx.commit().await?;
    Ok(taken.is_some())
}
