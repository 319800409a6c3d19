//! The page of a dialogue, with a receipt or logged in: how far it has come, and what has been said.

use askama::Template;
use kernel::{Timestamp, calendar};
use organisation::Register;
use vault::Token;
use web::Page;

use crate::{
    domain::{Dialogue, Direction, Level, LiesWith, Message, MessageKind, Policy, Status, Step, Wish},
    pages::{
        listed::{Listed, listed},
        public::{days, faults::Faults, files::limits, scripts},
    },
};

#[expect(clippy::struct_excessive_bools, reason = "each is a question of the template")]
#[derive(Template)]
#[template(path = "public/dialogue.html")]
pub(in crate::pages) struct DialoguePage {
    page: Page,
    pub faults: Faults,
    pub done: Option<String>,
    place: Place,
    number: String,
    /// What whoever phones is asked for.
    registration: Option<String>,
    told: String,
    /// Who has it.
    lies_with: Option<String>,
    is_answered: bool,
    has_letter: bool,
    has_next_level: bool,
    is_misconduct_too: bool,
    /// While an answer is waited for.
    answer_by: Option<String>,
    steps: Vec<(String, String)>,
    messages: Vec<Said>,
    files: Vec<Listed>,
    limits: String,
    upload_script: &'static str,
    words: String,
    /// Names this form: sent twice, it is taken once.
    form: String,
    open_until: Option<String>,
}

/// Where a sender follows a matter.
pub(in crate::pages) struct Place {
    /// What its letter and its files stand under.
    pub at: String,
    /// Where the form leads that writes again.
    pub write: String,
    /// The list it was opened from.
    pub back: Option<&'static str>,
    /// How long it stays open on this screen, where no log-in guards it.
    pub open_until: Option<Timestamp>,
}

/// One message, as both of its sides see it.
pub(in crate::pages) struct Said {
    pub who: String,
    /// Whether the sender of the complaint wrote it.
    pub own: bool,
    pub is_answer: bool,
    pub text: String,
    pub at: String,
    pub iso: String,
}

/// The same by itself: so whoever writes it sees it before it is sent.
#[derive(Template)]
#[template(path = "public/message.html")]
pub(in crate::pages) struct SaidAlone {
    pub page: Page,
    pub message: Said,
}

/// The page with what has been said, and `words` still to be sent.
pub(in crate::pages) fn page(
    page: Page,
    policy: &Policy,
    register: &Register,
    dialogue: &Dialogue,
    place: Place,
    words: &str,
) -> DialoguePage {
    let is_answered = dialogue.messages.iter().any(|message| message.kind == MessageKind::Answer);
    let waits = dialogue.wants_answer && !is_answered && awaits(dialogue.status);
    DialoguePage {
        faults: Faults::default(),
        done: None,
        number: dialogue.number.to_string(),
        registration: dialogue.registration.clone(),
        told: told(&page, dialogue.status),
        lies_with: dialogue.lies_with.and_then(|with| lies_with(&page, register, with)),
        is_answered,
        has_letter: dialogue.has_letter,
        has_next_level: dialogue.has_next_level,
        is_misconduct_too: dialogue.handled_as_misconduct,
        answer_by: waits.then(|| days::long(&page, dialogue.answer_by)),
        steps: dialogue.steps.iter().map(|(step, at)| (done(&page, *step), page.when(at))).collect(),
        messages: dialogue.messages.iter().map(|message| said(&page, message)).collect(),
        files: listed(&page, &format!("{}/filer", place.at), &dialogue.files, &page.t("dialogue-you")),
        limits: limits(&page, policy),
        upload_script: scripts::files_address(),
        words: words.to_owned(),
        form: Token::random().reveal(),
        open_until: place.open_until.map(|at| calendar::swedish_time(at).format("%H.%M").to_string()),
        place,
        page,
    }
}

/// By name and title, or by what they are to the unit. None for somebody the register no longer knows.
fn lies_with(page: &Page, register: &Register, with: LiesWith) -> Option<String> {
    match with {
        LiesWith::Person(person) => register.signature(person),
        LiesWith::Level(level, unit) => {
            let key = match level {
                Level::UnitManager => "lies-with-manager",
                Level::Principal => "lies-with-principal",
                Level::SchoolOwnerRepresentative => "lies-with-representative",
            };
            Some(page.t1(key, "unit", register.unit(unit)?.name.clone()))
        }
    }
}

pub(in crate::pages) fn said(page: &Page, message: &Message) -> Said {
    let own = message.from == Direction::Sender;
    let we = || message.author.clone().unwrap_or_else(|| page.t("dialogue-we"));
    Said {
        who: if own { page.t("dialogue-you") } else { we() },
        own,
        is_answer: message.kind == MessageKind::Answer,
        text: message.text.clone(),
        at: page.when(&message.written_at),
        iso: message.written_at.to_rfc3339(),
    }
}

pub(in crate::pages) fn done(page: &Page, step: Step) -> String {
    page.t(match step {
        Step::Received => "step-received",
        Step::Registered => "step-registered",
        Step::Handled => "step-handled",
        Step::Answered => "step-answered",
        Step::Closed => "step-closed",
    })
}

/// Which of the two buttons was pressed.
pub(in crate::pages) fn wish(next_level: &str) -> Wish {
    if next_level.is_empty() { Wish::Message } else { Wish::NextLevel }
}

/// How far it has come, in a sentence.
pub(in crate::pages) fn told(page: &Page, status: Status) -> String {
    page.t(match status {
        Status::Received => "told-received",
        Status::Registered => "told-registered",
        Status::Handled => "told-handled",
        Status::Answered => "told-answered",
        Status::Closed => "told-closed",
        Status::Redirected => "told-redirected",
    })
}

const fn awaits(status: Status) -> bool {
    match status {
        Status::Received | Status::Registered | Status::Handled => true,
        Status::Answered | Status::Closed | Status::Redirected => false,
    }
}
