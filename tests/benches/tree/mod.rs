//! From a questionnaire's text to the finished one, by the number of questions.

mod maker;

use crate::figures::{Times, against, milliseconds, ratio};
use std::hint::black_box;
use std::sync::Arc;
use std::time::{Duration, Instant};
use tigang::answers::{Answers, Origin, Value, file};
use tigang::document::assemble;
use tigang::export::{Format, PlainText};
use tigang::interview::Work;
use tigang::outline::outline;
use tigang::questionnaire;

/// So many questions, about.
const SIZES: [usize; 3] = [100, 1_000, 10_000];
/// How often each step is taken: fewer times where it is long.
const AGAIN: [usize; 3] = [200, 40, 9];
/// What ten times as many questions may cost: a tenth more than ten times, for caches that they no longer fit into.
const TENFOLD: f64 = 11.0;

/// The steps, in the order in which they are taken.
const STEPS: [&str; 7] = [
    "read",
    "answers",
    "outline",
    "assemble",
    "text",
    "save",
    "key's draft",
];

pub(crate) fn run() {
    println!("tree: medians by the number of questions, and what ten times as many cost");
    let medians: Vec<(usize, [Duration; 7])> = SIZES
        .iter()
        .zip(AGAIN)
        .map(|(size, again)| measure(*size, again))
        .collect();
    for (index, step) in STEPS.iter().enumerate() {
        let times: Vec<String> = medians
            .iter()
            .map(|(questions, steps)| format!("{questions}: {}", milliseconds(steps[index])))
            .collect();
        println!("  {step:<12} {}", times.join("   "));
        for pair in medians.windows(2) {
            let (fewer, more) = (&pair[0], &pair[1]);
            let questions = more.0 as f64 / fewer.0 as f64;
            let growth = ratio(more.1[index], fewer.1[index]) * 10.0 / questions;
            against(&format!("{} to {}", fewer.0, more.0), growth, TENFOLD, "×");
        }
    }
}

/// The median of each step, and how many questions there are with all instances.
fn measure(size: usize, again: usize) -> (usize, [Duration; 7]) {
    let source = maker::source(size);
    let questionnaire = Arc::new(questionnaire::read(&source).expect("a sound questionnaire"));
    let table = maker::answers(size);
    let reading = file::read(table.clone(), &questionnaire, Origin::Typed);
    assert_eq!(reading.remarks, []);
    let answers: Arc<Answers> = Arc::new(reading.answers);
    let evaluated = outline(&questionnaire, &answers);
    let questions = evaluated.questions().count();
    let document = assemble(&evaluated);
    let mut work = Work::new(&questionnaire, answers.clone());
    let place = evaluated.questions().next().expect("a question").1.place.clone();
    let mut now = 0;
    let steps = [
        median(again, || questionnaire::read(&source)),
        median(again, || file::read(table.clone(), &questionnaire, Origin::Typed)),
        median(again, || outline(&questionnaire, &answers)),
        median(again, || assemble(&evaluated)),
        median(again, || Format::Text.export(&document, &PlainText::default())),
        median(again, || file::write(&answers, &questionnaire)),
        median(again, || {
            now += 1;
            work.draft(&place, Value::Text(format!("写到第{now}遍")), now);
        }),
    ];
    (questions, steps)
}

fn median<T>(again: usize, mut step: impl FnMut() -> T) -> Duration {
    let once = |_| {
        let begun = Instant::now();
        let made = black_box(step());
        let taken = begun.elapsed();
        drop(made);
        taken
    };
    (0..again).map(once).collect::<Times>().median()
}
