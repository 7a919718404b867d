//! One file a subcommand. A subcommand is a function of its arguments and two streams, so that a
//! test reads what a terminal would show.

pub mod tally;
