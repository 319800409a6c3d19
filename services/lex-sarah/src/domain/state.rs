//! Where a case stands, and the flags that run beside.

use super::code::coded;

coded!(
    /// Where a case stands (requirements I.1).
    State {
        /// Told, and not yet in the diary.
        Received = "received",
        Registered = "registered",
        /// Somebody has taken it and looks at what it is.
        Assessing = "assessing",
        Inquiry = "inquiry",
        Decision = "decision",
        ClosedNoMisconduct = "closed_no_misconduct",
        Measures = "measures",
        FollowUp = "follow_up",
        Closed = "closed",
        Archived = "archived",
        /// Something else than lex Sarah; the report stays registered.
        OutOfScope = "out_of_scope",
    }
);

coded!(
    /// How far the notification to IVO has come. It runs beside the inquiry (LSS 24 f §).
    Ivo {
        NotRequired = "not_required",
        Required = "required",
        Notified = "notified",
        InquirySent = "inquiry_sent",
        Closed = "ivo_closed",
    }
);

impl Ivo {
    /// Whether IVO waits for nothing and is waited for with nothing: then the case can go to the archive.
    pub const fn is_over(self) -> bool {
        match self {
            Self::NotRequired | Self::Closed => true,
            Self::Required | Self::Notified | Self::InquirySent => false,
        }
    }
}

coded!(
    /// What the reporter is told, and never how it was judged.
    Status {
        Received = "received",
        Inquiry = "inquiry",
        Decided = "decided",
    }
);

impl State {
    /// From the report until it is over: nobody is closed out of protecting somebody, nor out of saying what they think.
    pub const OPEN: &[Self] = &[
        Self::Received,
        Self::Registered,
        Self::Assessing,
        Self::Inquiry,
        Self::Decision,
        Self::Measures,
        Self::FollowUp,
    ];

    pub fn is_open(self) -> bool {
        Self::OPEN.contains(&self)
    }

    pub const fn status(self) -> Status {
        match self {
            Self::Received | Self::Registered | Self::Assessing => Status::Received,
            Self::Inquiry | Self::Decision => Status::Inquiry,
            Self::ClosedNoMisconduct
            | Self::Measures
            | Self::FollowUp
            | Self::Closed
            | Self::Archived
            | Self::OutOfScope => Status::Decided,
        }
    }
}
