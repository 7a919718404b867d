//! The words and fields of the form, in one place for the reader, the writer and the schema.

use crate::domain::rule::{
    Base, Figure, Method, Otherwise, Over, Partial, Provenance, RecusalEffect, TieStep,
};

/// A choice that is written as a word.
pub trait Word: Copy + PartialEq + 'static {
    /// Every word with what it means.
    const WORDS: &'static [(&'static str, Self)];

    /// Returns the word.
    fn word(self) -> &'static str {
        let mut words = Self::WORDS.iter();
        words
            .find(|(_, meant)| *meant == self)
            .map_or("", |(word, _)| word)
    }
}

impl Word for Over {
    const WORDS: &'static [(&'static str, Self)] = &[
        ("persons", Self::Persons),
        ("villages", Self::Villages),
        ("weights", Self::Weights),
        ("households", Self::Households),
        ("shares", Self::Shares),
        ("women", Self::Women),
    ];
}

impl Word for Base {
    const WORDS: &'static [(&'static str, Self)] = &[
        ("entitled", Self::Entitled),
        ("present", Self::Present),
        ("valid", Self::Valid),
        ("cast", Self::Cast),
        ("against", Self::Against),
    ];
}

impl Word for Method {
    const WORDS: &'static [(&'static str, Self)] = &[
        ("by_name", Self::ByName),
        ("hands", Self::Hands),
        ("secret", Self::Secret),
        ("by_village", Self::ByVillage),
    ];
}

impl Word for TieStep {
    const WORDS: &'static [(&'static str, Self)] = &[
        ("chair_casts", Self::ChairCasts),
        ("second_vote", Self::SecondVote),
        ("lot", Self::Lot),
        ("defer", Self::Defer),
        ("refer", Self::Refer),
    ];
}

impl Word for RecusalEffect {
    const WORDS: &'static [(&'static str, Self)] = &[
        ("keep_base", Self::KeepBase),
        ("reduce_base", Self::ReduceBase),
        ("waive", Self::Waive),
    ];
}

impl Word for Provenance {
    const WORDS: &'static [(&'static str, Self)] = &[
        ("law", Self::Law),
        ("party", Self::Party),
        ("charter", Self::Charter),
        ("local", Self::Local),
        ("own", Self::Own),
        ("derived", Self::Derived),
        ("foreign", Self::Foreign),
    ];
}

impl Word for Partial {
    const WORDS: &'static [(&'static str, Self)] = &[
        ("all_must", Self::AllMust),
        ("agreeing_go_on", Self::AgreeingGoOn),
    ];
}

impl Word for Otherwise {
    const WORDS: &'static [(&'static str, Self)] = &[
        ("none", Self::None),
        ("most", Self::Most),
        ("run_off", Self::RunOff),
        ("drop_last", Self::DropLast),
    ];
}

impl Word for Figure {
    const WORDS: &'static [(&'static str, Self)] = &[
        ("inhabitants", Self::Inhabitants),
        ("households", Self::Households),
        ("shares", Self::Shares),
    ];
}

/// What a table is, where a field `is` says so.
macro_rules! tables {
    ($($(#[$doc:meta])* $name:ident { $($word:literal => $variant:ident),+ $(,)? })+) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub enum $name { $($variant),+ }

        impl Word for $name {
            const WORDS: &'static [(&'static str, Self)] = &[$(($word, Self::$variant)),+];
        }
    )+};
}

tables! {
    /// What a question is.
    QuestionIs { "yes_no" => YesNo, "one_of" => OneOf, "seats" => Seats }
    /// What a consent is.
    ConsentIs { "not_asked" => NotAsked, "in_vote" => InVote, "own_body" => OwnBody }
    /// How weights are laid down.
    WeightsIs { "fixed" => Fixed, "per_started" => PerStarted, "share" => Share }
}

/// The fields of the file.
pub const FILE: &[&str] = &["form", "rule"];
/// The fields of a rule, in the order they are written.
pub const RULE: &[&str] = &[
    "id",
    "name",
    "provenance",
    "clause",
    "unverified",
    "stricter",
    "notice",
    "from",
    "to",
    "question",
    "quorum",
    "pass",
    "consent",
    "bloc",
    "weights",
    "recusal",
    "tie",
    "close",
    "proxies",
    "methods",
    "chair_last",
    "online",
    "may_agree",
    "circulation",
    "revote",
];
/// The fields of the notice a statute asks for.
pub const NOTICE: &[&str] = &["days", "statute"];
/// The fields of a name.
pub const NAME: &[&str] = &["zh", "en"];
/// The fields of a quorum.
pub const QUORUM: &[&str] = &["all_of", "required", "second_call"];
/// The fields of one demand of a quorum.
pub const TURNOUT: &[&str] = &["over", "more_than", "at_least"];
/// The fields of somebody without whom nothing is voted.
pub const REQUIRED: &[&str] = &["role"];
/// The fields of a second call.
pub const SECOND_CALL: &[&str] = &["within_days", "notice", "by"];
/// The fields of a share that must be reached.
pub const SHARE: &[&str] = &["over", "more_than", "at_least", "of"];
/// The fields of one branch of `pass`.
pub const PASS: &[&str] = &[
    "over",
    "more_than",
    "at_least",
    "of",
    "each_village",
    "fewer_blockers_than",
    "all",
    "any",
];
/// The fields of a demand that a minority blocks.
pub const BLOCKERS: &[&str] = &["over", "fewer_blockers_than"];
/// The fields of proxies.
pub const PROXIES: &[&str] = &["each", "in_quorum"];
/// The fields of voting again.
pub const REVOTE: &[&str] = &["rounds", "days"];

impl QuestionIs {
    /// Returns the fields of such a table.
    pub const fn fields(self) -> &'static [&'static str] {
        match self {
            Self::YesNo => &["is"],
            Self::OneOf => &["is", "otherwise"],
            Self::Seats => &["is", "spare_percent", "write_in"],
        }
    }
}

impl ConsentIs {
    /// Returns the fields of such a table.
    pub const fn fields(self) -> &'static [&'static str] {
        match self {
            Self::NotAsked => &["is"],
            Self::InVote => &["is", "each"],
            Self::OwnBody => &["is", "by", "partial", "silence_days"],
        }
    }
}

impl WeightsIs {
    /// Returns the fields of such a table.
    pub const fn fields(self) -> &'static [&'static str] {
        match self {
            Self::Fixed => &["is", "of"],
            Self::PerStarted => &["is", "each", "figure"],
            Self::Share => &["is", "total", "floor", "cap", "figure"],
        }
    }
}
