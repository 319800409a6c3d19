//! The same done to several matters at once. Each is asked by itself, and the page says of each how it went.

use askama::Template;
use axum::response::{IntoResponse, Response};
use kernel::{PersonId, calendar::swedish_day, text::FreeText};
use organisation::Role;
use web::{Error, Page};

use super::{
    answers::Answers,
    desk::{Desk, Sent, address, or_none, sorted},
    wording,
};
use crate::{
    actions::{self, At, Failed},
    domain::{Complaint, ComplaintId, Level, Verb, works_with_complaints},
    store::StoreError,
};

/// More than one page shows is not asked for by our form.
const MOST: usize = 100;

#[derive(Template)]
#[template(path = "staff/several.html")]
struct Several {
    page: Page,
    title: String,
    /// What was missing in the form, so that nothing was done.
    fault: Option<String>,
    done: Vec<(String, String)>,
    /// The matter, where it is, and why it was not done.
    left: Vec<(String, String, String)>,
}

/// What is to be done to those that were chosen.
enum Deed {
    Assign(PersonId, Option<FreeText>),
    Remind,
}

/// Those to whom at least one of the matters can be given: who read it by their role.
pub(super) fn people(desk: &Desk, complaints: &[Complaint]) -> Vec<(String, String)> {
    let mut people: Vec<_> = complaints.iter().flat_map(|complaint| readers(desk, complaint)).collect();
    people.sort_unstable();
    people.dedup();
    let named = people.into_iter().map(|person| (person.to_string(), desk.name(person)));
    or_none(&desk.page.t("choose-one"), sorted(named))
}

/// Those who read a matter by their role. Who of them is off it (G.2) is asked when it is given to them.
fn readers(desk: &Desk, complaint: &Complaint) -> Vec<PersonId> {
    let (register, day) = (desk.app.inside.ground.directory.now(), swedish_day(desk.app.now()));
    match complaint.unit {
        None => register.holders(Role::Registrar, None, day),
        Some(unit) => [Role::UnitManager, Role::Principal]
            .into_iter()
            .flat_map(|role| register.holders(role, Some(unit), day))
            .chain(
                register
                    .holders(Role::SchoolOwnerRepresentative, None, day)
                    .into_iter()
                    .filter(|_| complaint.level == Level::SchoolOwnerRepresentative),
            )
            .collect(),
    }
}

/// Answers the page itself and not 303: what went and what did not stands in no address. The same form sent twice changes
/// nothing, since each matter is named with its version.
pub(super) async fn send(sent: Sent<Answers>) -> Result<Response, Error> {
    let Sent { desk, fields } = sent;
    if !works_with_complaints(&desk.person) {
        return Err(Error::Forbidden);
    }
    let chosen = chosen(&fields)?;
    let verb = if fields.of("do") == "remind" { Verb::Remind } else { Verb::Assign };
    let deed = match deed(&desk, &fields, verb) {
        Ok(deed) if !chosen.is_empty() => deed,
        Ok(_) => return show(&desk, verb, Some(desk.page.t("several-none")), Vec::new(), Vec::new()),
        Err(fault) => return show(&desk, verb, Some(fault), Vec::new(), Vec::new()),
    };
    let (mut done, mut left) = (Vec::new(), Vec::new());
    for (id, version) in chosen {
        let number = number(&desk, id).await?;
        match (does(&desk, desk.at(id, version), &deed).await, number) {
            (Ok(()), Some(number)) => done.push((number, address(id))),
            (Ok(()), None) => {}
            (Err(Failed::Store(error)), _) if !matches!(error, StoreError::Stale) => {
                return Err(Failed::from(error).into());
            }
            (Err(failed), Some(number)) => left.push((number, address(id), why(&desk.page, &failed))),
            (Err(_), None) => {
                left.push((desk.page.t("several-unknown"), String::new(), desk.page.t("left-not-there")));
            }
        }
    }
    show(&desk, verb, None, done, left)
}

fn deed(desk: &Desk, fields: &Answers, verb: Verb) -> Result<Deed, String> {
    if verb == Verb::Remind {
        return Ok(Deed::Remind);
    }
    let whom = fields.of("person").parse::<kernel::Uuid>().map(PersonId::from);
    let whom = whom.map_err(|_| desk.page.t("assign-person-missing"))?;
    let reason = FreeText::parse_optional(fields.of("reason"), desk.app.policy.longest_text);
    let reason = reason.map_err(|fault| wording::text_fault(&desk.page, "words", fault))?;
    Ok(Deed::Assign(whom, reason))
}

async fn does(desk: &Desk, at: At<'_>, deed: &Deed) -> Result<(), Failed> {
    match deed {
        Deed::Assign(whom, reason) => actions::assign(&desk.app, at, *whom, reason.clone()).await,
        Deed::Remind => actions::remind_now(&desk.app, at).await,
    }
}

/// The boxes that were ticked: each is called by its matter and says its version.
fn chosen(fields: &Answers) -> Result<Vec<(ComplaintId, i64)>, Error> {
    let ticked = fields.beginning("m-").map(|(id, version)| {
        let id = id.parse::<kernel::Uuid>().map_err(|_| Error::BadRequest)?;
        Ok((ComplaintId::from(id), version.parse().map_err(|_| Error::BadRequest)?))
    });
    let chosen = ticked.collect::<Result<Vec<_>, Error>>()?;
    if chosen.len() > MOST { Err(Error::BadRequest) } else { Ok(chosen) }
}

/// What a matter is called. None when it is not there, or not theirs: the two look alike.
async fn number(desk: &Desk, id: ComplaintId) -> Result<Option<String>, Error> {
    let seen = desk.app.store.complaint_as_seen_by(id, &desk.person).await.map_err(Failed::from)?;
    Ok(seen.map(|(complaint, _)| complaint.number.to_string()))
}

fn why(page: &Page, failed: &Failed) -> String {
    match failed {
        Failed::Refused(refused) => wording::left(page, *refused),
        Failed::Store(StoreError::Stale) => page.t("left-stale"),
        _ => page.t("left-not-there"),
    }
}

fn show(
    desk: &Desk,
    verb: Verb,
    fault: Option<String>,
    done: Vec<(String, String)>,
    left: Vec<(String, String, String)>,
) -> Result<Response, Error> {
    let status = if fault.is_some() {
        axum::http::StatusCode::UNPROCESSABLE_ENTITY
    } else {
        axum::http::StatusCode::OK
    };
    let title = desk.page.t(&wording::key("several", verb.word()));
    let template = Several { page: desk.page.clone(), title, fault, done, left };
    Ok((status, web::html(&template)?).into_response())
}
