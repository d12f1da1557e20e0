//! The questionnaires that ship with the program.

/// A questionnaire that is part of the binary.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Shipped {
    /// The name by which the command line knows it.
    pub name: &'static str,
    /// Its text.
    pub source: &'static str,
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
