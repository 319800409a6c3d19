//! What a case's page shows of its course after the assessment: measures, who was told, what may be done and what is wanting.

use web::Page;

use super::{deed::Deed, said};
use crate::{
    actions::Opened,
    domain::{
        Attachment, Audience, Content, Duty, DutyStep, DutyTrack, Guard, Package, Record, RecordId, Sight,
        State, Tracked, Verb, duties, ivo_form, measures, not_told,
    },
};

/// Everything after the assessment, as one reader sees it.
pub struct Course {
    /// None while there is nothing to plan.
    pub measures: Option<Vec<MeasureRow>>,
    pub remedies: Vec<Line>,
    /// None while it is too early to tell anybody.
    pub told: Option<Vec<Told>>,
    /// None for whoever does not see them.
    pub duties: Option<Vec<DutyRow>>,
    pub ivo_due: Option<String>,
    /// IVO's form as it is filled in: label and value, to file it from.
    pub ivo_form: Vec<(String, String)>,
    pub package: Option<Frozen>,
    /// Where the paper is that was filed, when the form has been filled in again since.
    pub filed: Option<String>,
    pub links: Vec<Link>,
    pub gates: Vec<Gate>,
}

/// What is filed with IVO.
pub struct Frozen {
    /// When, in a sentence.
    pub made: String,
    /// Over the paper.
    pub sha256: String,
    pub manifest_sha256: String,
    /// Whether the inquiry has been completed or decided since, and IVO still waits for it.
    pub is_old: bool,
    /// The names of files that are not in it.
    pub left: Vec<String>,
}

pub struct MeasureRow {
    pub text: String,
    pub owner: String,
    pub due: String,
    pub tag: (String, &'static str),
    pub lines: Vec<Line>,
    /// Where it is settled or its effect judged, and what the link says.
    pub links: Vec<Link>,
}

pub struct DutyRow {
    pub name: String,
    pub clock: String,
    pub tag: (String, &'static str),
    pub said: Option<Line>,
    pub due: Option<String>,
    /// Where it is considered.
    pub href: Option<String>,
}

/// Something somebody wrote, with its heading and who and when.
pub struct Line {
    pub heading: String,
    pub text: String,
    pub who: String,
    pub at: String,
}

pub struct Told {
    pub to: String,
    pub code: &'static str,
    pub lines: Vec<Line>,
    pub may_add: bool,
}

pub struct Link {
    pub href: String,
    pub text: String,
}

/// A deed that is theirs but for what is wanting.
pub struct Gate {
    pub deed: String,
    pub wanting: Vec<String>,
}

/// Where each deed is done that is not done from beside what it changes, and what its link says.
const PLACES: [(Verb, &str, &str); 19] = [
    (Verb::AddKey, "kodnyckel", "do-key-list"),
    (Verb::Implicate, "undanta", "do-implicate"),
    (Verb::ProposeOutOfScope, "inte-lex-sarah", "do-propose-scope"),
    (Verb::FindOutOfScope, "prova-om-lex-sarah", "do-answer-scope"),
    (Verb::Remedy, "avhjalpt", "do-remedy"),
    (Verb::AddMeasure, "atgard", "do-add-measure"),
    (Verb::GiveFeedback, "aterforing", "do-give-feedback"),
    (Verb::FollowUp, "folj-upp", "do-follow-up"),
    (Verb::Close, "avsluta", "do-close"),
    (Verb::Reopen, "oppna-igen", "do-reopen"),
    (Verb::ProposeIvo, "foresla-ivo", "do-propose-ivo"),
    (Verb::RequireIvo, "kraver-ivo", "do-require-ivo"),
    (Verb::PrepareIvo, "anmalan-ivo", "do-prepare-ivo"),
    (Verb::NotifyIvo, "anmald-ivo", "do-notify-ivo"),
    (Verb::ExtendIvo, "anstand-ivo", "do-extend-ivo"),
    (Verb::SendInquiryToIvo, "utredning-till-ivo", "do-send-inquiry"),
    (Verb::CloseIvo, "svar-ivo", "do-close-ivo"),
    (Verb::HandBack, "lamna-tillbaka", "do-hand-back"),
    (Verb::Archive, "arkivera", "archive-title"),
];

/// The steps of this part in the order in which they come: the deed, its place, why it is next, and the button.
const STEPS: [(Verb, &str, &str, &str); 4] = [
    (Verb::FindOutOfScope, "prova-om-lex-sarah", "next-answer-scope", "do-answer-scope"),
    (Verb::NotifyIvo, "anmald-ivo", "next-notify-ivo", "do-notify-ivo"),
    (Verb::Close, "avsluta", "next-close", "do-close"),
    (Verb::FollowUp, "folj-upp", "next-follow-up", "do-follow-up"),
];

/// What comes next in this part, as place, text and button.
pub fn next(opened: &Opened) -> Option<(&'static str, &'static str, &'static str)> {
    let open = opened.open_to();
    let ready = STEPS.into_iter().find(|(verb, ..)| open.contains(verb));
    let records = opened.case.since_decided(&opened.file.records);
    let waits_for_plan = opened.case.state == State::Measures && measures(records).is_empty();
    let judged = measures(records).iter().all(|each| each.effect.is_some());
    match ready {
        Some((_, place, text, button)) => Some((place, text, button)),
        None if waits_for_plan && open.contains(&Verb::AddMeasure) => {
            Some(("atgard", "next-plan-measures", "do-add-measure"))
        }
        None if open.contains(&Verb::SettleMeasure) => Some(("atgard-klar", "next-settle", "do-settle")),
        None if open.contains(&Verb::JudgeEffect) && !judged => {
            Some(("effekt", "next-judge-effect", "do-judge-effect"))
        }
        None if open.contains(&Verb::GiveFeedback) && !not_told(records).is_empty() => {
            Some(("aterforing", "next-give-feedback", "do-give-feedback"))
        }
        None => None,
    }
}

impl Course {
    pub fn of(page: &Page, href: &str, opened: &Opened) -> Self {
        let open = opened.open_to();
        let link = |(verb, place, text): (Verb, &str, &str)| {
            open.contains(&verb).then(|| Link { href: format!("{href}/{place}"), text: page.t(text) })
        };
        let gate = |(verb, wanting): (Verb, Vec<Guard>)| Gate {
            deed: page.t(&format!("deed-{}", verb.code())),
            wanting: wanting.into_iter().map(|guard| page.t(&format!("guard-{}", guard.code()))).collect(),
        };
        let explained = |(verb, wanting): &(Verb, Vec<Guard>)| match verb {
            Verb::Decide | Verb::FollowUp | Verb::Close | Verb::Archive => true,
            // Only where IVO is to hear of it.
            Verb::NotifyIvo => !wanting.contains(&Guard::IvoRequired),
            Verb::SendInquiryToIvo => !wanting.contains(&Guard::IvoNotified),
            _ => false,
        };
        let locked = opened.locked_to().into_iter().filter(explained);
        let rows: Vec<_> = measures(&opened.file.records)
            .iter()
            .map(|each| MeasureRow::of(page, href, opened, each))
            .collect();
        let is_planned = matches!(opened.case.state, State::Measures | State::FollowUp) || !rows.is_empty();
        Self {
            measures: is_planned.then_some(rows),
            remedies: opened.file.records.iter().filter_map(|record| remedy(page, record)).collect(),
            told: told(page, opened, open.contains(&Verb::GiveFeedback)),
            duties: duty_rows(page, href, opened, open.contains(&Verb::ConsiderDuty)),
            ivo_due: opened
                .case
                .ivo_due_on
                .filter(|_| opened.sight == Sight::Whole)
                .map(|day| day.to_string()),
            ivo_form: filled_form(page, opened),
            package: opened.file.package.as_ref().map(|package| Frozen::of(page, opened, package)),
            filed: filed(opened).map(|form| format!("{href}/anmald-ivo/{form}")),
            links: PLACES.into_iter().filter_map(link).collect(),
            gates: locked.map(gate).collect(),
        }
    }
}

/// The form that was filed, unless it is the latest.
fn filed(opened: &Opened) -> Option<RecordId> {
    let records = &opened.file.records;
    let is_filing = |record: &&Record| matches!(record.content, Content::IvoNotified(_));
    let filed = records.iter().rev().find(is_filing)?.about?;
    let (latest, _) = ivo_form(records)?;
    (opened.sight == Sight::Whole && filed != latest).then_some(filed)
}

impl Frozen {
    fn of(page: &Page, opened: &Opened, package: &Package) -> Self {
        let present = opened.file.attachments.iter();
        let is_enclosed = |file: &Attachment| package.enclosed.iter().any(|known| known.id == file.id);
        let left = present.filter(|file| !is_enclosed(file)).map(|file| file.name.clone()).collect();
        let decided = opened.case.outcome.map(|outcome| outcome.decided_at);
        let since = [opened.case.inquiry_completed_at, decided];
        Self {
            is_old: opened.case.known().contains(&Guard::IvoToBeTold)
                && since.into_iter().flatten().any(|at| at > package.made_at),
            made: page.t1("ivo-package-made", "when", page.when(&package.made_at)),
            sha256: package.sha256.clone(),
            manifest_sha256: package.manifest_sha256.clone(),
            left,
        }
    }
}

impl MeasureRow {
    fn of(page: &Page, href: &str, opened: &Opened, tracked: &Tracked) -> Self {
        let Tracked { id, measure, due_on, done, effect, .. } = tracked;
        let open = opened.open_to();
        let tag = match (done, effect, tracked.is_replanned) {
            (_, Some(_), _) => (page.t("record-effect"), "done"),
            (Some(_), None, _) => (page.t("measure-is-done"), "wait"),
            (None, None, true) => (page.t("measure-is-replanned"), "wait"),
            (None, None, false) => (page.t("measure-is-planned"), "new"),
        };
        let about = |record: &&Record| record.about == Some(*id);
        let link = |place, key| Link { href: format!("{href}/{place}?atgard={id}"), text: page.t(key) };
        let settles = done.is_none()
            && open.contains(&Verb::SettleMeasure)
            && tracked.is_settled_by(opened.reader, &opened.standings);
        let judges = done.is_some() && effect.is_none() && open.contains(&Verb::JudgeEffect);
        Self {
            text: measure.text.clone(),
            owner: measure.owner_name.clone(),
            due: due_on.to_string(),
            tag,
            lines: opened.file.records.iter().filter(about).map(|record| line(page, record)).collect(),
            links: [
                settles.then(|| link("atgard-klar", "do-settle")),
                judges.then(|| link("effekt", "do-judge-effect")),
            ]
            .into_iter()
            .flatten()
            .collect(),
        }
    }
}

fn remedy(page: &Page, record: &Record) -> Option<Line> {
    matches!(record.content, Content::Remedy(_)).then(|| line(page, record))
}

/// Shown from the day there is something to tell.
fn told(page: &Page, opened: &Opened, may_add: bool) -> Option<Vec<Told>> {
    let has_begun = opened.sight >= Sight::Received
        && matches!(
            opened.case.state,
            State::ClosedNoMisconduct | State::Measures | State::FollowUp | State::Closed
        );
    let of = |audience: &Audience| Told {
        to: page.t(&format!("audience-{}", audience.code())),
        code: audience.code(),
        lines: opened
            .file
            .records
            .iter()
            .filter(|record| matches!(&record.content, Content::Feedback(f) if f.to == *audience))
            .map(|record| line(page, record))
            .collect(),
        may_add,
    };
    has_begun.then(|| Audience::ALL.iter().map(of).collect())
}

fn duty_rows(page: &Page, href: &str, opened: &Opened, may: bool) -> Option<Vec<DutyRow>> {
    let row = |(track, said): (DutyTrack, Option<(&Record, &Duty)>)| {
        let step = said.map(|(_, duty)| duty.step);
        let look = match step {
            Some(DutyStep::Needed) => "late",
            Some(DutyStep::Done | DutyStep::NotNeeded) => "done",
            None => "",
        };
        let text = step
            .map_or_else(|| page.t("duty-step-unsaid"), |step| page.t(&format!("duty-step-{}", step.code())));
        DutyRow {
            name: page.t(&format!("duty-{}", track.code())),
            clock: page.t(&format!("duty-clock-{}", track.code())),
            tag: (text, look),
            said: said.map(|(record, _)| line(page, record)),
            due: said.and_then(|(_, duty)| duty.due_at()).map(|at| page.when(&at)),
            href: may.then(|| format!("{href}/annan-skyldighet?spar={}", track.code())),
        }
    };
    let is_registered = !matches!(opened.case.state, State::Received | State::Registered);
    let shows = opened.sight >= Sight::Received && is_registered;
    shows.then(|| duties(&opened.file.records).into_iter().map(row).collect())
}

/// What whoever files it copies into IVO's form, in IVO's order.
fn filled_form(page: &Page, opened: &Opened) -> Vec<(String, String)> {
    let Some((_, form)) = ivo_form(&opened.file.records) else { return Vec::new() };
    let head = [(page.t("fact-diary"), form.diary_number.clone()), (page.t("ivo-board"), form.board.clone())];
    head.into_iter().chain(form.typed().own(page)).filter(|(_, value)| !value.is_empty()).collect()
}

fn line(page: &Page, record: &Record) -> Line {
    let (heading, text) = said::of(page, &record.content);
    Line { heading, text, who: record.by.to_string(), at: page.when(&record.at) }
}
