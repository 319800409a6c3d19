//! The services that a token can be for.

/// The audience of an access token: one service, never several.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Service {
    Complaints,
    LexSarah,
    Notifications,
    Quality,
}

impl Service {
    pub const ALL: [Self; 4] = [Self::Complaints, Self::LexSarah, Self::Notifications, Self::Quality];

    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|service| service.name() == name)
    }

    pub fn name(self) -> &'static str {
        match self {
            Self::Complaints => "complaints",
            Self::LexSarah => "lex-sarah",
            Self::Notifications => "notifications",
            Self::Quality => "quality",
        }
    }
}
