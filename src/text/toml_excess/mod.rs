//! What is too much about a TOML file, found before it is parsed, and cheaply. The parser takes as long and as much
//! memory as it likes, and both grow with what a file is made of and not only with its length.

mod scatter;

use scatter::Scatter;
use toml_parser::Source;
use toml_parser::lexer::Token;
use toml_parser::parser::{RecursionGuard, parse_document};

/// How much there may be in a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    /// Its length, in bytes.
    pub bytes: usize,
    /// Headers of tables.
    pub tables: usize,
    /// Words of the file: names, values, marks, and the spaces between them. The parser takes at most some 100 bytes of
    /// memory for each.
    pub tokens: usize,
}

/// How many entries may be moved in reading a file: some tenths of a second of work.
const MAX_MOVES: usize = 10_000_000;
/// How deeply the parser goes into values, so that it is followed no further.
const MAX_DEPTH: u32 = 80;

/// What is too much about a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Excess {
    /// It is longer than so many bytes.
    Bytes(usize),
    /// It has more than so many headers.
    Tables(usize),
    /// It is made of more than so many words.
    Tokens(usize),
    /// It jumps back and forth between its tables. The parser moves all that follows in a table when a header comes back
    /// to something in it, so that a file made for it would take minutes.
    Scattered,
}

/// The first thing that is too much about a file, and where in it, in bytes.
pub fn excess(source: &str, limits: Limits) -> Option<(usize, Excess)> {
    if source.len() > limits.bytes {
        return Some((0, Excess::Bytes(limits.bytes)));
    }
    let most = Most::of(source);
    if most.tokens <= limits.tokens && most.tables <= limits.tables && most.moves <= MAX_MOVES {
        return None;
    }
    let words = Source::new(source).lex();
    let tokens: Vec<Token> = words.take(limits.tokens.saturating_add(1)).collect();
    if let Some(token) = tokens.get(limits.tokens) {
        return Some((token.span().start(), Excess::Tokens(limits.tokens)));
    }
    follow(source, &tokens, limits.tables, MAX_MOVES)
}

/// The first header that is one too many, or one too many moves.
fn follow(source: &str, tokens: &[Token], max_tables: usize, max_moves: usize) -> Option<(usize, Excess)> {
    let mut scatter = Scatter::new(source, max_tables, max_moves);
    // What is wrong with the file, the parser will say.
    parse_document(tokens, &mut RecursionGuard::new(&mut scatter, MAX_DEPTH), &mut ());
    scatter.excess()
}

/// What a file has at the most, told by its bytes alone. Nearly all that people write is cleared by that, and finding its
/// words would take as long as parsing it.
#[derive(Debug)]
struct Most {
    tables: usize,
    tokens: usize,
    moves: usize,
}

impl Most {
    fn of(source: &str) -> Self {
        let (mut tables, mut names) = (0_usize, 0_usize);
        for byte in source.bytes() {
            tables += usize::from(byte == b'[');
            // One of these stands before each name, or behind it.
            names += usize::from(matches!(byte, b'[' | b'=' | b'.'));
        }
        Self {
            tables,
            // The end of the file is a word as well.
            tokens: source.len().saturating_add(1),
            // Each header may move all that there is.
            moves: tables.saturating_mul(names),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const LIMITS: Limits = Limits {
        bytes: 1 << 20,
        tables: 50_000,
        tokens: 1_000_000,
    };

    fn lines(count: usize, line: impl Fn(usize) -> String) -> String {
        (0..count).map(line).collect()
    }

    #[test]
    fn each_limit_is_kept_and_no_more_than_that() {
        let limits = Limits {
            bytes: 20,
            tables: 2,
            tokens: 15,
        };
        for (source, expected) in [
            ("[a]\n[b]\nx = 1\n", None),
            ("x = '[a][b][c][d]'\n", None),
            ("x = 'and on and on'..\n", Some((0, Excess::Bytes(20)))),
            ("[a]\n[b]\n[c]", Some((8, Excess::Tables(2)))),
            ("[a]\n[[b]]\n[[b", Some((10, Excess::Tables(2)))),
            ("x=[1,1,1,1,1,1,1]", Some((15, Excess::Tokens(15)))),
        ] {
            assert_eq!(excess(source, limits), expected, "{source}");
        }
    }

    #[test]
    fn only_what_jumps_back_and_forth_is_scattered() {
        let text = |quotes: &str| {
            let inside = lines(10_000, |i| format!("[a{i}.b]\n")) + &lines(10_000, |i| format!("[a{i}]\n"));
            format!("x = {quotes}\n{inside}{quotes}\n")
        };
        for (what, source, is_scattered) in [
            (
                "in order",
                lines(20_000, |i| format!("[a{i}]\nask = 'x'\n")),
                false,
            ),
            (
                "in order, nested",
                lines(20_000, |i| format!("[a.b{}.c{i}]\nask = 'x'\n", i / 100)),
                false,
            ),
            (
                "children of a few sections one by one",
                lines(10_000, |i| format!("[a{}.b{i}]\nask = 'x'\n", i % 50)),
                false,
            ),
            (
                "instances, each with a section",
                lines(20_000, |i| format!("[[a]]\nid = 'i{i}'\nx = 1\n[a.b]\ny = 1\n")),
                false,
            ),
            ("a text of lines like headers", text("'''"), false),
            ("another", text("\"\"\""), false),
            ("lines like headers in no text", text(""), true),
            (
                "sections after their children",
                lines(10_000, |i| format!("[a{i}.b]\n")) + &lines(10_000, |i| format!("[a{i}]\n")),
                true,
            ),
            (
                "in quotes and escapes",
                lines(5_000, |i| format!("[a{i}.b]\n")) + &lines(5_000, |i| format!("[\"\\u0061{i}\" ]\n")),
                true,
            ),
            (
                "keys again as tables",
                lines(10_000, |i| format!("k{i} = 1\n")) + &lines(2_000, |i| format!("[k{i}]\n")),
                true,
            ),
            (
                "within the last instance",
                "[[g]]\n".to_owned()
                    + &lines(5_000, |i| format!("[g.a{i}.b]\n"))
                    + &lines(5_000, |i| format!("[g.a{i}]\n")),
                true,
            ),
            (
                "behind a header without an end",
                "[x\n".to_owned()
                    + &lines(5_000, |i| format!("[a{i}.b]\n"))
                    + &lines(5_000, |i| format!("[a{i}]\n")),
                true,
            ),
            (
                "behind an array without an end, which is all there is",
                "x = [\n".to_owned()
                    + &lines(5_000, |i| format!("[a{i}.b]\n"))
                    + &lines(5_000, |i| format!("[a{i}]\n")),
                false,
            ),
            (
                "between lines of no sense",
                lines(5_000, |i| format!("[a{i}.b]\nx\n= =\n"))
                    + &lines(5_000, |i| format!("[a{i}]] x\n}}\n")),
                true,
            ),
        ] {
            let found = excess(&source, LIMITS).map(|(_, excess)| excess);
            assert_eq!(found, is_scattered.then_some(Excess::Scattered), "{what}");
        }
    }

    proptest! {
        #[test]
        fn no_file_has_more_than_its_bytes_tell(
            source in r#"([\[\]{}.= \n,#"'a-c1]|\[\[?[a-c](\.[a-c]){0,2}\]\]?\n|[a-c](\.[a-c]){0,2} = 1\n){0,60}"#
        ) {
            let most = Most::of(&source);
            let tokens: Vec<Token> = Source::new(&source).lex().collect();
            prop_assert!(tokens.len() <= most.tokens);
            prop_assert_eq!(follow(&source, &tokens, most.tables, most.moves), None);
        }
    }
}
