//! L1 and L3 in one: a report is received and registered, whichever way it came.

use audit::Actor;
use kernel::{CaseNumber, Timestamp, calendar::swedish_day};
use organisation::Colleague;
use serde::{Deserialize, Serialize};

use super::{Failed, tell};
use crate::{
    App,
    domain::{Arrival, Case, CaseId, Ladder, NewReport, Signature, Standings, Verb},
    store::Tx,
};

/// What the reporter gets at once.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Receipt {
    pub id: CaseId,
    pub number: CaseNumber,
    pub received_at: Timestamp,
}

/// A receipt as it is kept for a request that is repeated.
#[derive(Serialize, Deserialize)]
struct KeptReceipt {
    id: CaseId,
    number: String,
    received_at: Timestamp,
}

pub(super) async fn receive(
    tx: &Tx,
    app: &App,
    by: &Colleague,
    new: &NewReport,
    now: Timestamp,
) -> Result<Receipt, Failed> {
    let ladder = Ladder::of(&app.register(), new.unit, swedish_day(now));
    let route = ladder.route(by.id, new.concerns_manager);
    let arrival = Arrival {
        unit: new.unit,
        reported_by: by.id,
        receiver: route.receiver,
        implicated: route.implicated.clone(),
        received_at: new.told_at,
    };
    let case = Case::receive(arrival, &Standings::at_unit(by, new.unit), now, &app.policy)?;
    let diary_number = tx.next_diary_number(now, &app.policy).await?;
    let case = case.register(diary_number, now, &app.policy)?;
    tx.insert(&case, new, &Signature::of(by), &app.policy).await?;
    tx.trace(Actor::Person(by.id), Verb::Report, case.id, None, now).await?;
    tx.trace(Actor::System, Verb::Register, case.id, None, now).await?;
    for parcel in tell::of_new_report(&case, &route) {
        tx.send(parcel, now).await?;
    }
    Ok(Receipt { id: case.id, number: case.number, received_at: case.received_at })
}

impl Receipt {
    pub(super) fn keep(&self) -> Vec<u8> {
        let kept =
            KeptReceipt { id: self.id, number: self.number.to_string(), received_at: self.received_at };
        serde_json::to_vec(&kept).expect("a record of plain values is JSON")
    }

    pub(super) fn kept(bytes: &[u8]) -> Option<Self> {
        let KeptReceipt { id, number, received_at } = serde_json::from_slice(bytes).ok()?;
        Some(Self { id, number: number.parse().ok()?, received_at })
    }
}
