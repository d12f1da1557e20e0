//! Times that were taken, and how they are said.

use std::time::Duration;

/// Times of one thing, taken again and again.
#[derive(Debug, Clone, Default)]
pub(crate) struct Times(Vec<Duration>);

impl FromIterator<Duration> for Times {
    fn from_iter<I: IntoIterator<Item = Duration>>(times: I) -> Self {
        let mut times: Vec<Duration> = times.into_iter().collect();
        times.sort_unstable();
        Self(times)
    }
}

impl Times {
    /// The time that so many in a hundred are not above.
    pub(crate) fn percentile(&self, percent: usize) -> Duration {
        let last = self.0.len().saturating_sub(1);
        self.0
            .get((last * percent).div_ceil(100))
            .copied()
            .unwrap_or_default()
    }

    /// The one in the middle.
    pub(crate) fn median(&self) -> Duration {
        self.percentile(50)
    }
}

/// A duration in milliseconds.
pub(crate) fn milliseconds(time: Duration) -> String {
    format!("{:.3} ms", time.as_secs_f64() * 1_000.0)
}

/// How many times one duration is another.
pub(crate) fn ratio(of: Duration, to: Duration) -> f64 {
    of.as_secs_f64() / to.as_secs_f64()
}

/// Prints a figure beside its target, and whether it is met.
pub(crate) fn against(what: &str, figure: f64, target: f64, unit: &str) {
    let verdict = if figure <= target { "met" } else { "MISSED" };
    println!("    {what}: {figure:.2}{unit}, target {target:.2}{unit}: {verdict}");
}
