//! Files put together in one, as they are: nothing is compressed, since pictures and papers are already. It is written as it leaves.

use chrono::{Datelike, NaiveDateTime, Timelike};

/// A zip that is being written. What is given out is to be sent in that order.
pub struct Zip {
    moment: [u8; 4],
    written: u32,
    count: u16,
    directory: Vec<u8>,
}

/// It would be longer than every program can read: four gigabytes, or sixty-five thousand files.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("more than fits in a zip")]
pub struct TooMuch;

/// 2.0: files and folders.
const VERSION: u16 = 20;
/// Names are UTF-8.
const FLAGS: u16 = 1 << 11;
const STORED: u16 = 0;

impl Zip {
    /// `at` is when everything in it was made, as local clocks show it.
    pub fn new(at: NaiveDateTime) -> Self {
        Self { moment: moment(at), written: 0, count: 0, directory: Vec::new() }
    }

    /// What stands before a file's content. The content must follow, to the byte; `crc32` runs over it.
    pub fn file(&mut self, name: &str, size: u64, crc32: u32) -> Result<Vec<u8>, TooMuch> {
        let size = u32::try_from(size).map_err(|_| TooMuch)?;
        let length = u16::try_from(name.len()).map_err(|_| TooMuch)?;
        let mut about = Vec::new();
        for word in [VERSION, FLAGS, STORED] {
            about.extend_from_slice(&word.to_le_bytes());
        }
        about.extend_from_slice(&self.moment);
        for long in [crc32, size, size] {
            about.extend_from_slice(&long.to_le_bytes());
        }
        about.extend_from_slice(&length.to_le_bytes());
        let head = [b"PK\x03\x04".as_slice(), &about, &[0; 2], name.as_bytes()].concat();

        self.directory.extend_from_slice(b"PK\x01\x02");
        self.directory.extend_from_slice(&VERSION.to_le_bytes());
        self.directory.extend_from_slice(&about);
        // No extra field, no comment, one disk, nothing of the file system it came from.
        self.directory.extend_from_slice(&[0; 12]);
        self.directory.extend_from_slice(&self.written.to_le_bytes());
        self.directory.extend_from_slice(name.as_bytes());

        let before = u32::try_from(head.len()).map_err(|_| TooMuch)?;
        let after = self.written.checked_add(before).and_then(|at| at.checked_add(size));
        self.written = after.ok_or(TooMuch)?;
        self.count = self.count.checked_add(1).ok_or(TooMuch)?;
        Ok(head)
    }

    /// What stands after the last file.
    pub fn end(self) -> Result<Vec<u8>, TooMuch> {
        let length = u32::try_from(self.directory.len()).map_err(|_| TooMuch)?;
        let mut end = self.directory;
        end.extend_from_slice(b"PK\x05\x06\0\0\0\0");
        for count in [self.count, self.count] {
            end.extend_from_slice(&count.to_le_bytes());
        }
        for long in [length, self.written] {
            end.extend_from_slice(&long.to_le_bytes());
        }
        end.extend_from_slice(&[0; 2]);
        Ok(end)
    }
}

/// Time and day in the two words that a zip has for them: even seconds, years from 1980.
fn moment(at: NaiveDateTime) -> [u8; 4] {
    let time = (at.hour() << 11) | (at.minute() << 5) | (at.second() / 2);
    let years = u32::try_from((at.year() - 1980).clamp(0, 127)).expect("not negative");
    let day = (years << 9) | (at.month() << 5) | at.day();
    ((day << 16) | time).to_le_bytes()
}
