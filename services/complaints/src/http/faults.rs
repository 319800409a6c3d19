//! Faults as programs are told them: a pointer to the place, and what is wrong.

use kernel::text::TextFault;
use web::Fault;

use crate::domain::{AnswerFault, AnswerWrong, Field, IntakeFault, Wrong};

pub(crate) fn intake(faults: Vec<IntakeFault>) -> web::Error {
    let fault =
        |IntakeFault { field, wrong }| Fault { pointer: pointer(field).to_owned(), detail: detail(wrong) };
    web::Error::Invalid(faults.into_iter().map(fault).collect())
}

pub(crate) fn text(pointer: &str, fault: TextFault) -> web::Error {
    web::Error::invalid(pointer, detail(Wrong::Text(fault)))
}

/// The fields of a body are named as those of the form.
pub(crate) fn answers(faults: Vec<AnswerFault>) -> web::Error {
    let fault = |AnswerFault { field, wrong }| Fault {
        pointer: format!("/{field}"),
        detail: match wrong {
            AnswerWrong::Unanswered => "must be answered, with one of the answers there are".to_owned(),
            AnswerWrong::Text(fault) => detail(Wrong::Text(fault)),
            AnswerWrong::Unknown => detail(Wrong::Unknown),
            AnswerWrong::NotAnAddress => detail(Wrong::NotAnAddress),
            AnswerWrong::TooEarly => "is too early a day".to_owned(),
            AnswerWrong::TooLate => "has not come yet".to_owned(),
            AnswerWrong::SeverityAndMisconductDiffer => {
                "is 4 when a misconduct is suspected, and only then".to_owned()
            }
            AnswerWrong::Conflict => "must be true: whoever is concerned does not judge".to_owned(),
            AnswerWrong::NoConsent => "must be true for what is forwarded".to_owned(),
        },
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
        Field::Reach => "/contact/reach",
        Field::Interpreter => "/contact/interpreter",
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
