//! What a joint committee may do. Pure: no file, no clock, no screen, no sentence for a person.
//!
//! A [`Command`] is judged by [`decide`] against the [`World`] and becomes
//! [`Event`]s or a [`Refusal`]; [`apply`] alone knows what an event means.

pub mod act;
pub mod board;
pub mod dates;
pub mod entity;
pub mod gap;
pub mod ids;
mod longest_run;
pub mod matter;
mod omitted;
pub mod refusal;
pub mod register;
pub mod roster;
pub mod rule;
pub mod session;
mod stored_day;
pub mod task;
pub mod text;
pub mod things;
pub mod vote;
pub mod words;
pub mod world;

#[cfg(test)]
pub(crate) mod tests;

pub use act::{Command, Event, apply, decide, may};
pub use refusal::{Refusal, Remedy};
pub use world::World;
