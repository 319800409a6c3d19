//! From a complaint to its row and back.

use chrono::{Datelike, NaiveDate};
use kernel::calendar::swedish_day;
use sea_orm::Set;
use uuid::Uuid;

use crate::{
    domain::{
        Acknowledgement, Besides, Category, Closing, Complaint, Concerns, Done, Redirection, Registration,
        SecrecyMark, Severity, Targets, Triage, UnknownWord,
    },
    store::{StoreError, entity::complaint},
};

impl From<&Complaint> for complaint::ActiveModel {
    fn from(complaint: &Complaint) -> Self {
        let registered = complaint.registered.as_ref();
        let mark = registered.and_then(|entry| entry.secrecy.as_ref());
        let checked = registered.and_then(|entry| entry.checked);
        let (triage, triaged) = complaint.triaged.unzip();
        let answered = complaint.answered;
        let closed = complaint.closed;
        Self {
            id: Set(complaint.id.as_uuid()),
            number: Set(complaint.number.to_string()),
            state: Set(complaint.state.to_string()),
            version: Set(complaint.version),
            received_at: Set(complaint.received_at),
            received_day: Set(swedish_day(complaint.received_at).num_days_from_ce()),
            channel: Set(complaint.channel.to_string()),
            taken_in_at: Set(complaint.taken_in.map(|done| done.at)),
            taken_in_by: Set(complaint.taken_in.map(|done| done.by.as_uuid())),
            language: Set(complaint.language.clone()),
            unit_id: Set(complaint.unit.map(kernel::UnitId::as_uuid)),
            about_manager: Set(complaint.about_manager),
            level: Set(complaint.level.to_string()),
            kind: Set(complaint.kind.to_string()),
            relation: Set(complaint.relation.to_string()),
            wants_answer: Set(complaint.wants_answer),
            acknowledge_by: Set(complaint.targets.acknowledge_by),
            acknowledged_at: Set(complaint.acknowledged.map(|told| told.at)),
            acknowledged_how: Set(complaint.acknowledged.map(|told| told.how.to_string())),
            triage_by: Set(complaint.targets.triage_by),
            answer_by: Set(complaint.targets.answer_by),
            due_on: Set(complaint.next_target().unwrap_or(complaint.targets.answer_by)),
            clock_on: Set(clock(complaint)),
            registered_at: Set(registered.map(|entry| entry.at)),
            registration_number: Set(registered.map(|entry| entry.number.clone())),
            diary_line: Set(registered.map(|entry| entry.line.to_string())),
            secrecy_mark: Set(mark.map(|mark| mark.ground.to_string())),
            secrecy_marked_on: Set(mark.map(|mark| mark.on)),
            secrecy_authority: Set(mark.map(|mark| mark.authority.clone())),
            entry_checked_at: Set(checked.map(|done| done.at)),
            entry_checked_by: Set(checked.map(|done| done.by.as_uuid())),
            triaged_at: Set(triaged.map(|done| done.at)),
            triaged_by: Set(triaged.map(|done| done.by.as_uuid())),
            category: Set(triage.map(|t| t.category.to_string())),
            besides: Set(triage.map(|t| besides(t.besides))),
            severity: Set(triage.map(|t| t.severity.number())),
            misconduct_suspected: Set(triage.map(|t| t.misconduct_suspected)),
            child_at_risk: Set(triage.map(|t| t.child_at_risk)),
            data_breach: Set(triage.map(|t| t.data_breach)),
            concerns: Set(triage.map(|t| t.concerns.to_string())),
            other_authority: Set(triage.map(|t| t.other_authority)),
            threat: Set(triage.map(|t| t.threat)),
            breach_by: Set(complaint.breach_by),
            names_withheld: Set(complaint.names_withheld),
            redirected_to: Set(complaint.redirected.map(|to| to.to.to_string())),
            redirected_how: Set(complaint.redirected.map(|to| to.how.to_string())),
            redirected_with_consent: Set(complaint.redirected.map(|to| to.consent)),
            handler_id: Set(complaint.handler.map(kernel::PersonId::as_uuid)),
            // Written when the sender writes and when somebody reads, alone.
            unread_since: sea_orm::NotSet,
            inquiry_started_at: Set(complaint.inquiry_started_at),
            deviation: Set(complaint.deviation.map(|deviation| deviation.to_string())),
            answered_at: Set(answered.map(|done| done.at)),
            answered_by: Set(answered.map(|done| done.by.as_uuid())),
            answered_how: Set(complaint.answered_by.map(|by| by.to_string())),
            measure_by: Set(complaint.measure_by),
            // Written by the reminders alone.
            reminded_of: sea_orm::NotSet,
            passed_told_of: sea_orm::NotSet,
            breach_reminded: sea_orm::NotSet,
            closed_at: Set(closed.map(|closing| closing.done.at)),
            closed_by: Set(closed.map(|closing| closing.done.by.as_uuid())),
            routine_reviewed: Set(closed.map(|closing| closing.routine_reviewed)),
        }
    }
}

impl TryFrom<complaint::Model> for Complaint {
    type Error = StoreError;

    fn try_from(row: complaint::Model) -> Result<Self, StoreError> {
        let acknowledged = acknowledged(&row)?;
        let registered = registered(&row)?;
        let triaged = triaged(&row)?;
        let redirected = redirected(&row)?;
        let deviation = row.deviation.as_deref().map(|found| word(row.id, "deviation", found)).transpose()?;
        let closing = |(done, routine_reviewed)| Closing { done, routine_reviewed };
        Ok(Self {
            id: row.id.into(),
            number: row.number.parse().map_err(|_| damaged(row.id, "number"))?,
            state: word(row.id, "state", &row.state)?,
            version: row.version,
            received_at: row.received_at,
            channel: word(row.id, "channel", &row.channel)?,
            taken_in: done(row.taken_in_at, row.taken_in_by),
            language: row.language,
            kind: word(row.id, "kind", &row.kind)?,
            relation: word(row.id, "relation", &row.relation)?,
            wants_answer: row.wants_answer,
            unit: row.unit_id.map(Into::into),
            about_manager: row.about_manager,
            level: word(row.id, "level", &row.level)?,
            handler: row.handler_id.map(Into::into),
            unread_since: row.unread_since,
            targets: Targets {
                acknowledge_by: row.acknowledge_by,
                triage_by: row.triage_by,
                answer_by: row.answer_by,
            },
            acknowledged,
            registered,
            triaged,
            breach_by: row.breach_by,
            names_withheld: row.names_withheld,
            redirected,
            inquiry_started_at: row.inquiry_started_at,
            deviation,
            answered_by: row
                .answered_how
                .as_deref()
                .map(|by| word(row.id, "answered_how", by))
                .transpose()?,
            answered: done(row.answered_at, row.answered_by),
            measure_by: row.measure_by,
            closed: done(row.closed_at, row.closed_by).zip(row.routine_reviewed).map(closing),
        })
    }
}

/// Where a matter stands in the order of clocks. One without a clock comes last, and is never near or passed.
pub(super) fn clock(complaint: &Complaint) -> NaiveDate {
    const NONE: NaiveDate = NaiveDate::from_ymd_opt(9999, 12, 31).expect("a day");
    complaint.next_clock().unwrap_or(NONE)
}

/// A word of the database that must be one of ours.
pub(super) fn word<T: std::str::FromStr<Err = UnknownWord>>(
    row: Uuid,
    column: &'static str,
    word: &str,
) -> Result<T, StoreError> {
    word.parse().map_err(|UnknownWord| damaged(row, column))
}

fn acknowledged(row: &complaint::Model) -> Result<Option<Acknowledgement>, StoreError> {
    let Some((at, how)) = row.acknowledged_at.zip(row.acknowledged_how.as_deref()) else { return Ok(None) };
    Ok(Some(Acknowledgement { at, how: word(row.id, "acknowledged_how", how)? }))
}

fn registered(row: &complaint::Model) -> Result<Option<Registration>, StoreError> {
    let Some(((at, number), line)) =
        row.registered_at.zip(row.registration_number.clone()).zip(row.diary_line.as_deref())
    else {
        return Ok(None);
    };
    let mark = row.secrecy_mark.as_deref().zip(row.secrecy_marked_on).zip(row.secrecy_authority.clone());
    let mark = mark.map(|((ground, on), authority)| {
        Ok::<_, StoreError>(SecrecyMark { ground: word(row.id, "secrecy_mark", ground)?, on, authority })
    });
    let line = word(row.id, "diary_line", line)?;
    let checked = done(row.entry_checked_at, row.entry_checked_by);
    Ok(Some(Registration { at, number, line, secrecy: mark.transpose()?, checked }))
}

fn triaged(row: &complaint::Model) -> Result<Option<(Triage, Done)>, StoreError> {
    let Some(done) = done(row.triaged_at, row.triaged_by) else { return Ok(None) };
    let missing = |column| move || damaged(row.id, column);
    let category = row.category.as_deref().ok_or_else(missing("category"))?;
    let concerns = row.concerns.as_deref().ok_or_else(missing("concerns"))?;
    let severity = row.severity.and_then(Severity::from_number).ok_or_else(missing("severity"))?;
    let category = word(row.id, "category", category)?;
    let triage = Triage {
        category,
        besides: read_besides(row.id, category, row.besides.as_deref().ok_or_else(missing("besides"))?)?,
        severity,
        misconduct_suspected: row.misconduct_suspected.ok_or_else(missing("misconduct_suspected"))?,
        child_at_risk: row.child_at_risk.ok_or_else(missing("child_at_risk"))?,
        data_breach: row.data_breach.ok_or_else(missing("data_breach"))?,
        concerns: word::<Concerns>(row.id, "concerns", concerns)?,
        other_authority: row.other_authority.ok_or_else(missing("other_authority"))?,
        threat: row.threat.ok_or_else(missing("threat"))?,
    };
    Ok(Some((triage, done)))
}

/// As the column has them.
pub(super) fn besides(besides: Besides) -> String {
    besides.iter().map(Category::word).collect::<Vec<_>>().join(" ")
}

pub(super) fn read_besides(row: Uuid, category: Category, words: &str) -> Result<Besides, StoreError> {
    let others = words.split_whitespace().map(|other| word(row, "besides", other));
    let others = others.collect::<Result<Vec<Category>, _>>()?;
    Besides::of(category, others).ok_or_else(|| damaged(row, "besides"))
}

fn redirected(row: &complaint::Model) -> Result<Option<Redirection>, StoreError> {
    let Some(to) = &row.redirected_to else { return Ok(None) };
    let missing = |column| move || damaged(row.id, column);
    let how = row.redirected_how.as_deref().ok_or_else(missing("redirected_how"))?;
    Ok(Some(Redirection {
        to: word(row.id, "redirected_to", to)?,
        how: word(row.id, "redirected_how", how)?,
        consent: row.redirected_with_consent.ok_or_else(missing("redirected_with_consent"))?,
    }))
}

fn done(at: Option<kernel::Timestamp>, by: Option<Uuid>) -> Option<Done> {
    Some(Done { at: at?, by: by?.into() })
}

fn damaged(row: Uuid, column: &'static str) -> StoreError {
    StoreError::Damaged { table: "complaint", column, row }
}
