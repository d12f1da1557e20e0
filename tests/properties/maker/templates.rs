//! Templates: headings, texts, questions, defaults.

use super::Maker;
use crate::properties::form::{Body, Form, Id, Kind, Question, Subject, Template};

/// The words of a question, which may only name what comes earlier.
const ASK: &str = "问";

impl Maker<'_> {
    /// Gives a node its templates.
    pub(super) fn templates(&mut self, id: Id) {
        let Some(parent) = self.form.nodes[id].parent else {
            let heading = self.dice.chance(50).then(|| self.cited(Form::ROOT, id, "题"));
            if let Body::Section(section) = &mut self.form.nodes[id].body {
                section.heading = heading;
            }
            return;
        };
        match self.form.nodes[id].body.clone() {
            Body::Section(mut section) => {
                section.heading = self.dice.chance(70).then(|| self.cited(id, id, "节"));
                let styles = [None, Some("run-in"), Some("block"), Some("none")];
                section.style = *self.dice.pick(&styles).unwrap_or(&None);
                section.text = self.dice.chance(5).then(|| self.cited(id, id, "代"));
                self.form.nodes[id].body = Body::Section(section);
            }
            Body::Question(mut question) => {
                question.ask = if self.dice.chance(30) {
                    self.cited(parent, id, ASK)
                } else {
                    Template::plain("问？")
                };
                question.ask.cites.clear();
                question.text = self.own_text(parent, id, question.kind);
                question.default = self.default(question.kind);
                self.form.nodes[id].body = Body::Question(question);
            }
            Body::Text(_) => self.form.nodes[id].body = Body::Text(self.cited(parent, usize::MAX, "文")),
        }
    }

    fn own_text(&mut self, parent: Id, id: Id, kind: Kind) -> Option<Template> {
        let answer = match kind {
            Kind::List | Kind::Choices { .. } => "{{ answer | join }}",
            Kind::Links(_) => "{{ answer | length }}",
            _ => "{{ answer }}",
        };
        let own = |source: String| Template {
            source,
            own: true,
            ..Template::default()
        };
        let choice = self.dice.roll(10);
        match choice {
            0..5 => None,
            5 => Some(own(answer.to_owned())),
            6 => Some(own(format!("前{answer}后"))),
            7 => Some(Template::plain("")),
            8 => Some(own(answer.to_string()).with_cites_of(self.cited(parent, id, "引"))),
            _ => Some(own(format!("{{% if answer %}}{answer}{{% endif %}}"))),
        }
    }

    fn default(&mut self, kind: Kind) -> Option<Template> {
        let takes_text = matches!(kind, Kind::Line | Kind::Prose);
        (takes_text && self.dice.chance(15)).then(|| Template::plain(format!("缺{}省", self.tokens.text())))
    }

    /// A template for use inside `scope` that may name other nodes, those before `before` in any case.
    fn cited(&mut self, scope: Id, before: Id, words: &str) -> Template {
        if !self.dice.chance(60) {
            return Template::plain(words);
        }
        let earlier_only = words == ASK;
        let nodes = self
            .form
            .ids()
            .filter(|id| *id != before && (!earlier_only || *id < before))
            .filter(|id| self.form.question(*id).is_some() || self.form.repeats(*id))
            .filter(|id| self.is_reachable(scope, *id))
            .filter(|id| !earlier_only || !self.form.around(before).any(|around| around == *id));
        let mut targets: Vec<(Id, Option<String>)> = nodes.map(|id| (id, None)).collect();
        for (subject, name) in self.each(scope) {
            let (Subject::Node(id) | Subject::Each { node: id, .. }) = subject;
            targets.push((id, Some(name)));
        }
        let Some((target, name)) = self.dice.pick(&targets).cloned() else {
            return Template::plain(words);
        };
        let name = name.unwrap_or_else(|| self.name(scope, target));
        // What is linked would be printed with all its answers.
        let is_linking = |question: &Question| matches!(question.kind, Kind::Links(_));
        let source = match self.form.question(target) {
            Some(question) if is_linking(question) => format!("{words}{{{{ {name} | length }}}}"),
            Some(_) => format!("{words}{{{{ {name} }}}}"),
            None => {
                let questions = |id: &&Id| {
                    self.form
                        .question(**id)
                        .is_some_and(|question| !is_linking(question))
                };
                let child = self.form.nodes[target].children.iter().find(questions).copied();
                match child.filter(|_| self.dice.chance(60)) {
                    Some(child) => {
                        let inner = &self.form.nodes[child].name;
                        let source =
                            format!("{words}{{% for x in {name} %}}{{{{ x.{inner} }}}}；{{% endfor %}}");
                        return Template {
                            source,
                            cites: vec![target, child],
                            own: false,
                        };
                    }
                    None => format!("{words}{{{{ {name} | length }}}}"),
                }
            }
        };
        Template {
            source,
            cites: vec![target],
            own: false,
        }
    }
}

impl Template {
    fn with_cites_of(mut self, other: Self) -> Self {
        self.source.push_str(&other.source);
        self.cites.extend(other.cites);
        self
    }
}
