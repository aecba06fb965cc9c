//! The fit, held against a reference and against what must always be true of it.

use super::super::dice::Dice;
use super::*;

fn past() -> (Vec<Term>, Vec<bool>) {
    let rows = || 0..120_usize;
    let first: Vec<u16> = rows().map(|row| (row % 3) as u16).collect();
    let second: Vec<u16> = rows().map(|row| (row * 7 / 5 % 4) as u16).collect();
    let won = |row: usize| {
        let more = usize::from(second[row] == 1) + usize::from(first[row] == 0);
        (row * row + row / 3) % 7 < 2 + more
    };
    let won = rows().map(won).collect();
    let term = |levels, apart| Term { levels, places: Vec::new(), apart };
    (vec![term(first.clone(), 3), term(second.clone(), 4)], won)
}

/// The effects are those of scikit-learn 1.9, `LogisticRegression(C=1/4)`, over the same levels.
#[test]
fn with_weights_that_stand_still_the_fit_is_that_of_a_reference() {
    let (terms, won) = past();
    let history = History { terms: &terms, starts: starts(&terms), won: &won };
    let mut groups = groups(&terms);
    groups.iter_mut().for_each(|group| group.weight = 4.0 - ANCHOR);
    let mut state = history.beginning(&groups);
    for _ in 0..20 {
        let factor = history.curvature(&state, &groups).factor();
        state = history.step(&state, &groups, &factor);
    }
    let wanted = [
        -0.597_488_47,
        0.861_432_66,
        -0.516_284_95,
        -0.345_147_7,
        0.006_632_45,
        0.477_343_72,
        -0.090_740_46,
        -0.393_235_7,
    ];
    for (effect, wanted) in state.effects.iter().zip(wanted) {
        assert!((effect - wanted).abs() < 1e-6, "{effect} {wanted}");
    }
}

#[test]
fn as_many_are_foretold_as_were_won() {
    let (terms, won) = past();
    let fitted = fit(&terms, &won);
    let foretold: f64 = fitted.logits(&terms).into_iter().map(chance).sum();
    let wins = won.iter().filter(|won| **won).count() as f64;
    assert!((foretold - wins).abs() < 0.01, "{foretold} {wins}");
}

#[test]
fn a_field_that_says_nothing_comes_to_nothing_and_one_that_speaks_is_heard() {
    let mut dice = Dice::of(3);
    let mut roll = |of: usize| (0..4_000).map(|_| dice.below(of) as u16).collect::<Vec<u16>>();
    let (spoken, silent, luck) = (roll(4), roll(50), roll(10));
    let won = luck.iter().zip(&spoken).map(|(luck, spoken)| *luck < 2 + 2 * spoken);
    let won: Vec<bool> = won.collect();
    let term = |levels, apart| Term { levels, places: Vec::new(), apart };
    let fitted = fit(&[term(spoken, 4), term(silent, 50)], &won);
    assert!(fitted.effects[0][3] - fitted.effects[0][0] > 1.5, "{:?}", fitted.effects[0]);
    assert!(fitted.effects[1].iter().all(|effect| effect.abs() < 0.3), "{:?}", fitted.effects[1]);
}

#[test]
fn a_row_of_levels_is_straight_without_evidence_for_a_bend() {
    let places: Vec<f64> = (0..10).map(|at| f64::from(at) / 3.0 - 1.5).collect();
    let levels: Vec<u16> = (0..200).map(|row| row % 10).collect();
    let won: Vec<bool> = (0..200_u16).map(|row| row / 10 % 10 < row % 10).collect();
    let fitted = fit(&[Term { levels, places, apart: 0 }], &won);
    let steps: Vec<f64> = fitted.effects[0].windows(2).map(|pair| pair[1] - pair[0]).collect();
    assert!(steps.iter().all(|step| *step > 0.1), "{steps:?}");
    let (least, most) = steps
        .iter()
        .fold((f64::MAX, f64::MIN), |(least, most), step| (least.min(*step), most.max(*step)));
    assert!(most < 2.0 * least, "{steps:?}");
}

#[test]
fn one_end_only_is_no_reason_to_break() {
    let (terms, _) = past();
    for end in [true, false] {
        let fitted = fit(&terms, &[end; 120]);
        let chance = chance(fitted.base);
        assert!(if end { chance > 0.9 } else { chance < 0.1 }, "{chance}");
    }
}
