//! What is wrong with what was typed, in words.

use kernel::text::TextFault;
use web::Page;

use crate::domain::{Field, IntakeFault, Policy, Wrong};

/// Fields' faults in the order in which they are asked for: (name of the field, text).
#[derive(Debug, Clone, Default)]
pub(in crate::pages) struct Faults(Vec<(&'static str, String)>);

impl Faults {
    pub fn of_intake(page: &Page, policy: &Policy, faults: &[IntakeFault]) -> Self {
        Self(faults.iter().map(|fault| (name(fault.field), text(page, policy, fault))).collect())
    }

    pub fn one(field: &'static str, text: String) -> Self {
        Self(vec![(field, text)])
    }

    #[must_use]
    pub fn and(mut self, field: &'static str, text: String) -> Self {
        self.0.push((field, text));
        self
    }

    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    pub fn iter(&self) -> std::slice::Iter<'_, (&'static str, String)> {
        self.0.iter()
    }

    /// The fault of one field.
    pub fn of(&self, field: &str) -> Option<String> {
        self.0.iter().find(|(name, _)| *name == field).map(|(_, text)| text.clone())
    }
}

/// The name of a field in its form, and the id of its control.
const fn name(field: Field) -> &'static str {
    match field {
        Field::Text => "text",
        Field::Unit => "unit",
        Field::Kind => "kind",
        Field::Relation => "relation",
        Field::Name => "name",
        Field::Email => "email",
        Field::Phone => "phone",
        Field::Reach => "reach",
        Field::Interpreter => "interpreter",
        Field::Language => "language",
        Field::Attachments => "file",
    }
}

/// One sentence for each fault: what it is, and what helps.
pub(in crate::pages) fn text(page: &Page, policy: &Policy, fault: &IntakeFault) -> String {
    match (fault.field, fault.wrong) {
        (Field::Text, Wrong::Text(fault)) => free_text(page, "event", fault),
        (Field::Unit, _) => page.t("unit-gone"),
        (Field::Attachments, Wrong::TooMany) => page.t1("files-too-many", "most", policy.most_files),
        (Field::Attachments, _) => page.t("files-gone"),
        (_, Wrong::NotAnAddress) => page.t("contact-email-odd"),
        (_, Wrong::Text(TextFault::TooLong { most, .. })) => page.t1("contact-too-long", "most", most),
        (_, Wrong::Text(_)) => page.t("contact-control"),
        (_, Wrong::Unknown | Wrong::TooMany) => page.t("relation-gone"),
    }
}

/// Of the keys `<about>-empty`, `<about>-too-long` and `<about>-control`.
pub(in crate::pages) fn free_text(page: &Page, about: &str, fault: TextFault) -> String {
    match fault {
        TextFault::Empty => page.t(&format!("{about}-empty")),
        TextFault::ControlCharacters => page.t(&format!("{about}-control")),
        TextFault::TooLong { length, most } => {
            let (length, most) = (thousands(length), thousands(most));
            page.t2(&format!("{about}-too-long"), ("length", &length), ("most", &most))
        }
    }
}

/// 20000 as it is read: 20 000, kept on one line.
fn thousands(number: usize) -> String {
    let digits = number.to_string();
    let groups: Vec<_> = digits.as_bytes().rchunks(3).rev().map(String::from_utf8_lossy).collect();
    groups.join("\u{a0}")
}

#[cfg(test)]
mod tests {
    use super::thousands;

    #[test]
    fn large_numbers_are_grouped() {
        assert_eq!(
            [7, 999, 20_000, 1_234_567].map(thousands),
            ["7", "999", "20\u{a0}000", "1\u{a0}234\u{a0}567"]
        );
    }
}
