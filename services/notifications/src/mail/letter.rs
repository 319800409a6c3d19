//! What a mail says: that something waits, where, and until when. Nothing of what it is about (requirements I.3).

use chrono::Datelike;
use web::{Texts, fluent_templates::LanguageIdentifier};

use crate::{
    config::Origins,
    domain::{Notice, Occasion},
};

/// A mail before it has a recipient.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Letter {
    pub subject: String,
    pub body: String,
}

/// Short lines and plain text: it is read on a locked screen, by a screen reader and by whoever stands behind.
pub fn compose(texts: Texts, language: &LanguageIdentifier, origins: &Origins, notice: &Notice) -> Letter {
    let with =
        |key: &str, name: &'static str, value: String| texts.text_with(language, key, &[(name, value)]);
    let number = || notice.case_number.to_string();
    let mut parts = vec![with(what(notice.occasion), "number", number())];
    if let Some(day) = notice.due_on {
        let day = with(&format!("mail-day-in-{}", day.month()), "day", day.day().to_string());
        parts.push(with(until(notice.occasion), "day", day));
    }
    let read = if notice.place.is_inside() { "mail-read-inside" } else { "mail-read-outside" };
    parts.push(format!("{}\n{}", texts.text(language, read), origins.of(notice.place)));
    parts.push(texts.text(language, "mail-why-so-little"));
    parts.push(texts.text(language, "mail-do-not-answer"));
    Letter {
        subject: with(subject(notice.occasion), "number", number()),
        body: format!("{}\n", parts.join("\n\n")),
    }
}

const fn subject(occasion: Occasion) -> &'static str {
    match occasion {
        Occasion::NewMatter => "mail-new-matter-subject",
        Occasion::TaskWaits => "mail-task-waits-subject",
        Occasion::NewMessage => "mail-new-message-subject",
        Occasion::AnswerReady => "mail-answer-ready-subject",
        Occasion::Received => "mail-received-subject",
        Occasion::Decided => "mail-decided-subject",
        Occasion::TargetNears => "mail-target-nears-subject",
        Occasion::TargetPassed => "mail-target-passed-subject",
        Occasion::Absence => "mail-absence-subject",
    }
}

const fn what(occasion: Occasion) -> &'static str {
    match occasion {
        Occasion::NewMatter => "mail-new-matter",
        Occasion::TaskWaits => "mail-task-waits",
        Occasion::NewMessage => "mail-new-message",
        Occasion::AnswerReady => "mail-answer-ready",
        Occasion::Received => "mail-received",
        Occasion::Decided => "mail-decided",
        Occasion::TargetNears => "mail-target-nears",
        Occasion::TargetPassed => "mail-target-passed",
        Occasion::Absence => "mail-absence",
    }
}

/// A day of the municipality's own is called so: whoever reads must not take it for one that a law sets. Only a waiting task
/// can have one of those, or the day that a measure's planner set.
const fn until(occasion: Occasion) -> &'static str {
    match occasion {
        Occasion::TaskWaits => "mail-due",
        Occasion::TargetPassed => "mail-target-was",
        Occasion::Absence => "mail-absence-from",
        Occasion::NewMatter
        | Occasion::NewMessage
        | Occasion::AnswerReady
        | Occasion::Received
        | Occasion::Decided
        | Occasion::TargetNears => "mail-target-is",
    }
}
