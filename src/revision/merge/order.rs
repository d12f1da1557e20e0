//! The order of instances that two copies have.

use std::collections::HashSet;
use std::hash::Hash;

/// All that either copy has, in one order: that of the copy which has moved something, ours if both have; what only the
/// other one has follows what it follows there, behind what the first one has added in the same place.
pub(super) fn merged<'a, T: Eq + Hash>(
    base: Option<impl Iterator<Item = &'a T>>,
    ours: impl Iterator<Item = &'a T>,
    theirs: impl Iterator<Item = &'a T>,
) -> Vec<&'a T> {
    let base: Vec<&T> = base.into_iter().flatten().collect();
    let (ours, theirs): (Vec<&T>, Vec<&T>) = (ours.collect(), theirs.collect());
    let (mut order, other) = if has_moved(&base, &ours) || !has_moved(&base, &theirs) {
        (ours, theirs)
    } else {
        (theirs, ours)
    };
    let present: HashSet<&T> = order.iter().copied().collect();
    let missing: Vec<&T> = other
        .iter()
        .copied()
        .filter(|item| !present.contains(item))
        .collect();
    let known: HashSet<&T> = base.iter().chain(&other).copied().collect();
    for item in missing {
        let behind = behind(&other, item, &order).or_else(|| behind(&base, item, &order));
        let at = behind.unwrap_or(0);
        let is_new = !base.contains(&item);
        let added = order.iter().skip(at);
        let added = added.take_while(|other| is_new && !known.contains(*other));
        let at = at + added.count();
        order.insert(at, item);
    }
    order
}

/// The position in an order behind whatever an item follows in a copy; `None` where nothing of that is there.
fn behind<T: Eq>(copy: &[&T], item: &T, order: &[&T]) -> Option<usize> {
    let at = copy.iter().position(|other| *other == item)?;
    let before = copy.iter().take(at).rev();
    before
        .filter_map(|before| order.iter().position(|present| present == before))
        .map(|position| position + 1)
        .next()
}

/// Whether what a copy has kept stands in another order than it stood in before.
fn has_moved<T: Eq + Hash>(base: &[&T], copy: &[&T]) -> bool {
    let (in_base, in_copy): (HashSet<&&T>, HashSet<&&T>) = (base.iter().collect(), copy.iter().collect());
    let kept = copy.iter().filter(|item| in_base.contains(item));
    let stood = base.iter().filter(|item| in_copy.contains(item));
    kept.ne(stood)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_copy_that_has_moved_something_gives_the_order() {
        for (base, ours, theirs, expected) in [
            (Some("abc"), "abc", "abc", "abc"),
            (Some("abc"), "abc", "cab", "cab"),
            (Some("abc"), "bca", "abc", "bca"),
            (Some("abc"), "bca", "cab", "bca"),
            (Some("abc"), "abxc", "aybc", "aybxc"),
            (Some("abc"), "abcx", "abcy", "abcxy"),
            (Some("abc"), "xabc", "abc", "xabc"),
            (Some("abc"), "abc", "xabc", "xabc"),
            (Some("abc"), "cb", "abc", "acb"),
            (Some("abc"), "ac", "cba", "cba"),
            (Some("abc"), "a", "abc", "abc"),
            (Some("abc"), "c", "bxa", "bcxa"),
            (None, "ab", "ba", "ab"),
            (None, "ab", "axb", "axb"),
            (None, "", "xy", "xy"),
            (None, "xy", "", "xy"),
        ] {
            let [base, ours, theirs] = [base, Some(ours), Some(theirs)]
                .map(|text| text.map(|text| text.chars().collect::<Vec<_>>()));
            let (ours, theirs) = (ours.unwrap(), theirs.unwrap());
            let order = merged(base.as_ref().map(|base| base.iter()), ours.iter(), theirs.iter());
            assert_eq!(
                order.into_iter().collect::<String>(),
                expected,
                "{ours:?} {theirs:?}"
            );
        }
    }
}
