//! What a line means: a command, an answer, or nothing.
//!
//! Where an answer is written, a line is a command if it begins with a colon, half or full width; a line of the answer
//! that begins with a colon is written with two. A slash with a whole command behind it is a command too, for those who
//! are used to it, and two slashes are then one; any other line that begins with a slash is text, as it stands.

use super::command::{Misread, Order, parse};

/// A line, understood.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Line {
    /// Nothing but white space.
    Blank,
    /// A command.
    Command(Order),
    /// It begins as a command does, and is none.
    Misread(Misread),
    /// Words.
    Words(String),
}

/// Reads a line where an answer is written.
pub fn read(line: &str) -> Line {
    if line.trim().is_empty() {
        return Line::Blank;
    }
    if let Some(rest) = line.strip_prefix(COLONS) {
        return match parse(rest) {
            _ if rest.starts_with(COLONS) => Line::Words(rest.to_owned()),
            Ok(order) => Line::Command(order),
            Err(misread) => Line::Misread(misread),
        };
    }
    if let Some(rest) = line.strip_prefix('/') {
        let escaped = rest.strip_prefix('/');
        match (parse(rest), escaped.map(parse)) {
            (Ok(order), _) => return Line::Command(order),
            (Err(_), Some(Ok(_))) => return Line::Words(rest.to_owned()),
            (Err(_), _) => {}
        }
    }
    Line::Words(line.to_owned())
}

/// Reads a line where no words are asked for, so that a command needs no mark.
pub fn read_unmarked(line: &str) -> Line {
    match read(line) {
        Line::Words(words) => match parse(&words) {
            Ok(order) => Line::Command(order),
            Err(Misread::Unknown(_)) => Line::Words(words),
            Err(misread) => Line::Misread(misread),
        },
        read => read,
    }
}

/// Whether a line ends an answer of many lines: a full stop alone on it, of whichever width, so that nobody has to leave
/// the input method for it.
pub fn is_end(line: &str) -> bool {
    matches!(line.trim(), "." | "。" | "．")
}

/// The line that stands for a full stop alone on a line: two of them.
pub fn escaped_end(line: &str) -> Option<&'static str> {
    match line.trim() {
        ".." => Some("."),
        "。。" => Some("。"),
        "．．" => Some("．"),
        _ => None,
    }
}

/// The marks that make a command of a line.
const COLONS: [char; 2] = [':', '：'];

#[cfg(test)]
mod tests {
    use super::super::command::{Command, TABLE, nearest};
    use super::*;

    fn order(command: Command, argument: Option<&str>) -> Line {
        Line::Command(Order {
            command,
            argument: argument.map(str::to_owned),
        })
    }

    fn words(text: &str) -> Line {
        Line::Words(text.to_owned())
    }

    fn unknown(text: &str) -> Line {
        Line::Misread(Misread::Unknown(text.to_owned()))
    }

    #[test]
    fn a_mark_makes_a_command_of_a_line() {
        for (line, read_as) in [
            (":next", order(Command::Next, None)),
            ("：下一题", order(Command::Next, None)),
            (": NEXT ", order(Command::Next, None)),
            ("/next", order(Command::Next, None)),
            (":next open", order(Command::NextOpen, None)),
            ("：下一处未完", order(Command::NextOpen, None)),
            (":jump 3", order(Command::Jump, Some("3"))),
            ("：到3", order(Command::Jump, Some("3"))),
            (
                "：到　problems.problem",
                order(Command::Jump, Some("problems.problem")),
            ),
            ("：导出 a b.txt", order(Command::Export, Some("a b.txt"))),
            (":export", order(Command::Export, None)),
            (":?", order(Command::Help, None)),
            ("：？", order(Command::Help, None)),
            ("：返回", order(Command::Back, None)),
            ("：跳转3", order(Command::Jump, Some("3"))),
            (":列表", order(Command::List, None)),
            (":检查", order(Command::Open, None)),
            (":抽屉", order(Command::Removed, None)),
            (":jump", Line::Misread(Misread::Lacks(Command::Jump))),
            (":quit now", Line::Misread(Misread::TakesNothing(Command::Quit))),
            (":退出吧", unknown("退出吧")),
            (":nextopen", unknown("nextopen")),
            (":", unknown("")),
        ] {
            assert_eq!(read(line), read_as, "{line}");
        }
    }

    #[test]
    fn every_line_can_be_an_answer() {
        for (line, answer) in [
            ("next", "next"),
            ("下一题", "下一题"),
            ("::next", ":next"),
            ("：：下一题", "：下一题"),
            (":：甲", "：甲"),
            (":::", "::"),
            ("//next", "/next"),
            ("//quit now", "//quit now"),
            ("/etc/hosts", "/etc/hosts"),
            ("//etc", "//etc"),
            ("/open the door", "/open the door"),
            (" :next", " :next"),
            ("．", "．"),
        ] {
            assert_eq!(read(line), words(answer), "{line}");
        }
        assert_eq!(read("\u{3000} "), Line::Blank);
    }

    #[test]
    fn no_mark_is_needed_where_no_words_are_asked_for() {
        for (line, read_as) in [
            ("退出", order(Command::Quit, None)),
            ("Quit", order(Command::Quit, None)),
            (":quit", order(Command::Quit, None)),
            ("到 3", order(Command::Jump, Some("3"))),
            ("jump", Line::Misread(Misread::Lacks(Command::Jump))),
            ("3", words("3")),
            ("是", words("是")),
        ] {
            assert_eq!(read_unmarked(line), read_as, "{line}");
        }
    }

    #[test]
    fn a_word_that_is_none_leads_to_the_one_that_may_have_been_meant() {
        for (words, meant) in [
            ("退出吧", Some(Command::Quit)),
            ("撤消", Some(Command::Undo)),
            ("hlep", Some(Command::Help)),
            ("jmup 3", Some(Command::Jump)),
            ("xyzzyx", None),
            ("", None),
        ] {
            assert_eq!(nearest(words), meant, "{words}");
        }
    }

    #[test]
    fn every_word_leads_to_its_own_command() {
        for row in TABLE {
            for word in row.chinese.iter().chain(row.english) {
                let read = parse(&format!("{word} 1")).or_else(|_| parse(word));
                assert_eq!(read.map(|order| order.command), Ok(row.command), "{word}");
            }
        }
    }
}
