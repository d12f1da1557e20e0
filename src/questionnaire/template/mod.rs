//! Templates: minijinja, strict, with limits on steps and depth and without a loader, so that a questionnaire can
//! neither hang the program nor read a file.

use super::{Language, Reference};
use minijinja::{Environment, OutputSpanKind, UndefinedBehavior, Value};
use std::collections::HashMap;
use std::sync::Arc;

mod filters;

pub use filters::DateValue;

/// Steps that one rendering may take. Refused programs (nested loops, huge repeats) stop within some 50 ms.
const FUEL: u64 = 1_000_000;
/// How deep expressions and macros may nest.
const DEPTH: usize = 64;

/// The filters that questionnaires are told of; minijinja has a few more.
pub const FILTERS: &[&str] = &[
    "abs",
    "batch",
    "capitalize",
    "date",
    "default",
    "dictsort",
    "first",
    "float",
    "format",
    "groupby",
    "han",
    "indent",
    "int",
    "items",
    "join",
    "last",
    "length",
    "lines",
    "list",
    "lower",
    "map",
    "max",
    "min",
    "reject",
    "rejectattr",
    "replace",
    "reverse",
    "round",
    "select",
    "selectattr",
    "sentence",
    "slice",
    "sort",
    "split",
    "string",
    "sum",
    "title",
    "trim",
    "unique",
    "upper",
    "zip",
];

/// The tests that questionnaires are told of.
pub const TESTS: &[&str] = &[
    "boolean",
    "defined",
    "divisibleby",
    "endingwith",
    "eq",
    "even",
    "false",
    "float",
    "ge",
    "gt",
    "in",
    "integer",
    "iterable",
    "le",
    "lower",
    "lt",
    "mapping",
    "ne",
    "none",
    "number",
    "odd",
    "sequence",
    "startingwith",
    "string",
    "true",
    "undefined",
    "upper",
];

/// The functions that templates know.
pub const FUNCTIONS: &[&str] = &["debug", "dict", "namespace", "range"];

/// A template that has been parsed, whose every name is known to refer to a node.
#[derive(Debug, Clone)]
pub struct Template {
    source: Arc<str>,
    references: Arc<HashMap<String, Reference>>,
    form: Form,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Form {
    /// No tags at all: the source is the text.
    Plain,
    /// Compiled in the engine, under the number that is its name there.
    Compiled(usize),
}

/// A piece of a rendered template.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Piece {
    /// The text.
    pub text: String,
    /// The nodes named in the expression that gave it; empty for the template's own words.
    pub cites: Vec<Reference>,
    /// Whether the expression is the name of a node and nothing else, so that its answer prints as it was given.
    pub is_bare: bool,
}

impl Template {
    /// The template as its author wrote it.
    pub fn source(&self) -> &str {
        &self.source
    }

    /// Whether it prints nothing whatever the answers are.
    pub fn is_empty(&self) -> bool {
        self.source.is_empty()
    }

    /// Whether it holds no tags, so that its source is its text.
    pub fn is_plain(&self) -> bool {
        self.form == Form::Plain
    }

    /// Every node that the template names, by the dotted name that it uses.
    pub fn references(&self) -> impl Iterator<Item = (&str, Reference)> {
        self.references
            .iter()
            .map(|(name, reference)| (name.as_str(), *reference))
    }

    /// What a dotted name in this template refers to.
    pub fn reference(&self, name: &str) -> Option<Reference> {
        self.references.get(name).copied()
    }
}

/// The compiled templates of one questionnaire.
#[derive(Debug)]
pub struct Engine {
    environment: Environment<'static>,
    compiled: HashMap<Arc<str>, Compiled>,
}

/// What is known of a source that has been compiled.
#[derive(Debug, Clone)]
struct Compiled {
    number: usize,
    names: Arc<[String]>,
}

impl Engine {
    /// An engine with the filters of a language and no templates.
    pub fn new(language: &Language) -> Self {
        let mut environment = Environment::new();
        environment.set_undefined_behavior(UndefinedBehavior::Strict);
        environment.set_fuel(Some(FUEL));
        environment.set_recursion_limit(DEPTH);
        environment.set_debug(true);
        environment.set_auto_escape_callback(|_| minijinja::AutoEscape::None);
        filters::register(&mut environment, language);
        Self {
            environment,
            compiled: HashMap::new(),
        }
    }

    /// Parses a template and gives the dotted names that it uses and does not set itself, sorted. A source that comes
    /// again, as `{{ answer }}。` does, is compiled once.
    ///
    /// # Errors
    /// minijinja's, with the byte range of the fault in the source where it is known.
    pub fn parse(&mut self, source: &str) -> Result<(Parsed, Arc<[String]>), minijinja::Error> {
        if !["{{", "{%", "{#"].iter().any(|tag| source.contains(tag)) {
            let source = source.into();
            let form = Form::Plain;
            return Ok((Parsed { source, form }, Arc::default()));
        }
        let (source, compiled) = match self.compiled.get_key_value(source) {
            Some((source, compiled)) => (Arc::clone(source), compiled.clone()),
            None => self.compile(source)?,
        };
        let form = Form::Compiled(compiled.number);
        Ok((Parsed { source, form }, compiled.names))
    }

    fn compile(&mut self, source: &str) -> Result<(Arc<str>, Compiled), minijinja::Error> {
        let number = self.compiled.len();
        let name = number.to_string();
        self.environment
            .add_template_owned(name.clone(), source.to_owned())?;
        let template = self.environment.get_template(&name)?;
        let mut names: Vec<String> = template.undeclared_variables(true).into_iter().collect();
        names.sort();
        let source: Arc<str> = source.into();
        let names = names.into();
        let compiled = Compiled { number, names };
        self.compiled.insert(Arc::clone(&source), compiled.clone());
        Ok((source, compiled))
    }

    /// Whether the engine knows a function or a value of this name by itself, as `range`.
    pub fn is_builtin(&self, name: &str) -> bool {
        self.environment.globals().any(|(global, _)| global == name)
    }

    /// Whether there is a filter of this name.
    pub fn is_filter(&self, name: &str) -> bool {
        FILTERS.contains(&name) || self.knows("name is filter", name)
    }

    /// Whether there is a test of this name, as `defined`.
    pub fn is_test(&self, name: &str) -> bool {
        TESTS.contains(&name) || self.knows("name is test", name)
    }

    /// The environment has no list of its filters and tests, but templates can ask for one.
    fn knows(&self, question: &str, name: &str) -> bool {
        self.environment
            .compile_expression(question)
            .and_then(|expression| expression.eval(minijinja::context! { name }))
            .is_ok_and(|known| known.is_true())
    }

    /// Renders a template. `context` looks names up.
    ///
    /// # Errors
    /// minijinja's: a filter applied to what it cannot take, or a limit reached.
    pub fn render(&self, template: &Template, context: Value) -> Result<Vec<Piece>, minijinja::Error> {
        let Form::Compiled(number) = template.form else {
            let text = template.source.to_string();
            return Ok(if text.is_empty() {
                Vec::new()
            } else {
                vec![Piece {
                    text,
                    cites: Vec::new(),
                    is_bare: false,
                }]
            });
        };
        let compiled = self.environment.get_template(&number.to_string())?;
        let (output, spans) = compiled.render_with_spans(context)?;
        let pieces = spans.iter().map(|span| {
            let expression = match span.kind() {
                OutputSpanKind::Expression => template.source.get(span.source_range()).unwrap_or_default(),
                _ => "",
            };
            let cites = cited(template, expression);
            Piece {
                text: output.get(span.output_range()).unwrap_or_default().to_owned(),
                is_bare: is_bare(template, expression),
                cites,
            }
        });
        Ok(pieces.collect())
    }
}

/// A template whose names have not been resolved yet.
#[derive(Debug)]
pub struct Parsed {
    source: Arc<str>,
    form: Form,
}

impl Parsed {
    /// Whether it holds no tags, so that its source is its text.
    pub fn is_plain(&self) -> bool {
        self.form == Form::Plain
    }

    /// The template as its author wrote it.
    pub fn source(&self) -> &str {
        &self.source
    }

    /// Ties the names that [`Engine::parse`] gave to what they refer to.
    pub fn resolve(self, references: HashMap<String, Reference>) -> Template {
        Template {
            source: self.source,
            references: Arc::new(references),
            form: self.form,
        }
    }
}

/// Whether an expression is a name that refers to a node, and nothing else.
fn is_bare(template: &Template, expression: &str) -> bool {
    let expression = expression.trim_start_matches("{{").trim_end_matches("}}");
    let name = expression.trim_matches(['-', '+']).trim();
    template.reference(name).is_some()
}

/// The references named within an expression.
fn cited(template: &Template, expression: &str) -> Vec<Reference> {
    let is_name = |c: char| c.is_ascii_alphanumeric() || c == '_' || c == '.';
    let mut cites = Vec::new();
    for word in expression.split(|c: char| !is_name(c)) {
        if let Some(reference) = template.reference(word.trim_matches('.'))
            && !cites.contains(&reference)
        {
            cites.push(reference);
        }
    }
    cites
}
