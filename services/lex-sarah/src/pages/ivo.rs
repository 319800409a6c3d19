//! Notifying IVO: the proposal, the requirement, the form in IVO's order, the filing with its checklist, what comes after.

use auth::Person;
use serde::Deserialize;
use web::Page;

use super::{
    deed::{Asked, Desk},
    plain::{Field, Plain},
    wording::coded,
};
use crate::{
    App,
    actions::{self, Failed, Opened},
    domain::{
        CaseId, IvoChannel, IvoMatter, MisconductKind, TypedFiling, TypedIvoAnswer, TypedIvoForm,
        TypedIvoReasons, TypedRespite, Verb, ivo_form,
    },
};

/// The investigator proposes that IVO is notified.
#[derive(Default, Deserialize)]
#[serde(transparent)]
pub struct IvoProposed(TypedIvoReasons);

impl Plain for IvoProposed {
    const VERB: Verb = Verb::ProposeIvo;
    const PLACE: &'static str = "foresla-ivo";

    async fn done(&self, app: &App, person: &Person, case: CaseId, version: i64) -> Result<(), Failed> {
        actions::propose_ivo(app, person, case, version, &self.0).await
    }

    fn fields(&self, page: &Page, _: Option<&Desk>) -> Vec<Field> {
        reasons(&self.0, page)
    }
}

/// The decision-maker settles it.
#[derive(Default, Deserialize)]
#[serde(transparent)]
pub struct IvoSettled(TypedIvoReasons);

impl Plain for IvoSettled {
    const VERB: Verb = Verb::RequireIvo;
    const PLACE: &'static str = "kraver-ivo";
    const FRESH: bool = true;

    async fn done(&self, app: &App, person: &Person, case: CaseId, version: i64) -> Result<(), Failed> {
        actions::require_ivo(app, person, case, version, &self.0).await
    }

    fn fields(&self, page: &Page, _: Option<&Desk>) -> Vec<Field> {
        reasons(&self.0, page)
    }
}

/// What both ask.
fn reasons(typed: &TypedIvoReasons, page: &Page) -> Vec<Field> {
    vec![Field::area("reasons", page.t("ivo-reasons"), &typed.reasons).hint(page.t("ivo-reasons-hint"))]
}

impl Plain for TypedIvoForm {
    const VERB: Verb = Verb::PrepareIvo;
    const PLACE: &'static str = "anmalan-ivo";

    fn begun(opened: &Opened, _: &Asked) -> Self {
        ivo_form(&opened.file.records).map(|(_, form)| form.typed()).unwrap_or_default()
    }

    async fn done(&self, app: &App, person: &Person, case: CaseId, version: i64) -> Result<(), Failed> {
        actions::prepare_ivo(app, person, case, version, self).await
    }

    fn lead(&self, page: &Page) -> Vec<String> {
        vec![page.t("prepare_ivo-lead"), page.t("ivo-form-names")]
    }

    fn fields(&self, page: &Page, _: Option<&Desk>) -> Vec<Field> {
        let matters = coded(page, "ivo-matter", IvoMatter::ALL.iter().map(|each| each.code()));
        let kinds = coded(page, "misconduct", MisconductKind::ALL.iter().map(|each| each.code()));
        vec![
            Field::choices("matter", page.t("ivo-matter"), &self.matter, matters),
            Field::line("contact", page.t("ivo-contact"), &self.contact),
            Field::line("contact_title", page.t("ivo-contact-title"), &self.contact_title),
            Field::line("postal_address", page.t("ivo-postal-address"), &self.postal_address),
            Field::line("postcode", page.t("ivo-postcode"), &self.postcode),
            Field::line("town", page.t("ivo-town"), &self.town),
            Field::line("phone", page.t("ivo-phone"), &self.phone),
            Field::line("mobile", page.t("ivo-mobile"), &self.mobile).optional(),
            Field::line("email", page.t("ivo-email"), &self.email).optional(),
            Field::line("activity", page.t("ivo-activity"), &self.activity),
            Field::line("activity_address", page.t("ivo-activity-address"), &self.activity_address),
            Field::line("activity_town", page.t("ivo-activity-town"), &self.activity_town),
            Field::line("activity_kind", page.t("ivo-activity-kind"), &self.activity_kind)
                .hint(page.t("ivo-activity-kind-hint")),
            Field::line("target_group", page.t("ivo-target-group"), &self.target_group)
                .hint(page.t("ivo-target-group-hint")),
            Field::line("happened_on", page.t("ivo-happened-on"), &self.happened_on)
                .hint(page.t("ivo-happened-on-hint")),
            Field::line("happened_at", page.t("ivo-happened-at"), &self.happened_at).optional(),
            Field::area("description", page.t("ivo-description"), &self.description)
                .hint(page.t("scope-reasons-hint-roles")),
            Field::choices("kind", page.t("ivo-kind"), &self.kind, kinds),
            Field::area("causes", page.t("ivo-causes"), &self.causes),
            Field::area("measures_taken", page.t("ivo-measures-taken"), &self.measures_taken),
            Field::area("measures_planned", page.t("ivo-measures-planned"), &self.measures_planned)
                .hint(page.t("ivo-measures-planned-hint")),
        ]
    }
}

/// The notification is filed by the decision-maker.
#[derive(Default, Deserialize)]
#[serde(transparent)]
pub struct Notified(TypedFiling);

impl Plain for Notified {
    const VERB: Verb = Verb::NotifyIvo;
    const PLACE: &'static str = "anmald-ivo";
    const FRESH: bool = true;

    async fn done(&self, app: &App, person: &Person, case: CaseId, version: i64) -> Result<(), Failed> {
        actions::notify_ivo(app, person, case, version, &self.0).await
    }

    fn steps(&self, page: &Page) -> Vec<String> {
        let steps = ["notify-ivo-1", "notify-ivo-2", "notify-ivo-3", "notify-ivo-4"];
        steps.map(|step| page.t(step)).to_vec()
    }

    fn fields(&self, page: &Page, _: Option<&Desk>) -> Vec<Field> {
        filing(&self.0, page)
    }
}

/// The inquiry is sent afterwards, by the investigator.
#[derive(Default, Deserialize)]
#[serde(transparent)]
pub struct InquirySent(TypedFiling);

impl Plain for InquirySent {
    const VERB: Verb = Verb::SendInquiryToIvo;
    const PLACE: &'static str = "utredning-till-ivo";

    async fn done(&self, app: &App, person: &Person, case: CaseId, version: i64) -> Result<(), Failed> {
        actions::send_inquiry_to_ivo(app, person, case, version, &self.0).await
    }

    fn fields(&self, page: &Page, _: Option<&Desk>) -> Vec<Field> {
        filing(&self.0, page)
    }
}

/// What both filings ask.
fn filing(typed: &TypedFiling, page: &Page) -> Vec<Field> {
    let channels = coded(page, "ivo-channel", IvoChannel::ALL.iter().map(|each| each.code()));
    vec![
        Field::day("sent_on", page.t("ivo-sent-on"), &typed.sent_on),
        Field::choices("channel", page.t("ivo-channel"), &typed.channel, channels)
            .hint(page.t("ivo-channel-hint")),
        Field::line("receipt", page.t("ivo-receipt"), &typed.receipt).hint(page.t("ivo-receipt-hint")),
        Field::line("ivo_number", page.t("ivo-number"), &typed.ivo_number).optional(),
    ]
}

impl Plain for TypedRespite {
    const VERB: Verb = Verb::ExtendIvo;
    const PLACE: &'static str = "anstand-ivo";

    async fn done(&self, app: &App, person: &Person, case: CaseId, version: i64) -> Result<(), Failed> {
        actions::extend_ivo(app, person, case, version, self).await
    }

    fn fields(&self, page: &Page, _: Option<&Desk>) -> Vec<Field> {
        vec![
            Field::day("until", page.t("respite-until"), &self.until),
            Field::line("given", page.t("respite-given"), &self.given).hint(page.t("respite-given-hint")),
        ]
    }
}

impl Plain for TypedIvoAnswer {
    const VERB: Verb = Verb::CloseIvo;
    const PLACE: &'static str = "svar-ivo";

    async fn done(&self, app: &App, person: &Person, case: CaseId, version: i64) -> Result<(), Failed> {
        actions::close_ivo(app, person, case, version, self).await
    }

    fn fields(&self, page: &Page, _: Option<&Desk>) -> Vec<Field> {
        vec![Field::area("answer", page.t("ivo-answer-what"), &self.answer)]
    }
}
