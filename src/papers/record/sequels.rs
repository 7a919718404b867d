//! What followed a vote: the rounds before the last, every step after the announcement, where it stands.

use super::{Page, say};
use crate::domain::vote::{Due, Motion, MotionState, RoundEnd, Sequel, Standing, due, standing};
use crate::i18n::{sequel, sequels};
use crate::papers::block::{Block, Field};

impl Page<'_> {
    /// Prints every vote that another vote on the motion followed, then the head of the last.
    pub(super) fn rounds(self, motion: &Motion) -> Vec<Block> {
        let language = self.language;
        let mut paper = Vec::new();
        for (number, round) in (1_usize..).zip(&motion.earlier) {
            paper.push(Block::heading(4, sequel::round_title(language, number)));
            let RoundEnd::Announced { result, at } = &round.end;
            let announced = self.told_of(motion, round.ballot.announcing(*at));
            paper.extend(self.vote(motion, &round.ballot, result, announced));
        }
        if !motion.earlier.is_empty() && motion.ballot().is_some() {
            let last = motion.earlier.len() + 1;
            // Where another is owed it is not the last.
            let title = match due(motion).is_some_and(Due::is_a_vote) {
                true => sequel::round_title(language, last),
                false => sequel::last_round(language, last),
            };
            paper.push(Block::heading(4, title));
        }
        paper
    }

    /// Prints what was done after the announcement, and where the motion stands with it.
    pub(super) fn sequels(self, motion: &Motion) -> Vec<Block> {
        let language = self.language;
        let mut paper = Vec::new();
        // What came after the record was signed stands apart from what was signed.
        let (later, signed): (Vec<&Sequel>, Vec<&Sequel>) =
            motion.sequels.iter().partition(|step| step.after_signing);
        let then = Motion {
            sequels: signed.iter().copied().cloned().collect(),
            ..motion.clone()
        };
        if !signed.is_empty() {
            paper.push(Block::heading(4, sequel::label_sequels(language)));
            paper.push(self.steps(motion, &signed));
        }
        let mut fields = Vec::new();
        let of = sequels::reconsidered(language, self.world, motion);
        say(&mut fields, sequel::label_reconsiders(language), of);
        let decided = matches!(
            motion.state,
            MotionState::Announced { .. } | MotionState::Agreed { .. }
        );
        // Where nothing followed, the result of the vote has said it.
        let followed = !then.sequels.is_empty()
            || !motion.earlier.is_empty()
            || matches!(standing(&then), Standing::AwaitingVillages | Standing::Tied);
        let stood =
            (decided && followed).then(|| sequels::standing_whole(language, self.world, &then));
        say(&mut fields, sequel::label_standing(language), stood);
        if !fields.is_empty() {
            paper.push(Block::Fields(fields));
        }
        if !later.is_empty() {
            let heading = sequel::label_after_signing(language);
            paper.push(Block::heading(4, heading));
            paper.push(self.steps(motion, &later));
            let now = sequels::standing_whole(language, self.world, motion);
            let field = Field::new(sequel::label_standing_now(language), now);
            paper.push(Block::Fields(vec![field]));
        }
        paper
    }

    fn steps(self, motion: &Motion, steps: &[&Sequel]) -> Block {
        let steps = steps.iter().map(|step| {
            let said = sequels::step(self.language, self.world, motion, step);
            sequel::stamped(
                self.language,
                self.told_if_sat(step.at, step.moment()),
                said,
            )
        });
        Block::list(true, steps)
    }
}
