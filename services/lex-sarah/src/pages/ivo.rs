//! Notifying IVO: the proposal, the requirement, the form in IVO's order, the filing with its checklist, what comes after.

use auth::Person;
use web::Page;

use super::{
    deed::{Asked, Desk},
    plain::{Field, Head, Plain},
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

/// One form, two deeds: the investigator proposes what the decision-maker settles.
macro_rules! reasons {
    ($(#[$doc:meta])* $Form:ident, $verb:ident, $place:literal, $fresh:literal, $action:ident, $title:literal, $lead:literal, $send:literal) => {
        $(#[$doc])*
        #[derive(Default, serde::Deserialize)]
        #[serde(transparent)]
        pub struct $Form(TypedIvoReasons);

        impl Plain for $Form {
            const VERB: Verb = Verb::$verb;
            const PLACE: &'static str = $place;
            const FRESH: bool = $fresh;

            async fn done(&self, app: &App, person: &Person, case: CaseId, version: i64) -> Result<(), Failed> {
                actions::$action(app, person, case, version, &self.0).await
            }

            fn head(&self, page: &Page) -> Head {
                Head { title: page.t($title), lead: vec![page.t($lead)], button: page.t($send) }
            }

            fn fields(&self, page: &Page, _: Option<&Desk>) -> Vec<Field> {
                vec![
                    Field::area("reasons", page.t("ivo-reasons"), &self.0.reasons)
                        .hint(page.t("ivo-reasons-hint")),
                ]
            }
        }
    };
}

reasons!(
    /// By the investigator.
    IvoProposed, ProposeIvo, "foresla-ivo", false, propose_ivo,
    "propose-ivo-title", "propose-ivo-lead", "propose-ivo-send"
);
reasons!(
    /// By the decision-maker.
    IvoSettled, RequireIvo, "kraver-ivo", true, require_ivo,
    "require-ivo-title", "require-ivo-lead", "require-ivo-send"
);

impl Plain for TypedIvoForm {
    const VERB: Verb = Verb::PrepareIvo;
    const PLACE: &'static str = "anmalan-ivo";

    fn begun(opened: &Opened, _: &Asked) -> Self {
        ivo_form(&opened.file.records).map(|(_, form)| form.typed()).unwrap_or_default()
    }

    async fn done(&self, app: &App, person: &Person, case: CaseId, version: i64) -> Result<(), Failed> {
        actions::prepare_ivo(app, person, case, version, self).await
    }

    fn head(&self, page: &Page) -> Head {
        Head {
            title: page.t("ivo-form-title"),
            lead: vec![page.t("ivo-form-lead"), page.t("ivo-form-names")],
            button: page.t("ivo-form-send"),
        }
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

macro_rules! filed {
    ($(#[$doc:meta])* $Form:ident, $verb:ident, $place:literal, $fresh:literal, $action:ident, $title:literal, $lead:literal, [$($step:literal),*], $send:literal) => {
        $(#[$doc])*
        #[derive(Default, serde::Deserialize)]
        #[serde(transparent)]
        pub struct $Form(TypedFiling);

        impl Plain for $Form {
            const VERB: Verb = Verb::$verb;
            const PLACE: &'static str = $place;
            const FRESH: bool = $fresh;

            async fn done(&self, app: &App, person: &Person, case: CaseId, version: i64) -> Result<(), Failed> {
                actions::$action(app, person, case, version, &self.0).await
            }

            fn head(&self, page: &Page) -> Head {
                Head { title: page.t($title), lead: vec![page.t($lead)], button: page.t($send) }
            }

            fn steps(&self, page: &Page) -> Vec<String> {
                [$($step),*].map(|step: &str| page.t(step)).to_vec()
            }

            fn fields(&self, page: &Page, _: Option<&Desk>) -> Vec<Field> {
                filing(&self.0, page)
            }
        }
    };
}

filed!(
    /// The notification, by the decision-maker.
    Notified, NotifyIvo, "anmald-ivo", true, notify_ivo, "notify-ivo-title",
    "notify-ivo-lead", ["notify-ivo-1", "notify-ivo-2", "notify-ivo-3", "notify-ivo-4"], "notify-ivo-send"
);
filed!(
    /// The inquiry afterwards, by the investigator.
    InquirySent, SendInquiryToIvo, "utredning-till-ivo", false, send_inquiry_to_ivo, "send-inquiry-title",
    "send-inquiry-lead", [], "send-inquiry-send"
);

impl Plain for TypedRespite {
    const VERB: Verb = Verb::ExtendIvo;
    const PLACE: &'static str = "anstand-ivo";

    async fn done(&self, app: &App, person: &Person, case: CaseId, version: i64) -> Result<(), Failed> {
        actions::extend_ivo(app, person, case, version, self).await
    }

    fn head(&self, page: &Page) -> Head {
        Head {
            title: page.t("respite-title"),
            lead: vec![page.t("respite-lead")],
            button: page.t("respite-send"),
        }
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

    fn head(&self, page: &Page) -> Head {
        Head {
            title: page.t("ivo-answer-title"),
            lead: vec![page.t("ivo-answer-lead")],
            button: page.t("ivo-answer-send"),
        }
    }

    fn fields(&self, page: &Page, _: Option<&Desk>) -> Vec<Field> {
        vec![Field::area("answer", page.t("ivo-answer-what"), &self.answer)]
    }
}
