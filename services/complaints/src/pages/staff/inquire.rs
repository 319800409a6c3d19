//! What the inquiry found.

use super::{
    answers::Answers,
    ask::{Ask, Kind},
    desk::Desk,
    form::Form,
};
use crate::{
    actions::{self, At, Failed},
    domain::{AnswerFault, Case, Complaint, Deviation, NewInquiry, TypedInquiry, Verb},
};

pub(super) struct Inquire;

impl Form for Inquire {
    const VERB: Verb = Verb::Inquire;
    const PATH: &'static str = "utredning";
    type New = NewInquiry;

    fn asks(desk: &Desk, case: &Case) -> Vec<Ask> {
        let found = case.complaint.deviation;
        let part = |name| {
            let ask = Ask::new(name, Kind::Text);
            if found.is_some() { ask.optional() } else { ask }
        };
        let kinds = Deviation::ALL.iter().map(|kind| kind.word());
        let deviation = Ask::words(&desk.page, "deviation", "deviation", kinds);
        vec![
            Ask::new("happened", Kind::Text),
            part("sources"),
            part("heard"),
            part("compared"),
            Ask::new("towards_guardian", Kind::Text).optional(),
            deviation.suggesting(found.map(|found| found.to_string()).unwrap_or_default()),
        ]
    }

    fn before(desk: &Desk, case: &Case) -> Option<String> {
        case.complaint.deviation.map(|_| desk.page.t("inquire-more"))
    }

    fn read(desk: &Desk, complaint: &Complaint, answers: &Answers) -> Result<Self::New, Vec<AnswerFault>> {
        let typed = TypedInquiry {
            happened: answers.of("happened").to_owned(),
            sources: answers.of("sources").to_owned(),
            heard: answers.of("heard").to_owned(),
            compared: answers.of("compared").to_owned(),
            towards_guardian: answers.of("towards_guardian").to_owned(),
            deviation: answers.of("deviation").to_owned(),
        };
        NewInquiry::parse(&typed, complaint, &desk.app.policy)
    }

    async fn act(desk: &Desk, at: At<'_>, new: Self::New) -> Result<(), Failed> {
        actions::inquire(&desk.app, at, new).await
    }
}
