//! The questionnaires that ship with the program.

/// A questionnaire that is part of the binary.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Shipped {
    /// The name by which the command line knows it.
    pub name: &'static str,
    /// Its text.
    pub source: &'static str,
}

impl Shipped {
    /// What stands at the head of it under a key of the root, where that is a text: its title, say. Reading all of it to
    /// show a list would take longer than anything else at the start of the program.
    pub fn head(&self, key: &str) -> Option<String> {
        let head = self.source.split("\n[").next()?;
        let table: toml::Table = head.parse().ok()?;
        table.get(key)?.as_str().map(str::to_owned)
    }
}

/// All shipped questionnaires.
pub const SHIPPED: [Shipped; 2] = [
    Shipped {
        name: "self-review.zh",
        source: include_str!("../../questions/self-review.zh.toml"),
    },
    Shipped {
        name: "postmortem.en",
        source: include_str!("../../questions/postmortem.en.toml"),
    },
];

/// The shipped questionnaire of a name.
pub fn find(name: &str) -> Option<Shipped> {
    SHIPPED.into_iter().find(|shipped| shipped.name == name)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::questionnaire::read;

    #[test]
    fn the_head_says_what_the_whole_says() {
        for shipped in SHIPPED {
            let settings = read(shipped.source).unwrap().settings;
            assert_eq!(shipped.head("title"), Some(settings.title), "{}", shipped.name);
            assert_eq!(shipped.head("about"), settings.about, "{}", shipped.name);
        }
    }
}
