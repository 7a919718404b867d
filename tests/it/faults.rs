//! Durability by real faults: the disk fails at every step, the power goes at every moment, the
//! process is killed, the file is damaged. Each test has a control that must lose.

mod auditor;
pub mod book;
mod commit;
mod corpus;
mod crash;
mod damage;
pub mod dice;
pub mod disk;
mod doctor;
mod fields;
mod full;
pub mod ground;
mod hostile;
mod kill;
mod leftover;
mod medium;
mod no_file;
pub mod office;
mod power;
mod power_switch;
pub mod program;
mod scale;
mod vfs;
