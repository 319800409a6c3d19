//! What is said in a case, opened as far as somebody sees.

use sea_orm::{QueryOrder, entity::prelude::*};
use vault::CaseKey;

use super::{
    Seen, StoreError, Tx,
    entity::{assignment, completion, decision, entry, note, report},
    records::CompletionCell,
    sealed::Row,
};
use crate::domain::{
    Attachment, CaseId, Cited, Completion, Content, Decision, Entry, File, Frozen, Note, NoteKind, Record,
    RecordKind, Report, Sight, Taken, TakenDown,
};

impl Tx {
    pub async fn file(&self, seen: &Seen) -> Result<File, StoreError> {
        let (id, key) = (seen.case.id, &seen.key);
        let file = match seen.sight {
            Sight::Listed => File::default(),
            Sight::Own => {
                let told = self.records(id, key, |kind| kind == RecordKind::Feedback).await?;
                // What others were told, and why the reporter is not, is not theirs (requirements I.3).
                let is_theirs =
                    |record: &Record| matches!(&record.content, Content::Feedback(f) if f.is_the_reporters());
                let records = told.into_iter().filter(is_theirs).collect();
                File { records, ..self.report_and(NoteKind::WishToWithdraw, id, key).await? }
            }
            Sight::Task => {
                let records = self.records(id, key, RecordKind::is_of_measures).await?;
                File { records, ..File::default() }
            }
            Sight::Received => {
                let records = self.records(id, key, RecordKind::is_for_the_unit).await?;
                File { records, ..self.report_and(NoteKind::Protection, id, key).await? }
            }
            Sight::Whole => File {
                report: self.report(id, key).await?,
                notes: self.notes(id, key).await?,
                codes: self.codes(id).await?,
                taken: self.taken(id, key).await?,
                entries: self.entries(id, key).await?,
                completions: self.completions(id, key).await?,
                decisions: self.decisions(id, key).await?,
                records: self.records(id, key, |_| true).await?,
                package: self.package(id, key).await?,
                attachments: Vec::new(),
            },
        };
        Ok(File { attachments: self.attachments_seen(seen).await?, ..file })
    }

    /// The files that belong to the words that somebody sees, oldest first.
    pub async fn attachments_seen(&self, seen: &Seen) -> Result<Vec<Attachment>, StoreError> {
        let all = match seen.sight {
            Sight::Listed | Sight::Task => return Ok(Vec::new()),
            Sight::Own | Sight::Received | Sight::Whole => self.attachments(seen.case.id, &seen.key).await?,
        };
        let is_seen = |file: &Attachment| file.entry.is_none() || seen.sight == Sight::Whole;
        Ok(all.into_iter().filter(is_seen).collect())
    }

    async fn report_and(&self, kind: NoteKind, case: CaseId, key: &CaseKey) -> Result<File, StoreError> {
        let notes = self.notes(case, key).await?.into_iter().filter(|note| note.kind == kind).collect();
        Ok(File { report: self.report(case, key).await?, notes, ..File::default() })
    }

    pub async fn report(&self, case: CaseId, key: &CaseKey) -> Result<Option<Report>, StoreError> {
        let found = report::Entity::find_by_id(case.as_uuid()).one(&self.connection).await?;
        let Some(row) = found else { return Ok(None) };
        let cells = Row { key, table: "report", id: row.case_id };
        let number = row.complaint_number.map(|number| number.parse());
        let number = number.transpose().map_err(|_| cells.damaged("complaint_number"))?;
        let happened = row.happened.map(|code| code.parse());
        let signed = row.taken_down_signature.as_deref();
        let signed =
            signed.map(|sealed| cells.open_named_signature("taken_down_signature", sealed)).transpose()?;
        let taken_down = signed.zip(row.taken_down_at).zip(row.read_back);
        Ok(Some(Report {
            by: cells.open_signature(&row.signature)?,
            receivers: cells.open_signatures("receivers", &row.receivers)?,
            text: cells.open("words", &row.words)?,
            happened: happened.transpose().map_err(|_| cells.damaged("happened"))?,
            happened_when: cells.open_optional("happened_when", row.happened_when.as_deref())?,
            acted: cells.open_optional("acted", row.acted.as_deref())?,
            concerns_manager: row.concerns_manager,
            channel: row.channel.parse().map_err(|_| cells.damaged("channel"))?,
            cites: row.complaint_id.zip(number).map(|(complaint, number)| Cited { complaint, number }),
            routine: row.routine,
            taken_down: taken_down.map(|((by, at), read_back)| TakenDown { by, at, read_back }),
        }))
    }

    async fn notes(&self, case: CaseId, key: &CaseKey) -> Result<Vec<Note>, StoreError> {
        let rows = note::Entity::find()
            .filter(note::Column::CaseId.eq(case.as_uuid()))
            .order_by_asc(note::Column::Id)
            .all(&self.connection)
            .await?;
        let open = |row: note::Model| {
            let cells = Row { key, table: "note", id: row.id };
            Ok(Note {
                id: row.id,
                kind: row.kind.parse().map_err(|_| cells.damaged("kind"))?,
                text: cells.open("words", &row.words)?,
                done_when: cells.open_optional("done_when", row.done_when.as_deref())?,
                done_by: cells.open_optional("done_by", row.done_by.as_deref())?,
                at: row.written_at,
                by: cells.open_signature(&row.signature)?,
            })
        };
        rows.into_iter().map(open).collect()
    }

    async fn taken(&self, case: CaseId, key: &CaseKey) -> Result<Vec<Taken>, StoreError> {
        let rows = assignment::Entity::find()
            .filter(assignment::Column::CaseId.eq(case.as_uuid()))
            .order_by_asc(assignment::Column::Id)
            .all(&self.connection)
            .await?;
        let open = |row: assignment::Model| {
            let cells = Row { key, table: "assignment", id: row.id };
            Ok(Taken { at: row.taken_at, by: cells.open_signature(&row.signature)? })
        };
        rows.into_iter().map(open).collect()
    }

    pub async fn entries(&self, case: CaseId, key: &CaseKey) -> Result<Vec<Entry>, StoreError> {
        let rows = entry::Entity::find()
            .filter(entry::Column::CaseId.eq(case.as_uuid()))
            .order_by_asc(entry::Column::Id)
            .all(&self.connection)
            .await?;
        let open = |row: entry::Model| {
            let cells = Row { key, table: "entry", id: row.id };
            Ok(Entry {
                id: row.id.into(),
                section: row.section.try_into().map_err(|_| cells.damaged("section"))?,
                kind: row.kind.parse().map_err(|_| cells.damaged("kind"))?,
                source: row.source.map(|sealed| cells.open_json("source", &sealed)).transpose()?,
                text: cells.open("words", &row.words)?,
                corrects: row.corrects.map(Into::into),
                recorded_at: row.recorded_at,
                recorded_by: cells.open_signature(&row.signature)?,
            })
        };
        rows.into_iter().map(open).collect()
    }

    async fn completions(&self, case: CaseId, key: &CaseKey) -> Result<Vec<Completion>, StoreError> {
        let rows = completion::Entity::find()
            .filter(completion::Column::CaseId.eq(case.as_uuid()))
            .order_by_asc(completion::Column::Id)
            .all(&self.connection)
            .await?;
        let open = |row: completion::Model| {
            let cells = Row { key, table: "completion", id: row.id };
            let content: CompletionCell = cells.open_json("content", &row.content)?;
            Ok(Completion {
                similar_before: content.similar_before,
                proposed_grade: content.proposed_grade,
                kept: content.kept,
                completed_at: row.completed_at,
                completed_by: cells.open_signature(&row.signature)?,
            })
        };
        rows.into_iter().map(open).collect()
    }

    pub async fn last_decision(&self, case: CaseId, key: &CaseKey) -> Result<Option<Decision>, StoreError> {
        Ok(self.decisions(case, key).await?.pop())
    }

    /// A decision whose content is not what was hashed is damaged, not shown.
    async fn decisions(&self, case: CaseId, key: &CaseKey) -> Result<Vec<Decision>, StoreError> {
        let rows = decision::Entity::find()
            .filter(decision::Column::CaseId.eq(case.as_uuid()))
            .order_by_asc(decision::Column::Id)
            .all(&self.connection)
            .await?;
        let open = |row: decision::Model| {
            let cells = Row { key, table: "decision", id: row.id };
            let canonical = cells.open("content", &row.content)?;
            if Frozen::sha256(&canonical) != row.sha256 {
                return Err(cells.damaged("sha256"));
            }
            let content = serde_json::from_str(&canonical).map_err(|_| cells.damaged("content"))?;
            Ok(Decision { content, sha256: row.sha256 })
        };
        rows.into_iter().map(open).collect()
    }
}
