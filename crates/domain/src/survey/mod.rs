//! The satisfaction survey (*Survei Kepuasan Masyarakat*, PermenPANRB 14/2017): nine elements, four answers, one grade.

mod change;

pub use change::SurveyChange;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::coded::coded;
use crate::problem::{Problems, Refused};

coded! {
    /// What is asked about.
    pub enum Element {
        /// U1.
        Requirements = "u1" => "Persyaratan",
        /// U2.
        Procedure = "u2" => "Sistem, mekanisme, dan prosedur",
        /// U3.
        Time = "u3" => "Waktu penyelesaian",
        /// U4.
        Cost = "u4" => "Biaya/tarif",
        /// U5.
        Product = "u5" => "Produk spesifikasi jenis pelayanan",
        /// U6.
        Competence = "u6" => "Kompetensi pelaksana",
        /// U7.
        Conduct = "u7" => "Perilaku pelaksana",
        /// U8.
        Complaints = "u8" => "Penanganan pengaduan, saran dan masukan",
        /// U9.
        Facilities = "u9" => "Sarana dan prasarana",
    }
}

coded! {
    /// The grade of a service.
    pub enum Grade {
        /// 25.00–64.99.
        D = "d" => "D (tidak baik)",
        /// 65.00–76.60.
        C = "c" => "C (kurang baik)",
        /// 76.61–88.30.
        B = "b" => "B (baik)",
        /// 88.31–100.00.
        A = "a" => "A (sangat baik)",
    }
}

/// One filled form. No name: the survey asks for none.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SurveyResponse {
    /// The civil date.
    pub on: NaiveDate,
    /// Answers 1–4 to U1–U9; 0 where nothing was ticked.
    pub answers: [u8; 9],
    /// Gender, as ticked.
    pub gender: String,
    /// Education, as ticked.
    pub education: String,
    /// Occupation.
    pub occupation: String,
}

/// The form as typed: `u1`…`u9` hold `1`–`4` or nothing.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
#[allow(missing_docs)] // Each field is one box of the form.
pub struct SurveyInput {
    pub on: String,
    pub u1: String,
    pub u2: String,
    pub u3: String,
    pub u4: String,
    pub u5: String,
    pub u6: String,
    pub u7: String,
    pub u8: String,
    pub u9: String,
    pub gender: String,
    pub education: String,
    pub occupation: String,
}

impl SurveyInput {
    /// Reads the form on `today`.
    ///
    /// # Errors
    /// [`Refused::Fields`] with every box that must change.
    pub fn check(&self, today: NaiveDate) -> Result<SurveyResponse, Refused> {
        let mut p = Problems::default();
        let on = p.date("on", &self.on, "Isi tanggal survei.");
        p.when(on.is_some_and(|on| on > today), "on", "Tanggal survei tidak boleh setelah hari ini.");
        let typed = [&self.u1, &self.u2, &self.u3, &self.u4, &self.u5, &self.u6, &self.u7, &self.u8, &self.u9];
        let mut answers = [0; 9];
        for ((answer, typed), element) in answers.iter_mut().zip(typed).zip(Element::ALL) {
            match typed.trim() {
                "" => {}
                text => match text.parse() {
                    Ok(value @ 1..=4) => *answer = value,
                    _ => p.add(element.code(), "Pilih 1 sampai 4, atau kosongkan."),
                },
            }
        }
        p.when(answers.iter().all(|answer| *answer == 0), "u1", "Isi sekurang-kurangnya satu jawaban.");
        let gender = p.short("gender", &self.gender, 40);
        let education = p.short("education", &self.education, 80);
        let occupation = p.short("occupation", &self.occupation, 120);
        p.or(on.map(|on| SurveyResponse { on, answers, gender, education, occupation }))
    }
}

/// The index of some responses.
#[derive(Debug, Clone, PartialEq)]
pub struct Index {
    /// How many responses.
    pub responses: usize,
    /// Average of the valid answers for each element, 1.00–4.00; none where nobody ticked it.
    pub elements: [Option<f64>; 9],
    /// The index times 25, rounded to two decimals: 25.00–100.00.
    pub value: f64,
    /// Its grade. The official intervals leave gaps; they are decided by the rounded value.
    pub grade: Grade,
}

impl Index {
    /// The index of these responses with the exact weight of one ninth each, or none where an element has no answer at all.
    pub fn of(responses: &[SurveyResponse]) -> Option<Self> {
        let average = |element: usize| {
            let valid = responses.iter().filter_map(|response| response.answers.get(element)).filter(|answer| **answer > 0);
            let (sum, count) = valid.fold((0_u32, 0_u32), |(sum, count), answer| (sum + u32::from(*answer), count + 1));
            (count > 0).then(|| f64::from(sum) / f64::from(count))
        };
        let elements: [Option<f64>; 9] = std::array::from_fn(average);
        let sum = elements.iter().copied().sum::<Option<f64>>()?;
        let value = (sum / 9.0 * 25.0 * 100.0).round() / 100.0;
        Some(Self { responses: responses.len(), elements, value, grade: Grade::of(value) })
    }
}

impl Grade {
    /// The grade of an index value on the scale 25–100, rounded to two decimals.
    pub fn of(value: f64) -> Self {
        match value {
            value if value >= 88.31 => Self::A,
            value if value >= 76.61 => Self::B,
            value if value >= 65.0 => Self::C,
            _ => Self::D,
        }
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    fn all(answer: u8) -> SurveyResponse {
        let on = "2026-11-23".parse().unwrap();
        SurveyResponse { on, answers: [answer; 9], gender: String::new(), education: String::new(), occupation: String::new() }
    }

    #[test]
    fn the_index_is_twenty_five_times_the_mean_of_the_elements() {
        for (responses, value, grade) in [
            (vec![all(3)], 75.0, Grade::C),
            (vec![all(4)], 100.0, Grade::A),
            (vec![all(3), all(3), all(3), all(3), all(4)], 80.0, Grade::B),
            (vec![all(1)], 25.0, Grade::D),
        ] {
            let index = Index::of(&responses).unwrap();
            assert_eq!((index.value, index.grade), (value, grade));
        }
    }

    #[test]
    fn the_gaps_of_the_official_table_are_decided_by_the_rounded_value() {
        for (value, grade) in
            [(64.99, Grade::D), (65.0, Grade::C), (76.6, Grade::C), (76.61, Grade::B), (88.3, Grade::B), (88.31, Grade::A)]
        {
            assert_eq!(Grade::of(value), grade, "{value}");
        }
        assert_eq!(Grade::of((3.0644_f64 * 25.0 * 100.0).round() / 100.0), Grade::B);
    }

    #[test]
    fn an_empty_box_is_not_an_answer() {
        let mut one = all(4);
        one.answers[0] = 0;
        let two = all(2);
        let index = Index::of(&[one.clone(), two]).unwrap();
        assert_eq!(index.elements[0], Some(2.0));
        assert_eq!(index.elements[1], Some(3.0));
        assert_eq!(Index::of(&[one]), None, "an element nobody answered gives no index");
        assert_eq!(Index::of(&[]), None);
    }
}
