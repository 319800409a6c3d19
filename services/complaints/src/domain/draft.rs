//! A complaint that is being written.

use std::fmt;

use data_encoding::BASE64URL_NOPAD;
use kernel::{CaseNumber, ReceiptCode, Timestamp, text::without_control_characters};
use organisation::Register;
use serde::{Deserialize, Serialize};
use vault::Token;

use crate::domain::{Channel, Field, FileFault, Intake, IntakeFault, Kind, NewComplaint, Policy};

/// Said instead of a unit by somebody who does not know which it is.
pub const UNKNOWN_UNIT: &str = "unknown";

/// What somebody has written so far, as it was typed: nothing is judged until they go on or send.
#[derive(Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Draft {
    pub text: String,
    /// From somebody logged in: what it is about, as [`About`](crate::domain::About) calls it.
    pub concerns: String,
    /// The id of a unit, [`UNKNOWN_UNIT`], or nothing.
    pub unit: String,
    /// Whether it is about the manager of the unit.
    pub about_manager: bool,
    pub relation: String,
    pub name: String,
    pub email: String,
    pub phone: String,
    pub reach: String,
    pub interpreter: String,
    pub easy_read: bool,
    /// None until the question has been answered.
    pub wants_answer: Option<bool>,
    pub files: Vec<DraftFile>,
    /// A file of which a part has come.
    pub arriving: Option<ArrivingFile>,
    /// What opens it in another browser, once its writer has asked for it.
    pub code: Option<String>,
}

/// A file that waits for the complaint.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DraftFile {
    /// Whoever has it may send the file along or take it back.
    pub token: String,
    pub name: String,
    pub size: i64,
}

/// A file on its way: it goes on where it stopped, however often the connection breaks.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ArrivingFile {
    pub token: String,
    pub name: String,
    pub size: i64,
}

impl ArrivingFile {
    /// What its sender shows with each part where no draft keeps it. Nothing in it is not theirs.
    pub fn handle(&self) -> String {
        BASE64URL_NOPAD.encode(&serde_json::to_vec(self).expect("strings and a number are JSON"))
    }

    pub fn of_handle(handle: &str) -> Option<Self> {
        serde_json::from_slice(&BASE64URL_NOPAD.decode(handle.as_bytes()).ok()?).ok()
    }
}

/// A complaint that was sent, as its receipt tells it.
#[derive(Debug, Clone)]
pub struct Sent {
    pub number: CaseNumber,
    pub receipt: ReceiptCode,
    pub received_at: Timestamp,
    pub wants_answer: bool,
    /// Whether the sender has said that the code is saved.
    pub is_kept: bool,
}

/// What a browser's token stands for.
#[derive(Debug, Clone)]
#[expect(clippy::large_enum_variant, reason = "one at a time")]
pub enum Held {
    Writing(Draft),
    Sent(Sent),
}

impl Draft {
    /// The complaint, ready to be sent in `language`.
    pub fn ready(
        &self,
        language: &str,
        register: &Register,
        policy: &Policy,
    ) -> Result<NewComplaint, Vec<IntakeFault>> {
        NewComplaint::parse(&self.intake(language), Channel::WebForm, register, policy)
    }

    /// What is wrong with the answers to some of the questions.
    pub fn faults_in(&self, fields: &[Field], register: &Register, policy: &Policy) -> Vec<IntakeFault> {
        let mut faults = self.ready("", register, policy).err().unwrap_or_default();
        faults.retain(|fault| fields.contains(&fault.field));
        faults
    }

    /// As it is kept and shown again: without what no screen can show.
    #[must_use]
    pub fn presentable(&self) -> Self {
        Self {
            text: without_control_characters(&self.text),
            name: without_control_characters(&self.name),
            email: without_control_characters(&self.email),
            phone: without_control_characters(&self.phone),
            reach: without_control_characters(&self.reach),
            interpreter: without_control_characters(&self.interpreter),
            ..self.clone()
        }
    }

    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    /// The files' tokens, by which they are found.
    pub fn file_hashes(&self) -> Vec<String> {
        let arriving = self.arriving.iter().map(|file| hash(&file.token));
        self.files.iter().map(DraftFile::mark).chain(arriving).collect()
    }

    /// Whether a file of so many bytes may come beside those there are.
    pub fn has_room_for(&self, size: i64, policy: &Policy) -> Result<(), FileFault> {
        let together = self.files.iter().map(|file| file.size).sum::<i64>();
        if self.files.len() >= policy.most_files {
            Err(FileFault::TooMany)
        } else if together.saturating_add(size) > policy.largest_together {
            Err(FileFault::TooMuch)
        } else {
            Ok(())
        }
    }

    fn intake(&self, language: &str) -> Intake {
        let unit_id = if self.unit == UNKNOWN_UNIT { String::new() } else { self.unit.clone() };
        Intake {
            text: self.text.clone(),
            unit_id,
            about_manager: self.about_manager,
            // The form does not ask.
            kind: Kind::Unsaid.to_string(),
            relation: self.relation.clone(),
            name: self.name.clone(),
            email: self.email.clone(),
            phone: self.phone.clone(),
            reach: self.reach.clone(),
            interpreter: self.interpreter.clone(),
            easy_read: self.easy_read,
            wants_answer: self.wants_answer,
            language: language.to_owned(),
            attachments: self.files.iter().map(|file| file.token.clone()).collect(),
        }
    }
}

impl DraftFile {
    /// A name for the file that gives no right to it.
    pub fn mark(&self) -> String {
        hash(&self.token)
    }
}

fn hash(token: &str) -> String {
    token.parse().map(|token: Token| token.hash()).unwrap_or_default()
}

impl fmt::Debug for Draft {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Draft(…)")
    }
}

impl fmt::Debug for ArrivingFile {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("ArrivingFile(…)")
    }
}

impl fmt::Debug for DraftFile {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("DraftFile(…)")
    }
}

#[cfg(test)]
mod tests {
    use kernel::text::TextFault;

    use super::*;
    use crate::domain::Wrong;

    #[test]
    fn as_many_files_as_may_come_may_each_be_as_large_as_one_may_be() {
        let policy = Policy::default();
        let size = i64::try_from(policy.largest_file).unwrap();
        let file = |number: usize| DraftFile { token: number.to_string(), name: String::new(), size };
        let held = |files| Draft { files: (0..files).map(file).collect(), ..Draft::default() };
        assert_eq!(held(policy.most_files - 1).has_room_for(size, &policy), Ok(()));
        assert_eq!(held(policy.most_files).has_room_for(1, &policy), Err(FileFault::TooMany));
    }

    #[test]
    fn only_the_text_is_needed() {
        let draft = Draft { text: "Det var kallt.".into(), ..Draft::default() };
        assert!(draft.ready("sv", &Register::default(), &Policy::default()).is_ok());
        let empty = Draft { name: "Karin".into(), ..Draft::default() };
        let faults = empty.ready("sv", &Register::default(), &Policy::default()).unwrap_err();
        assert_eq!(faults, [IntakeFault { field: Field::Text, wrong: Wrong::Text(TextFault::Empty) }]);
    }

    #[test]
    fn what_the_form_does_not_ask_is_not_said_for_the_sender() {
        let draft = Draft { text: "Tack för i går!".into(), ..Draft::default() };
        let new = draft.ready("sv", &Register::default(), &Policy::default()).unwrap();
        assert_eq!(new.kind, Kind::Unsaid);
    }

    #[test]
    fn not_knowing_the_unit_is_an_answer() {
        let draft = Draft { text: "a".into(), unit: UNKNOWN_UNIT.into(), ..Draft::default() };
        assert_eq!(draft.ready("sv", &Register::default(), &Policy::default()).unwrap().unit, None);
    }

    #[test]
    fn one_question_is_judged_by_its_own_answer() {
        let draft = Draft { email: "karin".into(), ..Draft::default() };
        assert_eq!(draft.faults_in(&[Field::Unit], &Register::default(), &Policy::default()), []);
        let fault = IntakeFault { field: Field::Email, wrong: Wrong::NotAnAddress };
        assert_eq!(
            draft.faults_in(&[Field::Name, Field::Email], &Register::default(), &Policy::default()),
            [fault]
        );
    }

    #[test]
    fn what_no_screen_shows_is_not_kept() {
        let draft = Draft { text: "a\0b\r\nc".into(), ..Draft::default() };
        assert_eq!(draft.presentable().text, "ab\nc");
    }

    #[test]
    fn a_draft_does_not_show_itself_in_logs() {
        let file = DraftFile { token: "t".into(), name: "hemlig.jpg".into(), size: 1 };
        let draft = Draft { text: "hemligt".into(), files: vec![file], ..Draft::default() };
        assert_eq!(format!("{draft:?} {:?}", draft.files), "Draft(…) [DraftFile(…)]");
    }
}
