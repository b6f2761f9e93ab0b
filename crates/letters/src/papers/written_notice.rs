//! Pemberitahuan Tertulis: the written answer to a request, UU 14/2008 article 22(7); sections and
//! labels of PERKI 1/2010 lampiran V.

use chrono::NaiveDate;
use loket_domain::clock::Length;
use loket_domain::indonesian::{date, rupiah, spelled};
use loket_domain::office::Official;
use loket_domain::request::{Basis, Decision, Exemption, Fees, Found, Given, Part, Registration};

use super::letter_number;
use super::official_letter::{Replaced, replacing, written_to};
use super::signature::signed;
use crate::applicant::{acting, contact};
use crate::imprint::{Imprint, PaperMark, Reference, Version};
use crate::layout::{Columns, Piece, RichText, Sheet, Side};
use crate::paper::Paper;
use crate::press_error::PressError;
use crate::wording::Template;

/// The written answer to a request.
#[derive(Clone, Debug)]
pub struct WrittenNotice {
    /// The number of the letter; an empty one leaves dots for the agenda book's.
    pub letter_no: String,
    /// Registration number of the request.
    pub registration_no: String,
    /// Short check code of this paper.
    pub check_code: String,
    /// Who asked for what, and when.
    pub registration: Registration,
    /// What is answered, part by part; a single one answers the whole.
    pub parts: Vec<Part>,
    /// On what terms the given parts are handed over; there where any is given.
    pub terms: Option<Terms>,
    /// Number of the decision that goes with it, where parts are withheld.
    pub decision_no: Option<String>,
    /// The letter it stands in for, where one was wrong.
    pub replaces: Option<Replaced>,
    /// Where the letter is signed.
    pub place: String,
    /// When the letter is signed.
    pub date: NaiveDate,
    /// The PPID who signs.
    pub signatory: Official,
    /// Who gets a copy (*tembusan*).
    pub copies_to: Vec<String>,
    /// Original or copy.
    pub mark: PaperMark,
    /// Which version of the form it stands on, after a correction.
    pub version: Option<Version>,
}

/// On what terms information is handed over.
#[derive(Clone, Debug)]
pub struct Terms {
    /// What it costs, all parts together.
    pub fees: Fees,
    /// How it is handed over, article 22(7)f.
    pub means: String,
    /// How a fee is paid, article 22(7)g.
    pub paying: String,
}

impl Paper for WrittenNotice {
    fn imprint(&self) -> Imprint {
        Imprint::new(format!("Pemberitahuan Tertulis {}", self.registration_no), self.code())
            .marked(self.mark)
            .in_version(self.version)
    }

    fn signatory(&self) -> Option<&Official> {
        Some(&self.signatory)
    }

    fn compose(&self, sheet: &mut Sheet<'_>) -> Result<(), PressError> {
        sheet.letterhead();
        sheet.title("PEMBERITAHUAN TERTULIS", &[letter_number(&self.letter_no)]);
        replacing(sheet, self.replaces.as_ref());
        let form = &self.registration;
        let asked_on = date(form.received_on);
        let values = [
            ("nomor_pendaftaran", self.registration_no.as_str()),
            ("tanggal_permohonan", asked_on.as_str()),
            ("nama", form.applicant.name.as_str()),
        ];
        sheet.worded(Template::NoticeOpening, &values);
        let filled = |text: Option<&str>| vec![Piece::filled(text)];
        let mut fields = vec![
            ("Nama", filled(Some(&written_to(&form.applicant)))),
            ("Alamat", filled(Some(&form.applicant.address))),
            ("No. Telp/E-mail", filled(contact(&form.applicant).as_deref())),
        ];
        fields.extend(acting(&form.applicant));
        fields.push(("Rincian Informasi", filled(Some(&form.information))));
        sheet.fields(fields);
        sheet.space(6.0);
        if self.parts.len() > 1 {
            sheet.heading("Jawaban atas tiap bagian");
            sheet.table(&Columns::new(&["No.", "Bagian yang diminta", "Jawaban"], &[0.065, 0.565, 0.37]), self.summary());
            sheet.space(6.0);
        }
        sheet.heading("A.  Informasi Dapat Diberikan");
        sheet.table(
            &Columns::new(&["No.", "Hal-hal terkait informasi publik", "Keterangan"], &[0.065, 0.365, 0.57]),
            self.section_a(),
        );
        sheet.space(10.0);
        sheet.heading("B.  Informasi Tidak Dapat Diberikan karena");
        sheet.block(&self.section_b());
        sheet.space(6.0);
        let name = form.applicant.name.as_str();
        if let Some(body) = self.elsewhere() {
            sheet.worded(Template::NoticeOtherBody, &[("badan", body.as_str()), ("nama", name)]);
        }
        if Decision::of(&self.parts) != Some(Decision::Granted) {
            // Who does not get everything may object.
            sheet.worded(Template::ObjectionRight, &[("nama", name)]);
        }
        let right = signed(&self.place, self.date, &self.signatory);
        let left = Side::Code { reference: self.code(), copies_to: self.copies_to.clone() };
        sheet.signatures(left, right)?;
        Ok(())
    }
}

impl WrittenNotice {
    fn code(&self) -> Reference {
        Reference::of_request(&self.registration_no, &self.check_code)
    }

    /// A part as the other rows name it; a single one needs no name.
    fn named(&self, place: usize) -> String {
        if self.parts.len() > 1 { format!("Bagian {}: ", place + 1) } else { String::new() }
    }

    /// The parts of some kind, with their places.
    fn which<'a>(&'a self, is: impl Fn(&Found) -> bool + 'a) -> impl Iterator<Item = (usize, &'a Part)> {
        self.parts.iter().enumerate().filter(move |(_, part)| is(&part.found))
    }

    fn any(&self, is: impl Fn(&Found) -> bool) -> bool {
        self.which(is).next().is_some()
    }

    /// The other bodies that are named, each once.
    fn bodies(&self) -> Vec<&str> {
        let mut bodies: Vec<&str> = Vec::new();
        for body in self.parts.iter().filter_map(|part| part.found.other_body()) {
            if !bodies.contains(&body) {
                bodies.push(body);
            }
        }
        bodies
    }

    /// The bodies to which the applicant is sent on; of several parts, for which of them.
    fn elsewhere(&self) -> Option<String> {
        let named = |body: &&str| {
            let parts = self.parts.iter().zip(1..).filter(|(part, _)| part.found.other_body() == Some(*body));
            let places: Vec<String> = parts.map(|(_, place)| place.to_string()).collect();
            if self.parts.len() == 1 { (*body).to_owned() } else { format!("{body} untuk bagian {}", places.join(" dan ")) }
        };
        let bodies: Vec<String> = self.bodies().iter().map(named).collect();
        (!bodies.is_empty()).then(|| bodies.join(", "))
    }

    fn summary(&self) -> Vec<Vec<Vec<Piece>>> {
        let row = |(place, part): (usize, &Part)| {
            let answer = match part.found.other_body() {
                Some(body) => format!("{}: {body}", part.found.label()),
                None => part.found.label().to_owned(),
            };
            vec![vec![Piece::new(format!("{}.", place + 1))], vec![Piece::new(part.what.as_str())], vec![Piece::new(answer)]]
        };
        self.parts.iter().enumerate().map(row).collect()
    }

    /// The rows of the official form, then what the act asks besides. Where nothing is given only the first says anything.
    fn section_a(&self) -> Vec<Vec<Vec<Piece>>> {
        let mut rows = vec![("Penguasaan Informasi Publik", self.holder())];
        if let Some(terms) = &self.terms {
            rows.extend([
                ("Bentuk fisik yang tersedia", self.physical_form()),
                ("Biaya yang dibutuhkan", costs(terms.fees)),
                ("Waktu penyediaan", self.ready()),
                ("Penjelasan penghitaman/pengaburan informasi yang dimohon", self.blacked_out()),
                ("Materi yang akan diberikan", self.material()),
                ("Cara penyampaian", vec![Piece::filled(Some(&terms.means))]),
            ]);
            if terms.fees.total() > 0 {
                rows.push(("Cara pembayaran", vec![Piece::filled(Some(&terms.paying))]));
            }
        }
        rows.into_iter()
            .zip(1..)
            .map(|((label, pieces), number)| vec![vec![Piece::new(format!("{number}."))], vec![Piece::new(label)], pieces])
            .collect()
    }

    fn holder(&self) -> Vec<Piece> {
        let ours = self.any(|found| !matches!(found, Found::NotHeld { .. } | Found::Elsewhere { .. }));
        let bodies = self.bodies();
        if bodies.is_empty() {
            return vec![Piece::choices([(ours, "Kami"), (false, "Badan Publik lain")])];
        }
        let others = RichText::new().plain("Badan Publik lain, yaitu ").bold(&bodies.join("; "));
        vec![Piece::tick(ours, "Kami"), Piece::tick(true, others)]
    }

    fn physical_form(&self) -> Vec<Piece> {
        let any = |is: fn(&Given) -> bool| self.any(|found| found.given().is_some_and(is));
        vec![
            Piece::tick(any(|given| given.softcopy), "Softcopy (termasuk rekaman)"),
            Piece::tick(any(|given| given.hardcopy), "Hardcopy/salinan tertulis"),
        ]
    }

    /// When the given parts are ready; in one line where it is the same for all.
    fn ready(&self) -> Vec<Piece> {
        let given: Vec<(usize, u32)> =
            self.parts.iter().enumerate().filter_map(|(at, part)| Some((at, part.found.given()?.ready_in_days))).collect();
        let at_once_or = |days: u32| if days == 0 { "hari ini juga".to_owned() } else { working_days(days) };
        let first = given.first().map_or(0, |(_, days)| *days);
        if given.iter().all(|(_, days)| *days == first) {
            return vec![Piece::new(if first == 0 { "Hari ini juga".to_owned() } else { working_days(first) })];
        }
        given.into_iter().map(|(at, days)| Piece::new(format!("{}{}", self.named(at), at_once_or(days)))).collect()
    }

    fn blacked_out(&self) -> Vec<Piece> {
        let mut pieces = Vec::new();
        for (at, part) in self.parts.iter().enumerate() {
            let Found::PartlyGiven { withheld, explanation, exemption, .. } = &part.found else { continue };
            pieces.push(Piece::new(format!(
                "{}Tidak diberikan: {withheld}. Dasar: {}. Akibat bila dibuka: {} {}",
                self.named(at),
                exemption.basis_in_words().join(", "),
                exemption.consequence,
                finding(exemption)
            )));
            pieces.push(Piece::new(explanation.as_str()).above(2.0));
        }
        if pieces.is_empty() { vec![Piece::new("–")] } else { pieces }
    }

    fn material(&self) -> Vec<Piece> {
        if let [only] = self.parts.as_slice() {
            let all = matches!(only.found, Found::Given(_));
            let words = if all { "Seluruh informasi yang diminta" } else { "Informasi yang diminta, selain yang dihitamkan" };
            return vec![Piece::new(words)];
        }
        let given = self.which(|found| found.given().is_some());
        given.map(|(at, part)| Piece::new(format!("{}{}", self.named(at), part.what))).collect()
    }

    fn section_b(&self) -> Vec<Piece> {
        let not_held = |found: &Found| matches!(found, Found::NotHeld { .. } | Found::Elsewhere { .. });
        let not_documented = |found: &Found| matches!(found, Found::NotDocumented { .. });
        let withheld = |found: &Found| matches!(found, Found::Withheld { .. });
        let mut pieces = vec![
            Piece::tick(self.any(not_held), format!("Informasi yang diminta belum dikuasai{}", self.places(not_held))),
            Piece::tick(
                self.any(not_documented),
                format!("Informasi yang diminta belum didokumentasikan{}", self.places(not_documented)),
            ),
        ];
        if self.any(withheld) {
            let decision = self.decision_no.as_deref().map_or_else(String::new, |number| format!(" Nomor {number}"));
            let places = self.places(withheld);
            let words = format!("Informasi yang diminta dikecualikan{places}, dengan Surat Keputusan PPID{decision} terlampir");
            pieces.push(Piece::tick(true, words));
        }
        for (at, part) in self.which(not_documented) {
            let Found::NotDocumented { available_in_days } = part.found else { continue };
            pieces.push(
                Piece::new(format!(
                    "{}Penyediaan informasi yang belum didokumentasikan dilakukan dalam jangka waktu {}.",
                    self.named(at),
                    working_days(available_in_days)
                ))
                .above(4.0),
            );
        }
        pieces
    }

    /// Which parts these are, where there are several: ` (bagian 2 dan 3)`.
    fn places(&self, is: impl Fn(&Found) -> bool) -> String {
        let places: Vec<String> = self.which(is).map(|(at, _)| (at + 1).to_string()).collect();
        match places.as_slice() {
            _ if self.parts.len() < 2 => String::new(),
            [] => String::new(),
            [only] => format!(" (bagian {only})"),
            [first @ .., last] => format!(" (bagian {} dan {last})", first.join(", ")),
        }
    }
}

/// The finding an exemption stands on, and until when it holds (article 22(7)e asks for the reasons).
fn finding(exemption: &Exemption) -> String {
    let stands_on = match &exemption.basis {
        Basis::Classification { number, date: on, .. } => format!("Sesuai SK klasifikasi Nomor {number} tanggal {}", date(*on)),
        Basis::ConsequenceTest { date: on, .. } => format!("Sesuai uji konsekuensi tanggal {}", date(*on)),
    };
    format!("{stands_on}; jangka waktu pengecualian {}.", exemption.lasting().in_words())
}

fn working_days(days: u32) -> String {
    Length::WorkingDays(days).in_words()
}

fn costs(fees: Fees) -> Vec<Piece> {
    let total = RichText::new().plain("Jumlah ").bold(&rupiah(fees.total())).plain(&if fees.total() == 0 {
        " (tidak dipungut biaya)".to_owned()
    } else {
        format!(" ({} rupiah)", spelled(fees.total()))
    });
    let copying =
        format!("Penyalinan {} × {} lembar = {}", rupiah(fees.price_per_sheet.into()), fees.sheets, rupiah(fees.copying()));
    vec![
        Piece::tick(fees.copying() > 0, copying),
        Piece::tick(fees.delivery > 0, format!("Pengiriman {}", rupiah(fees.delivery.into()))),
        Piece::tick(fees.other > 0, format!("Lain-lain {}", rupiah(fees.other.into()))),
        Piece::new(total).above(2.0),
    ]
}
