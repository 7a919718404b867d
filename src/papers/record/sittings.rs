//! When the session sat: breaks, 续会, 流会, the roll asked again, and what was done short of quorum.

use super::{Page, say};
use crate::domain::session::again::{Adjournment, Lapse};
use crate::domain::session::attendance::Stay;
use crate::i18n::{clock, record, second_call, terms, times};
use crate::papers::block::Field;

impl Page<'_> {
    pub(super) fn sittings(self, fields: &mut Vec<Field>) {
        let (language, session) = (self.language, self.session);
        let mends = session.day_mends.iter().map(|mend| {
            let day = |day| terms::date(language, day);
            let ahead = match session.closed {
                // What came after was not on a day before.
                Some(closed) => closed.day() < mend.at.day(),
                // Whoever mends it sits there.
                None => session.paper().is_none() && !session.sits_at(mend.at),
            };
            let at = terms::minute(language, mend.at);
            let at = match ahead {
                true => clock::marked(language, at),
                false => at,
            };
            let why = mend.reason.as_str();
            times::day_told(language, day(mend.from), at, day(mend.to), why)
        });
        let mends = self.joined(mends);
        say(fields, times::day_label(language), mends);
        let breaks = self.joined_list(session.breaks.iter().map(|stay| self.span(stay)));
        say(fields, record::label_breaks(language), breaks);
        let lapses = self.joined(session.lapses.iter().map(|lapse| self.lapse(lapse)));
        say(fields, record::label_lapsed(language), lapses);
        let adjourned = session.adjournments.iter().map(|it| self.adjourned(it));
        let adjourned = self.joined(adjourned);
        say(fields, record::label_adjourned(language), adjourned);
        let asked = session.asked_again.iter().map(|asked| {
            let at = self.told(self.or_stated(asked.moment()));
            record::asked_again(language, at, asked.entitled, asked.present)
        });
        say(
            fields,
            record::label_asked_again(language),
            self.joined(asked),
        );
        let papers = session.papers.iter().map(|paper| {
            let since = self.moment(paper.since);
            let (why, which) = (paper.reason.as_str(), paper.paper.as_str());
            match paper.until {
                None => record::from_paper(language, since, why, which),
                Some(until) => {
                    record::from_paper_until(language, since, self.moment(until), why, which)
                }
            }
        });
        say(
            fields,
            record::label_from_paper(language),
            self.joined(papers),
        );
        let short = session.without_votes.as_ref();
        let short = short.map(|why| record::without_votes(language, why.as_str()));
        say(fields, record::label_without_votes(language), short);
    }

    fn lapse(self, lapse: &Lapse) -> String {
        let language = self.language;
        let first = terms::sitting(language, &lapse.first);
        let second = terms::sitting(language, &lapse.second);
        let lapsed = record::lapsed(language, first, lapse.entitled, lapse.present, second);
        let came = lapse.came.iter();
        let came = came.map(|person| terms::person(language, self.world, person));
        let lapsed = match lapse.came.is_empty() {
            true => lapsed,
            false => second_call::came(language, lapsed, terms::list(language, came)),
        };
        match &lapse.notice {
            Some(notice) => second_call::first_notice(language, lapsed, self.notice(notice)),
            None => lapsed,
        }
    }

    fn adjourned(self, adjournment: &Adjournment) -> String {
        let language = self.language;
        let at = self.told(self.or_stated(adjournment.broke_off()));
        match adjournment.went_on() {
            Some(resumed) => {
                let resumed = self.told(self.or_stated(resumed));
                record::adjourned_and_resumed(language, at, resumed)
            }
            None => {
                let again = terms::sitting(language, &adjournment.again);
                record::adjourned(language, at, again)
            }
        }
    }

    /// Says whether a stay ended only because the session broke off, and the person came back.
    pub(super) fn broke_off(self, stay: &Stay, next: Option<&Stay>) -> bool {
        let mut adjournments = self.session.adjournments.iter();
        next.is_some()
            && adjournments.any(|it| [Some(it.at), Some(it.at.max(stay.from))].contains(&stay.to))
    }

    /// Says whether somebody came only because the session went on.
    pub(super) fn came_back(self, last: Option<&Stay>, stay: &Stay) -> bool {
        let mut asked = self.session.asked_again.iter();
        last.is_some_and(|last| self.broke_off(last, Some(stay)))
            && asked.any(|asked| !asked.moment().before(stay.began()))
    }
}
