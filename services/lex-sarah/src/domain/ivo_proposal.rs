//! What the case already knows of IVO's form, proposed to whoever fills it in: only what the inquiry says with codes for
//! people, never the words of the report.

use kernel::calendar::swedish_day;

use super::{
    Case, Completion, Content, Decision, Entry, Grade, Happened, IvoMatter, Kind, Policy, Record, Report,
    Section, Signature, TypedIvoForm, entry::in_force, measures,
};

/// Where a proposal comes from.
pub struct Known<'a> {
    pub case: &'a Case,
    /// The unit's name.
    pub unit: &'a str,
    pub report: Option<&'a Report>,
    pub entries: &'a [Entry],
    pub completion: Option<&'a Completion>,
    pub decision: Option<&'a Decision>,
    pub records: &'a [Record],
    /// Whoever investigates.
    pub contact: Option<&'a Signature>,
}

impl Known<'_> {
    /// The form as far as it can be filled in from the case. What nobody has said stays empty.
    pub fn proposed(&self, policy: &Policy) -> TypedIvoForm {
        let office = &policy.office;
        let line = |text: &Option<String>| text.clone().unwrap_or_default();
        let (postal_address, postcode, town) = parts_of(&line(&office.postal_address));
        let (happened_on, happened_at) = self.happened(policy);
        let contact = self.contact.cloned();
        TypedIvoForm {
            matter: self.matter().map(IvoMatter::code).unwrap_or_default().to_owned(),
            contact: contact.as_ref().map(|who| who.name.clone()).unwrap_or_default(),
            contact_title: contact.and_then(|who| who.title).unwrap_or_default(),
            postal_address,
            postcode,
            town,
            phone: line(&office.phone),
            email: line(&office.email),
            activity: self.unit.to_owned(),
            activity_kind: policy.activity_kind.clone(),
            target_group: policy.target_group.clone(),
            happened_on,
            happened_at,
            description: self.told(Section::WHAT_HAPPENED),
            kind: self.case.kind.map(super::MisconductKind::code).unwrap_or_default().to_owned(),
            causes: self.told(Section::CAUSES),
            measures_taken: paragraphs([self.told(Section::MEASURES_TAKEN), self.done()]),
            measures_planned: paragraphs([self.told(Section::MEASURES_TO_COME), self.planned()]),
            ..TypedIvoForm::default()
        }
    }

    /// By the decision, or by what the inquiry proposes.
    fn matter(&self) -> Option<IvoMatter> {
        let decided = self.decision.map(|decision| decision.content.grade);
        match decided.or_else(|| self.completion.map(|completion| completion.proposed_grade))? {
            Grade::Serious => Some(IvoMatter::SeriousMisconduct),
            Grade::TangibleRiskOfSerious => Some(IvoMatter::TangibleRisk),
            Grade::NoMisconduct | Grade::TangibleRisk | Grade::Misconduct => None,
        }
    }

    /// The day, where the report was made on it, and what the inquiry says of the time, as far as it is short enough for its line.
    fn happened(&self, policy: &Policy) -> (String, String) {
        let by_report = self.report.and_then(|report| match report.happened? {
            Happened::JustNow | Happened::EarlierToday => {
                Some(swedish_day(self.case.received_at).to_string())
            }
            // Told in the reporter's own words.
            Happened::Other => None,
        });
        let time = self.told(Section::WHEN);
        let fits = !time.contains('\n') && time.chars().count() <= policy.longest_line;
        (by_report.unwrap_or_default(), if fits { time } else { String::new() })
    }

    /// What the inquiry says of a point, but for what cannot be known.
    fn told(&self, section: Section) -> String {
        let said = in_force(self.entries).filter(|entry| entry.section == section);
        paragraphs(said.filter(|entry| entry.kind != Kind::NotKnown).map(|entry| entry.text.clone()))
    }

    fn done(&self) -> String {
        let remedied = self.records.iter().filter_map(|record| match &record.content {
            Content::Remedy(remedy) => Some(remedy.done.clone()),
            _ => None,
        });
        let measures = measures(self.records);
        let done = measures.iter().filter(|each| each.done.is_some()).map(|each| each.measure.text.clone());
        paragraphs(remedied.chain(done))
    }

    fn planned(&self) -> String {
        let measures = measures(self.records);
        let open = measures.iter().filter(|each| each.done.is_none());
        paragraphs(open.map(|each| format!("{} ({})", each.measure.text, each.due_on)))
    }
}

fn paragraphs(texts: impl IntoIterator<Item = String>) -> String {
    texts.into_iter().filter(|text| !text.is_empty()).collect::<Vec<_>>().join("\n\n")
}

/// "Provgatan 1, 123 45 Provstad" in its parts; what is written otherwise stands in the first whole.
fn parts_of(address: &str) -> (String, String, String) {
    let whole = || (address.to_owned(), String::new(), String::new());
    let Some((street, rest)) = address.rsplit_once(", ") else { return whole() };
    let is_postcode = |at: usize, byte: u8| if at == 3 { byte == b' ' } else { byte.is_ascii_digit() };
    match rest.split_at_checked(6) {
        Some((postcode, town)) if postcode.bytes().enumerate().all(|(at, byte)| is_postcode(at, byte)) => {
            (street.to_owned(), postcode.to_owned(), town.trim().to_owned())
        }
        _ => whole(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_is_split_where_it_is_written_as_addresses_are() {
        let parts = |address| {
            let (street, postcode, town) = parts_of(address);
            [street, postcode, town]
        };
        assert_eq!(parts("Provgatan 1, 123 45 Provstad"), ["Provgatan 1", "123 45", "Provstad"]);
        for other in ["", "Box 22049", "Provgatan 1, Provstad", "Gata 1, åäö"] {
            assert_eq!(parts(other), [other, "", ""]);
        }
    }
}
