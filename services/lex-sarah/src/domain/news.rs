//! What those who answer for a unit are told of its cases although they neither work with them nor read them (requirements I.1, last
//! column). Their mail and their start page are both made from this; STATES.md shows it.

use organisation::Role;

use super::{Case, code::coded};

coded!(
    /// Something that has happened in a case.
    News {
        /// L2: something is done to protect somebody.
        Protected = "protected",
        /// L4, "if possibly serious": whoever inquires or decides finds that IVO must hear of it.
        MayBeSerious = "may_be_serious",
        /// L6.
        IvoNotified = "ivo_notified",
    }
);

impl News {
    /// Those who are told, but nobody who is part of it.
    pub const fn told(self) -> &'static [Role] {
        match self {
            Self::Protected => &[Role::Principal],
            Self::MayBeSerious => &[Role::SchoolOwnerRepresentative],
            Self::IvoNotified => &[Role::UnitManager, Role::Principal, Role::SchoolOwnerRepresentative],
        }
    }
}

impl Case {
    /// Nobody grades a report before it is decided (L1), so this is the first that says it: IVO is to hear of it, or somebody has
    /// proposed so. When IVO is notified, that is the news.
    pub const fn may_be_serious(&self) -> bool {
        self.ivo_clear_at.is_some()
    }
}
