//! Rules of their own: other ways to share leads out, other steps and stages than those to begin with.

use leadstead::decide::known;
use leadstead::lead::{TaskKind, Tier};
use leadstead::playbook::{Condition, Playbook, Pool, Rule, Skill, Step, StepKind, Test, check};
use proptest::prelude::*;
use proptest::sample::select;

/// What is drawn of a firm's own rules.
#[derive(Clone, Debug)]
pub struct Rules {
    assignments: Vec<(Condition, Option<Condition>, usize)>,
    keeps: (bool, bool),
    skilled: usize,
    steps: Vec<(u32, StepKind, usize, bool)>,
    /// Which sequence they make up.
    sequence: usize,
    /// Stages that are left out, behind the first.
    without: Vec<usize>,
    /// What the next stage behind the first asks for.
    requires: Option<&'static str>,
}

/// Any rules a firm might make.
pub fn rules() -> impl Strategy<Value = Rules> {
    let assignment = (conditions(), proptest::option::of(conditions()), 0..4_usize);
    let step = (1..30_u32, kinds(), 0..8_usize, any::<bool>());
    (
        proptest::collection::vec(assignment, 0..5),
        (any::<bool>(), any::<bool>()),
        0..4_usize,
        proptest::collection::vec(step, 1..7),
        0..3_usize,
        proptest::collection::vec(1..6_usize, 0..3),
        proptest::option::of(select(vec!["phone", "company", "email|phone"])),
    )
        .prop_map(|(assignments, keeps, skilled, steps, sequence, without, requires)| Rules {
            assignments,
            keeps,
            skilled,
            steps,
            sequence,
            without,
            requires,
        })
}

fn conditions() -> impl Strategy<Value = Condition> {
    select(vec![
        ("tier", Test::In, "urgent"),
        ("tier", Test::NotIn, "low"),
        ("score", Test::AtLeast, "50"),
        ("score", Test::Between, "20..70"),
        ("source", Test::In, "website|quote"),
        ("class", Test::In, "inbound"),
        ("hand_raise", Test::Known, ""),
        ("country", Test::In, "GB|US"),
        ("country", Test::NotIn, "JP"),
        ("postcode", Test::Begins, "LS"),
        ("company_size", Test::AtLeast, "50"),
        ("company", Test::Unknown, ""),
        ("company", Test::Contains, "thrupp"),
        ("role", Test::Known, ""),
    ])
    .prop_map(|(field, is, value)| {
        let value = value.split('|').filter(|one| !one.is_empty()).map(str::to_owned).collect();
        Condition { field: field.to_owned(), is, value }
    })
}

fn kinds() -> impl Strategy<Value = StepKind> {
    select(vec![StepKind::Email, StepKind::Task, StepKind::Notice])
}

impl Rules {
    /// The same house by these rules, as far as each part of them passes the check.
    pub fn put_into(&self, playbook: Playbook) -> Playbook {
        let parts: [fn(&Rules, &mut Playbook); 4] =
            [Rules::share_out, Rules::ask_for_skill, Rules::take_steps, Rules::leave_out_stages];
        parts.iter().fold(playbook, |playbook, part| {
            let mut changed = playbook.clone();
            part(self, &mut changed);
            if passes(&changed) { changed } else { playbook }
        })
    }

    fn share_out(&self, playbook: &mut Playbook) {
        (playbook.routing.keep_person, playbook.routing.keep_firm) = self.keeps;
        let pools: Vec<String> =
            playbook.routing.pools.iter().map(|pool| pool.key.clone()).collect();
        let rule =
            |(nth, (first, second, pool)): (usize, &(Condition, Option<Condition>, usize))| {
                let second = second.clone().filter(|second| second.field != first.field);
                Rule {
                    name: format!("Rule {nth}"),
                    pool: pools[pool % pools.len()].clone(),
                    skills: Vec::new(),
                    conditions: std::iter::once(first.clone()).chain(second).collect(),
                }
            };
        playbook.routing.rules = self.assignments.iter().enumerate().map(rule).collect();
    }

    /// A pool of those who speak French, and a last rule for it.
    fn ask_for_skill(&self, playbook: &mut Playbook) {
        let french = |level| Skill { name: "French".into(), level };
        for (nth, mate) in playbook.team.iter_mut().enumerate().skip(self.skilled) {
            mate.skills.push(french(1 + nth as u8 % 3));
        }
        playbook.routing.pools.push(Pool {
            key: "french".into(),
            name: "French".into(),
            skills: vec![french(2)],
            members: Vec::new(),
        });
        playbook.routing.rules.push(Rule {
            name: "French".into(),
            pool: "french".into(),
            skills: Vec::new(),
            conditions: Vec::new(),
        });
    }

    fn take_steps(&self, playbook: &mut Playbook) {
        let letters: Vec<String> =
            playbook.templates.iter().map(|template| template.key.clone()).collect();
        let count = playbook.sequences.len();
        let Some(sequence) = playbook.sequences.get_mut(self.sequence % count.max(1)) else {
            return;
        };
        let mut steps: Vec<Step> = self
            .steps
            .iter()
            .map(|(day, kind, nth, lies)| Step {
                day: *day,
                kind: *kind,
                template: match kind {
                    StepKind::Email => letters[nth % letters.len()].clone(),
                    StepKind::Task | StepKind::Notice => String::new(),
                },
                text: match kind {
                    StepKind::Email => String::new(),
                    StepKind::Task | StepKind::Notice => "See to it".into(),
                },
                task: (*kind == StepKind::Task).then_some(TaskKind::Call),
                draft_minutes: if *lies { 30 } else { 0 },
                draft_tiers: if *lies { vec![Tier::High, Tier::Medium] } else { Vec::new() },
            })
            .collect();
        steps.sort_by_key(|step| step.day);
        sequence.steps = steps;
    }

    fn leave_out_stages(&self, playbook: &mut Playbook) {
        for nth in &self.without {
            let stages = &mut playbook.pipeline.stages;
            if stages.len() > 3 {
                stages.remove(1 + nth % (stages.len() - 1));
            }
        }
        if let Some(stage) = playbook.pipeline.stages.get_mut(1) {
            stage.requires = self.requires.into_iter().map(str::to_owned).collect();
        }
    }
}

/// Whether a house would take this playbook.
pub fn passes(playbook: &Playbook) -> bool {
    check(playbook, &known()).is_empty()
}
