//! A duty that runs beside the case: to whom something else is owed, and whether it is done.

use auth::Person;
use web::Page;

use super::{
    deed::{Asked, Desk},
    plain::{Field, Plain},
    wording::coded,
};
use crate::{
    App,
    actions::{self, Failed},
    domain::{CaseId, DutyStep, DutyTrack, TypedDuty, Verb},
};

impl Plain for TypedDuty {
    const VERB: Verb = Verb::ConsiderDuty;
    const PLACE: &'static str = "annan-skyldighet";

    fn begun(_: &Desk, asked: &Asked) -> Self {
        Self { track: asked.get("spar").cloned().unwrap_or_default(), ..Self::default() }
    }

    async fn done(&self, app: &App, person: &Person, case: CaseId, version: i64) -> Result<(), Failed> {
        actions::consider_duty(app, person, case, version, self).await
    }

    fn fields(&self, page: &Page, _: Option<&Desk>) -> Vec<Field> {
        let tracks = coded(page, "duty", DutyTrack::ALL.iter().map(|each| each.code()));
        let steps = coded(page, "duty-step", DutyStep::ALL.iter().map(|each| each.code()));
        vec![
            Field::choices("track", page.t("duty-which"), &self.track, tracks),
            Field::choices("step", page.t("duty-how-far"), &self.step, steps),
            Field::moment("aware_at", page.t("duty-aware"), &self.aware_at).hint(page.t("duty-aware-hint")),
            Field::area("words", page.t("duty-words"), &self.words).hint(page.t("duty-words-hint")),
        ]
    }
}
