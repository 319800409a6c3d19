//! What is added to a case beside the inquiry: measures and their effect, feedback, notifications to IVO, duties that run
//! in parallel. Records are added and never changed; how something stands now follows from all of them (invariant 5).

use kernel::{Timestamp, define_id};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::{
    Agreement, Archiving, Closing, Duty, Effect, Feedback, HandedBack, IvoAnswer, IvoFiling, IvoForm,
    IvoReasons, IvoRespite, KeptIn, Measure, MeasureDone, OutOfScope, Remedy, Reopening, Replanned,
    Signature, code::coded,
};

define_id!(
    /// Something added to a case.
    RecordId
);

/// What was added. As JSON it is sealed, and sent to those who see it.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
// Not "kind": IVO's form has a field of that name.
#[serde(tag = "record", rename_all = "snake_case", deny_unknown_fields)]
pub enum Content {
    OutOfScope(OutOfScope),
    Agreement(Agreement),
    Remedy(Remedy),
    Measure(Measure),
    MeasureDone(MeasureDone),
    Replanned(Replanned),
    Effect(Effect),
    Feedback(Feedback),
    Closing(Closing),
    Reopening(Reopening),
    IvoProposal(IvoReasons),
    IvoRequired(IvoReasons),
    IvoForm(Box<IvoForm>),
    IvoNotified(IvoFiling),
    IvoRespite(IvoRespite),
    IvoInquirySent(IvoFiling),
    IvoAnswer(IvoAnswer),
    Duty(Duty),
    HandedBack(HandedBack),
    Archiving(Archiving),
    Kept(KeptIn),
}

coded!(
    /// What a record is, for those who only count and order them.
    RecordKind {
        OutOfScope = "out_of_scope",
        Agreement = "agreement",
        Remedy = "remedy",
        Measure = "measure",
        MeasureDone = "measure_done",
        Replanned = "replanned",
        Effect = "effect",
        Feedback = "feedback",
        Closing = "closing",
        Reopening = "reopening",
        IvoProposal = "ivo_proposal",
        IvoRequired = "ivo_required",
        IvoForm = "ivo_form",
        IvoNotified = "ivo_notified",
        IvoRespite = "ivo_respite",
        IvoInquirySent = "ivo_inquiry_sent",
        IvoAnswer = "ivo_answer",
        Duty = "duty",
        HandedBack = "handed_back",
        Archiving = "archiving",
        /// What stays in a text that could tell who somebody is, and why.
        Kept = "kept",
    }
);

#[derive(Debug, Clone)]
pub struct Record {
    pub id: RecordId,
    /// The record that this one goes on from: the measure that is done.
    pub about: Option<RecordId>,
    pub at: Timestamp,
    pub by: Signature,
    pub content: Content,
}

impl Content {
    pub const fn kind(&self) -> RecordKind {
        match self {
            Self::OutOfScope(_) => RecordKind::OutOfScope,
            Self::Agreement(_) => RecordKind::Agreement,
            Self::Remedy(_) => RecordKind::Remedy,
            Self::Measure(_) => RecordKind::Measure,
            Self::MeasureDone(_) => RecordKind::MeasureDone,
            Self::Replanned(_) => RecordKind::Replanned,
            Self::Effect(_) => RecordKind::Effect,
            Self::Feedback(_) => RecordKind::Feedback,
            Self::Closing(_) => RecordKind::Closing,
            Self::Reopening(_) => RecordKind::Reopening,
            Self::IvoProposal(_) => RecordKind::IvoProposal,
            Self::IvoRequired(_) => RecordKind::IvoRequired,
            Self::IvoForm(_) => RecordKind::IvoForm,
            Self::IvoNotified(_) => RecordKind::IvoNotified,
            Self::IvoRespite(_) => RecordKind::IvoRespite,
            Self::IvoInquirySent(_) => RecordKind::IvoInquirySent,
            Self::IvoAnswer(_) => RecordKind::IvoAnswer,
            Self::Duty(_) => RecordKind::Duty,
            Self::HandedBack(_) => RecordKind::HandedBack,
            Self::Archiving(_) => RecordKind::Archiving,
            Self::Kept(_) => RecordKind::Kept,
        }
    }
}

impl RecordKind {
    /// Whether it is of the register of measures.
    pub const fn is_of_measures(self) -> bool {
        matches!(self, Self::Measure | Self::MeasureDone | Self::Replanned | Self::Effect)
    }

    /// Whether it is shown to the receiver at the unit, who carries the measures out but does not read the inquiry.
    pub const fn is_for_the_unit(self) -> bool {
        match self {
            Self::Remedy
            | Self::Measure
            | Self::MeasureDone
            | Self::Replanned
            | Self::Effect
            | Self::Feedback
            | Self::Duty => true,
            Self::OutOfScope
            | Self::Agreement
            | Self::Closing
            | Self::Reopening
            | Self::IvoProposal
            | Self::IvoRequired
            | Self::IvoForm
            | Self::IvoNotified
            | Self::IvoRespite
            | Self::IvoInquirySent
            | Self::IvoAnswer
            | Self::HandedBack
            | Self::Archiving
            | Self::Kept => false,
        }
    }
}

impl std::fmt::Debug for Content {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Content({})", self.kind().code())
    }
}
