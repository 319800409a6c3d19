//! Who may see what. One function per question.

use kernel::UnitId;
use organisation::{Colleague, Role};

/// Whose facts somebody may see counted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Reach {
    Units(Vec<UnitId>),
    City,
}

/// Whether somebody may see who is responsible for what. A guardian or a youth has nothing to do here: they meet the people
/// of their own unit, and the register names others who have the support, which is secret (OSL 26:1).
pub fn may_read_register(colleague: &Colleague) -> bool {
    colleague.roles.iter().any(|(role, _)| is_of_the_work(*role))
}

/// Roles of those who work in or for the activity. The others are known to the register only so that they can log in.
pub const fn is_of_the_work(role: Role) -> bool {
    match role {
        Role::Guardian | Role::Youth => false,
        Role::Staff
        | Role::UnitManager
        | Role::Principal
        | Role::SchoolOwnerRepresentative
        | Role::LexSarahInvestigator
        | Role::DecisionMaker
        | Role::Registrar
        | Role::ContactCentre
        | Role::Archivist
        | Role::DataProtectionOfficer
        | Role::Administrator => true,
    }
}

/// None: no facts at all.
pub fn reach(colleague: &Colleague) -> Option<Reach> {
    let city = [Role::LexSarahInvestigator, Role::DecisionMaker, Role::Administrator];
    if city.into_iter().any(|role| colleague.is(role)) {
        return Some(Reach::City);
    }
    let mut units = [colleague.units_as(Role::UnitManager), colleague.units_as(Role::Principal)].concat();
    units.sort_unstable();
    units.dedup();
    (!units.is_empty()).then_some(Reach::Units(units))
}

#[cfg(test)]
mod tests {
    use organisation::Register;
    use testkit::organisation::{NORRGLIMT, STJARNVRET, organisation, person, unit};

    use super::*;

    fn colleague(login: &str) -> Colleague {
        let day = "2026-11-21".parse().unwrap();
        Register::new(organisation()).colleague(person(login), day).unwrap()
    }

    #[test]
    fn each_role_sees_its_own_and_no_more() {
        let city = Some(Reach::City);
        let own = |id| Some(Reach::Units(vec![unit(id)]));
        for (login, register, facts) in [
            ("vardnadshavare-norrglimt", false, None),
            ("ungdom-norrglimt", false, None),
            ("utan-roll", false, None),
            ("fritidsledare-norrglimt", true, None),
            ("gruppchef-norrglimt", true, own(NORRGLIMT)),
            ("rektor-norrglimt", true, own(NORRGLIMT)),
            ("rektor-stjarnvret", true, own(STJARNVRET)),
            ("huvudmannarepresentant", true, None),
            ("utredare-1", true, city.clone()),
            ("beslutsfattare", true, city.clone()),
            ("registrator", true, None),
            ("arkivarie", true, None),
            ("dataskyddsombud", true, None),
            ("administrator", true, city),
        ] {
            let colleague = colleague(login);
            assert_eq!(may_read_register(&colleague), register, "{login}");
            assert_eq!(reach(&colleague), facts, "{login}");
        }
    }
}
