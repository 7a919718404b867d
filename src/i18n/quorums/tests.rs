//! What a quorum counts is named in every sentence about it: people are never said for households.

#![allow(clippy::unwrap_used)]

use super::{awaited, awaited_by_vote, reached};
use crate::domain::rule::{Comparator, Inequality, Over, Required};
use crate::domain::session::quorum::{Meter, Quorum};
use crate::domain::vote::{Attending, QuorumProof};
use crate::i18n::Language;

fn quorum(of: Attending, count: u32) -> Quorum {
    Quorum {
        rule: "own-1".into(),
        need: 200,
        excused: 0,
        proof: QuorumProof {
            of,
            inequality: Inequality {
                den: 3,
                count,
                comparator: Comparator::AtLeast,
                num: 2,
                base: 300,
            },
            waived: false,
        },
    }
}

fn meter(quorums: Vec<Quorum>) -> Meter {
    Meter {
        entitled: 12,
        present: 8,
        by_video: 0,
        rule: "own-1".into(),
        quorums,
    }
}

#[test]
fn where_nobody_has_a_figure_the_figures_are_asked_for() {
    for over in [Over::Weights, Over::Households, Over::Shares, Over::Women] {
        let mut quorum = quorum(Attending::Of(over), 0);
        quorum.need = 1;
        // Somebody is wanted of nobody: as it is asked where nobody is entitled.
        quorum.proof.inequality.base = 0;
        quorum.proof.inequality.comparator = Comparator::MoreThan;
        for language in Language::ALL {
            let asked = super::words::no_figures(language, crate::i18n::terms::over_key(over));
            let said = awaited_by_vote(language, &quorum, 1);
            assert!(said.contains(&asked), "{said}");
            assert!(!said.contains('1'), "{said}");
        }
    }
}

#[test]
fn what_is_missing_is_said_in_what_the_quorum_counts() {
    let cases = [
        (
            Over::Villages,
            "到会的村须有 200 个，现有 195 个，还差 5 个",
        ),
        (Over::Weights, "到会各村的权重须有 200，现有 195，还差 5"),
        (
            Over::Households,
            "到会的人所代表的户须有 200 户，现有 195 户，还差 5 户",
        ),
        (
            Over::Shares,
            "到会的人所代表的份额须有 200 份，现有 195 份，还差 5 份",
        ),
        (
            Over::Women,
            "到会的妇女代表须有 200 人，现有 195 人，还差 5 人",
        ),
    ];
    for (over, clause) in cases {
        let short = quorum(Attending::Of(over), 195);
        let vote = awaited_by_vote(Language::Zh, &short, 5);
        assert_eq!(vote, format!("{clause}，暂不表决。"));
        let opening = awaited(Language::Zh, &meter(vec![short]), 5);
        assert_eq!(
            opening,
            format!("应到 12 人，实到 8 人；{clause}，请稍候。")
        );
    }
    let persons = quorum(Attending::Of(Over::Persons), 195);
    assert_eq!(
        awaited_by_vote(Language::En, &persons, 5),
        "The vote needs 200 present; 195 are here, 5 more are needed. No vote for now."
    );
    let women = quorum(Attending::Of(Over::Women), 195);
    assert_eq!(
        awaited_by_vote(Language::En, &women, 5),
        "No vote for now. Women representatives: 200 needed, 195 here, 5 missing."
    );
    let chair = quorum(Attending::Required(Required::Chair), 0);
    assert_eq!(
        awaited_by_vote(Language::Zh, &chair, 1),
        "按规则须有主持人到会，现在不在场，暂不表决。"
    );
}

#[test]
fn the_opening_names_everything_the_quorum_asks_for() {
    let all = meter(vec![
        quorum(Attending::Of(Over::Persons), 250),
        quorum(Attending::Of(Over::Households), 250),
        quorum(Attending::Of(Over::Women), 250),
        quorum(Attending::Required(Required::Chair), 1),
    ]);
    assert_eq!(
        reached(Language::Zh, &all),
        "应到 12 人，实到 8 人，达到法定人数（200 人、所代表的户 200 户、妇女代表 200 人），现在开会。"
    );
    assert_eq!(
        reached(Language::En, &all),
        "Of 12 entitled, 8 are present; the quorum of 200, 200 households, 200 women representatives is \
         reached. The session is open."
    );
    let chair = meter(vec![quorum(Attending::Required(Required::Chair), 1)]);
    assert_eq!(
        reached(Language::Zh, &chair),
        "应到 12 人，实到 8 人，现在开会。"
    );
}
