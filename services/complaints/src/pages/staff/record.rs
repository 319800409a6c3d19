//! The record of a complaint as a document: what was written, in the order in which it came about.

use axum::{body::Body, response::Response};
use documents::{Filed, Head, Pdf, Record};
use kernel::Timestamp;
use web::{Error, download};

use super::{
    case::{corrects, facts, judgement, noted_by},
    desk::Desk,
    wording,
};
use crate::{
    actions,
    address::Named,
    domain::{Case, Content, Measure},
};

pub(super) async fn show(desk: Desk, Named(id): Named) -> Result<Response, Error> {
    let case = actions::record(&desk.app, id, &desk.person).await?;
    let name = format!("arende-{}.pdf", case.complaint.number);
    let made = documents::make(filled_in(&desk, &case)).await;
    let bytes = made.map_err(|error| Error::Internal(error.into()))?.into_bytes();
    Ok(download(&name, Pdf::CONTENT_TYPE, None, Body::from(bytes)))
}

fn filled_in(desk: &Desk, case: &Case) -> Record {
    let (page, complaint) = (&desk.page, &case.complaint);
    Record {
        head: Head {
            language: page.language().clone(),
            office: desk.app.policy.office.clone(),
            at: desk.app.now(),
        },
        title: page.t1("record-title", "number", complaint.number.to_string()),
        number: complaint.number.clone(),
        diary_number: complaint.registered.as_ref().map(|entry| entry.number.clone()),
        lead: page.t("record-lead"),
        // The duties stand among the entries.
        facts: facts(desk, case).into_iter().filter(|(_, answer)| !answer.is_empty()).collect(),
        entries: case.content.as_ref().map(|content| entries(desk, case, content)).unwrap_or_default(),
    }
}

/// Who sees to a measure, and the two days of it.
fn days_of(desk: &Desk, measure: &Measure) -> String {
    let page = &desk.page;
    let (who, due, check) =
        (desk.name(measure.owner), measure.due_on.to_string(), measure.check_on.to_string());
    let parts = [("column-owner", who), ("column-due", due), ("column-check", check)];
    parts.map(|(key, value)| format!("{}: {value}", page.t(key))).join("\n")
}

/// Oldest first.
fn entries(desk: &Desk, case: &Case, content: &Content) -> Vec<Filed> {
    let page = &desk.page;
    let sender =
        content.contact.name.as_ref().map_or_else(|| page.t("sender"), |name| name.as_str().to_owned());
    let entry = |at: Timestamp, who: String, text: &str| {
        let title = page.t2("record-entry", ("when", &page.when(&at)), ("who", &who));
        (at, Filed { title, text: text.to_owned() })
    };
    let messages = content.messages.iter().map(|message| {
        let who = message.author.clone().unwrap_or_else(|| sender.clone());
        entry(message.written_at, who, &message.text)
    });
    let journal = content.journal.iter().map(|noted| {
        let corrects = corrects(page, content, noted)
            .map(|corrects| {
                format!(
                    "{corrects}

"
                )
            })
            .unwrap_or_default();
        entry(noted.written_at, noted_by(page, noted), &format!("{corrects}{}", noted.text))
    });
    let judgements = case.judged_before.iter().map(|(triage, done)| {
        let who = format!("{} ({})", desk.name(done.by), page.t("judged-before"));
        entry(done.at, who, &judgement(page, triage))
    });
    let duties = content.fulfilled.iter().map(|fulfilled| {
        let (duty, outcome) = (fulfilled.duty.word(), fulfilled.outcome.word());
        let what =
            [wording::word(page, "duty-name", duty), wording::word(page, "outcome", outcome)].join(": ");
        entry(fulfilled.done.at, format!("{} ({what})", desk.name(fulfilled.done.by)), &fulfilled.note)
    });
    let measures = content.measures.iter().flat_map(|measure| {
        let planned = entry(
            measure.planned.at,
            format!("{} ({})", desk.name(measure.planned.by), page.t("measures")),
            &format!("{}\n\n{}", measure.text, days_of(desk, measure)),
        );
        let effect = measure.effect.as_ref().map(|effect| {
            let who = format!("{} ({})", desk.name(effect.done.by), page.t("column-effect"));
            entry(effect.done.at, who, &effect.text)
        });
        std::iter::once(planned).chain(effect)
    });
    let mut all: Vec<_> = messages.chain(judgements).chain(journal).chain(duties).chain(measures).collect();
    all.sort_by_key(|(at, _)| *at);
    let files = content.files.iter().map(|file| file.name.clone()).collect::<Vec<_>>().join("\n");
    let listed = (!files.is_empty()).then(|| Filed { title: page.t("record-files"), text: files });
    all.into_iter().map(|(_, filed)| filed).chain(listed).collect()
}
