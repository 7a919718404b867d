//! A record that was corrected after 定稿: that the signed paper says otherwise, and what was signed since.

use super::Page;
use crate::domain::session::Sealing;
use crate::domain::session::correction::Correction;
use crate::domain::session::version::{ran_ahead, signed_ahead, versions};
use crate::i18n::{clocks, record, terms, version};
use crate::papers::block::{Block, Field};

impl Page<'_> {
    /// Says that it was corrected after it was sealed, when and why, and whether that was signed; nothing
    /// of a record that stands as it was signed.
    pub(super) fn corrected_after(self, sealing: &Sealing) -> Vec<Block> {
        let language = self.language;
        let Some(versions) = versions(self.world, self.session) else {
            return Vec::new();
        };
        if versions.corrections.is_empty() {
            return Vec::new();
        }
        let on = self.signed_on(sealing);
        let note = version::note(language, on, versions.corrections.len(), versions.now);
        let made = (2..).zip(&versions.corrections).map(|(number, made)| {
            let at = self.made_at(made);
            let (by, reason) = (made.by.as_str(), made.reason.as_str());
            match self.corrected(&made.change) {
                (what, ..) if what.is_empty() => {
                    version::made_note(language, number, at, by, reason)
                }
                (what, ..) => version::made(language, number, at, what, by, reason),
            }
        });
        let mut lines: Vec<String> = made.collect();
        lines.extend(self.session.signed_again.iter().map(|it| {
            let on = self.signed_on(&it.sealing);
            version::signed(language, it.version, on, it.sealing.by.as_str())
        }));
        if versions.wants_signatures() {
            lines.push(version::unsigned(language, versions.now));
        }
        vec![Block::paragraph(note), Block::list(false, lines)]
    }

    /// Writes when a correction was made, marked where the clock cannot have been right.
    pub(super) fn made_at(self, made: &Correction) -> String {
        let at = terms::minute(self.language, made.at);
        let to_come = self.today.is_some_and(|today| made.at.day() > today);
        let ahead = to_come || ran_ahead(self.world, self.session, made);
        clocks::day(self.language, at, ahead)
    }

    /// Writes the day of a signature, marked where the clock cannot have been right.
    fn signed_on(self, sealing: &Sealing) -> String {
        let ahead = signed_ahead(self.world, self.session, sealing, self.today);
        clocks::day(self.language, terms::date(self.language, sealing.on), ahead)
    }

    /// Says who signed, when, and where each paper lies.
    pub(super) fn signatures(self, sealing: &Sealing) -> Vec<Field> {
        let language = self.language;
        let of = |sealing: &Sealing| {
            [
                Field::new(record::label_signed_by(language), sealing.by.as_str()),
                Field::new(record::label_signed_on(language), self.signed_on(sealing)),
                Field::new(record::label_paper(language), sealing.paper.as_str()),
            ]
        };
        let corrected = versions(self.world, self.session).is_some_and(|it| it.now > 1);
        let version = |said: String| Field::new(version::label(language), said);
        let mut fields = Vec::new();
        fields.extend(corrected.then(|| version(version::first(language).to_owned())));
        fields.extend(of(sealing));
        for again in &self.session.signed_again {
            fields.push(version(version::again(language, again.version)));
            fields.extend(of(&again.sealing));
        }
        fields
    }
}
