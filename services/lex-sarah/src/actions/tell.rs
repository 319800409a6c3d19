//! Who is told that something waits: a number, a day and where to log in, never what it is about (requirements I.3).

use kernel::{PersonId, UnitId, Uuid};
use organisation::{Register, Role};
use outbox::Parcel;
use proto::{
    Service,
    event::{CaseDecided, Fact},
    message::{NewMessage, Occasion, Recipient},
};

use crate::domain::{Case, Outcome, Route};

/// Those who receive the report at the unit, whoever is on call outside hours, and the investigators. Nobody whom it is about, nor who reported it.
pub fn of_new_report(case: &Case, route: &Route) -> Vec<Parcel> {
    let receiver = route.receiver.map(|role| to_role(case, Occasion::NewMatter, role, route.receiver_at));
    let investigators = to_role(case, Occasion::NewMatter, Role::LexSarahInvestigator, None);
    let on_call = case.on_call.filter(|role| Some(*role) != case.receiver);
    let on_call = on_call.map(|role| to_role(case, Occasion::NewMatter, role, None));
    receiver.into_iter().chain(on_call).chain([investigators]).collect()
}

/// Those who receive it from now on, because those before them are part of it.
pub fn of_a_case_that_is_theirs_now(case: &Case, role: Role) -> Parcel {
    let unit = (role != Role::SchoolOwnerRepresentative).then_some(case.unit);
    to_role(case, Occasion::NewMatter, role, unit)
}

/// Those who can decide, but whoever investigated (rule G.3).
pub fn that_a_decision_waits(case: &Case) -> Parcel {
    to_role(case, Occasion::TaskWaits, Role::DecisionMaker, None)
}

/// The reporter: that it is decided, not how. Nobody when the register does not know them: they are told by word of mouth.
pub fn that_it_is_decided(case: &Case, register: &Register) -> Option<Parcel> {
    let reporter = register.person(case.reported_by)?;
    let recipient = Recipient::Person { person_id: reporter.id };
    Some(Parcel::message(&message(case, Occasion::Decided, recipient)))
}

/// Quality: enough to count.
pub fn what_was_decided(case: &Case, outcome: Outcome, ivo_required: bool) -> Parcel {
    let fact = Fact::CaseDecided(CaseDecided {
        unit_id: case.unit.as_uuid(),
        month: kernel::calendar::swedish_day(case.received_at).format("%Y-%m").to_string(),
        grade: outcome.grade.code().to_uppercase(),
        ivo_required,
    });
    // Not the case's own id, by which the fact could be traced back to the people in it.
    Parcel::fact(Service::LexSarah, Uuid::now_v7(), outcome.decided_at, fact)
}

fn to_role(case: &Case, occasion: Occasion, role: Role, unit: Option<UnitId>) -> Parcel {
    let part_of_it = case.implicated.iter().copied().chain([case.reported_by]).chain(case.investigator);
    let except = part_of_it.map(PersonId::as_uuid).collect();
    let recipient = Recipient::Role { role, unit_id: unit.map(UnitId::as_uuid), except };
    Parcel::message(&message(case, occasion, recipient))
}

fn message(case: &Case, occasion: Occasion, recipient: Recipient) -> NewMessage {
    let due_on = if occasion == Occasion::Decided { None } else { case.due_on };
    NewMessage {
        occasion,
        recipient,
        case_number: case.number.to_string(),
        due_on,
        link_to: Service::LexSarah,
    }
}
