//! The yearly account of lex Sarah for the board's verksamhetsberättelse (H50): figures that name nobody, a text that goes with
//! them, and the two frozen together when somebody approves.

use chrono::{Datelike, NaiveDate};
use data_encoding::HEXLOWER;
use kernel::{PersonId, Timestamp, UnitId, text::FreeText};
use organisation::{Colleague, Role};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use super::{
    Fault, Faults, Flaw, Grade, Ivo, MisconductKind, Policy, Signature, State,
    code::coded,
    figures::{Figure, parts},
    tells_who,
};

/// One report of the year, as it is counted.
#[derive(Debug, Clone)]
pub struct Tally {
    pub unit: UnitId,
    pub state: State,
    pub grade: Option<Grade>,
    pub kind: Option<MisconductKind>,
    pub ivo: Ivo,
    /// Days from the report to its first decision.
    pub days: Option<u64>,
}

impl Tally {
    /// Whether it was found to be something else. In the archive too: what was decided has its grade there.
    const fn is_out_of_scope(&self) -> bool {
        self.grade.is_none() && matches!(self.state, State::OutOfScope | State::Archived)
    }
}

/// A year as it is counted.
#[derive(Debug, Clone, Default)]
pub struct Counted {
    pub reports: Vec<Tally>,
    pub measures_planned: u64,
    pub measures_done: u64,
}

coded!(
    /// How it went with IVO.
    IvoFigure {
        NotNotified = "not_notified",
        ToBeNotified = "to_be_notified",
        Notified = "notified",
    }
);

/// What is told of a year. Grades, kinds and IVO by their words; units by the names they had.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Figures {
    /// Fewer than this many are hidden.
    pub least: u64,
    pub reports: Figure,
    /// None: not decided yet.
    pub grades: Vec<(Option<Grade>, Figure)>,
    /// What was found to be something else. None in an account in which it stood among what is not decided.
    #[serde(default)]
    pub out_of_scope: Option<Figure>,
    /// None: nobody has said.
    pub kinds: Vec<(Option<MisconductKind>, Figure)>,
    pub units: Vec<(String, Figure)>,
    pub ivo: Vec<(IvoFigure, Figure)>,
    pub measures: Figure,
    pub measures_done: Figure,
    /// Days from report to decision, the middle one; where enough are decided.
    pub median_days: Option<u64>,
    /// Earlier years and this: reports, and those notified to IVO.
    pub trend: Vec<(i32, Figure, Figure)>,
}

impl Figures {
    /// `units` are those there are, by name; `earlier` the rows of the years before.
    pub fn of(
        year: i32,
        counted: &Counted,
        units: &[(UnitId, String)],
        earlier: Vec<(i32, Figure, Figure)>,
        policy: &Policy,
    ) -> Self {
        let least = policy.least_told;
        let count =
            |is: &dyn Fn(&Tally) -> bool| counted.reports.iter().filter(|each| is(each)).count() as u64;
        let (grades, out_of_scope) = by_outcome(counted, least);
        let kinds = MisconductKind::ALL.iter().copied().map(Some).chain([None]).collect();
        let kinds = table(kinds, |kind| count(&|each| each.kind == *kind), &[], least);
        let by_unit = table(units.to_vec(), |(unit, _)| count(&|each| each.unit == *unit), &[], least);
        let ivo = table(
            IvoFigure::ALL.to_vec(),
            |of| count(&|each| of_ivo(each.ivo) == *of),
            ivo_that_tells(&grades),
            least,
        );
        let [planned, done] = measures(counted, least);
        let notified = ivo.last().map_or(Figure::Withheld, |(_, figure)| *figure);
        let reports = Figure::alone(counted.reports.len() as u64, least);
        Self {
            least,
            reports,
            grades,
            out_of_scope: Some(out_of_scope),
            kinds,
            units: by_unit.into_iter().map(|((_, name), figure)| (name, figure)).collect(),
            ivo,
            measures: planned,
            measures_done: done,
            median_days: median(counted, least),
            trend: earlier.into_iter().chain([(year, reports, notified)]).collect(),
        }
    }
}

fn table<T>(rows: Vec<T>, count: impl Fn(&T) -> u64, hidden: &[usize], least: u64) -> Vec<(T, Figure)> {
    let counts: Vec<_> = rows.iter().map(count).collect();
    let figures = if counts.iter().sum::<u64>() < least {
        vec![Figure::Few; counts.len()]
    } else {
        parts(&counts, hidden, least)
    };
    rows.into_iter().zip(figures).collect()
}

/// By grade, None for what is not decided yet, and what was found to be something else: parts of one whole.
fn by_outcome(counted: &Counted, least: u64) -> (Vec<(Option<Grade>, Figure)>, Figure) {
    let grades = Grade::ALL.iter().copied().map(Some).chain([None]);
    let rows = grades.map(|grade| (grade, false)).chain([(None, true)]).collect();
    let count = |row: &(Option<Grade>, bool)| {
        let outcomes = counted.reports.iter().map(|each| (each.grade, each.is_out_of_scope()));
        outcomes.filter(|outcome| outcome == row).count() as u64
    };
    let mut told = table(rows, count, &[], least);
    let out_of_scope = told.pop().map_or(Figure::Withheld, |(_, figure)| figure);
    (told.into_iter().map(|((grade, _), figure)| (grade, figure)).collect(), out_of_scope)
}

const fn of_ivo(ivo: Ivo) -> IvoFigure {
    match ivo {
        Ivo::NotRequired => IvoFigure::NotNotified,
        Ivo::Required => IvoFigure::ToBeNotified,
        Ivo::Notified | Ivo::InquirySent | Ivo::Closed => IvoFigure::Notified,
    }
}

/// Every serious grade goes to IVO (LSS 24 f §). When one of the two is told and the other is not, how many went to IVO would
/// tell it.
fn ivo_that_tells(grades: &[(Option<Grade>, Figure)]) -> &'static [usize] {
    let serious = grades.iter().filter(|(grade, _)| grade.is_some_and(Grade::is_serious));
    let hidden = serious.filter(|(_, figure)| figure.is_hidden()).count();
    if hidden == 1 { &[0, 1, 2] } else { &[] }
}

/// What is done is a part of what was planned.
fn measures(counted: &Counted, least: u64) -> [Figure; 2] {
    let open = counted.measures_planned.saturating_sub(counted.measures_done);
    let done = counted.measures_done;
    let planned = Figure::alone(counted.measures_planned, least);
    let is_told = !planned.is_hidden() && done >= least && (open == 0 || open >= least);
    // Not whether it is few: of six planned, five or more done with some left are five.
    [planned, if is_told { Figure::Count(done) } else { Figure::Withheld }]
}

fn median(counted: &Counted, least: u64) -> Option<u64> {
    let mut days: Vec<u64> = counted.reports.iter().filter_map(|each| each.days).collect();
    days.sort_unstable();
    (days.len() as u64 >= least).then(|| days[days.len() / 2])
}

/// What somebody wrote to go with the figures, not yet looked at.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct TypedAccount {
    pub words: String,
}

impl TypedAccount {
    /// No person number, telephone number, address, nor the name of anybody in `names`: the account is for everybody.
    pub fn parse(&self, names: &[String], policy: &Policy) -> Result<String, Vec<Fault>> {
        let mut faults = Faults::default();
        let words = faults.text("words", &self.words, policy.longest_text);
        if tells_who(&self.words, names) {
            faults.add(Fault { field: "words", flaw: Flaw::TellsWho });
        }
        faults.or(words.map(FreeText::into_string))
    }
}

/// An account as it was approved. Its fields and their order are what the hash is taken over.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Account {
    pub version: u8,
    pub year: i32,
    pub words: String,
    pub figures: Figures,
    pub approved_at: Timestamp,
    pub approved_by: PersonId,
    pub name: String,
    pub title: Option<String>,
}

impl Account {
    pub fn signature(&self) -> Signature {
        Signature { name: self.name.clone(), title: self.title.clone() }
    }

    /// The bytes that are kept and hashed.
    pub fn canonical(&self) -> String {
        serde_json::to_string(self).expect("a record of plain values is JSON")
    }

    /// In hexadecimal, over those bytes or over the paper that is made of them.
    pub fn sha256(bytes: impl AsRef<[u8]>) -> String {
        HEXLOWER.encode(&Sha256::digest(bytes))
    }
}

/// Whether a year can be approved: not before it is over, for its figures are then frozen.
pub fn is_over(year: i32, today: NaiveDate) -> bool {
    today.year() > year
}

/// Whether somebody writes the account: those who inquire and those who decide.
pub fn drafts_accounts(person: &Colleague) -> bool {
    person.is(Role::LexSarahInvestigator) || approves_accounts(person)
}

/// Whether somebody reads it once it is approved: whoever writes it, or works at a unit.
pub fn reads_accounts(person: &Colleague) -> bool {
    drafts_accounts(person) || person.performs_tasks()
}

/// Whether somebody approves it for the board.
pub fn approves_accounts(person: &Colleague) -> bool {
    person.is(Role::DecisionMaker)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn year(grades: &[(Grade, u64, Ivo)]) -> Figures {
        let unit = UnitId::new();
        let state = State::Measures;
        let tally = |grade, ivo| Tally { unit, state, grade: Some(grade), kind: None, ivo, days: Some(30) };
        let reports =
            grades.iter().flat_map(|(grade, many, ivo)| (0..*many).map(|_| tally(*grade, *ivo))).collect();
        let counted = Counted { reports, measures_planned: 9, measures_done: 7 };
        Figures::of(2026, &counted, &[(unit, "Norrglimt".to_owned())], Vec::new(), &Policy::default())
    }

    #[test]
    fn how_many_went_to_ivo_does_not_tell_what_the_grades_hide() {
        let all = |told: &Figures| told.ivo.iter().map(|row| row.1).collect::<Vec<_>>();
        let told = year(&[
            (Grade::Misconduct, 20, Ivo::NotRequired),
            (Grade::Serious, 20, Ivo::Notified),
            (Grade::TangibleRiskOfSerious, 1, Ivo::Notified),
        ]);
        assert_eq!(all(&told), [Figure::Withheld; 3], "21 less 20 is one, and so is 41 less 20 less 20");
        let told = year(&[
            (Grade::Misconduct, 20, Ivo::NotRequired),
            (Grade::Serious, 20, Ivo::Notified),
            (Grade::TangibleRiskOfSerious, 10, Ivo::Notified),
        ]);
        assert_eq!(all(&told), [Figure::Count(20), Figure::Withheld, Figure::Withheld]);
    }

    #[test]
    fn a_year_of_few_reports_tells_nothing_but_that() {
        let told = year(&[(Grade::Misconduct, 4, Ivo::NotRequired)]);
        assert_eq!((told.reports, told.median_days), (Figure::Few, None));
        let figures = told.grades.iter().map(|row| row.1).chain(told.ivo.iter().map(|row| row.1));
        assert!(figures.chain(told.units.iter().map(|row| row.1)).all(|figure| figure == Figure::Few));
    }

    #[test]
    fn what_is_not_lex_sarah_is_told_by_itself_and_hidden_where_it_is_few() {
        let unit = UnitId::new();
        let year = |others| {
            let tally =
                |state, grade| Tally { unit, state, grade, kind: None, ivo: Ivo::NotRequired, days: None };
            let mut reports = vec![tally(State::Archived, Some(Grade::Misconduct)); 20];
            reports.extend(vec![tally(State::Inquiry, None); 7]);
            reports.push(tally(State::Archived, None));
            reports.extend(vec![tally(State::OutOfScope, None); others]);
            let counted = Counted { reports, ..Counted::default() };
            let units = [(unit, "Norrglimt".to_owned())];
            Figures::of(2026, &counted, &units, Vec::new(), &Policy::default())
        };
        let told = year(8);
        assert_eq!(told.grades.last(), Some(&(None, Figure::Count(7))), "not decided yet");
        assert_eq!(told.out_of_scope, Some(Figure::Count(9)), "in the archive too");
        assert_eq!(year(1).out_of_scope, Some(Figure::Withheld));
    }

    #[test]
    fn what_is_not_done_is_not_reckoned_out() {
        let counted =
            |planned, done| Counted { measures_planned: planned, measures_done: done, ..Counted::default() };
        assert_eq!(measures(&counted(9, 7), 5), [Figure::Count(9), Figure::Withheld]);
        assert_eq!(measures(&counted(19, 7), 5), [Figure::Count(19), Figure::Count(7)]);
        assert_eq!(measures(&counted(9, 9), 5), [Figure::Count(9), Figure::Count(9)]);
        assert_eq!(measures(&counted(9, 2), 5), [Figure::Count(9), Figure::Withheld]);
        assert_eq!(measures(&counted(6, 5), 5), [Figure::Count(6), Figure::Withheld], "else one is left");
    }
}
