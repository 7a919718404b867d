//! What of the checks at start was told already. A file that is only read from the beginning says so before they end, and
//! what they find then is news all the same.

use crate::desk::{Checking, ReadOnly};

/// The gravest finding that was told; none before the first.
#[derive(Debug, Clone, Copy, Default)]
pub struct CheckNews(Option<u8>);

impl CheckNews {
    /// Takes what the checks say now, and says whether it is graver than what was told.
    pub fn are_news(&mut self, checking: Checking<'_>) -> bool {
        let weight = match checking {
            Checking::Running => return false,
            Checking::Passed => 0,
            Checking::ReadOnly(ReadOnly::Damaged { .. }) => 3,
            Checking::ReadOnly(why) if why.is_doubt() => 2,
            Checking::ReadOnly(_) => 1,
        };
        let news = self.0.is_none_or(|told| weight > told);
        if news {
            self.0 = Some(weight);
        }
        news
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn damage_that_is_found_behind_another_reason_is_news_and_nothing_is_told_twice() {
        let damaged = ReadOnly::Damaged { line: None };
        let mut told = CheckNews::default();
        for (checking, news) in [
            (Checking::Running, false),
            (Checking::ReadOnly(&ReadOnly::Asked), true),
            (Checking::ReadOnly(&ReadOnly::Asked), false),
            (Checking::ReadOnly(&damaged), true),
            (Checking::ReadOnly(&damaged), false),
        ] {
            assert_eq!(told.are_news(checking), news, "{checking:?}");
        }
    }
}
