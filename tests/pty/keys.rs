//! The bytes that a terminal sends for a key.

/// The bytes for keys by name, with spaces between them: `tab shift+tab ctrl+e alt+b f1 我`.
pub(super) fn bytes(names: &str) -> Vec<u8> {
    names.split_ascii_whitespace().flat_map(key).collect()
}

fn key(name: &str) -> Vec<u8> {
    let (modifiers, key) = match name.rsplit_once('+') {
        Some((modifiers, key)) if !key.is_empty() => (modifiers, key),
        _ => ("", name),
    };
    let has = |modifier: &str| modifiers.split('+').any(|given| given == modifier);
    for modifier in modifiers.split('+').filter(|modifier| !modifier.is_empty()) {
        assert!(
            ["shift", "alt", "ctrl"].contains(&modifier),
            "{name}: there is no modifier {modifier}"
        );
    }
    // xterm's number for the modifiers.
    let number = 1 + u8::from(has("shift")) + 2 * u8::from(has("alt")) + 4 * u8::from(has("ctrl"));
    let plain = |bytes: &str| {
        assert!(
            !has("ctrl") && !has("shift"),
            "{name}: terminals do not send this"
        );
        if has("alt") {
            format!("\x1b{bytes}").into_bytes()
        } else {
            bytes.as_bytes().to_vec()
        }
    };
    let letter = |letter: char| match number {
        1 => format!("\x1b[{letter}").into_bytes(),
        _ => format!("\x1b[1;{number}{letter}").into_bytes(),
    };
    let tilde = |code: u8| match number {
        1 => format!("\x1b[{code}~").into_bytes(),
        _ => format!("\x1b[{code};{number}~").into_bytes(),
    };
    let function = |letter: char| match number {
        1 => format!("\x1bO{letter}").into_bytes(),
        _ => format!("\x1b[1;{number}{letter}").into_bytes(),
    };
    match key {
        "tab" if modifiers == "shift" => b"\x1b[Z".to_vec(),
        "tab" => plain("\t"),
        "enter" => plain("\r"),
        "esc" => plain("\x1b"),
        "space" if has("ctrl") => vec![0],
        "space" => plain(" "),
        "backspace" if modifiers == "ctrl" => vec![0x08],
        "backspace" => plain("\x7f"),
        "up" => letter('A'),
        "down" => letter('B'),
        "right" => letter('C'),
        "left" => letter('D'),
        "home" => letter('H'),
        "end" => letter('F'),
        "insert" => tilde(2),
        "delete" => tilde(3),
        "pageup" => tilde(5),
        "pagedown" => tilde(6),
        "f1" => function('P'),
        "f2" => function('Q'),
        "f3" => function('R'),
        "f4" => function('S'),
        "f5" => tilde(15),
        "f6" => tilde(17),
        "f7" => tilde(18),
        "f8" => tilde(19),
        "f9" => tilde(20),
        "f10" => tilde(21),
        "f11" => tilde(23),
        "f12" => tilde(24),
        _ => {
            let mut characters = key.chars();
            let (Some(character), None) = (characters.next(), characters.next()) else {
                panic!("there is no key {key}");
            };
            if !has("ctrl") {
                return plain(key);
            }
            let code = match character.to_ascii_uppercase() {
                code @ '@'..='_' => code as u8 & 0x1f,
                '/' => 0x1f,
                _ => panic!("{name}: terminals do not send this"),
            };
            match has("alt") {
                true => vec![0x1b, code],
                false => vec![code],
            }
        }
    }
}

#[test]
fn names_become_bytes() {
    let table: [(&str, &[u8]); 12] = [
        ("a 我 +", "a我+".as_bytes()),
        ("tab shift+tab", b"\t\x1b[Z"),
        ("ctrl+e ctrl+E", b"\x05\x05"),
        ("ctrl+/ ctrl+\\", b"\x1f\x1c"),
        ("alt+b", b"\x1bb"),
        ("up ctrl+right shift+end", b"\x1b[A\x1b[1;5C\x1b[1;2F"),
        ("pagedown ctrl+delete", b"\x1b[6~\x1b[3;5~"),
        ("f1 shift+f1", b"\x1bOP\x1b[1;2P"),
        ("f12", b"\x1b[24~"),
        ("ctrl+space", b"\0"),
        ("alt+enter", b"\x1b\r"),
        ("", b""),
    ];
    for (names, expected) in table {
        assert_eq!(bytes(names), expected, "{names}");
    }
}
