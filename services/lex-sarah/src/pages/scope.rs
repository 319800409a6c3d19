//! Whether it is lex Sarah at all: the investigator's proposal and the decision-maker's answer.

use auth::Person;
use web::Page;

use super::{
    deed::Desk,
    plain::{Field, Plain},
    visitor::address,
    wording::{coded, yes_no},
};
use crate::{
    App,
    actions::{self, Failed},
    domain::{CaseId, OtherMatter, TypedAgreement, TypedOutOfScope, Verb, YesNo},
};

impl Plain for TypedOutOfScope {
    const VERB: Verb = Verb::ProposeOutOfScope;
    const PLACE: &'static str = "inte-lex-sarah";

    async fn done(&self, app: &App, person: &Person, case: CaseId, version: i64) -> Result<(), Failed> {
        actions::propose_out_of_scope(app, person, case, version, self).await
    }

    fn fields(&self, page: &Page, _: Option<&Desk>) -> Vec<Field> {
        let opened = coded(page, "matter", OtherMatter::ALL.iter().map(|each| each.code()));
        vec![
            Field::area("reasons", page.t("scope-reasons"), &self.reasons).hint(page.t("scope-reasons-hint")),
            Field::choices("opened", page.t("scope-opened"), &self.opened, opened),
            Field::line("reference", page.t("scope-reference"), &self.reference)
                .hint(page.t("scope-reference-hint")),
        ]
    }
}

impl Plain for TypedAgreement {
    const VERB: Verb = Verb::FindOutOfScope;
    const PLACE: &'static str = "prova-om-lex-sarah";
    const FRESH: bool = true;

    async fn done(&self, app: &App, person: &Person, case: CaseId, version: i64) -> Result<(), Failed> {
        actions::find_out_of_scope(app, person, case, version, self).await
    }

    /// Declined, the case is the investigator's and no longer there for the decision-maker.
    fn then(&self, case: CaseId) -> String {
        if self.agrees == YesNo::Yes.code() { address(case) } else { "/arenden".to_owned() }
    }

    fn fields(&self, page: &Page, _: Option<&Desk>) -> Vec<Field> {
        vec![
            Field::choices("agrees", page.t("agreement-agrees"), &self.agrees, yes_no(page)),
            Field::area("reasons", page.t("agreement-reasons"), &self.reasons)
                .hint(page.t("decision-reasons-hint")),
        ]
    }
}
