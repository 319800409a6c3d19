//! What the deeds share that add a record to a case: it is found as somebody sees it, and everything is written at once.

use audit::Actor;
use chrono::NaiveDate;
use kernel::{Timestamp, calendar::swedish_day};
use organisation::Colleague;
use outbox::Parcel;

use super::{
    Failed,
    names::{compared, names_in},
    tell, unchanged, writer,
};
use crate::{
    App,
    domain::{
        Case, CaseId, Content, Fault, Kept, KeptIn, LookedThrough, Package, Record, RecordId, RecordKind,
        Signature, Verb, kept_in, with_kept,
    },
    store::{Seen, Tx},
};

pub struct Deed<'a> {
    pub app: &'a App,
    pub person: &'a Colleague,
    pub tx: Tx,
    pub now: Timestamp,
    pub seen: Seen,
    /// Oldest first.
    pub records: Vec<Record>,
    /// What is kept beside the record: what is filed with IVO.
    pub package: Option<Package>,
    /// What in its words could tell who somebody is and stays.
    pub kept: Vec<Kept>,
}

/// What a deed leaves behind.
pub struct Left {
    pub verb: Verb,
    pub case: Case,
    /// The record, and the one it goes on from.
    pub record: Option<(Content, Option<RecordId>)>,
    pub tell: Vec<Parcel>,
}

impl<'a> Deed<'a> {
    pub async fn begin(
        app: &'a App,
        person: &'a Colleague,
        id: CaseId,
        version: i64,
    ) -> Result<Self, Failed> {
        let (tx, now) = (app.store.begin().await?, app.now());
        let seen = unchanged(&tx, id, person, version).await?;
        let records = tx.records(id, &seen.key, |_: RecordKind| true).await?;
        Ok(Self { app, person, tx, now, seen, records, package: None, kept: Vec::new() })
    }

    pub fn today(&self) -> NaiveDate {
        swedish_day(self.now)
    }

    pub fn case(&self) -> Case {
        self.seen.case.clone()
    }

    /// Ends what can be the last that closing waited for; then the decision-makers are told (L14).
    pub async fn end_towards_closing(
        self,
        verb: Verb,
        case: Case,
        (content, about): (Content, Option<RecordId>),
        mut tell: Vec<Parcel>,
    ) -> Result<(), Failed> {
        let by = Signature::of(self.person);
        let new = Record { id: RecordId::new(), about, at: self.now, by, content: content.clone() };
        let after = [self.records.clone(), vec![new]].concat();
        let case = case.kept_true(&after, self.now, &self.app.policy);
        let is_last = case.closable_at.is_some() && self.seen.case.closable_at.is_none();
        tell.extend(is_last.then(|| tell::that_a_decision_waits(&case)));
        self.end(Left { verb, case, record: Some((content, about)), tell }).await
    }

    /// What was parsed, when everything that the check found in its words is answered; else every fault of both.
    pub async fn looked_through<T>(
        self,
        typed: &(impl LookedThrough + Sync),
        parsed: Result<T, Vec<Fault>>,
    ) -> Result<(Self, T), Failed> {
        let names = names_in(self.app, &self.tx, &self.seen, self.person.id, self.now).await?;
        match with_kept(parsed, kept_in(typed, &names, &self.app.policy)) {
            Ok((parsed, kept)) => Ok((Self { kept, ..self }, parsed)),
            Err(faults) => Err(compared(self.tx, faults).await),
        }
    }

    /// Writes down what stays in its words, if anything does.
    pub async fn add_kept(&self, verb: Verb) -> Result<(), Failed> {
        let Self { person, tx, now, seen, kept, .. } = self;
        if !kept.is_empty() {
            let content = Content::Kept(KeptIn { deed: verb, words: kept.clone() });
            tx.add_record(seen.case.id, &seen.key, None, &content, &writer(person, *now)).await?;
        }
        Ok(())
    }

    pub async fn end(self, left: Left) -> Result<(), Failed> {
        self.add_kept(left.verb).await?;
        let Self { app, person, tx, now, seen, mut records, package, .. } = self;
        let Left { verb, case, record, tell } = left;
        let mut part = None;
        if let Some((content, about)) = record {
            let by = writer(person, now);
            let id = tx.add_record(case.id, &seen.key, about, &content, &by).await?;
            if let Some(package) = package {
                tx.add_package(case.id, &seen.key, id, &package).await?;
            }
            records.push(Record { id, about, at: now, by: by.signature, content });
            part = Some(id.as_uuid());
        }
        let case = case.kept_true(&records, now, &app.policy);
        tx.update(&case, &seen.key, &app.policy, now).await?;
        tx.trace(Actor::Person(person.id), verb, seen.case.id, part, now).await?;
        for parcel in tell {
            tx.send(parcel, now).await?;
        }
        tx.commit().await?;
        app.inside.deliveries.wake();
        Ok(())
    }
}
