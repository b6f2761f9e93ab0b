//! How long answers took.

use serde::{Deserialize, Serialize};

/// The working days from receipt to the letter of some answers: how many took how many. It is kept whole, so that the figures of
/// several offices can be put together.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct AnswerTimes(Vec<(u32, u32)>);

impl AnswerTimes {
    /// Counts an answer that took `days`.
    pub(super) fn count(&mut self, days: u32) {
        match self.0.binary_search_by_key(&days, |(days, _)| *days) {
            Ok(place) => self.0[place].1 += 1,
            Err(place) => self.0.insert(place, (days, 1)),
        }
    }

    /// Whether nothing was counted.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// How many answers.
    pub fn answers(&self) -> u32 {
        self.0.iter().map(|(_, answers)| answers).sum()
    }

    /// The mean in tenths of a working day, rounded half up; none without answers.
    pub fn mean_tenths(&self) -> Option<u32> {
        let (answers, days) = (self.answers(), self.0.iter().map(|(days, answers)| days * answers).sum::<u32>());
        (answers > 0).then(|| (days * 20 + answers) / (answers * 2))
    }

    /// The median in tenths of a working day: of an even number of answers the mean of the two in the middle; none without answers.
    pub fn median_tenths(&self) -> Option<u32> {
        let answers = self.answers();
        let (lower, upper) = (self.at(answers.checked_sub(1)? / 2)?, self.at(answers / 2)?);
        Some((lower + upper) * 5)
    }

    /// The days of the answer at this place, from the quickest on.
    fn at(&self, place: u32) -> Option<u32> {
        let mut before = 0;
        self.0.iter().find_map(|(days, answers)| {
            before += answers;
            (place < before).then_some(*days)
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(days: &[u32]) -> AnswerTimes {
        let mut times = AnswerTimes::default();
        days.iter().for_each(|days| times.count(*days));
        times
    }

    #[test]
    fn mean_and_median_are_those_of_the_answers_one_by_one() {
        for (days, mean, median) in [
            (&[][..], None, None),
            (&[7], Some(70), Some(70)),
            (&[2, 10], Some(60), Some(60)),
            (&[1, 1, 10], Some(40), Some(10)),
            (&[10, 3, 4, 4], Some(53), Some(40)),
            (&[0, 3, 8, 9], Some(50), Some(55)),
        ] {
            let times = of(days);
            assert_eq!((times.mean_tenths(), times.median_tenths()), (mean, median), "{days:?}");
            assert_eq!(times.answers() as usize, days.len());
        }
    }
}
