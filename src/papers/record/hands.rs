//! What a show of hands leaves on paper beside its totals.

use super::Page;
use crate::domain::vote::hands::ChairHand;
use crate::domain::vote::{Motion, VoteResult};
use crate::i18n::{record, terms};
use crate::papers::block::Field;

impl Page<'_> {
    /// Says whether the chair's hand is in, who was absent, and that no village is known by its hands.
    pub(super) fn hands(self, motion: &Motion, result: &VoteResult) -> Vec<Field> {
        let language = self.language;
        let Some(count) = &result.hands else {
            return Vec::new();
        };
        let chair = match &count.hands.chair {
            // Whoever chairs without a vote, or withdrew, has no hand that could be in.
            ChairHand::Counted if !count.chair_raises() => {
                record::chair_hand_none(language).to_owned()
            }
            ChairHand::Counted => record::chair_hand_counted(language).to_owned(),
            ChairHand::Apart { choice } => {
                record::chair_hand_apart(language, terms::choice(language, choice))
            }
        };
        let mut fields = vec![Field::new(record::label_chair_hand(language), chair)];
        fields.extend(self.absent(result));
        if !motion.villages.is_empty() {
            fields.push(Field::new(
                record::label_villages_unknown(language),
                record::villages_unknown(language),
            ));
        }
        fields
    }
}
