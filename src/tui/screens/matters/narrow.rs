//! What the backlog is narrowed to.

use crate::domain::World;
use crate::domain::ids::VillageId;
use crate::domain::matter::Matter;
use crate::domain::matter::intake::{MatterKind, Origin, Urgency};
use crate::domain::matter::life::{Stage, stage};
use crate::i18n::{Language, matter_sheet as words, matters, terms};
use crate::tui::find::Finder;
use chrono::NaiveDate;

/// What the backlog is narrowed to; nothing of it narrows at first.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Narrow {
    pub(super) stage: Option<Stage>,
    pub(super) village: Option<VillageId>,
    pub(super) kind: Option<MatterKind>,
    pub(super) urgency: Option<Urgency>,
    pub(super) origin: Option<Origin>,
    pub(super) joint: Option<Joint>,
    pub(super) words: String,
}

impl Narrow {
    /// Makes the words ready.
    pub(super) fn finder(&self) -> Finder {
        Finder::new(&self.words)
    }

    /// Says whether everything is listed.
    pub(super) fn is_wide(&self) -> bool {
        *self == Self::default()
    }

    /// Says whether a matter is listed.
    pub(super) fn takes(
        &self,
        finder: &Finder,
        language: Language,
        (world, today): (&World, NaiveDate),
        matter: &Matter,
    ) -> bool {
        let intake = &matter.intake;
        self.kind.is_none_or(|kind| intake.kind == kind)
            && self.origin.is_none_or(|it| intake.origin == it)
            && self.joint.is_none_or(|it| Joint::of(matter) == it)
            && self.urgency.is_none_or(|it| intake.urgency == it)
            && self.village.as_ref().is_none_or(|it| intake.concerns(it))
            && self
                .stage
                .is_none_or(|it| stage(world, matter, today) == it)
            && (finder.is_empty() || finder.matches(&found_by(language, world, matter)))
    }

    /// Says what it is narrowed to.
    pub(super) fn said(&self, language: Language, world: &World) -> String {
        let stage = self.stage.map(|it| matters::stage(language, it).to_owned());
        let village = self.village.as_ref();
        let village = village.map(|it| terms::village(language, world, Some(it)).to_owned());
        let kind = self.kind.map(|it| matters::kind(language, it).to_owned());
        let urgency = self.urgency;
        let urgency = urgency.map(|it| matters::urgency(language, it).to_owned());
        let origin = self.origin;
        let origin = origin.map(|it| matters::origin(language, it).to_owned());
        let joint = self.joint.map(|it| it.named(language).to_owned());
        let words = Some(self.words.clone()).filter(|words| !words.is_empty());
        let all = [stage, village, kind, urgency, origin, joint, words];
        all.into_iter().flatten().collect::<Vec<_>>().join(" · ")
    }
}

/// What a matter was judged to be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Joint {
    /// A joint one.
    Yes,
    /// None: the village deals with it itself.
    No,
    /// Not judged yet.
    Unjudged,
}

impl Joint {
    /// Every one, in the order it is offered.
    pub(super) const ALL: [Self; 3] = [Self::Yes, Self::No, Self::Unjudged];

    fn of(matter: &Matter) -> Self {
        match &matter.screening {
            None => Self::Unjudged,
            Some(screening) if screening.joint() => Self::Yes,
            Some(_) => Self::No,
        }
    }

    pub(super) const fn named(self, language: Language) -> &'static str {
        match self {
            Self::Yes => words::joint_yes(language),
            Self::No => words::joint_no(language),
            Self::Unjudged => words::joint_unjudged(language),
        }
    }
}

/// Returns the words a matter is found by.
fn found_by(language: Language, world: &World, matter: &Matter) -> String {
    let (intake, number) = (&matter.intake, matter.number);
    let by = intake.brought_by.as_ref().map_or("", |by| by.as_str());
    let villages = terms::villages(language, world, &matter.villages());
    format!(
        "{} {} {} {}-{} {villages} {by}",
        intake.title,
        intake.about.as_str(),
        matters::number(language, number),
        number.year,
        number.serial
    )
}
