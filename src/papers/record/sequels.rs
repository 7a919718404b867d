//! What followed a vote: the rounds before the last, every step after the announcement, where it stands.

use super::{Page, say};
use crate::domain::vote::{Motion, MotionState, RoundEnd, Standing, standing};
use crate::i18n::{sequel, sequels};
use crate::papers::block::Block;

impl Page<'_> {
    /// Prints every vote that another vote on the motion followed, then the head of the last.
    pub(super) fn rounds(self, motion: &Motion) -> Vec<Block> {
        let language = self.language;
        let mut paper = Vec::new();
        for (number, round) in (1_usize..).zip(&motion.earlier) {
            paper.push(Block::heading(4, sequel::round_title(language, number)));
            let RoundEnd::Announced { result, at } = &round.end;
            paper.extend(self.vote(motion, &round.ballot, result, self.moment(*at)));
        }
        if !motion.earlier.is_empty() && motion.ballot().is_some() {
            let last = motion.earlier.len() + 1;
            paper.push(Block::heading(4, sequel::last_round(language, last)));
        }
        paper
    }

    /// Prints what was done after the announcement, and where the motion stands with it.
    pub(super) fn sequels(self, motion: &Motion) -> Vec<Block> {
        let language = self.language;
        let mut paper = Vec::new();
        if !motion.sequels.is_empty() {
            paper.push(Block::heading(4, sequel::label_sequels(language)));
            let steps = motion.sequels.iter().map(|step| {
                let said = sequels::step(language, self.world, motion, step);
                sequel::stamped(language, self.moment(step.at), said)
            });
            paper.push(Block::list(true, steps));
        }
        let mut fields = Vec::new();
        let of = sequels::reconsidered(language, motion);
        say(&mut fields, sequel::label_reconsiders(language), of);
        let decided = matches!(
            motion.state,
            MotionState::Announced { .. } | MotionState::Agreed { .. }
        );
        // Where nothing followed, the result of the vote has said it.
        let followed = !motion.sequels.is_empty()
            || !motion.earlier.is_empty()
            || standing(motion) == Standing::AwaitingVillages;
        let standing =
            (decided && followed).then(|| sequels::standing_whole(language, self.world, motion));
        say(&mut fields, sequel::label_standing(language), standing);
        if !fields.is_empty() {
            paper.push(Block::Fields(fields));
        }
        paper
    }
}
