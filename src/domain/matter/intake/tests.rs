//! Amounts as clerks write them, shares that add up.

use super::*;
use proptest::prelude::*;

/// Makes an intake that touches nothing.
#[must_use]
pub(crate) fn plain() -> Intake {
    Intake::unanswered(Line::new("修路").unwrap())
}

proptest! {
    #[test]
    fn shares_never_come_to_more_than_the_whole(
        amount in any::<u64>(),
        shares in proptest::collection::vec(any::<u64>(), 0..6),
    ) {
        let sum = shares.iter().map(|it| u128::from(*it)).sum::<u128>();
        let shares = shares.iter().enumerate().map(|(at, amount)| Share {
            village: VillageId::from(format!("v{at}")),
            amount: Fen(*amount),
        });
        let money = Money { amount: Fen(amount), shares: shares.collect() };
        let fault = Intake { money: Some(money), ..plain() }.fault();
        let over = matches!(fault, Some(IntakeFault::SharesExceed { .. }));
        prop_assert_eq!(over, sum > u128::from(amount));
    }
}

proptest! {
    #[test]
    fn an_amount_is_read_as_it_is_written(fen in any::<u64>()) {
        prop_assert_eq!(Fen::from_yuan(&Fen(fen).to_yuan()), Some(Fen(fen)));
    }

    #[test]
    fn no_text_breaks_the_reading_of_amounts(text in "\\PC{0,24}") {
        let _read = Fen::from_yuan(&text);
    }
}

#[test]
fn amounts_are_read_as_clerks_write_them() {
    let table = [
        ("3000", Some(300_000)),
        ("3,000.5", Some(300_050)),
        ("３０００元", Some(300_000)),
        ("¥ 12.34", Some(1_234)),
        ("1.5万", Some(1_500_000)),
        ("1.23456万元", Some(1_234_560)),
        ("0", Some(0)),
        ("1.234", None),
        ("-3", None),
        ("", None),
        ("元", None),
        ("三千", None),
        ("99999999999999999999999999999999999999999", None),
    ];
    for (text, fen) in table {
        assert_eq!(Fen::from_yuan(text), fen.map(Fen), "{text}");
    }
}

#[test]
fn whoever_bears_a_share_is_concerned_and_named_once() {
    let share = |village: &str| Share {
        village: VillageId::from(village),
        amount: Fen(1),
    };
    let money = |shares: Vec<Share>| Intake {
        villages: vec!["a".into(), "b".into()],
        money: Some(Money {
            amount: Fen(10),
            shares,
        }),
        ..plain()
    };
    assert_eq!(money(vec![share("a"), share("b")]).fault(), None);
    assert_eq!(
        money(vec![share("c")]).fault(),
        Some(IntakeFault::BearsUnconcerned {
            village: "c".into()
        })
    );
    assert_eq!(
        money(vec![share("a"), share("a")]).fault(),
        Some(IntakeFault::Twice {
            village: "a".into()
        })
    );
}

#[test]
fn only_what_is_public_goes_to_a_board() {
    let posted = Secrecy::ALL.map(may_be_posted);
    assert_eq!(posted, [true, false, false]);
}
