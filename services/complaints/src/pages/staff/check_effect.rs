//! Whether a measure helped.

use kernel::text::FreeText;

use super::{
    answers::Answers,
    ask::{Ask, Kind},
    desk::Desk,
    form::Form,
};
use crate::{
    actions::{self, At, Failed},
    domain::{AnswerFault, Case, Complaint, Measure, MeasureId, Typed, Verb},
};

pub(super) struct CheckEffect;

impl Form for CheckEffect {
    const VERB: Verb = Verb::CheckEffect;
    const PATH: &'static str = "effekt";
    type New = (MeasureId, FreeText);

    fn asks(desk: &Desk, case: &Case) -> Vec<Ask> {
        let left = case.content.iter().flat_map(|content| content.measures.iter());
        let left: Vec<_> = left.filter(|measure| measure.effect.is_none()).collect();
        let option =
            |measure: &&Measure| (measure.id.to_string(), short(&measure.text, &desk.name(measure.owner)));
        let first = left.first().map(|measure| measure.id.to_string()).unwrap_or_default();
        vec![
            Ask::new("measure", Kind::Choices(left.iter().map(option).collect())).suggesting(first),
            Ask::new("effect", Kind::Text),
        ]
    }

    fn read(desk: &Desk, _: &Complaint, answers: &Answers) -> Result<Self::New, Vec<AnswerFault>> {
        let mut read = Typed::default();
        let measure = read.word::<kernel::Uuid>("measure", answers.of("measure")).map(MeasureId::from);
        let text = read.text("effect", answers.of("effect"), desk.app.policy.longest_text);
        read.whole(measure.zip(text))
    }

    async fn act(desk: &Desk, at: At<'_>, new: Self::New) -> Result<(), Failed> {
        actions::check_effect(&desk.app, at, new.0, new.1).await
    }
}

/// Enough of a measure to tell it from the others.
fn short(text: &str, owner: &str) -> String {
    let start: String = text.chars().take(80).collect();
    let more = if text.chars().count() > 80 { "…" } else { "" };
    format!("{start}{more} ({owner})")
}
