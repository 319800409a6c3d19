//! Notifying IVO: the proposal, the requirement, the form in IVO's order, the filing with its checklist, what comes after.

use auth::Person;
use serde::Deserialize;
use web::Page;

use super::{
    deed::{Asked, Desk},
    plain::{Field, Plain},
    visitor::unit_name,
    wording::coded,
};
use crate::{
    App,
    actions::{self, Failed, Opened},
    domain::{
        CaseId, Content, IvoChannel, IvoMatter, Kept, Known, LookedThrough, MisconductKind, Record,
        TypedFiling, TypedIvoAnswer, TypedIvoForm, TypedIvoReasons, TypedKept, TypedRespite, Verb, ivo_form,
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

    /// As it was saved and answered last; the first time, what the case knows.
    fn begun(desk: &Desk, _: &Asked) -> Self {
        let saved = ivo_form(&desk.opened.file.records).map(|(_, form)| form.typed());
        Self { kept: answered(&desk.opened.file.records), ..saved.unwrap_or_else(|| proposed(desk)) }
    }

    async fn done(&self, app: &App, person: &Person, case: CaseId, version: i64) -> Result<(), Failed> {
        actions::prepare_ivo(app, person, case, version, self).await
    }

    fn looked_through(&mut self) -> Option<&mut dyn LookedThrough> {
        Some(self)
    }

    fn lead(&self, page: &Page) -> Vec<String> {
        vec![page.t("prepare_ivo-lead"), page.t("prepare_ivo-proposed"), page.t("ivo-form-names")]
    }

    fn fields(&self, page: &Page, desk: Option<&Desk>) -> Vec<Field> {
        let first_time = desk.filter(|desk| ivo_form(&desk.opened.file.records).is_none());
        let fields = form_fields(self, page);
        match first_time {
            Some(desk) => marked(fields, form_fields(&proposed(desk), page), page),
            None => fields,
        }
    }
}

fn answered(records: &[Record]) -> Vec<TypedKept> {
    let of_the_form = |record: &Record| match &record.content {
        Content::Kept(kept) if kept.deed == Verb::PrepareIvo => {
            Some(kept.words.iter().map(Kept::typed).collect())
        }
        _ => None,
    };
    records.iter().rev().find_map(of_the_form).unwrap_or_default()
}

fn proposed(desk: &Desk) -> TypedIvoForm {
    let Opened { case, file, .. } = desk.opened;
    let known = Known {
        case,
        unit: &unit_name(desk.app, case.unit),
        report: file.report.as_ref(),
        entries: &file.entries,
        completion: file.completions.last(),
        decision: file.decisions.last(),
        records: &file.records,
        contact: file.taken.last().map(|taken| &taken.by),
    };
    known.proposed(&desk.app.policy)
}

/// Says of each field that stands as it was proposed that it is a proposal.
fn marked(fields: Vec<Field>, proposals: Vec<Field>, page: &Page) -> Vec<Field> {
    let pairs = fields.into_iter().zip(proposals);
    // A browser ends lines its own way.
    let is_proposal = |field: &Field, proposal: &Field| {
        !field.value.is_empty() && field.value.lines().eq(proposal.value.lines())
    };
    pairs
        .map(|(field, proposal)| if is_proposal(&field, &proposal) { field.proposed(page) } else { field })
        .collect()
}

/// IVO's form, field by field.
fn form_fields(form: &TypedIvoForm, page: &Page) -> Vec<Field> {
    let matters = coded(page, "ivo-matter", IvoMatter::ALL.iter().map(|each| each.code()));
    let kinds = coded(page, "misconduct", MisconductKind::ALL.iter().map(|each| each.code()));
    vec![
        Field::choices("matter", page.t("ivo-matter"), &form.matter, matters),
        Field::line("contact", page.t("ivo-contact"), &form.contact),
        Field::line("contact_title", page.t("ivo-contact-title"), &form.contact_title),
        Field::line("postal_address", page.t("ivo-postal-address"), &form.postal_address),
        Field::line("postcode", page.t("ivo-postcode"), &form.postcode),
        Field::line("town", page.t("ivo-town"), &form.town),
        Field::line("phone", page.t("ivo-phone"), &form.phone),
        Field::line("mobile", page.t("ivo-mobile"), &form.mobile).optional(),
        Field::line("email", page.t("ivo-email"), &form.email).optional(),
        Field::line("activity", page.t("ivo-activity"), &form.activity),
        Field::line("activity_address", page.t("ivo-activity-address"), &form.activity_address),
        Field::line("activity_town", page.t("ivo-activity-town"), &form.activity_town),
        Field::line("activity_kind", page.t("ivo-activity-kind"), &form.activity_kind)
            .hint(page.t("ivo-activity-kind-hint")),
        Field::line("target_group", page.t("ivo-target-group"), &form.target_group)
            .hint(page.t("ivo-target-group-hint")),
        Field::line("happened_on", page.t("ivo-happened-on"), &form.happened_on)
            .hint(page.t("ivo-happened-on-hint")),
        Field::line("happened_at", page.t("ivo-happened-at"), &form.happened_at).optional(),
        Field::area("description", page.t("ivo-description"), &form.description)
            .hint(page.t("scope-reasons-hint-roles")),
        Field::choices("kind", page.t("ivo-kind"), &form.kind, kinds),
        Field::area("causes", page.t("ivo-causes"), &form.causes),
        Field::area("measures_taken", page.t("ivo-measures-taken"), &form.measures_taken),
        Field::area("measures_planned", page.t("ivo-measures-planned"), &form.measures_planned)
            .hint(page.t("ivo-measures-planned-hint")),
    ]
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
