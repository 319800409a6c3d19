//! From a role or a person to the addresses of today.

use chrono::NaiveDate;
use kernel::{EmailAddress, PersonId};
use organisation::{Colleague, Register, Role};

use crate::domain::Recipient;

/// What people at work are written to in. POLICY
const LANGUAGE_AT_WORK: &str = "sv";

/// Somebody who is told.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Told {
    pub address: EmailAddress,
    pub language: String,
    /// Who it is, for the operator who must put a wrong address right. Only people who work here: that a guardian or a
    /// youth has a matter is theirs.
    pub colleague: Option<PersonId>,
}

/// Why somebody who was to be told is not. An operator has to see to it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Untold {
    /// There is nobody.
    Nobody,
    /// There is somebody, and the register has no address.
    NoAddress,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Recipients {
    pub told: Vec<Told>,
    pub untold: Option<Untold>,
}

/// Whether a message to everybody with the role makes sense. Not to all staff of a unit or of the contact centre, and never to all its guardians or youths
/// (requirements I.3): they are told one by one.
pub const fn may_be_told_together(role: Role) -> bool {
    match role {
        Role::Guardian | Role::Youth | Role::Staff | Role::ContactCentre => false,
        Role::UnitManager
        | Role::Principal
        | Role::SchoolOwnerRepresentative
        | Role::LexSarahInvestigator
        | Role::DecisionMaker
        | Role::Registrar
        | Role::Archivist
        | Role::DataProtectionOfficer
        | Role::Administrator => true,
    }
}

/// Who is told today. Somebody whose roles have ended is not: they have left, or the youth has come of age.
pub fn recipients(recipient: Recipient, register: &Register, today: NaiveDate) -> Recipients {
    let people = match recipient {
        Recipient::Outside { address, language } => {
            return Recipients { told: vec![Told { address, language, colleague: None }], untold: None };
        }
        Recipient::Person(person) => vec![person],
        Recipient::Holders { role, unit, except } => {
            let mut holders = register.holders(role, unit, today);
            holders.retain(|holder| !except.contains(holder));
            holders
        }
    };
    let colleague = |id: &PersonId| register.colleague(*id, today).filter(|c| !c.roles.is_empty());
    let people: Vec<Colleague> = people.iter().filter_map(colleague).collect();
    let told: Vec<Told> = people.iter().filter_map(|person| reach(person, register)).collect();
    let untold = if people.is_empty() {
        Some(Untold::Nobody)
    } else {
        (told.len() < people.len()).then_some(Untold::NoAddress)
    };
    Recipients { told, untold }
}

fn reach(colleague: &Colleague, register: &Register) -> Option<Told> {
    let address = register.person(colleague.id)?.email.as_deref()?.parse().ok()?;
    let works = colleague.roles.iter().any(|(role, _)| !matches!(role, Role::Guardian | Role::Youth));
    Some(Told { address, language: LANGUAGE_AT_WORK.to_owned(), colleague: works.then_some(colleague.id) })
}

#[cfg(test)]
mod tests {
    use testkit::organisation::{NORRGLIMT, organisation, person, unit};

    use super::*;

    fn on(day: &str, register: &Register, recipient: Recipient) -> (Vec<String>, Option<Untold>) {
        let Recipients { told, untold } = recipients(recipient, register, day.parse().unwrap());
        (told.iter().map(|told| told.address.as_str().to_owned()).collect(), untold)
    }

    fn today(recipient: Recipient) -> (Vec<String>, Option<Untold>) {
        on("2026-11-21", &Register::new(organisation()), recipient)
    }

    fn holders(role: Role, except: &[&str]) -> Recipient {
        let unit = matches!(role, Role::UnitManager | Role::Principal).then(|| unit(NORRGLIMT));
        Recipient::Holders { role, unit, except: except.iter().map(|login| person(login)).collect() }
    }

    #[test]
    fn everybody_with_the_role_is_told_but_those_who_may_not() {
        let both = ["utredare-1@example.org", "utredare-2@example.org"].map(String::from).to_vec();
        assert_eq!(today(holders(Role::LexSarahInvestigator, &[])), (both.clone(), None));
        assert_eq!(today(holders(Role::LexSarahInvestigator, &["utredare-1"])), (both[1..].to_vec(), None));
        assert_eq!(
            today(holders(Role::UnitManager, &["gruppchef-norrglimt"])),
            (vec![], Some(Untold::Nobody))
        );
    }

    #[test]
    fn who_has_left_is_not_told() {
        let mut organisation = organisation();
        organisation.assignments[0].to = "2026-11-20".parse().ok();
        let register = Register::new(organisation);
        let manager = || Recipient::Person(person("gruppchef-norrglimt"));
        assert_eq!(on("2026-11-20", &register, manager()).1, None);
        assert_eq!(on("2026-11-21", &register, manager()), (vec![], Some(Untold::Nobody)));
        assert_eq!(today(Recipient::Person(person("utan-roll"))), (vec![], Some(Untold::Nobody)));
    }

    #[test]
    fn a_missing_address_is_told_of_and_the_others_get_theirs() {
        let mut organisation = organisation();
        let first = organisation.people.iter_mut().find(|person| person.login == "utredare-1").unwrap();
        first.email = None;
        let register = Register::new(organisation);
        let told = on("2026-11-21", &register, holders(Role::LexSarahInvestigator, &[]));
        assert_eq!(told, (vec!["utredare-2@example.org".to_owned()], Some(Untold::NoAddress)));
    }

    #[test]
    fn only_people_at_work_are_known_by_name_to_the_operator() {
        let register = Register::new(organisation());
        let colleague = |login| {
            let recipient = Recipient::Person(person(login));
            recipients(recipient, &register, "2026-11-21".parse().unwrap()).told[0].colleague
        };
        assert_eq!(colleague("gruppchef-norrglimt"), Some(person("gruppchef-norrglimt")));
        assert_eq!(colleague("vardnadshavare-norrglimt"), None);
        assert_eq!(colleague("ungdom-norrglimt"), None);
    }
}
