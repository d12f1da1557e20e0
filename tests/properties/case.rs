//! A questionnaire with answers, made at random, both as these tests know it and as the program has read it.

use super::dice::{Dice, dice, handful};
use super::filling::{Around, Filling, filling};
use super::form::{Form, Id};
use super::maker;
use super::words::Tokens;
use super::writer;
use proptest::prelude::*;
use std::fmt;
use std::sync::Arc;
use tigang::answers::{Answers, InstanceId, Origin, Place, file};
use tigang::questionnaire::{self, Questionnaire};

/// A questionnaire with answers.
#[derive(Clone)]
pub(super) struct Case {
    pub(super) form: Form,
    pub(super) filling: Filling,
    /// The questionnaire as an author writes it.
    pub(super) source: String,
    /// The answers as a person writes them.
    pub(super) table: toml::Table,
    pub(super) questionnaire: Arc<Questionnaire>,
    pub(super) answers: Arc<Answers>,
}

/// The two files, to be tried by hand when a property fails.
impl fmt::Debug for Case {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "\n--- questionnaire\n{}\n--- answers\n{}",
            self.source, self.table
        )
    }
}

/// Cases of all sizes.
pub(super) fn case() -> impl Strategy<Value = Case> {
    dice(700).prop_map(Case::made_by)
}

/// Cases with much in them.
pub(super) fn rich_case() -> impl Strategy<Value = Case> {
    handful(700).prop_map(Case::made_by)
}

impl Case {
    pub(super) fn made_by(mut dice: Dice) -> Self {
        let mut tokens = Tokens::default();
        let form = maker::form(&mut dice, &mut tokens);
        let filling = filling(&form, &mut dice, &mut tokens);
        let source = writer::source(&form);
        let questionnaire = match questionnaire::read(&source) {
            Ok(questionnaire) => Arc::new(questionnaire),
            Err(diagnostics) => panic!("{diagnostics:#?}\n{source}"),
        };
        let table = filling.table(&form);
        let reading = file::read(table.clone(), &questionnaire, Origin::Typed);
        assert_eq!(reading.remarks, [], "{source}\n{table}");
        let answers = Arc::new(reading.answers);
        Self {
            form,
            filling,
            source,
            table,
            questionnaire,
            answers,
        }
    }

    /// The place of a node.
    pub(super) fn place(&self, id: Id, around: &Around) -> Place {
        let mut place = Place::root();
        let mut way: Vec<Id> = self.form.around(id).collect();
        way.reverse();
        for step in way {
            place = place.child(&self.form.nodes[step].name);
            if let Some(instance) = around.get(&step).and_then(|id| InstanceId::new(id)) {
                place = place.with_instance(&instance);
            }
        }
        place
    }
}
