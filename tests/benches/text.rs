//! Chinese text that reads like nothing and wraps like anything: the same at each run.

/// The next number of a linear congruential generator.
fn next(state: &mut u32) -> u32 {
    *state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
    *state >> 8
}

/// So many characters of one paragraph: Han characters with a mark here and there.
pub(crate) fn prose(characters: usize) -> String {
    let mut state = 1;
    let mut since_mark = 0;
    (0..characters)
        .map(|_| {
            since_mark += 1;
            let number = next(&mut state);
            if since_mark > 4 && number.is_multiple_of(8) {
                since_mark = 0;
                ['，', '。', '、', '；'][number as usize / 8 % 4]
            } else {
                char::from_u32(0x4E00 + number % 3_000).unwrap_or('一')
            }
        })
        .collect()
}
