//! One case: what the next step is, what is said, what has happened.

use askama::Template;
use auth::{Person, SignedIn};
use axum::{
    extract::State,
    response::{IntoResponse, Redirect, Response},
};
use chrono::TimeDelta;
use web::{Error, Page};

use super::{
    course::{self, Course},
    deed::{self, Asked, Desk},
    files::{self, Listed},
    take::Take,
    tasks::{self, Task, TaskStatus},
    timeline::{self, Event},
    visitor::{address, unit_name, with_menu},
    wording,
};
use crate::{
    App,
    actions::{self, Failed, Opened},
    at::At,
    domain::{
        Case, Decision, Entry, File, Grade, MisconductKind, Note, NoteKind, Report, Section, Sight,
        Signature, Source, Standing, State as CaseState, TakenDown, TypedArchiving, Verb, sources, unsaid,
    },
    store::{Earlier, Line},
};

#[derive(Template)]
#[template(path = "case.html")]
struct CasePage {
    page: Page,
    href: String,
    unit: String,
    case: Case,
    sight: Sight,
    decides: bool,
    file: File,
    open_to: Vec<Verb>,
    course: Course,
    step: Option<(&'static str, &'static str, &'static str)>,
    target: Option<String>,
    events: Vec<Event>,
    tasks: Vec<Task>,
    /// Earlier events at the unit.
    earlier: Vec<Earlier>,
    /// Other reports from the unit at about the same time, of those that the reader sees. Nothing is merged by itself (UX-33).
    near: Vec<Line>,
}

/// What comes next: where it is done, why, and what the button says.
struct Step {
    href: String,
    text: &'static str,
    button: &'static str,
}

pub async fn show(
    State(app): State<App>,
    SignedIn(person): SignedIn,
    page: Page,
    At(id): At,
) -> Result<Response, Error> {
    let opened = actions::read(&app, &person, id).await?;
    let page = with_menu(page, &person);
    match opened.sight {
        Sight::Own => Ok(Redirect::to(&format!("/rapporterat/{id}")).into_response()),
        Sight::Listed => {
            let desk = Desk { app: &app, person: &person, opened: &opened };
            let form = if opened.open_to().contains(&Verb::Archive) {
                deed::empty::<TypedArchiving>(&desk, page, &Asked::new())?
            } else {
                deed::empty::<Take>(&desk, page, &Asked::new())?
            };
            Ok(form.into_response())
        }
        Sight::Task => Ok(web::html(&CasePage::new(&app, page, opened))?.into_response()),
        Sight::Received => {
            let near = near(&app, &person, &opened.case).await?;
            Ok(web::html(&CasePage { near, ..CasePage::new(&app, page, opened) })?.into_response())
        }
        Sight::Whole => {
            let near = near(&app, &person, &opened.case).await?;
            let since = app.now() - TimeDelta::days(app.policy.similar_within.into());
            let earlier =
                app.store.earlier_than(&opened.case, since, person.id).await.map_err(Failed::from)?;
            let shown = CasePage { earlier, near, ..CasePage::new(&app, page, opened) };
            Ok(web::html(&shown)?.into_response())
        }
    }
}

/// Only while somebody can still see to it that they are looked at together.
async fn near(app: &App, person: &Person, case: &Case) -> Result<Vec<Line>, Failed> {
    if !case.state.is_open() {
        return Ok(Vec::new());
    }
    let within = TimeDelta::days(app.policy.same_event_within.into());
    Ok(app.store.near_in_time(case, within, person).await?)
}

impl CasePage {
    fn new(app: &App, page: Page, opened: Opened) -> Self {
        let open_to = opened.open_to();
        let course = Course::of(&page, &address(opened.case.id), &opened);
        let step = course::next(&opened);
        let tasks = if opened.sight == Sight::Whole { tasks::of(&page, &opened) } else { Vec::new() };
        let Opened { reader: _, case, standings, sight, file, findings: _, names: _ } = opened;
        Self {
            href: address(case.id),
            unit: unit_name(app, case.unit),
            target: case.due_on.map(|day| wording::target(&page, day, app.now())),
            events: timeline::of(&page, &case, &file),
            tasks,
            earlier: Vec::new(),
            near: Vec::new(),
            decides: standings.has(Standing::DecisionMaker),
            case,
            sight,
            file,
            open_to,
            course,
            step,
            page,
        }
    }

    fn back(&self) -> String {
        if self.is_whole() { self.page.list_or("/arenden") } else { "/".to_owned() }
    }

    /// Whether there is a list of what to do, what is wanting or what may be done.
    fn has_deeds(&self) -> bool {
        self.is_whole() || !self.course.gates.is_empty() || !self.course.links.is_empty()
    }

    fn is_whole(&self) -> bool {
        self.sight == Sight::Whole
    }

    /// Of which those who received it are told (L4). Until the inquiry begins nothing else tells it to them.
    fn is_being_assessed(&self) -> bool {
        self.sight == Sight::Received && self.case.state == CaseState::Assessing
    }

    fn may(&self, verb: Verb) -> bool {
        self.open_to.contains(&verb)
    }

    /// The one thing that comes next, for whoever it waits for.
    fn next(&self) -> Option<Step> {
        let step =
            |place: &str, text, button| Some(Step { href: format!("{}/{place}", self.href), text, button });
        let complete = self.case.inquiry_completed_at.is_some();
        if self.may(Verb::StartInquiry) {
            step("inled-utredning", "next-start-inquiry", "do-start-inquiry")
        } else if self.may(Verb::Decide) {
            step("besluta", "next-decide", "do-decide")
        } else if self.may(Verb::AddEntry) && complete {
            step("anteckna", "next-wait-for-decision", "do-add-entry")
        } else if self.may(Verb::AddEntry) && self.missing().is_empty() {
            step("utredning-klar", "next-complete", "do-complete")
        } else if let Some(unsaid) = self.missing().first().filter(|_| self.may(Verb::AddEntry)) {
            step(&format!("anteckna?avsnitt={}", unsaid.number()), "next-add-entry", "do-add-entry")
        } else if let Some((place, text, button)) = self.step {
            step(place, text, button)
        } else if self.sight == Sight::Received && self.case.protected_at.is_none() && self.may(Verb::Protect)
        {
            step("skydda", "next-protect", "do-protect")
        } else {
            None
        }
    }

    fn missing(&self) -> Vec<Section> {
        unsaid(&self.file.entries)
    }

    fn sections(&self) -> Vec<(Section, Vec<&Entry>)> {
        let of = |section| self.file.entries.iter().filter(move |entry| entry.section == section).collect();
        Section::all().map(|section| (section, of(section))).collect()
    }

    /// What the inquiry rests on, the latest piece from each source and how many there are.
    fn sources(&self) -> Vec<(&Source, &Entry, usize)> {
        sources(&self.file.entries)
    }

    /// Those of a piece of the inquiry; without one, those that came with the report.
    fn files(&self, of: Option<&Entry>) -> Vec<Listed> {
        let of = of.map(|entry| entry.id);
        let these = self.file.attachments.iter().filter(|file| file.entry == of);
        files::listed(&self.page, &self.href, these)
    }

    fn notes(&self, kind: NoteKind) -> Vec<&Note> {
        self.file.notes.iter().filter(|note| note.kind == kind).collect()
    }

    fn decision(&self) -> Option<&Decision> {
        self.file.decisions.last()
    }

    fn is_old(&self, entry: &Entry) -> bool {
        timeline::is_old(&self.file, entry.id)
    }

    fn state(&self) -> String {
        if self.is_whole() {
            wording::state(&self.page, self.case.state, self.case.inquiry_completed_at.is_some())
        } else {
            wording::status(&self.page, self.case.state.status())
        }
    }

    fn state_tag(&self) -> &'static str {
        if self.is_whole() {
            wording::state_tag(self.case.state)
        } else {
            wording::status_tag(self.case.state.status())
        }
    }

    /// In which capacity one reads.
    fn reading_as(&self) -> String {
        let key = match (self.sight, self.decides) {
            (Sight::Whole, true) => "reading-as-decision-maker",
            (Sight::Whole, false) => "reading-as-investigator",
            (Sight::Task, _) => "reading-as-owner",
            _ => "reading-as-receiver",
        };
        self.page.t(key)
    }

    fn happened(&self) -> String {
        let Some(report) = &self.file.report else { return String::new() };
        let words = report.happened.map(|happened| wording::happened(&self.page, happened));
        [words, report.happened_when.clone()].into_iter().flatten().collect::<Vec<_>>().join(", ")
    }

    fn received_by(&self, report: &Report) -> String {
        let names: Vec<_> = report.receivers.iter().map(Signature::to_string).collect();
        self.page.t1("report-received-by", "names", names.join("; "))
    }

    fn written_down(&self, taken_down: &TakenDown) -> String {
        let (by, when) = (taken_down.by.to_string(), self.page.when(&taken_down.at));
        let key = if taken_down.read_back { "report-written-down" } else { "report-written-down-unheard" };
        self.page.t2(key, ("by", &by), ("when", &when))
    }

    fn section(&self, section: Section) -> String {
        wording::section(&self.page, section)
    }

    fn kind(&self, entry: &Entry) -> String {
        wording::kind(&self.page, entry.kind)
    }

    fn source(&self, source: &Source) -> String {
        wording::source(&self.page, source)
    }

    fn grade(&self, grade: Grade) -> String {
        wording::grade(&self.page, grade)
    }

    fn misconduct(&self, kind: MisconductKind) -> String {
        self.page.t(&format!("misconduct-{}", kind.code()))
    }

    fn earlier(&self, earlier: &Earlier) -> String {
        let day = earlier.received_on.to_string();
        self.page.t2("similar-line", ("number", earlier.number.as_str()), ("day", &day))
    }

    fn near(&self, line: &Line) -> String {
        let day = kernel::calendar::swedish_day(line.received_at).to_string();
        self.page.t2("similar-line", ("number", line.number.as_str()), ("day", &day))
    }

    fn ivo(&self) -> String {
        self.page.t(&format!("ivo-{}", self.case.ivo.code()))
    }
}
