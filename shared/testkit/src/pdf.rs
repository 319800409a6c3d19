//! What a PDF says.

use std::{
    io::Write,
    process::{Command, Stdio},
};

use crate::part;

/// Its text as pdftotext reads it, a form feed after each page. None when there is nothing to read it with.
pub fn pdf_text(test: &str, pdf: &[u8]) -> Option<String> {
    let pdftotext = part("TEST_PDFTOTEXT", test)?;
    let mut command = Command::new(pdftotext);
    command.args(["-layout", "-", "-"]).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::null());
    let mut reading = command.spawn().expect("pdftotext starts");
    let mut pages = reading.stdin.take().expect("it was asked for");
    let whole = pdf.to_vec();
    let writing = std::thread::spawn(move || pages.write_all(&whole));
    let output = reading.wait_with_output().expect("pdftotext ends");
    writing.join().expect("writing does not panic").expect("pdftotext reads to the end");
    Some(String::from_utf8(output.stdout).expect("pdftotext writes UTF-8"))
}
