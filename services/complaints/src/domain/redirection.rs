//! A matter that is for somebody else (I.2 C6): FL 6 and 8 §§ ask us to help the sender there.

use kernel::text::FreeText;

use crate::domain::{AnswerFault, AnswerWrong, Policy, Typed};

words! {
    /// Whose it is.
    Elsewhere {
        /// The board that granted the service, when it is about the decision.
        OrderingBoard = "ordering_board",
        School = "school",
        SchoolTransport = "school_transport",
        SocialServices = "social_services",
        OtherMunicipality = "other_municipality",
        Region = "region",
        Police = "police",
        Other = "other",
    }
}

words! {
    /// How the sender is helped there.
    Onward {
        /// They are told whom to turn to.
        Told = "told",
        /// What they wrote is sent on.
        Forwarded = "forwarded",
    }
}

/// Where it went, and how.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Redirection {
    pub to: Elsewhere,
    pub how: Onward,
    /// Whether the sender agreed that it be sent on.
    pub consent: bool,
}

/// As typed; `text` is what the sender is told.
#[derive(Debug, Clone, Default)]
pub struct TypedRedirection {
    pub to: String,
    pub how: String,
    pub consent: String,
    pub text: String,
}

impl Redirection {
    /// Every fault at once. Secrecy stands between authorities (OSL 8:1): without consent nothing is sent on.
    pub fn parse(typed: &TypedRedirection, policy: &Policy) -> Result<(Self, FreeText), Vec<AnswerFault>> {
        let mut read = Typed::default();
        let to = read.word("to", &typed.to);
        let how = read.word("how", &typed.how);
        let consent = read.yes("consent", &typed.consent);
        let text = read.text("text", &typed.text, policy.longest_text);
        if how == Some(Onward::Forwarded) && consent == Some(false) {
            read.wrong("consent", AnswerWrong::NoConsent);
        }
        let whole = || Some((Self { to: to?, how: how?, consent: consent? }, text?));
        read.whole(whole())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_is_sent_on_without_consent() {
        for (how, consent, good) in [
            ("told", "no", true),
            ("told", "yes", true),
            ("forwarded", "yes", true),
            ("forwarded", "no", false),
        ] {
            let typed = TypedRedirection {
                to: "school".into(),
                how: how.into(),
                consent: consent.into(),
                text: "a".into(),
            };
            assert_eq!(Redirection::parse(&typed, &Policy::default()).is_ok(), good, "{how} {consent}");
        }
    }
}
