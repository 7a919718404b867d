//! Who withdrew from what, and who voted for whom, from when to when.

use super::Page;
use crate::domain::session::agenda::Item;
use crate::domain::session::attendance::{Stay, Way};
use crate::domain::session::recusal::Recusal;
use crate::domain::session::turn::Moment;
use crate::i18n::{proxy as proxies, recusal as words, recusal_mend as mend, recusals};

impl Page<'_> {
    /// Lists every recusal of the session, as its head has it.
    pub(super) fn recusals(self) -> Option<String> {
        let all = self.session.recusals.iter().map(|recusal| {
            let what = recusals::matter(self.language, self.world, &recusal.of);
            let (name, span) = (self.name(&recusal.person), self.lasted(recusal));
            words::said(self.language, name, what, span, self.reason(recusal))
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
        mend::said(self.language, what, span, self.reason(recusal))
    }

    /// Lists the proxies of the session, as its head has it.
    pub(super) fn proxies(self) -> Option<String> {
        let all = self.session.proxies.iter().map(|proxy| {
            let to = proxy.taken_back().or_else(|| self.session.closing());
            let span = self.lasting(proxy.began(), to);
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
        let span = self.lasted(recusal);
        recusals::of_item(self.language, self.world, &item.id, recusal, &span)
    }

    fn reason(self, recusal: &Recusal) -> String {
        recusals::reason(self.language, self.world, &recusal.reason)
    }

    fn lasted(self, recusal: &Recusal) -> String {
        self.lasting(recusal.began(), recusal.ended(self.world))
    }

    /// Writes from when to when; where some of it may be stated by paper, nothing of it is doubted.
    fn lasting(self, from: Moment, to: Option<Moment>) -> String {
        let to = to.map(|to| self.or_stated(to));
        self.span(&Stay {
            to: to.map(|to| to.at),
            to_turn: to.map(|to| to.turn).unwrap_or_default(),
            ..Stay::begun(self.or_stated(from), Way::Room)
        })
    }

    fn several(self, said: Vec<String>) -> Option<String> {
        (!said.is_empty()).then(|| said.join(words::between(self.language)))
    }
}
