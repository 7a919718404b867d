//! The answers of an intake, as options of a command line.

use clap::Args;

/// What may be answered; what is not given stays as it is, or as it is without an answer.
#[derive(Args)]
pub(in crate::cli) struct Answers {
    #[arg(id = "matter-about", long = "about", value_name = "WORDS")]
    pub about: Option<String>,
    #[arg(id = "matter-brought-by", long = "brought-by", value_name = "WHO")]
    pub brought_by: Option<String>,
    #[arg(id = "matter-village", long = "village", value_name = "NAME")]
    pub villages: Vec<String>,
    #[arg(id = "whole-area", long, conflicts_with = "matter-village")]
    pub whole_area: bool,
    #[arg(id = "matter-kind", long = "kind", value_name = "KIND")]
    pub kind: Option<String>,
    #[arg(id = "matter-origin", long = "origin", value_name = "ORIGIN")]
    pub origin: Option<String>,
    #[arg(id = "matter-amount", long = "amount", value_name = "YUAN")]
    pub amount: Option<String>,
    #[arg(id = "matter-share", long = "share", value_name = "NAME=YUAN")]
    pub shares: Vec<String>,
    #[arg(id = "matter-touches", long = "touches", value_name = "WHAT")]
    pub touches: Vec<String>,
    #[arg(long, num_args = 0..=1, require_equals = true, default_missing_value = "true", value_name = "true|false")]
    pub committee_building: Option<bool>,
    #[arg(long, num_args = 0..=1, require_equals = true, default_missing_value = "true", value_name = "true|false")]
    pub livelihood: Option<bool>,
    #[arg(long, num_args = 0..=1, require_equals = true, default_missing_value = "true", value_name = "true|false")]
    pub major: Option<bool>,
    #[arg(long, num_args = 0..=1, require_equals = true, default_missing_value = "true", value_name = "true|false")]
    pub urgent: Option<bool>,
    #[arg(id = "matter-secrecy", long = "secrecy", value_name = "LEVEL")]
    pub secrecy: Option<String>,
    #[arg(id = "matter-legal", long = "legal", value_name = "WHETHER")]
    pub legal: Option<String>,
    #[arg(
        id = "matter-opinion",
        long = "opinion",
        value_name = "WORDS",
        conflicts_with = "matter-legal"
    )]
    pub opinion: Option<String>,
}
