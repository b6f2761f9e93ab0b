//! The form as typed, and the form as checked.

use chrono::{Datelike, NaiveDate, NaiveDateTime, NaiveTime};
use serde::{Deserialize, Serialize};

use super::applicant::{ActingAs, Applicant, Category, Document, ForeignPaper, IdentityKind, Member, Representative, acts_for};
use super::ways::{AccessMode, Carrier, Channel, CopyFormat, DeliveryMode, Via};
use crate::coded::known;
use crate::deadline::Today;
use crate::fields::bare;
use crate::phone::are_phone_numbers;
use crate::problem::{Problems, Refused};

/// Longest request text, in characters: about fifteen printed pages.
pub const LONGEST_REQUEST: usize = 50_000;

/// The first day on which a request under UU KIP was possible (Ps 64: two years after 30 April 2008).
pub(crate) const ACT_IN_FORCE: NaiveDate = match NaiveDate::from_ymd_opt(2010, 4, 30) {
    Some(date) => date,
    None => NaiveDate::MIN,
};

/// The request form exactly as typed, so that nothing typed is lost while it is not yet right.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(default)]
#[allow(missing_docs)] // Each field is one box of the form, named as on the checked `Registration`.
pub struct RequestDraft {
    /// The number on the paper form it was written on; empty for the desk's next one.
    pub form_number: String,
    pub channel: String,
    pub received_date: String,
    pub received_time: String,
    pub category: String,
    pub name: String,
    pub identity_kind: String,
    pub identity_number: String,
    pub address: String,
    pub occupation: String,
    pub phone: String,
    pub email: String,
    pub represented: bool,
    pub representative_as: String,
    pub representative_name: String,
    pub representative_address: String,
    pub representative_phone: String,
    /// A line for each person of a group: `name; NIK`.
    pub members: Vec<String>,
    pub information: String,
    pub purpose: String,
    pub access_mode: String,
    pub copy_format: String,
    pub delivery_mode: String,
    pub documents: Vec<String>,
    pub read_back: bool,
    pub assistance: String,
    pub notes: String,
}

impl Default for RequestDraft {
    /// The form as it lies on the counter: the usual choices made, everything else empty.
    fn default() -> Self {
        Self {
            form_number: String::new(),
            channel: Channel::Counter.code().into(),
            received_date: String::new(),
            received_time: String::new(),
            category: Category::Individual.code().into(),
            name: String::new(),
            identity_kind: IdentityKind::Nik.code().into(),
            identity_number: String::new(),
            address: String::new(),
            occupation: String::new(),
            phone: String::new(),
            email: String::new(),
            represented: false,
            representative_as: ActingAs::Attorney.code().into(),
            representative_name: String::new(),
            representative_address: String::new(),
            representative_phone: String::new(),
            members: vec![],
            information: String::new(),
            purpose: String::new(),
            access_mode: AccessMode::Copy.code().into(),
            copy_format: CopyFormat::Softcopy.code().into(),
            delivery_mode: DeliveryMode::PickUp.code().into(),
            documents: vec![],
            read_back: false,
            assistance: String::new(),
            notes: String::new(),
        }
    }
}

/// The form as checked: what the journal keeps.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Registration {
    /// How it came in.
    pub channel: Channel,
    /// How exactly, where the list above is too coarse.
    #[serde(default, skip_serializing_if = "Option::is_none", deserialize_with = "known")]
    pub via: Option<Via>,
    /// The civil date of receipt: day zero of the Act's clock.
    pub received_on: NaiveDate,
    /// The time of receipt at the office.
    pub received_at: NaiveTime,
    /// Who asks.
    pub applicant: Applicant,
    /// What is asked.
    pub information: String,
    /// What for.
    pub purpose: String,
    /// How the information is to be obtained.
    pub access_mode: AccessMode,
    /// The form of the copy, where a copy is asked.
    pub copy_format: Option<CopyFormat>,
    /// How the copy travels, where a copy is asked.
    pub delivery_mode: Option<DeliveryMode>,
    /// How exactly, where the list above is too coarse.
    #[serde(default, skip_serializing_if = "Option::is_none", deserialize_with = "known")]
    pub carrier: Option<Carrier>,
    /// The documents handed in.
    pub documents: Vec<Document>,
    /// Whether the officer filled the form in and read it back to the applicant (UU KIP Ps 22(3)).
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub read_back: bool,
    /// The help that was given to a person with a disability, where any was (PERKI 1/2021 Ps 24).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub assistance: Option<String>,
    /// The officer's notes.
    pub notes: Option<String>,
}

impl Registration {
    /// What of the question itself differs from `known`, by the boxes of the form: everything but who asks and how to reach them.
    pub(super) fn asked_otherwise(&self, known: &Self) -> [(bool, &'static str); 10] {
        [
            (self.information != known.information, "information"),
            (self.purpose != known.purpose, "purpose"),
            (self.received_on != known.received_on, "received_date"),
            (self.received_at != known.received_at, "received_time"),
            (self.channel_code() != known.channel_code(), "channel"),
            (self.delivery_code() != known.delivery_code(), "delivery_mode"),
            (self.applicant.representative != known.applicant.representative, "represented"),
            (self.access_mode != known.access_mode, "access_mode"),
            (self.copy_format != known.copy_format, "copy_format"),
            (self.applicant.category != known.applicant.category, "category"),
        ]
    }

    /// The code of the way it came in.
    pub fn channel_code(&self) -> &'static str {
        self.via.map_or(self.channel.code(), Via::code)
    }

    /// The way it came in, in words.
    pub fn channel_label(&self) -> &'static str {
        self.via.map_or(self.channel.label(), Via::label)
    }

    /// The code of the way a copy travels, where one is asked.
    pub fn delivery_code(&self) -> Option<&'static str> {
        self.carrier.map(Carrier::code).or(self.delivery_mode.map(DeliveryMode::code))
    }

    /// The way a copy travels in words, where one is asked.
    pub fn delivery_label(&self) -> Option<&'static str> {
        self.carrier.map(Carrier::label).or(self.delivery_mode.map(DeliveryMode::label))
    }

    /// Whether the applicant comes for it: a copy that is fetched, or a look at the office.
    pub fn is_fetched(&self) -> bool {
        self.carrier.is_none() && matches!(self.delivery_mode, None | Some(DeliveryMode::PickUp))
    }

    /// The documents asked for and not handed in. Without a shown identity the identity document is missing too.
    pub fn missing_documents(&self) -> Vec<Document> {
        let (category, mandated) = (self.applicant.category, self.applicant.is_mandated());
        let asked = Document::ALL.iter().copied().filter(|document| document.is_asked_of(category, mandated));
        asked.filter(|document| !self.documents.contains(document)).collect()
    }
}

impl RequestDraft {
    /// Reads the form on `today`.
    ///
    /// # Errors
    /// [`Refused::Fields`] with every box that must change, in the order of the form.
    pub fn check(&self, today: &Today<'_>) -> Result<Registration, Refused> {
        let mut p = Problems::default();
        let received = self.received(&mut p, today);
        let channel = Channel::with_finer(&self.channel);
        p.when(channel.is_none(), "channel", "Pilih cara permohonan diterima.");
        let applicant = self.applicant(&mut p);
        let information = p.text("information", &self.information, LONGEST_REQUEST, "Isi rincian informasi yang dibutuhkan.");
        let purpose = p.text("purpose", &self.purpose, 2_000, "Isi tujuan penggunaan informasi.");
        let access_mode = AccessMode::from_code(&self.access_mode);
        p.when(access_mode.is_none(), "access_mode", "Pilih cara memperoleh informasi.");
        let (mut copy_format, mut delivery) = (None, None);
        if access_mode == Some(AccessMode::Copy) {
            copy_format = CopyFormat::from_code(&self.copy_format);
            p.when(copy_format.is_none(), "copy_format", "Pilih softcopy atau hardcopy.");
            delivery = DeliveryMode::with_finer(&self.delivery_mode);
            p.when(delivery.is_none(), "delivery_mode", "Pilih cara mendapatkan salinan.");
            self.reachable(&mut p, delivery);
        }
        let assistance = p.optional("assistance", &self.assistance, 500);
        let notes = p.optional("notes", &self.notes, 2_000);
        let made = (|| {
            let ((received_on, received_at), (channel, via)) = (received?, channel?);
            Some(Registration {
                channel,
                via,
                received_on,
                received_at,
                applicant: applicant?,
                information,
                purpose,
                access_mode: access_mode?,
                copy_format,
                delivery_mode: delivery.map(|(mode, _)| mode),
                carrier: delivery.and_then(|(_, carrier)| carrier),
                read_back: self.read_back,
                assistance,
                documents: self.documents.iter().filter_map(|code| Document::from_code(code)).collect(),
                notes,
            })
        })();
        p.or(made)
    }

    /// Notes where what is chosen cannot reach the applicant: told beside its box, before anything is promised.
    fn reachable(&self, p: &mut Problems, delivery: Option<(DeliveryMode, Option<Carrier>)>) {
        match delivery {
            Some((DeliveryMode::Email, None)) if self.email.trim().is_empty() => {
                p.add("email", "Isi alamat e-mail untuk mengirim salinan, atau pilih cara lain mendapatkan salinan.");
            }
            Some((_, Some(Carrier::WhatsApp))) if self.phone.trim().is_empty() => {
                p.add("phone", "Isi nomor WhatsApp untuk mengirim salinan, atau pilih cara lain mendapatkan salinan.");
            }
            _ => {}
        }
    }

    /// Day and hour of receipt, where both can be read.
    pub fn received_at(&self) -> Option<NaiveDateTime> {
        let date: NaiveDate = self.received_date.trim().parse().ok()?;
        Some(date.and_time(self.received_hour()?))
    }

    fn received_hour(&self) -> Option<NaiveTime> {
        NaiveTime::parse_from_str(&self.received_time.trim().replace('.', ":"), "%H:%M").ok()
    }

    fn received(&self, p: &mut Problems, today: &Today<'_>) -> Option<(NaiveDate, NaiveTime)> {
        let date = p.date("received_date", &self.received_date, "Isi tanggal diterima.");
        let time = self.received_hour();
        p.when(time.is_none(), "received_time", "Isi jam diterima, misalnya 09.15.");
        let (date, time) = (date?, time?);
        if date > today.date {
            p.add("received_date", "Tanggal diterima tidak boleh setelah hari ini; periksa tanggal atau jam komputer.");
        } else if date < ACT_IN_FORCE {
            p.add("received_date", format!("Tahun {} terlalu lampau: UU 14/2008 berlaku sejak 30 April 2010.", date.year()));
        } else if date == today.date && time > today.time {
            p.add("received_time", "Jam diterima belum lewat; periksa jam diterima atau jam komputer.");
        }
        Some((date, time))
    }

    fn applicant(&self, p: &mut Problems) -> Option<Applicant> {
        let category = Category::from_code(&self.category);
        p.when(category.is_none(), "category", "Pilih kategori pemohon.");
        let name = p.text("name", &self.name, 200, "Isi nama pemohon.");
        let identity = IdentityKind::with_finer(&self.identity_kind);
        let identity_number = self.identity(p, identity.map(|(kind, _)| kind));
        let address = p.text("address", &self.address, 500, "Isi alamat pemohon.");
        let occupation = p.optional("occupation", &self.occupation, 100);
        let (own_phone, email) = contact(p, &self.phone, &self.email);
        let members = if category == Some(Category::Group) { Member::read(p, &self.members) } else { vec![] };
        let acting_as = ActingAs::from_code(&self.representative_as);
        p.when(self.represented && acting_as.is_none(), "representative_as", "Pilih sebagai apa ia bertindak.");
        acts_for(p, "representative_as", acting_as.filter(|_| self.represented), category);
        let representative = self.represented.then(|| Representative {
            acting_as: acting_as.unwrap_or_default(),
            mandate: None,
            name: p.text("representative_name", &self.representative_name, 200, "Isi nama kuasa pemohon."),
            address: p.text("representative_address", &self.representative_address, 500, "Isi alamat kuasa pemohon."),
            phone: phone(p, "representative_phone", &self.representative_phone),
        });
        let (identity_kind, foreign_paper) = identity?;
        Some(Applicant {
            category: category?,
            name,
            identity_kind,
            foreign_paper,
            identity_number,
            address,
            occupation,
            phone: own_phone,
            email,
            representative,
            members,
        })
    }

    fn identity(&self, p: &mut Problems, kind: Option<IdentityKind>) -> String {
        let number = match kind {
            Some(IdentityKind::Nik) => bare(&self.identity_number),
            _ => self.identity_number.trim().to_owned(),
        };
        let number = number.as_str();
        match kind {
            None => p.add("identity_kind", "Pilih jenis identitas."),
            Some(IdentityKind::NotShown) => {
                let shown = self.documents.iter().any(|code| code == Document::Identity.code());
                let of_a_person = Category::from_code(&self.category) == Some(Category::Individual);
                let why = "Salinan identitas dicentang sudah diserahkan; pilih jenisnya dan isi nomornya, atau hapus centangnya.";
                p.when(shown && of_a_person, "identity_kind", why);
                return String::new();
            }
            Some(IdentityKind::Nik) => {
                let digits = number.chars().filter(char::is_ascii_digit).count();
                if number.is_empty() {
                    p.add(
                        "identity_number",
                        "Isi NIK, 16 angka; bila belum ditunjukkan, pilih “Belum ditunjukkan” pada jenis identitas.",
                    );
                } else if digits != number.chars().count() {
                    p.add("identity_number", "NIK hanya terdiri atas angka; hapus huruf atau tanda lain yang terbawa.");
                } else if digits != 16 {
                    p.add("identity_number", format!("NIK terdiri atas 16 angka; yang diisi {digits}. Periksa lagi KTP-nya."));
                }
            }
            Some(_) => {
                p.text("identity_number", number, 100, "Isi nomor identitas, atau pilih “Belum ditunjukkan”.");
            }
        }
        number.to_owned()
    }
}

/// The shape of a telephone number and an e-mail address, wherever they are typed; each where it was.
pub(crate) fn contact(p: &mut Problems, typed_phone: &str, email: &str) -> (Option<String>, Option<String>) {
    let (phone, email) = (phone(p, "phone", typed_phone), email.trim());
    let email_shaped = email.split_once('@').is_some_and(|(user, host)| {
        !user.is_empty() && host.contains('.') && !host.starts_with('.') && !host.ends_with('.') && !host.contains('@')
    });
    let wrong_email = !email.is_empty() && (!email_shaped || email.contains(char::is_whitespace) || email.chars().count() > 200);
    p.when(wrong_email, "email", "Alamat e-mail belum benar; bentuknya nama@contoh.id.");
    (phone, (!email.is_empty()).then(|| email.to_owned()))
}

/// A telephone number as typed into the box `field`; none where nothing was.
pub(crate) fn phone(p: &mut Problems, field: &str, typed: &str) -> Option<String> {
    let phone = typed.trim();
    let wrong = !are_phone_numbers(phone) || phone.chars().count() > 100;
    p.when(
        wrong,
        field,
        "Periksa nomornya, misalnya 0812-3456-7890; bila lebih dari satu, pisahkan dengan garis miring atau koma.",
    );
    (!phone.is_empty()).then(|| phone.to_owned())
}

impl RequestDraft {
    /// The form that would have been typed for `registration`, for a correction to start from.
    pub fn of(registration: &Registration) -> Self {
        let applicant = &registration.applicant;
        let text = |text: &Option<String>| text.clone().unwrap_or_default();
        let code = |code: Option<&'static str>| code.unwrap_or_default().to_owned();
        let representative = applicant.representative.as_ref();
        Self {
            form_number: String::new(),
            channel: registration.channel_code().into(),
            received_date: registration.received_on.to_string(),
            received_time: registration.received_at.format("%H.%M").to_string(),
            category: applicant.category.code().into(),
            name: applicant.name.clone(),
            identity_kind: applicant.foreign_paper.map_or(applicant.identity_kind.code(), ForeignPaper::code).into(),
            identity_number: applicant.identity_number.clone(),
            address: applicant.address.clone(),
            occupation: text(&applicant.occupation),
            phone: text(&applicant.phone),
            email: text(&applicant.email),
            represented: representative.is_some(),
            representative_as: representative.map_or(ActingAs::Attorney, |known| known.acting_as).code().into(),
            representative_name: representative.map_or_else(String::new, |known| known.name.clone()),
            representative_address: representative.map_or_else(String::new, |known| known.address.clone()),
            representative_phone: representative.map_or_else(String::new, |known| text(&known.phone)),
            members: applicant.members.iter().map(Member::line).collect(),
            information: registration.information.clone(),
            purpose: registration.purpose.clone(),
            access_mode: registration.access_mode.code().into(),
            copy_format: code(registration.copy_format.map(|format| format.code())),
            delivery_mode: code(registration.delivery_code()),
            documents: registration.documents.iter().map(|document| document.code().to_owned()).collect(),
            read_back: registration.read_back,
            assistance: text(&registration.assistance),
            notes: text(&registration.notes),
        }
    }
}
