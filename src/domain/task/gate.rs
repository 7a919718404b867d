//! What a follow-up has to be for a step: asked before a sheet is opened, and again by the rules.

use super::{Refused, Task, TaskState};
use crate::domain::refusal::Refusal;

impl Task {
    /// Lets what is neither signed off nor given up pass.
    ///
    /// # Errors
    /// That it is over.
    pub const fn still_open(&self) -> Result<(), Refusal> {
        match self.state {
            TaskState::Open | TaskState::Finished | TaskState::Suspended => Ok(()),
            TaskState::Closed => Err(Refusal::TaskDone),
            TaskState::Dropped => Err(Refusal::TaskDropped),
        }
    }

    /// Lets pass what the decision of others may still settle: what is open, and what was given up
    /// before they decided after all.
    ///
    /// # Errors
    /// That it is closed.
    pub const fn may_be_settled(&self) -> Result<(), Refusal> {
        match self.state {
            TaskState::Dropped => Ok(()),
            _ => self.still_open(),
        }
    }

    /// Lets what somebody is to work on now pass.
    ///
    /// # Errors
    /// That it is over, waits for the sign-off or rests.
    pub fn pursued(&self) -> Result<(), Refusal> {
        self.still_open()?;
        match self.state {
            TaskState::Finished => {
                let signer = self.signer.clone();
                Err(Refused::Waiting { signer }.into())
            }
            TaskState::Suspended => Err(Refused::Resting.into()),
            TaskState::Open | TaskState::Closed | TaskState::Dropped => Ok(()),
        }
    }

    /// Lets what is pursued and of which villages have parts pass.
    ///
    /// # Errors
    /// That no village has a part, or why nobody works on it.
    pub fn pursued_by_villages(&self) -> Result<(), Refusal> {
        if self.parts.is_empty() {
            return Err(Refused::NoPart.into());
        }
        self.pursued()
    }

    /// Lets what was reported as done pass.
    ///
    /// # Errors
    /// That it is over, rests or was not reported.
    pub fn waits_for_sign_off(&self) -> Result<(), Refusal> {
        self.still_open()?;
        match self.state {
            TaskState::Finished => Ok(()),
            TaskState::Suspended => Err(Refused::Resting.into()),
            TaskState::Open | TaskState::Closed | TaskState::Dropped => {
                Err(Refused::NotFinished.into())
            }
        }
    }

    /// Lets what rests pass.
    ///
    /// # Errors
    /// That it is over or does not rest.
    pub fn resting(&self) -> Result<(), Refusal> {
        self.still_open()?;
        match self.state {
            TaskState::Suspended => Ok(()),
            _ => Err(Refused::NotResting.into()),
        }
    }

    /// Lets what is signed off pass.
    ///
    /// # Errors
    /// That it is not.
    pub fn closed(&self) -> Result<(), Refusal> {
        match self.state {
            TaskState::Closed => Ok(()),
            _ => Err(Refused::NotClosed.into()),
        }
    }

    /// Lets what is signed off or given up pass.
    ///
    /// # Errors
    /// That it is open.
    pub const fn over(&self) -> Result<(), Refusal> {
        if self.is_open() {
            Err(Refusal::TaskOpen)
        } else {
            Ok(())
        }
    }
}
