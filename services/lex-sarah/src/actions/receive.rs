//! L1 and L3 in one: a report is received and registered, whichever way it came.

use audit::Actor;
use kernel::{CaseNumber, PersonId, Timestamp, UnitId, calendar::swedish_day};
use organisation::Colleague;
use serde::{Deserialize, Serialize};

use super::{Failed, inform::routine_of, people, tell};
use crate::{
    App,
    domain::{
        Arrival, Case, CaseId, Channel, Ladder, NewReport, Signature, Standings, Verb, held_at, is_staffed,
    },
    store::{TakenIn, Tx, WrittenDown},
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

/// Whose report it is.
pub(super) struct Source {
    pub reporter: PersonId,
    pub signature: Signature,
    /// The rights by which it is taken in.
    pub standings: Standings,
    /// Who wrote it down, when it was told.
    pub taken_down: Option<WrittenDown>,
    /// Who may not know of what it came from (rule G.2).
    pub left_out: Vec<PersonId>,
}

impl Source {
    /// Somebody's report in their own name.
    pub fn own(by: &Colleague, unit: UnitId) -> Self {
        Self {
            reporter: by.id,
            signature: Signature::of(by),
            standings: Standings::at_unit(by, unit),
            taken_down: None,
            left_out: Vec::new(),
        }
    }
}

pub(super) async fn receive(
    tx: &Tx,
    app: &App,
    source: &Source,
    new: &NewReport,
    now: Timestamp,
) -> Result<Receipt, Failed> {
    let ladder = Ladder::of(&app.register(), new.unit, swedish_day(now));
    let route = if source.left_out.is_empty() {
        ladder.route(source.reporter, new.concerns_manager)
    } else {
        ladder.route_past(source.reporter, source.left_out.clone())
    };
    let arrival = Arrival {
        unit: new.unit,
        reported_by: source.reporter,
        receiver: route.receiver,
        on_call: app.policy.on_call.filter(|_| !is_staffed(now, &app.policy)),
        implicated: route.implicated.clone(),
        received_at: new.told_at,
    };
    let case = Case::receive(arrival, &source.standings, now, &app.policy)?;
    let diary_number = tx.next_diary_number(now, &app.policy).await?;
    let case = case.register(diary_number, now, &app.policy)?;
    let routine = routine_of(app, &tx.routines().await?, swedish_day(now)).version;
    let received = case.receiver.map(|role| (role, route.receiver_at));
    let on_call = case.on_call.map(|role| (role, held_at(&case, role)));
    let mut receivers = people::holding(app, received.into_iter().chain(on_call));
    receivers.retain(|(id, _)| *id != case.reported_by && !case.implicated.contains(id));
    let taken_in = TakenIn {
        report: new,
        by: &source.signature,
        taken_down: source.taken_down.as_ref(),
        receivers: receivers.into_iter().map(|(_, signature)| signature).collect(),
        routine,
    };
    let key = tx.insert(&case, &taken_in, &app.policy).await?;
    let by = source.taken_down.as_ref().map_or(source.reporter, |(writer, _)| writer.id);
    tx.trace(Actor::Person(by), Verb::Report, case.id, None, now).await?;
    tx.trace(Actor::System, Verb::Register, case.id, None, now).await?;
    if new.channel == Channel::Form {
        for file in tx.claim_waiting(source.reporter, case.id, &key).await? {
            tx.trace_file(Actor::Person(by), "add_attachment", (case.id, file), now).await?;
        }
    }
    for parcel in tell::of_new_report(&case, &route) {
        tx.send(parcel, now).await?;
    }
    if let Some(parcel) = source.taken_down.as_ref().and(tell::that_it_has_arrived(&case, &app.register())) {
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
