//! The three time zones of Indonesia (Keppres 41/1987). None of them changes its clock in summer.

use crate::coded::coded;

coded! {
    /// A time zone, by its official abbreviation.
    pub enum Zone {
        /// UTC+7.
        Western = "wib" => "WIB",
        /// UTC+8.
        Central = "wita" => "WITA",
        /// UTC+9.
        Eastern = "wit" => "WIT",
    }
}

impl Zone {
    /// The zone of the province with which a Kemendagri code begins; WIB where it names none.
    pub fn of_province(code: &str) -> Self {
        match code.get(..2).and_then(|province| province.parse::<u8>().ok()) {
            // Bali and Nusa Tenggara; South, East and North Kalimantan; Sulawesi.
            Some(51..=53 | 63..=65 | 71..=76) => Self::Central,
            // Maluku and Papua.
            Some(81 | 82 | 91..=97) => Self::Eastern,
            _ => Self::Western,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_clock_of_an_office_is_that_of_its_province() {
        let zones =
            ["12.18.02", "61.71.01", "51.71.01", "64.72.01", "71.08.03", "81.71.01", "91.03.01", ""].map(Zone::of_province);
        let [sumut, kalbar, bali, kaltim, siau, maluku, papua, unknown] = zones.map(Zone::label);
        assert_eq!([sumut, kalbar, unknown], ["WIB"; 3]);
        assert_eq!([bali, kaltim, siau], ["WITA"; 3]);
        assert_eq!([maluku, papua], ["WIT"; 2]);
    }
}
