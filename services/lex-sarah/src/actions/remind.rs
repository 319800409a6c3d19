//! Clocks that run out are warned of, and internal targets reminded of: a number and a day, to those who have to act (I.3).

use std::time::Duration;

use kernel::calendar::swedish_day;
use tokio_util::sync::CancellationToken;

use super::{inform::remind_of_informing, tell};
use crate::{App, domain::Ladder, store::StoreError};

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

/// Tells what is due to be told. Each warning is told once, also by two processes at the same moment.
pub async fn remind_once(app: &App) -> Result<usize, StoreError> {
    let (now, mut told) = (app.now(), 0);
    for reminder in app.store.due_reminders(now).await? {
        let tx = app.store.begin().await?;
        // One that nobody was told of in time is not said to be near any more.
        let is_late =
            reminder.countdown.is_internal() && !reminder.is_of_the_past() && reminder.due_at <= now;
        if let Some((case, records)) = tx.take_reminder(&reminder).await?.filter(|_| !is_late) {
            let parcels = if reminder.countdown.is_internal() {
                let ladder = Ladder::of(&app.register(), case.unit, swedish_day(now));
                tell::of_the_target(&case, &reminder, &reminder.to(&case, &records, &ladder))
            } else {
                tell::of_the_clock(&case, &reminder)
            };
            for parcel in parcels {
                tx.send(parcel, now).await?;
            }
            told += 1;
        }
        tx.commit().await?;
    }
    if told > 0 {
        app.inside.deliveries.wake();
    }
    Ok(told)
}
