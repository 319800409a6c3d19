//! Another line or mark for an entry of the register.

use super::{
    answers::Answers,
    ask::{Ask, Kind},
    desk::Desk,
    form::Form,
};
use crate::{
    actions::{self, At, Failed},
    domain::{AnswerFault, AnswerWrong, Case, Complaint, DiaryLine, SecrecyGround, Typed, Verb},
};

pub(super) struct CorrectEntry;

impl Form for CorrectEntry {
    const VERB: Verb = Verb::CorrectEntry;
    const PATH: &'static str = "diariet";
    type New = (DiaryLine, Option<SecrecyGround>);

    fn asks(desk: &Desk, case: &Case) -> Vec<Ask> {
        let entry = case.complaint.registered.as_ref();
        let line = entry.map(|entry| entry.line.to_string()).unwrap_or_default();
        let mark = entry.and_then(|entry| entry.secrecy.as_ref()).map(|mark| mark.ground.to_string());
        let same = |word: &'static str| (word.to_owned(), word.to_owned());
        let lines = DiaryLine::ALL.iter().map(|line| same(line.word())).collect();
        let mut marks = vec![("none".to_owned(), desk.page.t("no-secrecy-mark"))];
        marks.extend(SecrecyGround::ALL.iter().map(|ground| same(ground.word())));
        vec![
            Ask::new("line", Kind::Choices(lines)).suggesting(line),
            Ask::new("mark", Kind::Choices(marks)).suggesting(mark.unwrap_or_else(|| "none".to_owned())),
        ]
    }

    fn read(_: &Desk, _: &Complaint, answers: &Answers) -> Result<Self::New, Vec<AnswerFault>> {
        let mut read = Typed::default();
        let line = read.word("line", answers.of("line"));
        let mark = match answers.of("mark") {
            "none" => None,
            word => {
                let ground = word.parse().ok();
                if ground.is_none() {
                    read.wrong("mark", AnswerWrong::Unanswered);
                }
                ground
            }
        };
        read.whole(line.map(|line| (line, mark)))
    }

    async fn act(desk: &Desk, at: At<'_>, new: Self::New) -> Result<(), Failed> {
        actions::correct_entry(&desk.app, at, new.0, new.1).await
    }
}
