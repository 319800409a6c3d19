//! The notification to IVO on paper, laid out as its form.

use chrono::NaiveDate;
use documents::{Choice, Contact, Enclosure, Head, Notification, Notifier, Place};
use kernel::Timestamp;

use crate::{
    domain::{
        Decision, Enclosed, Entry, IvoForm, IvoMatter, Kind, MisconductKind, Policy, Section, in_force,
    },
    in_swedish, swedish,
};

pub(super) fn filled_in(
    form: &IvoForm,
    (entries, decision, enclosed): (&[Entry], Option<Decision>, Vec<Enclosed>),
    policy: &Policy,
    now: Timestamp,
) -> Notification {
    Notification {
        head: Head { language: swedish(), office: policy.office.clone(), at: now },
        diary_number: form.diary_number.clone(),
        has_happened: form.matter == IvoMatter::SeriousMisconduct,
        notifier: Notifier::Board { board: form.board.clone(), municipality: policy.municipality.clone() },
        contact: contact(form),
        place: place(form),
        description: form.description.clone(),
        kinds: MisconductKind::ALL.iter().map(|kind| choice(*kind, form.kind)).collect(),
        causes: form.causes.clone(),
        measures_taken: form.measures_taken.clone(),
        measures_planned: form.measures_planned.clone(),
        inquiry: if entries.is_empty() {
            Vec::new()
        } else {
            Section::all().map(|at| section(at, entries)).collect()
        },
        decision: decision.map(decided),
        enclosures: enclosed.into_iter().map(enclosure).collect(),
    }
}

fn contact(form: &IvoForm) -> Contact {
    Contact {
        name: form.contact.clone(),
        position: form.contact_title.clone(),
        address: form.postal_address.clone(),
        postcode: form.postcode.clone(),
        town: form.town.clone(),
        phone: form.phone.clone(),
        mobile: form.mobile.clone(),
        email: form.email.clone(),
    }
}

/// A day that reads as one stands in its own field; any other words stand with the hour.
fn place(form: &IvoForm) -> Place {
    let day = form.happened_on.parse::<NaiveDate>().ok();
    let words = [day.is_none().then_some(&form.happened_on), Some(&form.happened_at)];
    let words: Vec<_> = words.into_iter().flatten().filter(|words| !words.is_empty()).cloned().collect();
    Place {
        activity: form.activity.clone(),
        address: form.activity_address.clone(),
        town: form.activity_town.clone(),
        kind: form.activity_kind.clone(),
        target_group: form.target_group.clone(),
        day,
        time: words.join(", "),
    }
}

fn choice(kind: MisconductKind, chosen: MisconductKind) -> Choice {
    Choice { label: in_swedish(&format!("misconduct-{}", kind.code())), chosen: kind == chosen }
}

fn section(at: Section, entries: &[Entry]) -> documents::Section {
    documents::Section {
        title: in_swedish(&format!("section-{}", at.number())),
        entries: in_force(entries).filter(|entry| entry.section == at).map(entry).collect(),
    }
}

fn entry(entry: &Entry) -> documents::Entry {
    documents::Entry {
        kind: match entry.kind {
            Kind::Fact => documents::EntryKind::Fact,
            Kind::Assessment => documents::EntryKind::Assessment,
            Kind::NotKnown => documents::EntryKind::NotKnown,
        },
        text: entry.text.clone(),
        source: entry.source.as_ref().map(|source| source.in_words(in_swedish)),
        recorded_at: entry.recorded_at,
        name: entry.recorded_by.name.clone(),
        position: entry.recorded_by.title.clone(),
    }
}

fn enclosure(file: Enclosed) -> Enclosure {
    Enclosure { name: file.path, size: u64::try_from(file.size).unwrap_or_default(), sha256: file.sha256 }
}

fn decided(decision: Decision) -> documents::Decision {
    let content = decision.content;
    let measures = content.measures.map(|measures| format!("\n\n{measures}")).unwrap_or_default();
    documents::Decision {
        grade: in_swedish(&format!("grade-{}", content.grade.code())),
        reasons: content.reasons + &measures,
        decided_at: content.decided_at,
        name: content.name,
        position: content.title,
        delegation: Some(content.delegation),
    }
}
