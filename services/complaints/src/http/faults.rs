//! Faults as programs are told them: a pointer to the place, and what is wrong.

use kernel::text::TextFault;
use web::Fault;

use crate::domain::{Field, IntakeFault, TriageFault, TriageWrong, Wrong};

pub(crate) fn intake(faults: Vec<IntakeFault>) -> web::Error {
    let fault =
        |IntakeFault { field, wrong }| Fault { pointer: pointer(field).to_owned(), detail: detail(wrong) };
    web::Error::Invalid(faults.into_iter().map(fault).collect())
}

pub(crate) fn text(pointer: &str, fault: TextFault) -> web::Error {
    web::Error::invalid(pointer, detail(Wrong::Text(fault)))
}

pub(crate) fn triage(faults: Vec<TriageFault>) -> web::Error {
    let fault = |TriageFault { field, wrong }| {
        let detail = match wrong {
            TriageWrong::Unanswered => "must be answered",
            TriageWrong::SeverityAndMisconductDiffer => "is 4 when a misconduct is suspected, and only then",
            TriageWrong::Conflict => "must be true: whoever is concerned does not judge",
        };
        Fault { pointer: format!("/{field}"), detail: detail.to_owned() }
    };
    web::Error::Invalid(faults.into_iter().map(fault).collect())
}

const fn pointer(field: Field) -> &'static str {
    match field {
        Field::Text => "/text",
        Field::Unit => "/unit_id",
        Field::Kind => "/kind",
        Field::Relation => "/relation",
        Field::Name => "/contact/name",
        Field::Email => "/contact/email",
        Field::Phone => "/contact/phone",
        Field::Language => "/language",
        Field::Attachments => "/attachments",
    }
}

fn detail(wrong: Wrong) -> String {
    match wrong {
        Wrong::Text(TextFault::Empty) => "must not be empty".to_owned(),
        Wrong::Text(TextFault::TooLong { length, most }) => {
            format!("has {length} characters; {most} can be taken")
        }
        Wrong::Text(TextFault::ControlCharacters) => {
            "has control characters other than line breaks and tabs".to_owned()
        }
        Wrong::Unknown => "is not known here".to_owned(),
        Wrong::NotAnAddress => "is not an e-mail address".to_owned(),
        Wrong::TooMany => "are too many".to_owned(),
    }
}
