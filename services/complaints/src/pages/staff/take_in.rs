//! Somebody at work writes down what they were told, or what came by letter or mail.

use askama::Template;
use axum::response::{IntoResponse, Response};
use kernel::calendar::swedish_time;
use vault::Token;
use web::{Error, Page};

use super::{
    answers::Answers,
    ask::{Ask, Kind},
    desk::{Desk, Faults, Sent, faulty, or_none},
    form::{self, Blank},
    nobody, wording,
};
use crate::{
    actions::{self, Repeat},
    domain::{Channel, Intake, Kind as Called, Relation, Told, TypedTold, works_with_complaints},
};

/// That it is taken in, and the receipt for the one who told. It is shown here and kept nowhere.
#[derive(Template)]
#[template(path = "staff/taken_in.html")]
struct TakenIn {
    page: Page,
    number: String,
    code: String,
    when: String,
}

pub(super) async fn ask(desk: Desk) -> Result<Response, Error> {
    if !works_with_complaints(&desk.person) {
        return nobody::show(desk);
    }
    show(&desk, Faults::default(), &Answers::default())
}

/// Answers the page itself and not 303: the code may stand in no address. The same form sent twice gets the same answer.
pub(super) async fn send(sent: Sent<Answers>) -> Result<Response, Error> {
    let Sent { mut desk, fields: answers } = sent;
    if !works_with_complaints(&desk.person) {
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
    let taken = actions::take_in(&desk.app, &desk.person, told, &repeat).await?;
    let template = TakenIn {
        number: taken.number.to_string(),
        code: taken.receipt.reveal().to_owned(),
        when: desk.page.when(&taken.received_at),
        page: desk.page,
    };
    Ok(web::html(&template)?.into_response())
}

fn show(desk: &Desk, faults: Faults, answers: &Answers) -> Result<Response, Error> {
    let form = answers.of("form");
    let form = if form.is_empty() { Token::random().reveal() } else { form.to_owned() };
    let blank = Blank { key: "take_in", action: "/nytt", hidden: vec![("form", form)], asks: asks(desk) };
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
        Ask::new("unit_id", Kind::Select(or_none(&page.t("no-unit"), desk.units()))),
        Ask::words(page, "kind", "kind", Called::ALL.iter().map(|kind| kind.word()))
            .suggesting(Called::Complaint.to_string()),
        Ask::words(page, "relation", "relation", Relation::ALL.iter().map(|relation| relation.word()))
            .suggesting(Relation::Unknown.to_string()),
        line("name"),
        line("phone"),
        line("email"),
        Ask::yes_no(page, "wants_answer").suggesting("yes".to_owned()),
        Ask::new("language", Kind::Select(languages)).suggesting("sv".to_owned()),
    ]
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
            kind: of("kind"),
            relation: of("relation"),
            name: of("name"),
            email: of("email"),
            phone: of("phone"),
            wants_answer: Some(answers.of("wants_answer") != "no"),
            language: of("language"),
            ..Intake::default()
        },
    }
}
