//! Who withdrew from what, and who voted for whom, from when to when.

use super::Page;
use crate::domain::session::agenda::Item;
use crate::domain::session::attendance::Stay;
use crate::domain::session::recusal::{Matter, Recusal};
use crate::i18n::{proxy as proxies, recusal as words, recusal_mend as mend, recusals};

impl Page<'_> {
    /// Lists every recusal of the session, as its head has it.
    pub(super) fn recusals(self) -> Option<String> {
        let all = self.session.recusals.iter().map(|recusal| {
            let what = recusals::matter(self.language, self.world, &recusal.of);
            let (name, span) = (self.name(&recusal.person), self.lasted(recusal));
            words::said(self.language, name, what, span, recusal.reason.as_str())
        });
        self.several(all.collect())
    }

    /// Lists the recusals from an item, its parts and its motions.
    pub(super) fn recusals_of(self, item: &Item) -> Option<String> {
        let all = self.session.recusals.iter();
        let of_item = all.filter_map(|recusal| self.recusal_of(item, recusal));
        self.several(of_item.collect())
    }

    /// Writes a recusal without the name, as a correction has it.
    pub(super) fn recused(self, recusal: &Recusal) -> String {
        let what = recusals::matter(self.language, self.world, &recusal.of);
        let span = self.lasted(recusal);
        mend::said(self.language, what, span, recusal.reason.as_str())
    }

    /// Lists the proxies of the session, as its head has it.
    pub(super) fn proxies(self) -> Option<String> {
        let all = self.session.proxies.iter().map(|proxy| {
            let span = self.span(&Stay {
                to: proxy.to.or(self.session.closed),
                ..Stay::since(proxy.from)
            });
            let (giver, holder) = (self.name(&proxy.giver), self.name(&proxy.holder));
            proxies::given(self.language, giver, holder, proxy.paper.as_str(), span)
        });
        let all: Vec<String> = all.collect();
        (!all.is_empty()).then(|| all.join(proxies::between(self.language)))
    }

    /// Lists the people an item concerns in person.
    pub(super) fn concerned(self, item: &Item) -> Option<String> {
        let people = item.concerned.iter().map(|person| self.name(person));
        (!item.concerned.is_empty()).then(|| self.list(people))
    }

    fn recusal_of(self, item: &Item, recusal: &Recusal) -> Option<String> {
        let language = self.language;
        let (name, span) = (self.name(&recusal.person), self.lasted(recusal));
        let reason = recusal.reason.as_str();
        match &recusal.of {
            Matter::Item { item: of } if *of == item.id => {
                Some(words::said_of_item(language, name, span, reason))
            }
            Matter::Part { item: of, part } if *of == item.id => {
                let part = part.as_str();
                Some(words::said_of_part(language, name, part, span, reason))
            }
            Matter::Motion { motion } => {
                let motion = self.world.motion(motion).ok();
                let motion = motion.filter(|motion| motion.item == item.id)?;
                let number = motion.number;
                Some(words::said_of_motion(language, name, number, span, reason))
            }
            Matter::Item { .. } | Matter::Part { .. } => None,
        }
    }

    fn lasted(self, recusal: &Recusal) -> String {
        self.span(&Stay {
            to: recusal.ended(self.world),
            ..Stay::since(recusal.from)
        })
    }

    fn several(self, said: Vec<String>) -> Option<String> {
        (!said.is_empty()).then(|| said.join(words::between(self.language)))
    }
}
