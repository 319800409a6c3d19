//! What came in lately, in memory only: a restart empties the mailbox.

use std::collections::VecDeque;
use std::sync::{Arc, Mutex, MutexGuard};

use super::message::Message;

const KEPT: usize = 1000;

#[derive(Clone, Debug, Default)]
pub struct Messages(Arc<Mutex<VecDeque<Message>>>);

impl Messages {
    pub fn add(&self, message: Message) {
        let mut messages = self.lock();
        messages.push_front(message);
        messages.truncate(KEPT);
    }

    /// Newest first; all of them, or those to one address.
    pub fn newest_first(&self, to: Option<&str>) -> Vec<Message> {
        self.lock().iter().filter(|message| to.is_none_or(|to| message.is_to(to))).cloned().collect()
    }

    pub fn empty(&self) {
        self.lock().clear();
    }

    fn lock(&self) -> MutexGuard<'_, VecDeque<Message>> {
        self.0.lock().expect("nothing panics while it is held")
    }
}
