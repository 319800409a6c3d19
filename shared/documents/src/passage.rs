//! Running text, as it goes into a document.

use typst::foundations::{Array, Dict, IntoValue, Value, dict};

use crate::glyphs::runs_leftwards;

/// A heading with what stands under it, in the words of the page that says the same.
#[derive(Clone)]
pub struct Passage {
    title: String,
    text: Vec<String>,
    is_steps: bool,
}

impl Passage {
    /// Paragraphs.
    pub fn text(title: impl Into<String>, paragraphs: impl IntoIterator<Item = String>) -> Self {
        Self { title: title.into(), text: paragraphs.into_iter().collect(), is_steps: false }
    }

    /// What comes one after another, numbered.
    pub fn steps(title: impl Into<String>, steps: impl IntoIterator<Item = String>) -> Self {
        Self { title: title.into(), text: steps.into_iter().collect(), is_steps: true }
    }

    fn fields(&self) -> Dict {
        dict! {
            "title" => self.title.as_str(),
            "text" => texts(&self.text),
            "steps" => self.is_steps,
        }
    }
}

pub(crate) fn passages(passages: &[Passage]) -> Array {
    passages.iter().map(|passage| passage.fields().into_value()).collect()
}

pub(crate) fn texts(texts: &[String]) -> Array {
    texts.iter().map(|text| text.as_str().into_value()).collect()
}

/// What somebody wrote, in paragraphs of lines; each begins on the side its own letters ask for.
pub(crate) fn free(text: &str) -> Array {
    let unix = text.replace("\r\n", "\n").replace('\r', "\n");
    let paragraph = |text: &str| -> Value {
        let lines: Array = text.lines().map(IntoValue::into_value).collect();
        dict! { "leftwards" => runs_leftwards(text), "lines" => lines }.into_value()
    };
    unix.split("\n\n")
        .map(|text| text.trim_matches('\n'))
        .filter(|text| !text.is_empty())
        .map(paragraph)
        .collect()
}

/// A value that may be missing: `none` in the template.
pub(crate) fn optional(value: Option<&str>) -> Value {
    value.map_or(Value::None, IntoValue::into_value)
}
