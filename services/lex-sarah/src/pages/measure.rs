//! The register of measures: planning one, settling it, judging what it led to. And that somebody's matter is remedied.

use auth::Person;
use kernel::calendar::swedish_day;
use web::Page;

use super::{
    deed::{Asked, Desk},
    plain::{Field, Plain},
    wording::coded,
};
use crate::{
    App,
    actions::{self, Failed},
    domain::{
        CaseId, LookedThrough, Progress, Reached, RoutineReview, Tracked, TypedEffect, TypedMeasure,
        TypedProgress, TypedRemedy, Verb, measures,
    },
};

impl Plain for TypedRemedy {
    const VERB: Verb = Verb::Remedy;
    const PLACE: &'static str = "avhjalpt";

    async fn done(&self, app: &App, person: &Person, case: CaseId, version: i64) -> Result<(), Failed> {
        actions::remedy(app, person, case, version, self).await
    }

    fn fields(&self, page: &Page, _: Option<&Desk>) -> Vec<Field> {
        vec![
            Field::area("done", page.t("remedy-done"), &self.done).hint(page.t("remedy-done-hint")),
            Field::area("evidence", page.t("remedy-evidence"), &self.evidence)
                .hint(page.t("remedy-evidence-hint")),
        ]
    }
}

impl Plain for TypedMeasure {
    const VERB: Verb = Verb::AddMeasure;
    const PLACE: &'static str = "atgard";

    async fn done(&self, app: &App, person: &Person, case: CaseId, version: i64) -> Result<(), Failed> {
        actions::add_measure(app, person, case, version, self).await
    }

    fn looked_through(&mut self) -> Option<&mut dyn LookedThrough> {
        Some(self)
    }

    fn fields(&self, page: &Page, desk: Option<&Desk>) -> Vec<Field> {
        let people = desk
            .map(|desk| actions::owners(desk.app, &desk.opened.case, swedish_day(desk.app.now())))
            .unwrap_or_default();
        let nobody = (String::new(), page.t("measure-owner-choose"));
        let owners = people.into_iter().map(|(id, name)| (id.to_string(), name));
        vec![
            Field::area("text", page.t("measure-text"), &self.text).hint(page.t("measure-text-hint")),
            Field::select(
                "owner",
                page.t("measure-owner"),
                &self.owner,
                [nobody].into_iter().chain(owners).collect(),
            )
            .hint(page.t("measure-owner-hint")),
            Field::day("due_on", page.t("measure-due"), &self.due_on),
        ]
    }
}

impl Plain for TypedProgress {
    const VERB: Verb = Verb::SettleMeasure;
    const PLACE: &'static str = "atgard-klar";

    fn begun(_: &Desk, asked: &Asked) -> Self {
        Self { measure: asked.get("atgard").cloned().unwrap_or_default(), ..Self::default() }
    }

    async fn done(&self, app: &App, person: &Person, case: CaseId, version: i64) -> Result<(), Failed> {
        actions::settle_measure(app, person, case, version, self).await
    }

    fn looked_through(&mut self) -> Option<&mut dyn LookedThrough> {
        Some(self)
    }

    fn fields(&self, page: &Page, desk: Option<&Desk>) -> Vec<Field> {
        let theirs = |desk: &Desk, measure: &Tracked| {
            measure.done.is_none() && measure.is_settled_by(desk.person.id, &desk.opened.standings)
        };
        let progress = coded(page, "progress", Progress::ALL.iter().map(|each| each.code()));
        vec![
            which(page, desk, &self.measure, theirs),
            Field::choices("progress", page.t("progress-what"), &self.progress, progress),
            Field::area("words", page.t("progress-words"), &self.words).hint(page.t("progress-words-hint")),
            Field::day("due_on", page.t("progress-due"), &self.due_on).hint(page.t("progress-due-hint")),
        ]
    }
}

impl Plain for TypedEffect {
    const VERB: Verb = Verb::JudgeEffect;
    const PLACE: &'static str = "effekt";

    fn begun(_: &Desk, asked: &Asked) -> Self {
        Self { measure: asked.get("atgard").cloned().unwrap_or_default(), ..Self::default() }
    }

    async fn done(&self, app: &App, person: &Person, case: CaseId, version: i64) -> Result<(), Failed> {
        actions::judge_effect(app, person, case, version, self).await
    }

    fn lead(&self, _: &Page) -> Vec<String> {
        Vec::new()
    }

    fn looked_through(&mut self) -> Option<&mut dyn LookedThrough> {
        Some(self)
    }

    fn fields(&self, page: &Page, desk: Option<&Desk>) -> Vec<Field> {
        let effects = coded(page, "effect", Reached::ALL.iter().map(|each| each.code()));
        let reviews = coded(page, "routine", RoutineReview::ALL.iter().map(|each| each.code()));
        vec![
            which(page, desk, &self.measure, |_, measure| measure.done.is_some()),
            Field::choices("effect", page.t("effect-what"), &self.effect, effects),
            Field::area("shown_by", page.t("effect-shown-by"), &self.shown_by)
                .hint(page.t("effect-shown-by-hint")),
            Field::choices("routine", page.t("effect-routine"), &self.routine, reviews),
            Field::area("routine_words", page.t("effect-routine-words"), &self.routine_words)
                .hint(page.t("effect-routine-words-hint")),
        ]
    }
}

/// Which of the measures it is about; nobody has to choose among one.
fn which(page: &Page, desk: Option<&Desk>, chosen: &str, fits: impl Fn(&Desk, &Tracked) -> bool) -> Field {
    let of = |desk: &Desk| {
        let current = desk.opened.case.since_decided(&desk.opened.file.records);
        let fitting = measures(current).into_iter().filter(|each| fits(desk, each));
        fitting.map(|each| (each.id.to_string(), each.measure.text.clone())).collect::<Vec<_>>()
    };
    let fitting = desk.map(of).unwrap_or_default();
    let nothing = (fitting.len() != 1).then(|| (String::new(), page.t("measure-choose")));
    Field::select("measure", page.t("measure-which"), chosen, nothing.into_iter().chain(fitting).collect())
}
