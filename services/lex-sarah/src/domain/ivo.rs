//! Notifying IVO (LSS 24 f §, law A.7): the form in IVO's order, who filed it how, and the clock for the inquiry.
//! A person files it in IVO's e-service or by post; nothing is sent from here.

use chrono::{Days, Months, NaiveDate};
use kernel::{Timestamp, Uuid, calendar::working_days_after, text::FreeText};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::{CaseId, Content, Fault, Faults, Policy, Record, RecordId, TypedKept, code::coded};

coded!(
    /// How it was filed. IVO takes neither e-mail nor fax.
    IvoChannel {
        EService = "e_service",
        Post = "post",
    }
);

coded!(
    /// What IVO is told of: the head of its form.
    IvoMatter {
        SeriousMisconduct = "serious_misconduct",
        TangibleRisk = "tangible_risk_of_serious_misconduct",
    }
);

coded!(
    /// What kind of misconduct it is (law A.4).
    MisconductKind {
        Abuse = "abuse",
        Treatment = "treatment",
        Care = "care",
        Supervision = "supervision",
        LegalSecurity = "legal_security",
        Premises = "premises",
        Equipment = "equipment",
        Other = "other",
    }
);

/// Why IVO should be notified, by the one who proposes it or the one who decides it.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct IvoReasons {
    pub reasons: String,
}

#[derive(Debug, Clone, Default, Deserialize, ToSchema)]
#[serde(default, deny_unknown_fields)]
pub struct TypedIvoReasons {
    /// Why it is beyond doubt that it is serious, or that the risk of it is.
    #[schema(
        min_length = 1,
        max_length = 20000,
        example = "Ungdomen var ensam vid en trafikerad väg i tjugo minuter."
    )]
    pub reasons: String,
}

impl TypedIvoReasons {
    pub fn parse(&self, policy: &Policy) -> Result<IvoReasons, Vec<Fault>> {
        let mut faults = Faults::default();
        let reasons = faults.text("reasons", &self.reasons, policy.longest_text);
        faults.or(reasons.map(|reasons| IvoReasons { reasons: reasons.into_string() }))
    }
}

/// IVO's form "Anmälan – lex Sarah", field by field.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct IvoForm {
    pub diary_number: String,
    pub matter: IvoMatter,
    /// The board that notifies.
    pub board: String,
    pub contact: String,
    pub contact_title: String,
    pub postal_address: String,
    pub postcode: String,
    pub town: String,
    pub phone: String,
    pub mobile: String,
    pub email: String,
    pub activity: String,
    pub activity_address: String,
    pub activity_town: String,
    /// The kind of activity and its section of law.
    pub activity_kind: String,
    pub target_group: String,
    pub happened_on: String,
    pub happened_at: String,
    pub description: String,
    pub kind: MisconductKind,
    pub causes: String,
    pub measures_taken: String,
    /// What is planned, and what the individual has been told.
    pub measures_planned: String,
}

#[derive(Debug, Clone, Default, Deserialize, ToSchema)]
#[serde(default, deny_unknown_fields)]
pub struct TypedIvoForm {
    #[schema(value_type = IvoMatter)]
    pub matter: String,
    pub contact: String,
    pub contact_title: String,
    pub postal_address: String,
    pub postcode: String,
    pub town: String,
    pub phone: String,
    pub mobile: String,
    pub email: String,
    pub activity: String,
    pub activity_address: String,
    pub activity_town: String,
    pub activity_kind: String,
    pub target_group: String,
    pub happened_on: String,
    pub happened_at: String,
    pub description: String,
    #[schema(value_type = MisconductKind)]
    pub kind: String,
    pub causes: String,
    pub measures_taken: String,
    pub measures_planned: String,
    /// Why each thing that the check found stays.
    pub kept: Vec<TypedKept>,
}

impl TypedIvoForm {
    /// What a program or a person may leave out is what IVO's form may be sent without: a second telephone, the hour.
    pub fn parse(&self, diary_number: &str, policy: &Policy) -> Result<IvoForm, Vec<Fault>> {
        let mut faults = Faults::default();
        let (line, text) = (policy.longest_line, policy.longest_text);
        let line = |faults: &mut Faults, name, typed: &str| said(faults.line(name, typed, line));
        let text = |faults: &mut Faults, name, typed: &str| said(faults.text(name, typed, text));
        let may_be_left = |faults: &mut Faults, name, typed: &str| {
            said(faults.optional_line(name, typed, policy.longest_line))
        };
        let matter = faults.choice("matter", &self.matter);
        let contact = line(&mut faults, "contact", &self.contact);
        let contact_title = line(&mut faults, "contact_title", &self.contact_title);
        let postal_address = line(&mut faults, "postal_address", &self.postal_address);
        let postcode = line(&mut faults, "postcode", &self.postcode);
        let town = line(&mut faults, "town", &self.town);
        let phone = line(&mut faults, "phone", &self.phone);
        let mobile = may_be_left(&mut faults, "mobile", &self.mobile);
        let email = may_be_left(&mut faults, "email", &self.email);
        let activity = line(&mut faults, "activity", &self.activity);
        let activity_address = line(&mut faults, "activity_address", &self.activity_address);
        let activity_town = line(&mut faults, "activity_town", &self.activity_town);
        let activity_kind = line(&mut faults, "activity_kind", &self.activity_kind);
        let target_group = line(&mut faults, "target_group", &self.target_group);
        let happened_on = line(&mut faults, "happened_on", &self.happened_on);
        let happened_at = may_be_left(&mut faults, "happened_at", &self.happened_at);
        let description = text(&mut faults, "description", &self.description);
        let kind = faults.choice("kind", &self.kind);
        let causes = text(&mut faults, "causes", &self.causes);
        let measures_taken = text(&mut faults, "measures_taken", &self.measures_taken);
        let measures_planned = text(&mut faults, "measures_planned", &self.measures_planned);
        faults.or(matter.zip(kind).map(|(matter, kind)| IvoForm {
            diary_number: diary_number.to_owned(),
            matter,
            board: policy.authority.clone(),
            contact,
            contact_title,
            postal_address,
            postcode,
            town,
            phone,
            mobile,
            email,
            activity,
            activity_address,
            activity_town,
            activity_kind,
            target_group,
            happened_on,
            happened_at,
            description,
            kind,
            causes,
            measures_taken,
            measures_planned,
        }))
    }
}

/// What was written, or nothing where a fault is noted.
fn said(text: Option<FreeText>) -> String {
    text.map(FreeText::into_string).unwrap_or_default()
}

impl IvoForm {
    /// The form as it was filled in, to go on from.
    pub fn typed(&self) -> TypedIvoForm {
        let Self { diary_number: _, board: _, matter, kind, .. } = self;
        TypedIvoForm {
            matter: matter.code().to_owned(),
            kind: kind.code().to_owned(),
            contact: self.contact.clone(),
            contact_title: self.contact_title.clone(),
            postal_address: self.postal_address.clone(),
            postcode: self.postcode.clone(),
            town: self.town.clone(),
            phone: self.phone.clone(),
            mobile: self.mobile.clone(),
            email: self.email.clone(),
            activity: self.activity.clone(),
            activity_address: self.activity_address.clone(),
            activity_town: self.activity_town.clone(),
            activity_kind: self.activity_kind.clone(),
            target_group: self.target_group.clone(),
            happened_on: self.happened_on.clone(),
            happened_at: self.happened_at.clone(),
            description: self.description.clone(),
            causes: self.causes.clone(),
            measures_taken: self.measures_taken.clone(),
            measures_planned: self.measures_planned.clone(),
            kept: Vec::new(),
        }
    }
}

/// Somebody has filed it.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct IvoFiling {
    pub sent_on: NaiveDate,
    pub channel: IvoChannel,
    /// What shows that IVO has got it.
    #[schema(example = "Kvittens 4711 från e-tjänsten")]
    pub receipt: String,
    /// IVO's number, when it is known.
    pub ivo_number: Option<String>,
    /// Over what was filed.
    pub sha256: String,
}

#[derive(Debug, Clone, Default, Deserialize, ToSchema)]
#[serde(default, deny_unknown_fields)]
pub struct TypedFiling {
    #[schema(value_type = NaiveDate)]
    pub sent_on: String,
    #[schema(value_type = IvoChannel)]
    pub channel: String,
    #[schema(min_length = 1, max_length = 200, example = "Kvittens 4711 från e-tjänsten")]
    pub receipt: String,
    #[schema(max_length = 200)]
    pub ivo_number: String,
}

impl TypedFiling {
    /// Never before the day it was registered (invariant 1), and never a day to come.
    pub fn parse(
        &self,
        registered: NaiveDate,
        today: NaiveDate,
        sha256: String,
        policy: &Policy,
    ) -> Result<IvoFiling, Vec<Fault>> {
        let mut faults = Faults::default();
        let sent_on = faults.day_between("sent_on", &self.sent_on, registered, today);
        let channel = faults.choice("channel", &self.channel);
        let receipt = faults.line("receipt", &self.receipt, policy.longest_line);
        let number = faults.optional_line("ivo_number", &self.ivo_number, policy.longest_line);
        faults.or(sent_on.zip(channel).zip(receipt).map(|((sent_on, channel), receipt)| IvoFiling {
            sent_on,
            channel,
            receipt: receipt.into_string(),
            ivo_number: number.map(FreeText::into_string),
            sha256,
        }))
    }
}

/// IVO has given more time.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct IvoRespite {
    pub until: NaiveDate,
    /// When and by whom at IVO, and its number.
    pub given: String,
}

#[derive(Debug, Clone, Default, Deserialize, ToSchema)]
#[serde(default, deny_unknown_fields)]
pub struct TypedRespite {
    #[schema(value_type = NaiveDate)]
    pub until: String,
    #[schema(min_length = 1, max_length = 200, example = "IVO 2026-12-01, dnr 3.1-4711/2026")]
    pub given: String,
}

impl TypedRespite {
    pub fn parse(&self, today: NaiveDate, policy: &Policy) -> Result<IvoRespite, Vec<Fault>> {
        let mut faults = Faults::default();
        let until = faults.day_from("until", &self.until, today);
        let given = faults.line("given", &self.given, policy.longest_line);
        let respite = until.zip(given);
        faults.or(respite.map(|(until, given)| IvoRespite { until, given: given.into_string() }))
    }
}

/// What IVO has answered, and that it is done with the matter.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct IvoAnswer {
    #[schema(example = "IVO avslutar ärendet utan krav. Dnr 3.1-4711/2026.")]
    pub answer: String,
}

#[derive(Debug, Clone, Default, Deserialize, ToSchema)]
#[serde(default, deny_unknown_fields)]
pub struct TypedIvoAnswer {
    #[schema(
        min_length = 1,
        max_length = 20000,
        example = "IVO avslutar ärendet utan krav. Dnr 3.1-4711/2026."
    )]
    pub answer: String,
}

impl TypedIvoAnswer {
    pub fn parse(&self, policy: &Policy) -> Result<IvoAnswer, Vec<Fault>> {
        let mut faults = Faults::default();
        let answer = faults.text("answer", &self.answer, policy.longest_text);
        faults.or(answer.map(|answer| IvoAnswer { answer: answer.into_string() }))
    }
}

/// The last day for the inquiry: so many months after the notification, the next weekday when that day is free
/// (lag 1930:173). A month that lacks the day ends it.
pub fn inquiry_due_on(sent_on: NaiveDate, months: u32) -> NaiveDate {
    working_days_after(sent_on.checked_add_months(Months::new(months)).expect("a day of our age"), 0)
}

/// When the clock is warned of, nearest last; what has passed is left out.
pub fn warnings(due_on: NaiveDate, days_before: &[u32], today: NaiveDate) -> Vec<Timestamp> {
    let days = days_before.iter().map(|days| due_on - Days::new((*days).into()));
    days.filter(|day| *day > today).map(morning).collect()
}

/// Early on a Swedish day.
pub fn morning(day: NaiveDate) -> Timestamp {
    day.and_hms_opt(5, 0, 0).expect("five is an hour").and_utc()
}

coded!(
    /// What a warning is of: a time that is set, or an internal target of the municipality's own.
    Countdown {
        IvoInquiry = "ivo_inquiry",
        DataBreach = "data_breach",
        /// L2: somebody is protected.
        Protect = "protect",
        /// L4: somebody takes it.
        Take = "take",
        /// L5: the inquiry begins.
        Begin = "begin",
        /// L6: IVO is notified.
        NotifyIvo = "notify_ivo",
        /// L7: the inquiry is complete.
        Inquire = "inquire",
        /// L9.
        Decide = "decide",
        /// L11: the first measure is planned.
        Plan = "plan",
        /// A measure is done by its day.
        Measure = "measure",
        /// L13.
        FollowUp = "follow_up",
        /// What has been done is judged, and everybody is told.
        Judge = "judge",
        /// L14.
        Close = "close",
    }
);

impl Countdown {
    /// Whether the municipality has set it for itself.
    pub const fn is_internal(self) -> bool {
        !matches!(self, Self::IvoInquiry | Self::DataBreach)
    }
}

/// A clock that runs out, and that somebody is to be told of now.
#[derive(Debug, Clone)]
pub struct Reminder {
    pub id: Uuid,
    pub case: CaseId,
    pub countdown: Countdown,
    pub due_at: Timestamp,
    pub warn_at: Timestamp,
}

/// The form as it was filled in last.
pub fn ivo_form(records: &[Record]) -> Option<(RecordId, &IvoForm)> {
    records.iter().rev().find_map(|record| match &record.content {
        Content::IvoForm(form) => Some((record.id, &**form)),
        _ => None,
    })
}
