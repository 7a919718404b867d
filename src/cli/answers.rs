//! The answers of an intake, read from a command line: each fault says at which option, and what may stand there.

use super::Job;
use super::arguments::Answers;
use super::fault::Fault;
use super::place::village;
use crate::domain::World;
use crate::domain::matter::intake::{Fen, Intake, Legal, Money, Share, Urgency};
use crate::domain::text::{Line, Text};
use crate::i18n::matter_cli as say;
use serde::de::DeserializeOwned;
use serde_json::Value;

impl Job<'_> {
    /// Returns an intake with the answers that are given in the place of those that stand.
    pub(super) fn answered(
        &self,
        world: &World,
        stands: &Intake,
        given: &Answers,
    ) -> Result<Intake, Fault> {
        let mut intake = stands.clone();
        if let Some(about) = &given.about {
            let wrong = || self.answer("--about", about, "");
            intake.about = Text::new(about).map_err(|_| wrong())?;
        }
        if let Some(by) = &given.brought_by {
            intake.brought_by = Some(self.line_at("--brought-by", by)?);
        }
        if given.whole_area {
            intake.villages = Vec::new();
        }
        if !given.villages.is_empty() {
            let villages = given.villages.iter().map(|it| village(world, it));
            intake.villages = villages.collect::<Result<_, _>>()?;
        }
        if let Some(kind) = &given.kind {
            intake.kind = self.word_at("--kind", kind, say::option_kind(self.language))?;
        }
        if let Some(origin) = &given.origin {
            let known = say::option_origin(self.language);
            intake.origin = self.word_at("--origin", origin, known)?;
        }
        if !given.touches.is_empty() {
            let known = say::option_touches(self.language);
            let touches = given.touches.iter();
            let touches = touches.map(|it| self.word_at("--touches", it, known));
            intake.touches = touches.collect::<Result<_, _>>()?;
        }
        if let Some(secrecy) = &given.secrecy {
            let known = say::option_secrecy(self.language);
            intake.secrecy = self.word_at("--secrecy", secrecy, known)?;
        }
        let flags = [
            (given.committee_building, &mut intake.committee),
            (given.livelihood, &mut intake.livelihood),
            (given.major, &mut intake.major),
        ];
        for (said, stands) in flags {
            *stands = said.unwrap_or(*stands);
        }
        match given.urgent {
            Some(true) => intake.urgency = Urgency::Urgent,
            Some(false) => intake.urgency = Urgency::Ordinary,
            None => {}
        }
        if let Some(legal) = &given.legal {
            let known = say::option_legal(self.language);
            intake.legal = self.word_at("--legal", legal, known)?;
        }
        if let Some(opinion) = &given.opinion {
            let opinion = self.line_at("--opinion", opinion)?;
            intake.legal = Legal::Given { opinion };
        }
        self.money(world, &mut intake, given)?;
        Ok(intake)
    }

    fn money(&self, world: &World, intake: &mut Intake, given: &Answers) -> Result<(), Fault> {
        if let Some(amount) = &given.amount {
            let amount = self.amount_at("--amount", amount)?;
            let shares = intake.money.take().map(|money| money.shares);
            let shares = shares.unwrap_or_default();
            intake.money = Some(Money { amount, shares });
        }
        if given.shares.is_empty() {
            return Ok(());
        }
        let mut shares = Vec::new();
        for share in &given.shares {
            let parts = share.split_once(['=', '＝']);
            let known = say::option_share(self.language);
            let (name, yuan) = parts.ok_or_else(|| self.answer("--share", share, known))?;
            shares.push(Share {
                village: village(world, name.trim())?,
                amount: self.amount_at("--share", yuan)?,
            });
        }
        match &mut intake.money {
            Some(money) => money.shares = shares,
            // Shares of nothing are no answer: the whole is to be said.
            None => {
                let first = given.shares.first().map(String::as_str);
                let known = say::share_of_what(self.language);
                return Err(self.answer("--share", first.unwrap_or_default(), known));
            }
        }
        Ok(())
    }

    fn answer(&self, option: &'static str, given: &str, known: &'static str) -> Fault {
        Fault::Answer {
            option,
            given: given.to_owned(),
            known,
        }
    }

    fn line_at(&self, option: &'static str, given: &str) -> Result<Line, Fault> {
        Line::new(given).map_err(|_| self.answer(option, given, ""))
    }

    /// Reads a word of a list that is closed, as the journal writes it.
    fn word_at<T: DeserializeOwned>(
        &self,
        option: &'static str,
        given: &str,
        known: &'static str,
    ) -> Result<T, Fault> {
        let word = Value::String(given.replace('-', "_"));
        serde_json::from_value(word).map_err(|_| self.answer(option, given, known))
    }

    fn amount_at(&self, option: &'static str, given: &str) -> Result<Fen, Fault> {
        let known = say::option_amount(self.language);
        Fen::from_yuan(given).ok_or_else(|| self.answer(option, given, known))
    }
}
