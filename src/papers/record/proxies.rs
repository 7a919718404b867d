//! What was cast for others in a vote, and what was not or counts no more, with why.

use super::{Page, say};
use crate::domain::vote::tally::Voice;
use crate::domain::vote::{Ballot, Dropped, Gone, Motion, VoteResult};
use crate::i18n::{proxy, terms};
use crate::papers::block::Field;

impl Page<'_> {
    /// Returns who voted through whom, and whose proxy brought no vote that counts.
    pub(super) fn by_proxy(
        self,
        motion: &Motion,
        ballot: &Ballot,
        result: &VoteResult,
    ) -> Vec<Field> {
        let language = self.language;
        let mut fields = Vec::new();
        let cast = result.voices.iter().filter_map(|voiced| {
            let holder = self.name(voiced.cast_by.as_ref()?);
            let giver = self.name(&voiced.voter.person);
            Some(proxy::cast_for(language, giver, holder))
        });
        let cast: Vec<String> = cast.collect();
        if !cast.is_empty() {
            let counted = ballot.rule.proxies.is_some_and(|it| it.in_quorum);
            let counted = if counted { "yes" } else { "no" };
            let present = result.tally.counts.present();
            let list = self.list(cast.iter().map(String::as_str));
            let said = [list, proxy::counted(language, cast.len(), present, counted)];
            let said = said.join(proxy::between(language));
            say(&mut fields, proxy::label_cast(language), Some(said));
        }
        let firm = ballot.dropped.iter().filter(|it| !it.pencilled);
        let mut not_counted: Vec<String> = firm.map(|it| self.dropped(it)).collect();
        not_counted.extend(self.unused(motion, ballot, result));
        let said = (!not_counted.is_empty()).then(|| not_counted.join(proxy::between(language)));
        say(&mut fields, proxy::label_dropped(language), said);
        fields
    }

    fn dropped(self, dropped: &Dropped) -> String {
        let language = self.language;
        let [giver, holder] = [&dropped.giver, &dropped.holder].map(|person| self.name(person));
        let voice = terms::choice(language, &dropped.choice);
        let at = dropped.at.map(|at| at.clock()).unwrap_or_default();
        match dropped.why {
            Gone::GiverCame => proxy::dropped_came(language, giver, holder, voice, at),
            Gone::HolderLeft => proxy::dropped_left(language, giver, holder, voice, at),
            Gone::HolderWithdrew => proxy::dropped_withdrew(language, giver, holder, voice),
        }
    }

    /// Says whose proxy brought nothing because its holder was not there or had withdrawn.
    fn unused(self, motion: &Motion, ballot: &Ballot, result: &VoteResult) -> Vec<String> {
        let session = self.world.session(&motion.session).ok();
        let proxies = session.map_or(&[][..], |session| session.proxies.as_slice());
        let lasted = proxies.iter().filter(|it| {
            ballot.rule.proxies.is_some() && ballot.fell_into(result, it.began(), it.taken_back())
        });
        let said = lasted.filter_map(|it| {
            let known = ballot.dropped.iter();
            let mut known = known.filter(|known| !known.pencilled && known.giver == it.giver);
            if known.next().is_some() || result.voice_of(&it.giver) != Some(Voice::Absent) {
                return None;
            }
            let [giver, holder] = [&it.giver, &it.holder].map(|person| self.name(person));
            match result.voice_of(&it.holder) {
                Some(Voice::Recused) => Some(proxy::unused_withdrew(self.language, giver, holder)),
                Some(Voice::Absent) => Some(proxy::unused_left(self.language, giver, holder)),
                _ => None,
            }
        });
        said.collect()
    }
}
