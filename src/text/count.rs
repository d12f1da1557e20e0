//! Lengths as word processors count them.

/// How lengths are counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CountBy {
    /// 字数: each Han character and each full-width mark one, each run of Latin letters or digits one.
    Zi,
    /// Words, as languages that write them apart count.
    Words,
    /// Grapheme clusters that are not white space.
    Characters,
}
