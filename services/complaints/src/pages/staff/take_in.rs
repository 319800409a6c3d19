//! Somebody at work writes down what they were told, or what came by letter or mail.

use askama::Template;
use axum::{
    extract::{Multipart, multipart::MultipartRejection},
    response::{IntoResponse, Response},
};
use kernel::calendar::swedish_time;
use vault::Token;
use web::{Error, Page};

use super::{
    answers::Answers,
    ask::{Ask, Kind},
    desk::{Desk, Faults, Sent, faulty, or_none, sorted},
    form::{self, Blank},
    nobody, wording,
};
use crate::{
    actions::{self, Failed, Repeat},
    domain::{Channel, Intake, Kind as Called, Relation, TakesIn, Told, TypedTold, works_with_complaints},
    pages::public::{
        files, receipt,
        upload::{self, Problem},
    },
};

/// Where a scanned letter is added.
pub(super) const LETTER: &str = "/nytt/brev";
/// What stands in the form of a file that waits: what it is found by, and what it is called.
const FILE: [&str; 2] = ["file", "file_name"];

/// That it is taken in, and the receipt for the one who told. It is shown here and kept nowhere.
#[derive(Template)]
#[template(path = "staff/taken_in.html")]
struct TakenIn {
    page: Page,
    number: String,
    code: String,
    /// Each group of the code as it is said on the telephone.
    spoken: Vec<String>,
    when: String,
    /// Whether there are lists for the one who took it in.
    has_lists: bool,
}

/// A scanned letter, before what stands in it is written down.
#[derive(Template)]
#[template(path = "staff/letter_in.html")]
struct LetterIn {
    page: Page,
    faults: Faults,
    limits: String,
}

pub(super) async fn ask(desk: Desk) -> Result<Response, Error> {
    if TakesIn::of(&desk.person).is_none() {
        return nobody::show(desk);
    }
    show(&desk, Faults::default(), &Answers::default())
}

/// Answers the page itself and not 303: the code may stand in no address. The same form sent twice gets the same answer.
pub(super) async fn send(sent: Sent<Answers>) -> Result<Response, Error> {
    let Sent { mut desk, fields: answers } = sent;
    if TakesIn::of(&desk.person).is_none() {
        return Err(Error::Forbidden);
    }
    if !answers.of("switch_language").is_empty() {
        let cookie = desk.in_language(answers.of("switch_language"));
        return Ok((cookie, show(&desk, Faults::default(), &answers)?).into_response());
    }
    let register = desk.app.inside.ground.directory.now();
    let told = match Told::parse(&typed(&answers), &register, desk.app.now(), &desk.app.policy) {
        Ok(told) => told,
        Err(faults) => {
            let text = |fault: crate::domain::AnswerFault| {
                (fault.field, wording::fault(&desk.page, "take_in", fault))
            };
            return faulty(show(&desk, faults.into_iter().map(text).collect(), &answers));
        }
    };
    let key = format!("{} {}", desk.person.id, answers.of("form"));
    let repeat = Repeat::new("take in", &key, &answers.bytes());
    let taken = match actions::take_in(&desk.app, &desk.person, told, &repeat).await {
        Ok(taken) => taken,
        Err(Failed::FileGone) => {
            let fault = Faults::one("form", desk.page.t("take-in-file-gone"));
            return faulty(show(&desk, fault, &answers.without(&FILE)));
        }
        Err(failed) => return Err(failed.into()),
    };
    let template = TakenIn {
        number: taken.number.to_string(),
        code: taken.receipt.reveal().to_owned(),
        spoken: receipt::spoken(&desk.page, &taken.receipt),
        when: desk.page.when(&taken.received_at),
        has_lists: works_with_complaints(&desk.person),
        page: desk.page,
    };
    Ok(web::html(&template)?.into_response())
}

pub(super) async fn ask_letter(desk: Desk) -> Result<Response, Error> {
    if TakesIn::of(&desk.person).is_none() {
        return nobody::show(desk);
    }
    show_letter(&desk, Faults::default())
}

/// The form with the file in it: what stands in the letter is written down beside.
pub(super) async fn send_letter(
    desk: Desk,
    form: Result<Multipart, MultipartRejection>,
) -> Result<Response, Error> {
    if TakesIn::of(&desk.person).is_none() {
        return Err(Error::Forbidden);
    }
    let form = form.map_err(|_| Error::UnknownContent)?;
    let upload = upload::read(&desk.app.intake(), &desk.page, form, true).await?;
    let problem = match (upload.problem, upload.file) {
        (None, Some(file)) => {
            let [token, name] = FILE.map(ToOwned::to_owned);
            let with_file = Answers::only(vec![(token, file.token), (name, file.name)]);
            return show(&desk, Faults::default(), &with_file);
        }
        (problem, _) => problem.unwrap_or(Problem::NoneChosen),
    };
    let fault = files::text(&desk.page, &desk.app.policy, problem);
    let page = show_letter(&desk, Faults::one("file", fault))?;
    Ok((files::status(problem), page).into_response())
}

fn show_letter(desk: &Desk, faults: Faults) -> Result<Response, Error> {
    let limits = files::limits(&desk.page, &desk.app.policy);
    Ok(web::html(&LetterIn { page: desk.page.clone(), faults, limits })?.into_response())
}

fn show(desk: &Desk, faults: Faults, answers: &Answers) -> Result<Response, Error> {
    let form = answers.of("form");
    let form = if form.is_empty() { Token::random().reveal() } else { form.to_owned() };
    let [token, name] = FILE;
    let mut hidden = vec![("form", form)];
    let before = if answers.of(token).is_empty() {
        (desk.page.t("take-in-letter"), Some(LETTER))
    } else {
        hidden.extend(FILE.map(|field| (field, answers.of(field).to_owned())));
        (desk.page.t1("take-in-attached", "name", answers.of(name)), None)
    };
    let blank = Blank { key: "take_in", action: "/nytt", hidden, before, asks: asks(desk) };
    form::blank(desk, blank, faults, answers)
}

fn asks(desk: &Desk) -> Vec<Ask> {
    let page = &desk.page;
    let now = swedish_time(desk.app.now());
    let languages = page.all_languages().into_iter().map(|each| (each.code, each.name)).collect();
    let line = |name| Ask::new(name, Kind::Line).optional();
    vec![
        Ask::words(page, "channel", "channel", Channel::TOLD.iter().map(|way| way.word())),
        Ask::new("told_on", Kind::Day).suggesting(now.date().to_string()),
        Ask::new("told_at", Kind::Line).suggesting(now.format("%H.%M").to_string()),
        Ask::new("text", Kind::Text),
        Ask::new("unit_id", Kind::Select(units(desk))),
        Ask::new("about_manager", Kind::Tick),
        Ask::words(page, "kind", "kind", Called::ALL.iter().map(|kind| kind.word()))
            .suggesting(Called::Complaint.to_string()),
        Ask::words(page, "relation", "relation", Relation::ALL.iter().map(|relation| relation.word()))
            .suggesting(Relation::Unknown.to_string()),
        line("name"),
        line("phone"),
        line("email"),
        line("reach"),
        line("interpreter"),
        Ask::yes_no(page, "easy_read").suggesting("no".to_owned()),
        Ask::yes_no(page, "wants_answer").suggesting("yes".to_owned()),
        Ask::new("language", Kind::Select(languages)).suggesting("sv".to_owned()),
    ]
}

/// Those the person may choose; none yet only for those who take in about any.
fn units(desk: &Desk) -> Vec<(String, String)> {
    match TakesIn::of(&desk.person) {
        Some(TakesIn::Only(units)) => {
            sorted(units.into_iter().map(|unit| (unit.to_string(), desk.unit_name(Some(unit)))))
        }
        Some(TakesIn::All) | None => or_none(&desk.page.t("no-unit"), desk.units()),
    }
}

fn typed(answers: &Answers) -> TypedTold {
    let of = |name| answers.of(name).to_owned();
    TypedTold {
        channel: of("channel"),
        told_on: of("told_on"),
        told_at: of("told_at"),
        intake: Intake {
            text: of("text"),
            unit_id: of("unit_id"),
            about_manager: answers.of("about_manager") == "yes",
            kind: of("kind"),
            relation: of("relation"),
            name: of("name"),
            email: of("email"),
            reach: of("reach"),
            interpreter: of("interpreter"),
            easy_read: answers.of("easy_read") == "yes",
            phone: of("phone"),
            wants_answer: Some(answers.of("wants_answer") != "no"),
            language: of("language"),
            attachments: Some(of(FILE[0])).filter(|file| !file.is_empty()).into_iter().collect(),
        },
    }
}
