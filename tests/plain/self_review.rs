//! The shipped self-review, written wholly in the plain line mode, comes out as in the full-screen program.

use super::talk::Talk;
use std::path::Path;
use std::sync::Arc;
use tigang::answers::{Answers, InstanceId, Origin, Place, Value, file};
use tigang::interview::{Order, Work, choosables, stops};
use tigang::outline::Form;
use tigang::questionnaire::{self, Kind, Questionnaire, shipped};
use tigang::session::real_disk::RealDisk;

/// A case of `tests/cases/assembly` on a shipped questionnaire.
struct Case {
    questionnaire: Arc<Questionnaire>,
    answers: Answers,
    expected: String,
}

impl Case {
    fn read(name: &str) -> Self {
        let directory = Path::new(env!("CARGO_MANIFEST_DIR"))
            .join("tests/cases/assembly")
            .join(name);
        let read = |name: &str| std::fs::read_to_string(directory.join(name)).unwrap();
        let shipped = shipped::find(read("questionnaire").trim()).unwrap();
        let questionnaire = Arc::new(questionnaire::read(shipped.source).unwrap());
        let table = toml::from_str(&read("answers.toml")).unwrap();
        let reading = file::read(table, &questionnaire, Origin::Typed);
        assert_eq!(reading.remarks, []);
        Self {
            questionnaire,
            answers: reading.answers,
            expected: read("expected.txt"),
        }
    }

    /// What a person would write, stop by stop. The stops are walked as the interview walks them, in answers that grow
    /// with the walk: instances that the person adds come to be, and with them their questions.
    fn script(&self) -> String {
        let mut script = String::new();
        let mut work = Work::new(&self.questionnaire, Arc::default());
        let mut next = stops(work.outline(), Order::Document).first();
        while let Some(id) = next {
            let item = work.outline().get(id).unwrap();
            let place = item.place.clone();
            let mut at = place.clone();
            if item.form == Form::Group {
                let present = work.answers().instances(&place).len();
                let wanted = self.answers.instances(&self.of_case(&work, &place)).len();
                let is_wanted = present < wanted;
                script.push_str(if is_wanted { "是\n" } else { "\n" });
                if is_wanted {
                    let id = InstanceId::new(&format!("new-{present}")).unwrap();
                    at = work.add_instance(&place, None, id).unwrap();
                    next = stops(work.outline(), Order::Document).nearest(work.outline(), &at);
                    continue;
                }
            } else {
                let given = self.answers.answer(&self.of_case(&work, &place));
                let value = given.map(|answer| answer.value.clone());
                script.push_str(&self.lines(&work, &place, value.as_ref()));
                if let Some(value) = value {
                    work.commit(&place, value, 0);
                }
            }
            let here = work.outline().find(&at).unwrap();
            next = stops(work.outline(), Order::Document).next(here);
        }
        script
    }

    /// The place in the case's answers of a place in the walk, whose instances have other ids.
    fn of_case(&self, work: &Work, place: &Place) -> Place {
        let mut there = Place::root();
        let mut here = Place::root();
        for step in place.steps() {
            (there, here) = (there.child(&step.name), here.child(&step.name));
            if let Some(id) = &step.instance {
                // Of a section that is paired with another, the instances are those of that other one.
                let position = instances(work, &here)
                    .iter()
                    .position(|other| other == id)
                    .unwrap();
                let theirs = Work::new(&self.questionnaire, Arc::new(self.answers.clone()));
                let id = instances(&theirs, &there)[position].clone();
                (there, here) = (
                    there.with_instance(&id),
                    here.with_instance(step.instance.as_ref().unwrap()),
                );
            }
        }
        there
    }

    /// An answer of the case as a person writes it.
    fn lines(&self, work: &Work, place: &Place, value: Option<&Value>) -> String {
        let Some(value) = value else {
            return "\n".to_owned();
        };
        let outline = work.outline();
        let id = outline.find(place).unwrap();
        let question = outline.node(outline.get(id).unwrap()).question().unwrap();
        match &question.kind {
            Kind::Prose | Kind::List(_) => {
                let lines = value.to_typed();
                let lines = lines.lines().map(|line| match line {
                    "." => "..".to_owned(),
                    line if line.starts_with([':', '：']) => format!(":{line}"),
                    line => line.to_owned(),
                });
                lines
                    .chain([".".to_owned(), String::new()])
                    .collect::<Vec<_>>()
                    .join("\n")
            }
            Kind::Links { .. } => {
                let theirs = Work::new(&self.questionnaire, Arc::new(self.answers.clone()));
                let there = theirs.outline().find(&self.of_case(work, place)).unwrap();
                let options = choosables(theirs.outline(), there).unwrap();
                let Value::Texts(ids) = value else {
                    panic!("{value:?}")
                };
                let number = |id: &String| options.iter().position(|option| option.value == *id).unwrap() + 1;
                let numbers: Vec<String> = ids.iter().map(|id| number(id).to_string()).collect();
                numbers.join("、") + "\n"
            }
            Kind::Choices { .. } => match value {
                Value::Texts(texts) => texts.join("、") + "\n",
                other => panic!("{other:?}"),
            },
            _ => value.to_typed() + "\n",
        }
    }
}

fn instances(work: &Work, group: &Place) -> Vec<InstanceId> {
    let outline = work.outline();
    let group = outline.find(group).unwrap();
    let ids = outline
        .children(group)
        .filter_map(|(_, item)| item.place.instance().cloned());
    ids.collect()
}

#[test]
fn a_whole_interview_by_script_gives_the_same_text() {
    for name in ["self-review-full", "postmortem-full"] {
        let case = Case::read(name);
        let talk = Talk::with(Arc::new(RealDisk), &case.questionnaire, Answers::default());
        let script = case.script();
        let heard = talk.hear(&script);
        println!("{}", heard.text);
        assert_eq!(heard.code, 0);
        assert_eq!(talk.exported(), case.expected, "{name}\n{script}\n{}", heard.text);
    }
}
