//! What a list is narrowed down to: the form that asks, and what is on. It stands in the address, so it is made of plain facts.

use crate::Page;

/// For `parts::narrowing` and `parts::chips`.
pub struct Narrowing {
    pub selects: Vec<Select>,
    /// What is on, in words, and the list without it.
    pub chips: Vec<(String, String)>,
}

/// One thing to narrow by, worded as `filter-<name>`.
pub struct Select {
    pub name: &'static str,
    pub label: String,
    /// Value and words; the first is none of them.
    pub options: Vec<(String, String)>,
    pub chosen: String,
}

type Pair = (&'static str, String);

impl Narrowing {
    /// Of what is `on`, what can be chosen, and how a chosen value is `said`.
    pub fn new(
        page: &Page,
        path: &str,
        on: &[Pair],
        choices: Vec<(&'static str, Vec<(String, String)>)>,
        said: impl Fn(&Pair) -> String,
    ) -> Self {
        let chosen = |name| on.iter().find(|(known, _)| *known == name).map(|(_, value)| value.clone());
        let select = |(name, options): (&'static str, Vec<(String, String)>)| Select {
            label: page.t(&format!("filter-{name}")),
            options: std::iter::once((String::new(), page.t("filter-any"))).chain(options).collect(),
            chosen: chosen(name).unwrap_or_default(),
            name,
        };
        let chip = |pair: &Pair| {
            let rest = on.iter().filter(|(name, _)| *name != pair.0).cloned();
            (said(pair), Self::address(path, rest))
        };
        Self { selects: choices.into_iter().map(select).collect(), chips: on.iter().map(chip).collect() }
    }

    /// The list at `path`, narrowed so. The values must be plain words: nothing is escaped.
    pub fn address(path: &str, pairs: impl IntoIterator<Item = Pair>) -> String {
        let pairs: Vec<_> = pairs.into_iter().map(|(name, value)| format!("{name}={value}")).collect();
        if pairs.is_empty() { path.to_owned() } else { format!("{path}?{}", pairs.join("&")) }
    }
}
