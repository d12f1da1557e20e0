//! Numbers in the scripts that headings and counts use.

/// Which numerals.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Numerals {
    /// 一、二、三 … 十、十一 … 二十
    Han,
    /// 1, 2, 3
    Arabic,
    /// １, ２, ３
    FullWidth,
    /// ① … ⑳, ㉑ … ㊿
    Circled,
    /// I, II, III
    RomanUpper,
    /// i, ii, iii
    RomanLower,
    /// A … Z, AA, AB
    LetterUpper,
    /// a … z, aa, ab
    LetterLower,
}

impl Numerals {
    /// The numeral that stands for one, by which a pattern shows which numerals it wants.
    pub fn from_sample(sample: char) -> Option<Self> {
        Some(match sample {
            '一' => Self::Han,
            '1' => Self::Arabic,
            '１' => Self::FullWidth,
            '①' => Self::Circled,
            'I' => Self::RomanUpper,
            'i' => Self::RomanLower,
            'A' => Self::LetterUpper,
            'a' => Self::LetterLower,
            _ => return None,
        })
    }

    /// Writes a number. Scripts that end somewhere (circled numbers at 50, Roman ones at 3,999) go on in Arabic.
    pub fn write(self, number: usize) -> String {
        match self {
            Self::Han => han(number),
            Self::Arabic => number.to_string(),
            Self::FullWidth => number.to_string().chars().map(full_width).collect(),
            Self::Circled => circled(number).map_or_else(|| number.to_string(), String::from),
            Self::RomanUpper => roman(number),
            Self::RomanLower => roman(number).to_lowercase(),
            Self::LetterUpper => letters(number, b'A'),
            Self::LetterLower => letters(number, b'a'),
        }
    }
}

const HAN_DIGITS: [&str; 10] = ["零", "一", "二", "三", "四", "五", "六", "七", "八", "九"];
const HAN_PLACES: [(usize, &str); 3] = [(1000, "千"), (100, "百"), (10, "十")];
const HAN_MYRIADS: [(usize, &str); 4] = [
    (1_0000_0000_0000, "万亿"),
    (1_0000_0000, "亿"),
    (1_0000, "万"),
    (1, ""),
];

/// A number in Chinese numerals as headings write it: 十二, 二十一, 一百零五, 一万零三百.
pub fn han(number: usize) -> String {
    if number == 0 {
        return "零".to_owned();
    }
    let mut out = String::new();
    let mut rest = number;
    let mut gap = false;
    for (unit, name) in HAN_MYRIADS {
        let group = rest / unit;
        rest %= unit;
        if group == 0 {
            gap = gap || !out.is_empty();
            continue;
        }
        if !out.is_empty() && (gap || group < 1000) {
            out.push('零');
        }
        gap = false;
        out.push_str(&if group >= 1_0000 {
            han(group)
        } else {
            han_below_myriad(group)
        });
        out.push_str(name);
    }
    // 一十二 is 十二 at the very front.
    out.strip_prefix("一十")
        .map_or(out.clone(), |rest| format!("十{rest}"))
}

fn han_below_myriad(number: usize) -> String {
    let digit = |d: usize| HAN_DIGITS.get(d).copied().unwrap_or_default();
    let mut out = String::new();
    let mut rest = number;
    let mut gap = false;
    for (unit, name) in HAN_PLACES {
        let d = rest / unit;
        rest %= unit;
        if d == 0 {
            gap = gap || !out.is_empty();
            continue;
        }
        if std::mem::take(&mut gap) {
            out.push('零');
        }
        out.push_str(digit(d));
        out.push_str(name);
    }
    if rest > 0 {
        if gap {
            out.push('零');
        }
        out.push_str(digit(rest));
    }
    out
}

fn full_width(digit: char) -> char {
    digit
        .to_digit(10)
        .and_then(|d| char::from_u32(u32::from('０') + d))
        .unwrap_or(digit)
}

fn circled(number: usize) -> Option<char> {
    let number = u32::try_from(number).ok()?;
    let (first, base) = match number {
        1..=20 => (1, '①'),
        21..=35 => (21, '㉑'),
        36..=50 => (36, '㊱'),
        _ => return None,
    };
    char::from_u32(u32::from(base) + number - first)
}

fn roman(number: usize) -> String {
    const STEPS: [(usize, &str); 13] = [
        (1000, "M"),
        (900, "CM"),
        (500, "D"),
        (400, "CD"),
        (100, "C"),
        (90, "XC"),
        (50, "L"),
        (40, "XL"),
        (10, "X"),
        (9, "IX"),
        (5, "V"),
        (4, "IV"),
        (1, "I"),
    ];
    if !(1..4000).contains(&number) {
        return number.to_string();
    }
    let mut rest = number;
    let mut out = String::new();
    for (value, letters) in STEPS {
        while rest >= value {
            out.push_str(letters);
            rest -= value;
        }
    }
    out
}

fn letters(number: usize, first: u8) -> String {
    if number == 0 {
        return "0".to_owned();
    }
    let mut rest = number;
    let mut out = Vec::new();
    while rest > 0 {
        rest -= 1;
        out.push(char::from(first + u8::try_from(rest % 26).unwrap_or(0)));
        rest /= 26;
    }
    out.iter().rev().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn writes_each_script() {
        use Numerals::*;
        for (numerals, number, written) in [
            (Han, 0, "零"),
            (Han, 1, "一"),
            (Han, 10, "十"),
            (Han, 12, "十二"),
            (Han, 20, "二十"),
            (Han, 21, "二十一"),
            (Han, 100, "一百"),
            (Han, 105, "一百零五"),
            (Han, 110, "一百一十"),
            (Han, 1001, "一千零一"),
            (Han, 10300, "一万零三百"),
            (Han, 100_000, "十万"),
            (Han, 120_034, "十二万零三十四"),
            (Han, 200_000_001, "二亿零一"),
            (Arabic, 12, "12"),
            (FullWidth, 12, "１２"),
            (Circled, 1, "①"),
            (Circled, 20, "⑳"),
            (Circled, 21, "㉑"),
            (Circled, 36, "㊱"),
            (Circled, 50, "㊿"),
            (Circled, 51, "51"),
            (RomanUpper, 4, "IV"),
            (RomanUpper, 1994, "MCMXCIV"),
            (RomanLower, 9, "ix"),
            (LetterUpper, 26, "Z"),
            (LetterLower, 27, "aa"),
            (LetterLower, 703, "aaa"),
        ] {
            assert_eq!(numerals.write(number), written, "{numerals:?} {number}");
        }
    }
}
