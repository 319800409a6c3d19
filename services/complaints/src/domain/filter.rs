//! Which of the matters one may know of a list shows: plain facts only, so that a filter can stand in an address.

use kernel::{UnitId, Uuid};

use crate::domain::{Category, Channel, State};

words! {
    /// How it stands with the nearest clock.
    Clock {
        Passed = "passed",
        Near = "near",
    }
}

words! {
    /// Who handles it.
    Whose {
        Mine = "mine",
        Nobodys = "nobodys",
    }
}

words! {
    /// What waits to be read.
    News {
        FromSender = "from_sender",
    }
}

/// What must hold of each matter. What is None holds of all.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Filter {
    pub state: Option<State>,
    pub unit: Option<UnitId>,
    pub category: Option<Category>,
    pub clock: Option<Clock>,
    pub whose: Option<Whose>,
    pub news: Option<News>,
    pub channel: Option<Channel>,
}

impl Filter {
    /// From what stands in an address. What is no filter is passed over.
    pub fn read(pairs: &[(String, String)]) -> Self {
        let of = |name: &str| {
            pairs.iter().find(|(known, _)| known == name).map_or("", |(_, value)| value.as_str())
        };
        Self {
            state: of("state").parse().ok(),
            unit: of("unit").parse::<Uuid>().ok().map(UnitId::from),
            category: of("category").parse().ok(),
            clock: of("clock").parse().ok(),
            whose: of("whose").parse().ok(),
            news: of("news").parse().ok(),
            channel: of("channel").parse().ok(),
        }
    }

    /// As it stands in an address: name and value, always in the same order.
    pub fn pairs(&self) -> Vec<(&'static str, String)> {
        let Self { state, unit, category, clock, whose, news, channel } = self;
        let pairs = [
            ("state", state.map(|word| word.to_string())),
            ("unit", unit.map(|unit| unit.to_string())),
            ("category", category.map(|word| word.to_string())),
            ("clock", clock.map(|word| word.to_string())),
            ("whose", whose.map(|word| word.to_string())),
            ("news", news.map(|word| word.to_string())),
            ("channel", channel.map(|word| word.to_string())),
        ];
        pairs.into_iter().filter_map(|(name, value)| Some((name, value?))).collect()
    }

    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}

/// The same filter is always the same text.
impl std::fmt::Display for Filter {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let pairs: Vec<_> = self.pairs().iter().map(|(name, value)| format!("{name}={value}")).collect();
        f.write_str(&pairs.join("&"))
    }
}

impl std::str::FromStr for Filter {
    type Err = std::convert::Infallible;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let pairs = text.split('&').filter_map(|pair| pair.split_once('='));
        let pairs: Vec<_> = pairs.map(|(name, value)| (name.to_owned(), value.to_owned())).collect();
        Ok(Self::read(&pairs))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_filter_comes_back_as_it_was_and_anything_else_is_no_filter() {
        let filter = Filter {
            state: Some(State::Inquiry),
            unit: Some(Uuid::from_u128(7).into()),
            category: Some(Category::Other),
            clock: Some(Clock::Near),
            whose: Some(Whose::Nobodys),
            news: Some(News::FromSender),
            channel: Some(Channel::Phone),
        };
        assert_eq!(filter.to_string().parse(), Ok(filter));
        assert_eq!("state=hej&unit=Leo&name=Leo&category".parse(), Ok(Filter::default()));
        assert!(Filter::default().is_empty() && Filter::default().to_string().is_empty());
    }
}
