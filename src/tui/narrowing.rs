//! Lists that are narrowed by typing although letters are commands in them: what is typed, from the key that begins it to
//! the step back that ends it.

use super::filter;

/// What is typed to narrow a list; nothing while nothing is looked for.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Narrowing(Option<String>);

impl Narrowing {
    /// What was typed so far; `None` while nothing is looked for.
    pub fn typed(&self) -> Option<&str> {
        self.0.as_deref()
    }

    fn replace(&mut self, typed: &str) {
        self.0 = Some(typed.chars().filter(|c| !c.is_control()).collect());
    }
}

/// A list that is narrowed so.
pub trait Narrowed {
    /// What narrows it.
    fn narrowing(&mut self) -> &mut Narrowing;

    /// Takes up what narrows it now, the cursor on what fits best.
    fn narrow(&mut self);

    /// Begins to narrow it, or adds to what narrows it.
    fn narrow_by(&mut self, typed: &str) {
        let before = self.narrowing().typed().unwrap_or_default().to_owned();
        self.narrowing().replace(&format!("{before}{typed}"));
        self.narrow();
    }

    /// Takes the last character back.
    fn delete_back(&mut self) {
        let kept = filter::without_last(self.narrowing().typed().unwrap_or_default());
        self.narrowing().replace(&kept);
        self.narrow();
    }

    /// Takes all that was typed back; what is typed next narrows it anew.
    fn delete_all(&mut self) {
        self.narrowing().replace("");
        self.narrow();
    }

    /// Shows all rows again, the cursor where it was. Tells whether it was narrowed.
    fn end_narrowing(&mut self) -> bool {
        let was_narrowed = self.narrowing().0.take().is_some();
        if was_narrowed {
            self.narrow();
        }
        was_narrowed
    }
}
