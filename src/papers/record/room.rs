//! Guests, deputies, mended seats, and who chaired what.

use super::Page;
use crate::domain::roster::roll::Place;
use crate::domain::session::agenda::Item;
use crate::domain::session::handover::Handover;
use crate::domain::session::notice::{Notice, Told, days_ahead};
use crate::domain::session::room::SeatMend;
use crate::i18n::{record, second_call, terms};

impl Page<'_> {
    /// Says in whose stead somebody was sent.
    pub(super) fn stands_for(self, place: &Place) -> Option<String> {
        let member = place.stands_for.as_ref()?;
        let name = self.name(member).to_owned();
        Some(if place.entitled() {
            record::deputy_seated(self.language, name)
        } else {
            record::deputy(self.language, name)
        })
    }

    /// Says that a deputy held the vote when the session was opened, and holds it no more.
    pub(super) fn gave_back(self, place: &Place) -> Option<String> {
        let gave = !place.entitled()
            && place.stands_for.is_some()
            && self.session.opened_with.contains(&place.person);
        gave.then(|| record::deputy_gave_back(self.language).to_owned())
    }

    /// Says which seats were put right from the roll.
    pub(super) fn seat_mends(self) -> Option<String> {
        let said = |mend: &SeatMend| {
            let (on, reason) = (terms::date(self.language, mend.on), mend.reason.as_str());
            let name = self.name(&mend.person).to_owned();
            let place = self.session.attendee(&mend.person).map(|it| &it.place);
            let role = place.map_or("", |place| place.role.as_str());
            let village = place.and_then(|place| place.village.as_ref());
            let village = terms::village(self.language, self.world, village).to_owned();
            record::seat_mend(self.language, name, village, role, on, reason)
        };
        self.joined(self.session.seat_mends.iter().map(said))
    }

    /// Says when, how and to whom the notice went out, and why late.
    pub(super) fn notice(self, notice: &Notice) -> String {
        let language = self.language;
        let mut said = vec![terms::date(language, notice.on)];
        let channel = notice.channel.as_ref();
        said.extend(channel.map(|channel| terms::channel(language, channel).to_owned()));
        if let Told::Only(people) = &notice.told {
            let names = self.list(people.iter().map(|person| self.name(person)));
            said.push(record::told(language, names));
        }
        if let Some(why) = &notice.urgent {
            let need = days_ahead(self.session.kind);
            said.push(record::notice_late(language, need, why.as_str()));
        }
        if !notice.carries.is_empty() {
            let sentence = terms::lines(language, &notice.carries);
            said.push(second_call::wrote(language, sentence));
        }
        said.join(record::between(language))
    }

    /// Says who took over, for what and when.
    pub(super) fn handovers(self) -> Option<String> {
        self.joined(self.session.handovers.iter().map(|it| self.handover(it)))
    }

    fn handover(self, handover: &Handover) -> String {
        let language = self.language;
        let office = terms::office(language, handover.office);
        let at = self.told(self.or_stated(handover.moment()));
        let who = self.name(&handover.to).to_owned();
        let item = handover.item.as_ref();
        match item.and_then(|item| self.world.items.get(item)) {
            Some(item) => {
                let item = self.item_heading(item);
                record::handover_item(language, at, who, office, item)
            }
            None => record::handover(language, at, who, office),
        }
    }

    /// Returns who chaired an item, where it was somebody else than the session names, or several in turn.
    pub(super) fn chaired(self, item: &Item) -> Option<String> {
        let chairs = self.session.chaired(&item.id);
        let named = self.session.chair.as_ref();
        let other = chairs.iter().any(|chair| Some(*chair) != named);
        let chairs = chairs.into_iter().map(|chair| self.person_role(chair));
        self.joined_list(chairs.filter(|_| other))
    }

    pub(super) fn joined_list(self, said: impl Iterator<Item = String>) -> Option<String> {
        let said: Vec<String> = said.collect();
        (!said.is_empty()).then(|| self.list(said.iter().map(String::as_str)))
    }

    pub(super) fn joined(self, said: impl Iterator<Item = String>) -> Option<String> {
        let said: Vec<String> = said.collect();
        (!said.is_empty()).then(|| said.join(record::between(self.language)))
    }
}
