//! Triage (I.2 C4): the six questions, what it is about, and how serious it is. Never asked of the sender.

use crate::domain::{AnswerFault, AnswerWrong, Duty, Typed};

words! {
    /// What it is about (requirements I.4). POLICY
    Category {
        SupervisionSafety = "SUPERVISION_SAFETY",
        TreatmentByStaff = "TREATMENT_BY_STAFF",
        RestrictiveMeasure = "RESTRICTIVE_MEASURE",
        CareAndMedication = "CARE_AND_MEDICATION",
        StaffingCompetence = "STAFFING_COMPETENCE",
        BetweenYouths = "BETWEEN_YOUTHS",
        ParticipationAndPlan = "PARTICIPATION_AND_PLAN",
        ImplementationPlan = "IMPLEMENTATION_PLAN",
        ContactPersonMissing = "CONTACT_PERSON_MISSING",
        OpeningHoursAndHolidays = "OPENING_HOURS_AND_HOLIDAYS",
        GrantedServiceNotProvided = "GRANTED_SERVICE_NOT_PROVIDED",
        CoordinationExternal = "COORDINATION_EXTERNAL",
        InformationToGuardian = "INFORMATION_TO_GUARDIAN",
        PremisesEquipment = "PREMISES_EQUIPMENT",
        PrivacyAndSecrecy = "PRIVACY_AND_SECRECY",
        AccessToRecords = "ACCESS_TO_RECORDS",
        RoutineNotFollowed = "ROUTINE_NOT_FOLLOWED",
        DecisionOfOrderingBoard = "DECISION_OF_ORDERING_BOARD",
        SchoolNotKtt = "SCHOOL_NOT_KTT",
        Threat = "THREAT",
        WrongRecipient = "WRONG_RECIPIENT",
        ProtectedIdentity = "PROTECTED_IDENTITY",
        Praise = "PRAISE",
        Suggestion = "SUGGESTION",
        Other = "OTHER",
    }
}

words! {
    /// Which activity it is about.
    Concerns {
        Ktt = "ktt",
        School = "school",
        Both = "both",
    }
}

words! {
    /// How serious (requirements I.4). POLICY
    Severity {
        /// Praise or a suggestion.
        None = "0",
        /// A question.
        Low = "1",
        /// A shortcoming without risk.
        Shortcoming = "2",
        /// A shortcoming that the youth or the granted service has felt.
        Effect = "3",
        /// A suspected misconduct.
        Misconduct = "4",
    }
}

/// How many categories a matter has besides the one it is counted under.
pub const MOST_BESIDES: usize = 3;

/// What else it is about. It is counted under none of them, but each can bring a duty of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Besides([Option<Category>; MOST_BESIDES]);

impl Besides {
    pub const NONE: Self = Self([None; MOST_BESIDES]);

    /// None when there are too many. One that is named twice counts once, and so does the one it is counted under.
    pub fn of(category: Category, others: impl IntoIterator<Item = Category>) -> Option<Self> {
        let mut besides = Self::NONE;
        let mut free = 0;
        for other in others {
            if other == category || besides.iter().any(|known| known == other) {
                continue;
            }
            *besides.0.get_mut(free)? = Some(other);
            free += 1;
        }
        Some(besides)
    }

    pub fn iter(&self) -> impl Iterator<Item = Category> {
        self.0.iter().flatten().copied()
    }
}

/// What was judged.
#[expect(clippy::struct_excessive_bools, reason = "each is a question of its own")]
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Triage {
    pub category: Category,
    pub besides: Besides,
    pub severity: Severity,
    /// (a) A suspected misconduct? Then the one who learnt of it reports at once (LSS 24 b §).
    pub misconduct_suspected: bool,
    /// (b) A child at risk? Then socialnämnden is told (socialtjänstlagen 19 kap. 1 §).
    pub child_at_risk: bool,
    /// (c) A personal data breach? Then 72 hours run (GDPR art. 33).
    pub data_breach: bool,
    /// (d) School or KTT?
    pub concerns: Concerns,
    /// (e) Is it for another authority?
    pub other_authority: bool,
    /// (f) A threat?
    pub threat: bool,
}

/// What was answered, as typed. "yes" and "no"; an empty string is no answer.
#[derive(Debug, Clone, Default)]
pub struct TypedTriage {
    pub category: String,
    /// Empty ones are passed over.
    pub besides: Vec<String>,
    pub severity: String,
    pub misconduct_suspected: String,
    pub child_at_risk: String,
    pub data_breach: String,
    pub concerns: String,
    pub other_authority: String,
    pub threat: String,
    /// "yes": the one who judges is not themself concerned (G.2).
    pub no_conflict: String,
}

impl Triage {
    /// Every fault at once.
    pub fn parse(typed: &TypedTriage) -> Result<Self, Vec<AnswerFault>> {
        let mut read = Typed::default();
        let category = read.word("category", &typed.category);
        let besides = category.and_then(|category| read_besides(&mut read, category, &typed.besides));
        let severity = read.word("severity", &typed.severity);
        let misconduct_suspected = read.yes("misconduct_suspected", &typed.misconduct_suspected);
        let child_at_risk = read.yes("child_at_risk", &typed.child_at_risk);
        let data_breach = read.yes("data_breach", &typed.data_breach);
        let concerns = read.word("concerns", &typed.concerns);
        let other_authority = read.yes("other_authority", &typed.other_authority);
        let threat = read.yes("threat", &typed.threat);
        if typed.no_conflict != "yes" {
            read.wrong("no_conflict", AnswerWrong::Conflict);
        }
        if let (Some(severity), Some(misconduct)) = (severity, misconduct_suspected)
            && (severity == Severity::Misconduct) != misconduct
        {
            read.wrong("severity", AnswerWrong::SeverityAndMisconductDiffer);
        }
        let triage = || {
            Some(Self {
                category: category?,
                besides: besides?,
                severity: severity?,
                misconduct_suspected: misconduct_suspected?,
                child_at_risk: child_at_risk?,
                data_breach: data_breach?,
                concerns: concerns?,
                other_authority: other_authority?,
                threat: threat?,
            })
        };
        read.whole(triage())
    }

    /// What the law asks for besides the answer. A suspected misconduct is each reader's own duty, and not among them.
    pub fn duties(&self) -> impl Iterator<Item = Duty> {
        let asked = [
            (self.child_at_risk, Duty::ChildProtection),
            (self.data_breach, Duty::DataBreach),
            (self.threat, Duty::Threat),
            (self.is_about(Category::AccessToRecords), Duty::AccessRequest),
            (self.is_about(Category::GrantedServiceNotProvided), Duty::OrderingBoard),
        ];
        asked.into_iter().filter_map(|(arises, duty)| arises.then_some(duty))
    }
}

impl Triage {
    pub fn is_about(&self, category: Category) -> bool {
        self.category == category || self.besides.iter().any(|besides| besides == category)
    }
}

fn read_besides(read: &mut Typed, category: Category, typed: &[String]) -> Option<Besides> {
    let words = typed.iter().filter(|word| !word.is_empty()).map(|word| word.parse().ok());
    let besides = words.collect::<Option<Vec<_>>>().and_then(|others| Besides::of(category, others));
    if besides.is_none() {
        read.wrong("besides", AnswerWrong::Unknown);
    }
    besides
}

impl Severity {
    pub const fn number(self) -> i16 {
        self as i16
    }

    pub fn from_number(number: i16) -> Option<Self> {
        Self::ALL.iter().copied().find(|severity| severity.number() == number)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn typed() -> TypedTriage {
        let no = || "no".to_owned();
        TypedTriage {
            category: "SUPERVISION_SAFETY".into(),
            besides: Vec::new(),
            severity: "2".into(),
            misconduct_suspected: no(),
            child_at_risk: no(),
            data_breach: no(),
            concerns: "ktt".into(),
            other_authority: no(),
            threat: no(),
            no_conflict: "yes".into(),
        }
    }

    #[test]
    fn every_unanswered_question_is_named_at_once() {
        let faults = Triage::parse(&TypedTriage::default()).unwrap_err();
        assert_eq!(faults.len(), 9);
        assert!(Triage::parse(&typed()).is_ok());
    }

    #[test]
    fn four_and_a_suspected_misconduct_are_the_same_judgement() {
        for (severity, misconduct, good) in
            [("4", "yes", true), ("4", "no", false), ("3", "yes", false), ("3", "no", true)]
        {
            let typed =
                TypedTriage { severity: severity.into(), misconduct_suspected: misconduct.into(), ..typed() };
            assert_eq!(Triage::parse(&typed).is_ok(), good, "{severity} {misconduct}");
        }
    }

    #[test]
    fn what_it_is_about_besides_brings_its_duty_too() {
        let also = |words: &[&str]| TypedTriage {
            besides: words.iter().map(|word| (*word).to_owned()).collect(),
            ..typed()
        };
        let duties = |words| Triage::parse(&also(words)).unwrap().duties().collect::<Vec<_>>();
        assert!(duties(&[]).is_empty());
        assert_eq!(duties(&["", "ACCESS_TO_RECORDS", "ACCESS_TO_RECORDS"]), [Duty::AccessRequest]);
        assert_eq!(duties(&["GRANTED_SERVICE_NOT_PROVIDED", "OTHER"]), [Duty::OrderingBoard]);
        assert!(Triage::parse(&also(&["OTHER", "PRAISE", "SUGGESTION", "THREAT"])).is_err(), "too many");
        assert!(Triage::parse(&also(&["BUS"])).is_err());
        let same = Triage::parse(&also(&["SUPERVISION_SAFETY"])).unwrap();
        assert_eq!(same.besides.iter().count(), 0, "it is counted under that one");
    }

    #[test]
    fn whoever_is_concerned_does_not_judge() {
        let typed = TypedTriage { no_conflict: String::new(), ..typed() };
        let fault = AnswerFault { field: "no_conflict", wrong: AnswerWrong::Conflict };
        assert_eq!(Triage::parse(&typed).unwrap_err(), [fault]);
    }
}
