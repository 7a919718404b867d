//! What is worth telling about a document that is taken in: everything that differs or is left out.

use super::super::compare::Difference;

/// Something in a document that differs from the rest of it, or that could not be taken in as it
/// stands. Ids and names are those of the source.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Finding {
    /// Something published about a vote is not what was counted.
    Vote {
        /// The vote.
        vote: String,
        /// What differs.
        difference: Difference,
    },
    /// People who took part in a vote, though the attendance does not say that they were there.
    ThereUnlisted {
        /// The vote.
        vote: String,
        /// Their names.
        people: Vec<String>,
    },
    /// People whom a vote lists as absent, though the attendance says that they were there.
    ListedAbsent {
        /// The vote.
        vote: String,
        /// Their names.
        people: Vec<String>,
    },
    /// People who were there by the attendance and are not among the voters of a vote.
    NotAVoter {
        /// The vote.
        vote: String,
        /// Their names.
        people: Vec<String>,
    },
    /// Somebody on the attendance who is not among the persons; left out of the roll.
    AttendeeUnknown {
        /// The id in the source.
        person: String,
    },
    /// A vote on no motion; taken in as a motion of its own.
    NoMotion {
        /// The vote.
        vote: String,
    },
    /// A vote on a motion that the document does not hold; taken in as a motion of its own.
    MotionUnknown {
        /// The vote.
        vote: String,
        /// The motion it names.
        motion: String,
    },
    /// A further vote on a motion; taken in as a motion of its own with the same wording.
    VotedAgain {
        /// The vote.
        vote: String,
        /// The motion.
        motion: String,
    },
    /// A vote held in another session than its motion was moved in.
    OtherSession {
        /// The vote.
        vote: String,
        /// The session its motion names.
        session: String,
    },
    /// A vote of another body than the session's.
    OtherBody {
        /// The vote.
        vote: String,
        /// The body the vote names.
        organization: String,
    },
    /// A motion without a vote; taken in as not voted.
    NoVote {
        /// The motion.
        motion: String,
    },
    /// A motion without its wording.
    NoWords {
        /// The motion.
        motion: String,
    },
    /// A motion on a point that the agenda does not have; the point was added.
    ItemUnknown {
        /// The motion.
        motion: String,
        /// The number it names.
        number: String,
    },
    /// A mover or seconder who is not one of the persons, or not a single one; left out.
    MoverUnknown {
        /// The motion.
        motion: String,
        /// The name in the source.
        name: String,
    },
    /// A session that no body can be found for; left out.
    NoBody {
        /// The session.
        session: String,
    },
    /// A vote whose session the document does not hold; counted and left out.
    VoteAstray {
        /// The vote.
        vote: String,
    },
    /// A motion whose session the document does not hold; left out.
    MotionAstray {
        /// The motion.
        motion: String,
    },
    /// A person of the same id is on file under another name, which is kept.
    OtherName {
        /// The id in the source.
        person: String,
        /// The name here.
        kept: String,
        /// The name in the document.
        given: String,
    },
    /// A membership that ends before it begins; left out.
    SeatCrossed {
        /// The person's name.
        person: String,
    },
}
