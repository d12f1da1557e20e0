//! Texts for property tests: short ones, made of the pieces that the rules in this module care about.

use proptest::prelude::*;
use proptest::sample::select;

const CHINESE: &str = "我|们|在|以|下|方|面|，|。|、|；|：|？|！|“|”|‘|’|（|）|《|》|【|】|「|」|—|——|…|……|·|～|①|％|\u{3000}|々|ー|\
     葛\u{e0100}";

const LATIN: &str = "a|b|word|3.5|don't|12|-|/|,|.|(|)|\"|'|!|%|$| |  |é|e\u{301}|\t";

const ODD: &str = "👨‍👩‍👧|👩|👍🏽|\u{1f3fd}|🇨🇳|🇨|1\u{fe0f}\u{20e3}|❤|\
     \u{fe0f}|\u{200d}|\u{200b}|\u{301}|\u{e0100}|\u{202e}|\u{1b}|\0|\r|\
     \u{2028}|\
     \u{2060}|\u{a0}|\u{ad}|\u{1112}|\u{1161}|\u{11ab}|한|क्षि|ן|لا|ก|\u{600}|\u{e0001}|\u{17d8}|\u{ff9e}";

fn made_of(pieces: Vec<&'static str>, most: usize) -> impl Strategy<Value = String> {
    prop::collection::vec(select(pieces), 0..most).prop_map(|pieces| pieces.concat())
}

/// Chinese prose with marks in every wrong place.
pub(crate) fn chinese_text() -> impl Strategy<Value = String> {
    made_of(CHINESE.split('|').collect(), 120)
}

/// Chinese, Latin, emoji, joiners, controls, in any order; never a `\n`.
pub(crate) fn nasty_text() -> impl Strategy<Value = String> {
    made_of(
        [CHINESE, LATIN, ODD]
            .iter()
            .flat_map(|pieces| pieces.split('|'))
            .collect(),
        80,
    )
}
