//! One case: in, as somebody sees it, and changed at the version it was read at.

use kernel::{PersonId, Timestamp};
use organisation::Colleague;
use sea_orm::{ActiveValue::Set, QuerySelect, entity::prelude::*};
use vault::{CaseKey, WrappedKey};

use super::{
    StoreError, Tx, Writer,
    entity::{assignment, case, decision, diary_entry, diary_unchecked, implicated, report},
    rows::{to_case, to_row},
    sealed::{Row, SERVICE},
};
use crate::domain::{Case, CaseId, NewReport, Policy, Sight, Signature, Standings, State};

/// A case as one person sees it.
pub struct Seen {
    pub case: Case,
    pub standings: Standings,
    pub sight: Sight,
    pub key: CaseKey,
}

/// Who wrote a told report down and when, and whether it was read back to the one who told it.
pub type WrittenDown = (Writer, bool);

/// A report as it is taken in.
pub struct TakenIn<'a> {
    pub report: &'a NewReport,
    /// Whose it is.
    pub by: &'a Signature,
    pub taken_down: Option<&'a WrittenDown>,
    /// Who receives it, as the register has them today.
    pub receivers: Vec<Signature>,
    /// The version of the routine that is in force.
    pub routine: String,
}

impl Tx {
    /// A registered case with its report, under a new key, which it gives.
    pub async fn insert(
        &self,
        case: &Case,
        taken_in: &TakenIn<'_>,
        policy: &Policy,
    ) -> Result<CaseKey, StoreError> {
        let key = CaseKey::generate(SERVICE, case.id.as_uuid());
        let wrapped = key.wrap(self.ring.sealing_key());
        let row = case::ActiveModel {
            key_id: Set(wrapped.key_id),
            wrapped_key: Set(wrapped.sealed),
            ..to_row(case, policy)
        };
        case::Entity::insert(row).exec_without_returning(&self.connection).await?;
        self.insert_report(case, taken_in, &key).await?;
        self.insert_diary_entry(case, policy).await?;
        self.keep_targets(case, &key, policy, case.since).await?;
        for person in &case.implicated {
            self.add_implicated(case.id, *person, case.received_at).await?;
        }
        Ok(key)
    }

    /// From `since` it is not there for somebody.
    pub async fn add_implicated(
        &self,
        case: CaseId,
        person: PersonId,
        since: Timestamp,
    ) -> Result<(), StoreError> {
        let row = implicated::ActiveModel {
            case_id: Set(case.as_uuid()),
            person_id: Set(person.as_uuid()),
            since: Set(since),
        };
        implicated::Entity::insert(row).exec_without_returning(&self.connection).await?;
        Ok(())
    }

    async fn insert_report(
        &self,
        case: &Case,
        taken_in: &TakenIn<'_>,
        key: &CaseKey,
    ) -> Result<(), StoreError> {
        let TakenIn { report: new, by, taken_down, receivers, routine } = taken_in;
        let cells = Row { key, table: "report", id: case.id.as_uuid() };
        let row = report::ActiveModel {
            case_id: Set(case.id.as_uuid()),
            channel: Set(new.channel.code().to_owned()),
            happened: Set(new.happened.map(|happened| happened.code().to_owned())),
            concerns_manager: Set(new.concerns_manager),
            complaint_id: Set(new.cites.as_ref().map(|cited| cited.complaint)),
            complaint_number: Set(new.cites.as_ref().map(|cited| cited.number.to_string())),
            routine: Set(routine.clone()),
            signature: Set(cells.seal_signature(by)),
            receivers: Set(cells.seal_signatures("receivers", receivers)),
            words: Set(cells.seal("words", new.text.as_str())),
            happened_when: Set(cells.seal_optional("happened_when", new.happened_when.as_ref())),
            acted: Set(cells.seal_optional("acted", new.acted.as_ref())),
            taken_down_by: Set(taken_down.map(|(writer, _)| writer.id.as_uuid())),
            taken_down_at: Set(taken_down.map(|(writer, _)| writer.at)),
            taken_down_signature: Set(taken_down
                .map(|(writer, _)| cells.seal_named_signature("taken_down_signature", &writer.signature))),
            read_back: Set(taken_down.map(|(_, read_back)| *read_back)),
        };
        report::Entity::insert(row).exec_without_returning(&self.connection).await?;
        Ok(())
    }

    async fn insert_diary_entry(&self, case: &Case, policy: &Policy) -> Result<(), StoreError> {
        let Some((number, registered_at)) = case.diary_number.clone().zip(case.registered_at) else {
            return Ok(());
        };
        let row = diary_entry::ActiveModel {
            case_id: Set(case.id.as_uuid()),
            number: Set(number),
            registered_at: Set(registered_at),
            line: Set(policy.diary_line.clone()),
            secrecy_ground: Set(policy.secrecy_ground.clone()),
            authority: Set(policy.authority.clone()),
        };
        diary_entry::Entity::insert(row).exec_without_returning(&self.connection).await?;
        let waits = diary_unchecked::ActiveModel {
            case_id: Set(case.id.as_uuid()),
            registered_at: Set(registered_at),
        };
        diary_unchecked::Entity::insert(waits).exec_without_returning(&self.connection).await?;
        Ok(())
    }

    /// The case, if it is there for this person. Not theirs and not there are the same.
    pub async fn case_as_seen_by(&self, id: CaseId, person: &Colleague) -> Result<Option<Seen>, StoreError> {
        let Some((case, wrapped)) = self.case(id).await? else { return Ok(None) };
        let standings = Standings::of(person, &case);
        let Some(sight) = standings.sight(&case) else { return Ok(None) };
        let key = CaseKey::unwrap(SERVICE, case.id.as_uuid(), &wrapped, &self.ring)?;
        Ok(Some(Seen { case, standings, sight, key }))
    }

    /// Whether a case that this person could have taken has been taken by another.
    pub async fn was_taken_by_another(&self, id: CaseId, person: &Colleague) -> Result<bool, StoreError> {
        let Some((case, _)) = self.case(id).await? else { return Ok(false) };
        let untaken = Case { investigator: None, state: State::Registered, ..case };
        Ok(Standings::of(person, &untaken).sight(&untaken) == Some(Sight::Listed))
    }

    /// Writes the case over the version it was read at, or not at all, with the reminders that it needs from `now` on. Returns the version
    /// it has now. What is added to it in the same deed is added before.
    pub async fn update(
        &self,
        case: &Case,
        key: &CaseKey,
        policy: &Policy,
        now: Timestamp,
    ) -> Result<i64, StoreError> {
        let next = Case { version: case.version + 1, ..case.clone() };
        let done = case::Entity::update_many()
            .set(to_row(&next, policy))
            .filter(case::Column::Id.eq(case.id.as_uuid()))
            .filter(case::Column::Version.eq(case.version))
            .exec(&self.connection)
            .await?;
        if done.rows_affected != 1 {
            return Err(StoreError::Stale);
        }
        self.keep_targets(case, key, policy, now).await?;
        Ok(next.version)
    }

    /// The key of a case, for what this service does by itself.
    pub(super) async fn key(&self, id: CaseId) -> Result<Option<CaseKey>, StoreError> {
        let Some((_, wrapped)) = self.case(id).await? else { return Ok(None) };
        Ok(Some(CaseKey::unwrap(SERVICE, id.as_uuid(), &wrapped, &self.ring)?))
    }

    pub(super) async fn case(&self, id: CaseId) -> Result<Option<(Case, WrappedKey)>, StoreError> {
        let Some(row) = case::Entity::find_by_id(id.as_uuid()).one(&self.connection).await? else {
            return Ok(None);
        };
        let diary = diary_entry::Entity::find_by_id(row.id).one(&self.connection).await?;
        let implicated = implicated::Entity::find()
            .select_only()
            .column(implicated::Column::PersonId)
            .filter(implicated::Column::CaseId.eq(row.id))
            .into_tuple::<Uuid>()
            .all(&self.connection)
            .await?;
        let key = WrappedKey { key_id: row.key_id.clone(), sealed: row.wrapped_key.clone() };
        let owners = self.measure_owners(row.id).await?;
        let (investigators, deciders) = (self.investigators(row.id).await?, self.deciders(row.id).await?);
        let case = to_case(row, diary.map(|entry| entry.number), implicated)?;
        Ok(Some((Case { investigators, deciders, owners, ..case }, key)))
    }

    async fn investigators(&self, case: Uuid) -> Result<Vec<PersonId>, StoreError> {
        let taken = assignment::Entity::find()
            .select_only()
            .column(assignment::Column::InvestigatorId)
            .filter(assignment::Column::CaseId.eq(case))
            .into_tuple::<Uuid>()
            .all(&self.connection)
            .await?;
        Ok(taken.into_iter().map(PersonId::from).collect())
    }

    async fn deciders(&self, case: Uuid) -> Result<Vec<PersonId>, StoreError> {
        let decided = decision::Entity::find()
            .select_only()
            .column(decision::Column::DecidedBy)
            .filter(decision::Column::CaseId.eq(case))
            .into_tuple::<Uuid>()
            .all(&self.connection)
            .await?;
        Ok(decided.into_iter().map(PersonId::from).collect())
    }
}
