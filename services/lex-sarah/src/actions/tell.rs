//! Who is told that something waits: a number, a day and where to log in, never what it is about (requirements I.3).

use kernel::{PersonId, UnitId, Uuid};
use organisation::{Register, Role};
use outbox::Parcel;
use proto::{
    Service,
    event::{CaseDecided, Fact},
    message::{NewMessage, Occasion, Recipient},
};

use crate::domain::{Case, Countdown, Ladder, Measure, News, Outcome, Reminded, Reminder, Route};

/// Those who receive the report at the unit, whoever is on call outside hours, and the investigators. Nobody whom it is about, nor who reported it.
pub fn of_new_report(case: &Case, route: &Route) -> Vec<Parcel> {
    let receiver = route.receiver.map(|role| to_role(case, Occasion::NewMatter, role, route.receiver_at));
    let investigators = to_role(case, Occasion::NewMatter, Role::LexSarahInvestigator, None);
    let on_call = case.on_call.filter(|role| Some(*role) != case.receiver);
    let on_call = on_call.map(|role| to_role(case, Occasion::NewMatter, role, None));
    receiver.into_iter().chain(on_call).chain([investigators]).collect()
}

/// The one who told it by word of mouth, when the register knows them: that it has arrived, under which number, and where they can follow
/// it. Whoever writes a report sees its receipt at once.
pub fn that_it_has_arrived(case: &Case, register: &Register) -> Option<Parcel> {
    let teller = register.person(case.reported_by)?;
    let recipient = Recipient::Person { person_id: teller.id };
    Some(Parcel::message(&NewMessage { due_on: None, ..message(case, Occasion::Received, recipient) }))
}

/// Those who receive it from now on, because those before them are part of it.
pub fn of_a_case_that_is_theirs_now(case: &Case, role: Role) -> Parcel {
    to_role(case, Occasion::NewMatter, role, unit_of(case, role))
}

/// Those who can investigate: it waits for one of them again.
pub fn that_it_is_free(case: &Case) -> Parcel {
    to_role(case, Occasion::NewMatter, Role::LexSarahInvestigator, None)
}

/// Those who can decide, but whoever investigated (rule G.3).
pub fn that_a_decision_waits(case: &Case) -> Parcel {
    to_role(case, Occasion::TaskWaits, Role::DecisionMaker, None)
}

/// The reporter: that there is something to read of what they reported, not what. Nobody when the register does not know them: they are
/// told by word of mouth.
pub fn the_reporter(case: &Case, register: &Register) -> Option<Parcel> {
    let reporter = register.person(case.reported_by)?;
    let recipient = Recipient::Person { person_id: reporter.id };
    Some(Parcel::message(&message(case, Occasion::Decided, recipient)))
}

/// Those who go on with what was decided: the receivers at the unit, and the investigator where they are all part of it.
pub fn that_what_was_decided_waits(case: &Case) -> Option<Parcel> {
    match case.receiver {
        Some(role) => Some(to_role(case, Occasion::TaskWaits, role, unit_of(case, role))),
        None => the_investigator(case),
    }
}

/// Those who answer for the unit and are told of such news, but nobody who is part of it, nor `by` whose deed it is. The mail says no more
/// than that there is something new to read.
pub fn of_the_news(case: &Case, news: News, ladder: &Ladder, by: PersonId) -> Vec<Parcel> {
    let part_of_it: Vec<_> = case.part_of_it().chain([by]).collect();
    let told = ladder.held_by_others(&part_of_it).filter(|(role, _)| news.told().contains(role));
    told.map(|(role, unit)| to_role(case, Occasion::Decided, role, unit)).collect()
}

/// Of the same, when the case has come to seem serious by this deed.
pub fn if_it_turns_serious(before: &Case, case: &Case, ladder: &Ladder, by: PersonId) -> Vec<Parcel> {
    if before.may_be_serious() || !case.may_be_serious() {
        return Vec::new();
    }
    of_the_news(case, News::MayBeSerious, ladder, by)
}

/// Those who received it at the unit, and where it may be serious the school owner's representative: assessing begins, or begins anew
/// (L4, L15).
pub fn that_it_is_assessed(case: &Case, ladder: &Ladder, by: PersonId) -> Vec<Parcel> {
    let received = case.receiver.map(|role| to_role(case, Occasion::Decided, role, unit_of(case, role)));
    let serious = case.may_be_serious().then(|| of_the_news(case, News::MayBeSerious, ladder, by));
    received.into_iter().chain(serious.into_iter().flatten()).collect()
}

/// Those who decide: the inquiry is with IVO (L12), and there is nothing for them to do.
pub fn that_ivo_has_the_inquiry(case: &Case) -> Parcel {
    to_role(case, Occasion::Decided, Role::DecisionMaker, None)
}

/// The one who investigates: something is theirs again.
pub fn the_investigator(case: &Case) -> Option<Parcel> {
    let recipient = Recipient::Person { person_id: case.investigator?.as_uuid() };
    Some(Parcel::message(&message(case, Occasion::TaskWaits, recipient)))
}

/// The one whose measure it is, and by when.
pub fn the_owner(case: &Case, measure: &Measure) -> Parcel {
    let recipient = Recipient::Person { person_id: measure.owner.as_uuid() };
    let due_on = Some(measure.due_on);
    Parcel::message(&NewMessage { due_on, ..message(case, Occasion::TaskWaits, recipient) })
}

/// Those who have to act before a clock runs out; for a data breach the data-protection officer too.
pub fn of_the_clock(case: &Case, reminder: &Reminder) -> Vec<Parcel> {
    let due_on = Some(kernel::calendar::swedish_day(reminder.due_at));
    let to =
        |recipient| Parcel::message(&NewMessage { due_on, ..message(case, Occasion::TaskWaits, recipient) });
    let role = |role| to(everybody_but_those_in_it(case, role, None));
    let investigator = case.investigator.map(|person| to(Recipient::Person { person_id: person.as_uuid() }));
    let officer = (reminder.countdown == Countdown::DataBreach).then(|| role(Role::DataProtectionOfficer));
    investigator.into_iter().chain([role(Role::DecisionMaker)]).chain(officer).collect()
}

/// Of an internal target: that it is near, or that it has passed.
pub fn of_the_target(case: &Case, reminder: &Reminder, to: &[Reminded]) -> Vec<Parcel> {
    let occasion = if reminder.is_of_the_past() { Occasion::TargetPassed } else { Occasion::TargetNears };
    let due_on = Some(kernel::calendar::swedish_day(reminder.due_at));
    let recipient = |who: &Reminded| match who {
        Reminded::Person(person) => Recipient::Person { person_id: person.as_uuid() },
        Reminded::Role(role, unit) => everybody_but_those_in_it(case, *role, *unit),
    };
    let recipients = to.iter().map(recipient);
    recipients.map(|to| Parcel::message(&NewMessage { due_on, ..message(case, occasion, to) })).collect()
}

/// Quality: enough to count. `subject` stands for the case, also when it is decided anew, and leads nobody to it.
pub fn what_was_decided(case: &Case, subject: Uuid, outcome: Outcome, ivo_required: bool) -> Parcel {
    let fact = Fact::CaseDecided(CaseDecided {
        unit_id: case.unit.as_uuid(),
        month: kernel::calendar::swedish_day(case.received_at).format("%Y-%m").to_string(),
        grade: outcome.grade.code().to_uppercase(),
        ivo_required,
    });
    Parcel::fact(Service::LexSarah, subject, outcome.decided_at, fact)
}

/// Where those who receive reports hold their role.
fn unit_of(case: &Case, role: Role) -> Option<UnitId> {
    (role != Role::SchoolOwnerRepresentative).then_some(case.unit)
}

fn to_role(case: &Case, occasion: Occasion, role: Role, unit: Option<UnitId>) -> Parcel {
    Parcel::message(&message(case, occasion, everybody_but_those_in_it(case, role, unit)))
}

fn everybody_but_those_in_it(case: &Case, role: Role, unit: Option<UnitId>) -> Recipient {
    let except = case.kept_from(role).into_iter().map(PersonId::as_uuid).collect();
    Recipient::Role { role, unit_id: unit.map(UnitId::as_uuid), except }
}

/// With the internal target of the next step, but for a task that waits: the mail would call it the last day, and a reminder of
/// its own comes before it.
fn message(case: &Case, occasion: Occasion, recipient: Recipient) -> NewMessage {
    let has_no_target = matches!(occasion, Occasion::Decided | Occasion::TaskWaits);
    let due_on = case.due_on.filter(|_| !has_no_target);
    NewMessage {
        occasion,
        recipient,
        case_number: case.number.to_string(),
        due_on,
        link_to: Service::LexSarah,
    }
}
