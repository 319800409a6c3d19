//! What the check found and somebody lets stand: each by itself, with its own reason (law A.8). It is answered, never skipped.

use kernel::text::{FreeText, TextFault};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::{
    Fault, Faults, Finding, Flaw, Names, Policy, Trait, TypedClosing, TypedCompletion, TypedDecision,
    TypedEffect, TypedFeedback, TypedIvoForm, TypedMeasure, TypedProgress, Verb, deidentify, numbers,
};

/// What somebody answers of something that was found, wherever it stands.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(default, deny_unknown_fields)]
pub struct TypedKept {
    #[schema(value_type = Trait)]
    pub looks_like: String,
    /// As it was written.
    #[schema(example = "Filip")]
    pub found: String,
    /// Why it stays. A person number never does.
    #[schema(max_length = 200, example = "Filip är också hästens namn.")]
    pub because: String,
    /// That it is no person number but the number of an organisation; only of what can be one.
    pub is_organisation: bool,
}

/// Something that was found and stays.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Kept {
    pub looks_like: Trait,
    pub found: String,
    /// None: it is the number of an organisation.
    pub because: Option<String>,
}

/// What stays in a text that was written outside the inquiry, and in which deed.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct KeptIn {
    pub deed: Verb,
    pub words: Vec<Kept>,
}

/// Something that is asked about: the same word that looks like the same thing, in all its places.
pub struct Question<'f> {
    pub looks_like: Trait,
    pub found: &'f str,
    pub places: Vec<&'f Finding>,
}

/// Something filled in that is looked through before it is kept.
pub trait LookedThrough {
    fn verb(&self) -> Verb;
    fn texts(&self) -> Vec<(&'static str, &str)>;
    fn text_mut(&mut self, field: &str) -> Option<&mut String>;
    fn kept(&self) -> &[TypedKept];
    fn answer(&mut self, kept: Vec<TypedKept>);
}

macro_rules! looked_through {
    ($($Verb:ident by $Typed:ident: $($field:ident),*;)*) => {
        /// The deeds whose words are looked through before they are kept.
        pub const LOOKED_THROUGH: &[Verb] = &[$(Verb::$Verb),*];

        $(impl LookedThrough for $Typed {
            fn verb(&self) -> Verb {
                Verb::$Verb
            }

            fn texts(&self) -> Vec<(&'static str, &str)> {
                vec![$((stringify!($field), self.$field.as_str())),*]
            }

            fn text_mut(&mut self, field: &str) -> Option<&mut String> {
                match field {
                    $(stringify!($field) => Some(&mut self.$field),)*
                    _ => None,
                }
            }

            fn kept(&self) -> &[TypedKept] {
                &self.kept
            }

            fn answer(&mut self, kept: Vec<TypedKept>) {
                self.kept = kept;
            }
        })*
    };
}

// In one list, so that no deed is looked through whose reader does not get the names that it is compared with.
looked_through! {
    // What the inquiry says is looked through where its entries stand.
    CompleteInquiry by TypedCompletion:;
    Decide by TypedDecision: reasons, measures, ivo_reset_because;
    // Whom IVO is to turn to, and where the activity is, are to stand there.
    PrepareIvo by TypedIvoForm: happened_on, happened_at, description, causes, measures_taken, measures_planned;
    GiveFeedback by TypedFeedback: words;
    // Whoever has one measure to do reads the whole register, and of the case nothing else. Whose a measure is is to stand there.
    AddMeasure by TypedMeasure: text;
    SettleMeasure by TypedProgress: words;
    JudgeEffect by TypedEffect: shown_by, routine_words;
    // What whoever opens a closed case reads first, in the archive too.
    Close by TypedClosing: note;
}

/// What could tell who somebody is in what is filled in.
pub fn found_in(typed: &(impl LookedThrough + ?Sized), names: &Names) -> Vec<Finding> {
    typed
        .texts()
        .into_iter()
        .flat_map(|(field, text)| deidentify::look_in_field(field, text, names))
        .collect()
}

/// What of it stays, or a fault for each thing that nobody has answered.
pub fn kept_in(
    typed: &(impl LookedThrough + ?Sized),
    names: &Names,
    policy: &Policy,
) -> Result<Vec<Kept>, Vec<Fault>> {
    kept(&found_in(typed, names), typed.kept(), policy)
}

/// With the proposal in every place of one of the findings.
pub fn replace(typed: &mut (impl LookedThrough + ?Sized), answered: &TypedKept, names: &Names) {
    let findings = found_in(typed, names);
    let theirs = |question: &Question| question.is_answered_by(answered);
    let Some(question) = questions(&findings).into_iter().find(theirs) else { return };
    // From the last: what stands before keeps its place.
    for finding in question.places.into_iter().rev() {
        let deidentify::Place::Field(field) = finding.place else { continue };
        if let Some(text) = typed.text_mut(field) {
            *text = finding.replaced(text);
        }
    }
}

/// Each thing that is to be answered, in the order of its first place.
pub fn questions(findings: &[Finding]) -> Vec<Question<'_>> {
    let mut questions: Vec<Question> = Vec::new();
    for finding in findings {
        match questions.iter_mut().find(|question| question.asks_about(finding)) {
            Some(question) => question.places.push(finding),
            None => questions.push(Question {
                looks_like: finding.looks_like,
                found: &finding.found,
                places: vec![finding],
            }),
        }
    }
    questions
}

pub fn kept(findings: &[Finding], typed: &[TypedKept], policy: &Policy) -> Result<Vec<Kept>, Vec<Fault>> {
    let mut faults = Faults::default();
    if typed.iter().any(|answer| answer.looks_like.parse::<Trait>().is_err()) {
        faults.add(Fault::not_a_choice("kept"));
    }
    let questions = questions(findings);
    // An answer to what no longer stands there is an answer to nothing.
    let kept = questions.iter().filter_map(|question| question.kept(&mut faults, typed, policy)).collect();
    faults.or(Some(kept))
}

/// Both, or the faults of both.
pub fn with_kept<T>(
    parsed: Result<T, Vec<Fault>>,
    kept: Result<Vec<Kept>, Vec<Fault>>,
) -> Result<(T, Vec<Kept>), Vec<Fault>> {
    let mut faults = Faults::default();
    let both = (faults.all(parsed), faults.all(kept));
    faults.or(both.0.zip(both.1))
}

impl Question<'_> {
    fn asks_about(&self, finding: &Finding) -> bool {
        self.looks_like == finding.looks_like && is_same(self.found, &finding.found)
    }

    pub fn is_answered_by(&self, typed: &TypedKept) -> bool {
        typed.looks_like.parse().is_ok_and(|answered| self.looks_like.is_like(answered))
            && is_same(self.found, &typed.found)
    }

    /// Whether it could be the number of an organisation.
    pub fn may_be_an_organisation(&self) -> bool {
        self.looks_like == Trait::PersonNumber && numbers::may_be_an_organisation(self.found)
    }

    /// What is wrong with the answer to this one, among the faults of a form.
    pub fn flaw(&self, faults: &[Fault]) -> Option<Flaw> {
        let first = self.places[0];
        faults.iter().map(|fault| fault.flaw).find(|flaw| match flaw {
            Flaw::Unanswered { looks_like, place, at, .. } => {
                (*looks_like, *place, *at) == (self.looks_like, first.place, first.at)
            }
            Flaw::PersonNumber { place, at } => {
                self.looks_like == Trait::PersonNumber && (*place, *at) == (first.place, first.at)
            }
            _ => false,
        })
    }

    fn kept(&self, faults: &mut Faults, typed: &[TypedKept], policy: &Policy) -> Option<Kept> {
        let answer = typed.iter().find(|typed| self.is_answered_by(typed));
        let Finding { place, at, .. } = *self.places[0];
        let because = if self.looks_like == Trait::PersonNumber {
            if !(self.may_be_an_organisation() && answer.is_some_and(|answer| answer.is_organisation)) {
                faults.add(Fault { field: "kept", flaw: Flaw::PersonNumber { place, at } });
                return None;
            }
            None
        } else {
            let typed = answer.map(|answer| answer.because.as_str()).unwrap_or_default();
            let because = FreeText::parse_line(typed, policy.longest_line);
            match because.and_then(|because| because.ok_or(TextFault::Empty)) {
                Ok(because) => Some(because.into_string()),
                Err(why) => {
                    let flaw = Flaw::Unanswered { looks_like: self.looks_like, place, at, why };
                    faults.add(Fault { field: "kept", flaw });
                    return None;
                }
            }
        };
        Some(Kept { looks_like: self.looks_like, found: self.found.to_owned(), because })
    }
}

fn is_same(one: &str, other: &str) -> bool {
    one.to_lowercase() == other.to_lowercase()
}

impl Kept {
    /// As it was answered.
    pub fn typed(&self) -> TypedKept {
        TypedKept {
            looks_like: self.looks_like.code().to_owned(),
            found: self.found.clone(),
            because: self.because.clone().unwrap_or_default(),
            is_organisation: self.because.is_none(),
        }
    }
}

impl std::fmt::Debug for Kept {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Kept({})", self.looks_like.code())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::Signature;

    fn names() -> Names {
        Names {
            reporter: Some(Signature { name: "Filip Provsson".to_owned(), title: None }),
            keys: Vec::new(),
            has_looked: false,
            people: Vec::new(),
            unit: "Norrglimtskolans KTT".to_owned(),
            places: Vec::new(),
        }
    }

    fn said(words: &str, kept: Vec<TypedKept>) -> TypedFeedback {
        TypedFeedback { words: words.to_owned(), kept, ..TypedFeedback::default() }
    }

    fn answer(looks_like: Trait, found: &str, because: &str) -> TypedKept {
        TypedKept {
            looks_like: looks_like.code().to_owned(),
            found: found.to_owned(),
            because: because.to_owned(),
            is_organisation: false,
        }
    }

    #[test]
    fn each_word_is_answered_by_itself_and_once_for_all_its_places() {
        let words = "Filip ringde 070-174 06 05. Sedan gick filip provsson hem, sa Filip.";
        let policy = Policy::default();
        let faults =
            |kept: &[TypedKept]| kept_in(&said(words, kept.to_vec()), &names(), &policy).unwrap_err().len();
        assert_eq!(faults(&[]), 3);
        let first = answer(Trait::ReportersName, "FILIP", "Hästens namn.");
        assert_eq!(faults(std::slice::from_ref(&first)), 2, "one reason answers one word");
        assert_eq!(faults(&[answer(Trait::Phone, "Filip", "Nej.")]), 3, "nor what looks like something else");
        let phone = answer(Trait::Phone, "070-174 06 05", "Växelns.");
        assert_eq!(
            faults(&[first.clone(), phone.clone(), answer(Trait::ReportersName, "filip provsson", " ")]),
            1
        );
        let whole = answer(Trait::ReportersName, "filip provsson", "Vill det.");
        let kept = kept_in(&said(words, vec![first, phone, whole]), &names(), &policy).unwrap();
        assert_eq!(kept.len(), 3);
        assert_eq!(kept[0].because.as_deref(), Some("Hästens namn."));
    }

    #[test]
    fn a_reason_that_is_too_long_is_told_once_and_of_the_word_it_answers() {
        let policy = Policy { longest_line: 20, ..Policy::default() };
        let kept = [
            answer(Trait::ReportersName, "Filip", "Hästens namn."),
            answer(Trait::Phone, "070-174 06 05", "Enhetens växel, som alla har."),
        ];
        let typed = said("Filip ringde 070-174 06 05.", kept.to_vec());
        let faults = kept_in(&typed, &names(), &policy).unwrap_err();
        let why = TextFault::TooLong { length: 29, most: 20 };
        let place = deidentify::Place::Field("words");
        let flaw = Flaw::Unanswered { looks_like: Trait::Phone, place, at: 13, why };
        assert_eq!(faults, [Fault { field: "kept", flaw }]);
        let findings = found_in(&typed, &names());
        let flaws: Vec<_> = questions(&findings).iter().map(|question| question.flaw(&faults)).collect();
        assert_eq!(flaws, [None, Some(flaw)], "it stands beside the one, not beside the other");
    }

    #[test]
    fn a_person_number_never_stays_and_an_organisations_does_when_somebody_says_so() {
        let policy = Policy::default();
        let stays = |number: &str, is_organisation| {
            let kept = TypedKept { is_organisation, ..answer(Trait::PersonNumber, number, "Det behövs.") };
            kept_in(&said(&format!("Bolaget {number} kör."), vec![kept]), &names(), &policy).is_ok()
        };
        assert!(stays("212000-0142", true));
        assert!(!stays("212000-0142", false), "a reason is no answer");
        assert!(
            !stays("212000-0143", true),
            "its check digit is wrong: more likely a mistyped person number"
        );
        for person in ["20090214-2380", "090214-2380", "090274-2380", "090214-238", "091402-2380"] {
            assert!(!stays(person, true), "{person}");
        }
    }

    #[test]
    fn the_proposal_takes_the_place_of_every_one() {
        let mut typed = said("Filip gick. Då sa Filip nej, och Fredrik.", Vec::new());
        replace(&mut typed, &answer(Trait::ReportersName, "Filip", ""), &names());
        assert_eq!(typed.words, "den som rapporterade gick. Då sa den som rapporterade nej, och Fredrik.");
    }
}
