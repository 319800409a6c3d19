//! The register of measures (H47): who does what by when, what came of it, and whether the routine was looked over.

use chrono::NaiveDate;
use kernel::PersonId;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::{Content, Fault, Faults, Policy, Record, RecordId, Standing, Standings, TypedKept, code::coded};

/// Something that will be done so that it does not happen again.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Measure {
    #[schema(example = "Två vuxna vid grinden vid hemgång.")]
    pub text: String,
    #[schema(value_type = kernel::Uuid)]
    pub owner: PersonId,
    /// Name and title as they were that day.
    #[schema(example = "Maja Provsson, gruppchef")]
    pub owner_name: String,
    pub due_on: NaiveDate,
}

/// It is done; what shows it.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct MeasureDone {
    pub evidence: String,
}

/// It is done another day than was said.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Replanned {
    pub due_on: NaiveDate,
    pub reason: String,
}

coded!(
    /// What a measure has led to.
    Reached {
        Fully = "fully",
        Partly = "partly",
        NotAtAll = "not_at_all",
    }
);

coded!(
    /// What the routine showed itself to need (SOSFS 2011:9 ch. 5 § 8).
    RoutineReview {
        Revised = "revised",
        Fit = "fit",
        NoneConcerned = "none_concerned",
    }
);

/// What came of a measure, and what the routine needed.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Effect {
    pub effect: Reached,
    /// How that is known.
    pub shown_by: String,
    pub routine: RoutineReview,
    /// The new version, or why the routine may stay as it is.
    pub routine_words: String,
}

/// A measure as it stands now.
#[derive(Clone)]
pub struct Tracked<'a> {
    pub id: RecordId,
    pub record: &'a Record,
    pub measure: &'a Measure,
    /// By the last plan.
    pub due_on: NaiveDate,
    pub is_replanned: bool,
    pub done: Option<(&'a Record, &'a MeasureDone)>,
    pub effect: Option<(&'a Record, &'a Effect)>,
}

/// The register, in the order in which the measures came.
pub fn measures(records: &[Record]) -> Vec<Tracked<'_>> {
    let begun = records.iter().filter_map(|record| match &record.content {
        Content::Measure(measure) => Some((record, measure)),
        _ => None,
    });
    begun.map(|(record, measure)| as_it_stands(record, measure, records)).collect()
}

fn as_it_stands<'a>(record: &'a Record, measure: &'a Measure, records: &'a [Record]) -> Tracked<'a> {
    let new = Tracked {
        id: record.id,
        record,
        measure,
        due_on: measure.due_on,
        is_replanned: false,
        done: None,
        effect: None,
    };
    records.iter().filter(|later| later.about == Some(record.id)).fold(new, |so_far, later| {
        match &later.content {
            Content::MeasureDone(done) => Tracked { done: Some((later, done)), ..so_far },
            Content::Replanned(plan) => Tracked { due_on: plan.due_on, is_replanned: true, ..so_far },
            Content::Effect(effect) => Tracked { effect: Some((later, effect)), ..so_far },
            _ => so_far,
        }
    })
}

/// The nearest day on which something is to be done.
pub fn next_due(records: &[Record]) -> Option<NaiveDate> {
    measures(records).iter().filter(|measure| measure.done.is_none()).map(|measure| measure.due_on).min()
}

impl Tracked<'_> {
    /// Done, or done later than was said, with the reason (L13).
    pub const fn is_settled(&self) -> bool {
        self.done.is_some() || self.is_replanned
    }

    /// Whether this person may say that it is done: whoever it was given to, and the receiver at the unit.
    pub fn is_settled_by(&self, person: PersonId, standings: &Standings) -> bool {
        self.measure.owner == person || standings.has(Standing::Receiver)
    }
}

#[derive(Debug, Clone, Default, Deserialize, ToSchema)]
#[serde(default, deny_unknown_fields)]
pub struct TypedMeasure {
    #[schema(min_length = 1, max_length = 20000, example = "Två vuxna vid grinden vid hemgång.")]
    pub text: String,
    /// Who does it: somebody who leads or works at the unit, or the school owner's representative.
    #[schema(value_type = kernel::Uuid)]
    pub owner: String,
    #[schema(value_type = NaiveDate)]
    pub due_on: String,
    /// Why each thing that the check found stays.
    pub kept: Vec<TypedKept>,
}

impl TypedMeasure {
    /// `owners` are those who can be asked: id, name and title.
    pub fn parse(
        &self,
        owners: &[(PersonId, String)],
        today: NaiveDate,
        policy: &Policy,
    ) -> Result<Measure, Vec<Fault>> {
        let mut faults = Faults::default();
        let text = faults.text("text", &self.text, policy.longest_text);
        let owner = owners.iter().find(|(id, _)| id.to_string() == self.owner);
        if owner.is_none() {
            let missing = self.owner.is_empty();
            faults.add(if missing { Fault::missing("owner") } else { Fault::not_a_choice("owner") });
        }
        let due_on = faults.day_from("due_on", &self.due_on, today);
        let measure = text.zip(owner).zip(due_on).map(|((text, (owner, name)), due_on)| Measure {
            text: text.into_string(),
            owner: *owner,
            owner_name: name.clone(),
            due_on,
        });
        faults.or(measure)
    }
}

#[derive(Debug, Clone, Default, Deserialize, ToSchema)]
#[serde(default, deny_unknown_fields)]
pub struct TypedProgress {
    /// The record of the measure.
    #[schema(value_type = kernel::Uuid)]
    pub measure: String,
    #[schema(value_type = Progress)]
    pub progress: String,
    /// What shows that it is done, or why it gets another day.
    #[schema(
        min_length = 1,
        max_length = 20000,
        example = "Två namn på schemat vid grinden från och med 9 november."
    )]
    pub words: String,
    /// When it is re-planned.
    #[schema(value_type = Option<NaiveDate>)]
    pub due_on: String,
    /// Why each thing that the check found stays.
    pub kept: Vec<TypedKept>,
}

coded!(
    /// What has become of a measure.
    Progress {
        Done = "done",
        Replanned = "replanned",
    }
);

impl TypedProgress {
    /// `open` are the measures that can be settled.
    pub fn parse(
        &self,
        open: &[RecordId],
        today: NaiveDate,
        policy: &Policy,
    ) -> Result<(RecordId, Content), Vec<Fault>> {
        let mut faults = Faults::default();
        let measure = faults.one_of("measure", &self.measure, open);
        let progress = faults.choice::<Progress>("progress", &self.progress);
        let words = faults.text("words", &self.words, policy.longest_text);
        let due_on = match progress {
            Some(Progress::Replanned) => faults.day_from("due_on", &self.due_on, today),
            Some(Progress::Done) | None => None,
        };
        let content = progress.zip(words).and_then(|(progress, words)| match progress {
            Progress::Done => Some(Content::MeasureDone(MeasureDone { evidence: words.into_string() })),
            Progress::Replanned => {
                due_on.map(|due_on| Content::Replanned(Replanned { due_on, reason: words.into_string() }))
            }
        });
        faults.or(measure.zip(content))
    }
}

#[derive(Debug, Clone, Default, Deserialize, ToSchema)]
#[serde(default, deny_unknown_fields)]
pub struct TypedEffect {
    /// The record of the measure.
    #[schema(value_type = kernel::Uuid)]
    pub measure: String,
    #[schema(value_type = Reached)]
    pub effect: String,
    /// How that is known.
    #[schema(
        min_length = 1,
        max_length = 20000,
        example = "Ingen har gått ensam sedan dess, enligt schemat."
    )]
    pub shown_by: String,
    /// Whether the routine was looked over.
    #[schema(value_type = RoutineReview)]
    pub routine: String,
    /// The new version, or why the routine may stay as it is.
    #[schema(min_length = 1, max_length = 20000, example = "Rutin för hemgång, version 3.")]
    pub routine_words: String,
    /// Why each thing that the check found stays.
    pub kept: Vec<TypedKept>,
}

impl TypedEffect {
    /// `done` are the measures whose effect can be judged.
    pub fn parse(&self, done: &[RecordId], policy: &Policy) -> Result<(RecordId, Effect), Vec<Fault>> {
        let mut faults = Faults::default();
        let measure = faults.one_of("measure", &self.measure, done);
        let effect = faults.choice("effect", &self.effect);
        let shown_by = faults.text("shown_by", &self.shown_by, policy.longest_text);
        let routine = faults.choice("routine", &self.routine);
        let words = faults.text("routine_words", &self.routine_words, policy.longest_text);
        let known = effect.zip(shown_by).zip(routine).zip(words);
        let effect = known.map(|(((effect, shown_by), routine), words)| Effect {
            effect,
            shown_by: shown_by.into_string(),
            routine,
            routine_words: words.into_string(),
        });
        faults.or(measure.zip(effect))
    }
}
