//! What the office is: its name, its letterhead, how it counts days.

use crate::context::Context;
use crate::error::DeskError;
use crate::forms::action::{Ask, Effect, always};
use crate::forms::boxes::{Boxes, counted, said_yes, ticked, typed};
use crate::forms::form::{choice, date, lines, number, picture, section, text, yes};
use crate::kernel::hold::Hold;
use crate::settings::emblem::read_emblem;
use crate::settings::recalculate::{self, CalendarPlan, CountingPlan};
use crate::settings::step::SettingStep;
use crate::views::action::{ActionForm, Preview};
use crate::views::choices;
use loket_domain::authority::Duty;
use loket_domain::change::OfficeChange;
use loket_domain::days_of;
use loket_domain::letter::read_copies;
use loket_domain::office::{ClockStart, ListDecree, OfficeContact, OfficeProfile, PaperSize, read_letterhead_lines};
use loket_domain::problem::Problems;
use loket_domain::working_days::WorkWeek;
use loket_domain::zone::Zone;

pub(crate) const EDIT_PROFILE: SettingStep<Option<Hold>> = SettingStep {
    code: "edit_profile",
    label: "Ubah kantor",
    duty: Some(Duty::Administer),
    offered: |_| true,
    may: always,
    confirm: |_| None,
    form: Some(profile_form),
    effect: Effect::Command {
        command: |ask, form| Ok(vec![OfficeChange::OfficeRevised { profile: revised_profile(ask.context, form)? }]),
        said: "Pengaturan kantor disimpan.",
        paper: None,
    },
};

pub(crate) const EDIT_LETTERHEAD: SettingStep<Option<Hold>> =
    SettingStep { code: "edit_letterhead", label: "Ubah kop", form: Some(letterhead_form), ..EDIT_PROFILE };

pub(crate) const EDIT_COUNTING: SettingStep<Option<Hold>> = SettingStep {
    code: "edit_counting",
    label: "Ubah hitungan hari kerja",
    form: Some(counting_form),
    effect: Effect::Shown(|ask, form| {
        let plan = CountingPlan::of(&revised_profile(ask.context, form)?);
        form.all_read()?;
        recalculate::shown(ask.tables, ask.context, CalendarPlan::Counted(plan), ask.moment)
    }),
    ..EDIT_PROFILE
};

fn profile_form(ask: &Ask<'_, Option<Hold>, ()>) -> Result<ActionForm, DeskError> {
    let profile = &ask.context.office.profile;
    let fields = vec![
        text("regency", "Kabupaten", &*profile.regency).needed(),
        text("kecamatan", "Kecamatan", &*profile.kecamatan).needed(),
        text("place", "Tempat surat", &*profile.place).needed(),
        choice("paper", "Kertas", choices!(PaperSize), profile.paper.code()).needed(),
        choice("zone", "Zona waktu", choices!(Zone), profile.zone().code()).needed(),
    ];
    let contact = profile.contact.clone().unwrap_or_default();
    let reached = vec![
        text("contact_phone", "Telepon meja layanan", contact.phone.unwrap_or_default())
            .help("Tercetak di tanda bukti penerimaan. Bila ketiganya kosong, dipakai baris terakhir kop."),
        text("contact_whatsapp", "WhatsApp meja layanan", contact.whatsapp.unwrap_or_default()),
        text("contact_email", "E-mail meja layanan", contact.email.unwrap_or_default()),
    ];
    let decreed = [("dip", "DIP", &profile.dip_decree), ("dik", "DIK", &profile.dik_decree)].map(|(list, name, decree)| {
        let of = |read: fn(&ListDecree) -> String| decree.as_ref().map(read).unwrap_or_default();
        [
            text(&format!("{list}_decree"), &format!("Nomor SK penetapan {name}"), of(|decree| decree.number.clone()))
                .help("Tercetak di bawah judul daftar; kosongkan bila belum ditetapkan."),
            date(&format!("{list}_decreed_on"), &format!("Tanggal SK penetapan {name}"), of(|decree| decree.date.to_string())),
        ]
    });
    let sections = vec![
        section("", fields),
        section("Dihubungi pemohon", reached),
        section("Penetapan daftar informasi", decreed.into_iter().flatten().collect()),
    ];
    Ok(ActionForm::new("Kantor", "Simpan", sections))
}

fn letterhead_form(ask: &Ask<'_, Option<Hold>, ()>) -> Result<ActionForm, DeskError> {
    let profile = &ask.context.office.profile;
    let fields = vec![
        text("letterhead_government", "Baris pertama", &*profile.letterhead_government).needed(),
        text("letterhead_office", "Nama kantor", &*profile.letterhead_office).needed(),
        lines("letterhead_lines", "Alamat dan kontak", profile.letterhead_lines.clone())
            .needed()
            .help("Paling banyak empat baris."),
        picture("emblem", "Lambang daerah", profile.emblem.clone().unwrap_or_default())
            .help("Gambar PNG atau JPEG; foto yang besar diperkecil sendiri. Surat berikutnya memakainya."),
        lines("copies_to", "Tembusan yang biasa", profile.copies_to.clone())
            .help("Sudah terisi pada surat baru; setiap surat boleh mengubahnya."),
    ];
    Ok(ActionForm::new("Kop surat", "Simpan", vec![section("", fields)]))
}

fn counting_form(ask: &Ask<'_, Option<Hold>, ()>) -> Result<ActionForm, DeskError> {
    let profile = &ask.context.office.profile;
    let fields = vec![
        choice("work_week", "Hari kerja", choices!(WorkWeek), profile.week.code()).needed(),
        choice(
            "clock_start",
            concat!("Awal hitungan ", days_of!(Answer), " hari"),
            choices!(ClockStart),
            profile.clock_start.code(),
        )
        .needed(),
        yes("collective_leave_is_workday", "Cuti bersama dihitung hari kerja", profile.collective_leave_works),
        number("fetch_reminder_days", "Ingatkan salinan yang belum diambil setelah", profile.fetch_reminder())
            .needed()
            .suffix("hari kerja"),
    ];
    let words = "Batas waktu yang bergeser ditunjukkan dahulu; baru disimpan setelah Anda menerimanya. Yang sudah tercetak tetap tercatat.";
    Ok(ActionForm::new("Hitungan hari kerja", "Lihat akibatnya", vec![section("", fields)])
        .warning(Some(words.to_owned()))
        .preview(Preview::Change))
}

/// The profile with the boxes of this form; the Kemendagri code and the abbreviation in numbers stay.
fn revised_profile(context: &Context<'_>, form: &Boxes<'_>) -> Result<OfficeProfile, DeskError> {
    let mut p = Problems::default();
    let mut profile = context.office.profile.clone();
    let mut text = |name: &str, limit, empty: &str, box_of: &mut String| {
        if form.get(name).is_some() {
            *box_of = p.text(name, &typed(form, name), limit, empty);
        }
    };
    text("regency", 80, "Isi nama kabupaten.", &mut profile.regency);
    text("kecamatan", 80, "Isi nama kecamatan.", &mut profile.kecamatan);
    text("place", 80, "Isi nama tempat untuk tanggal surat.", &mut profile.place);
    text("letterhead_government", 120, "Isi baris pertama kop.", &mut profile.letterhead_government);
    text("letterhead_office", 120, "Isi nama kantor di kop.", &mut profile.letterhead_office);
    if form.get("letterhead_lines").is_some() {
        profile.letterhead_lines = read_letterhead_lines(&mut p, "letterhead_lines", &ticked(form, "letterhead_lines"));
    }
    if form.get("emblem").is_some() {
        profile.emblem = read_emblem(&mut p, &typed(form, "emblem"));
    }
    if form.get("copies_to").is_some() {
        profile.copies_to = read_copies(&mut p, "copies_to", &ticked(form, "copies_to"));
    }
    if form.get("contact_phone").is_some() {
        let [phone, whatsapp, email] = ["contact_phone", "contact_whatsapp", "contact_email"].map(|name| typed(form, name));
        profile.contact = OfficeContact::read(&mut p, &phone, &whatsapp, &email);
    }
    for (list, decree) in [("dip", &mut profile.dip_decree), ("dik", &mut profile.dik_decree)] {
        let (number, on) = (format!("{list}_decree"), format!("{list}_decreed_on"));
        if form.get(&number).is_some() {
            *decree = list_decree(&mut p, (&number, &typed(form, &number)), (&on, &typed(form, &on)));
        }
    }
    // The zone of the province needs no word of its own.
    let zone = Zone::from_code(&typed(form, "zone")).unwrap_or(profile.zone());
    profile.zone = (zone != Zone::of_province(&profile.code)).then_some(zone);
    profile.paper = PaperSize::from_code(&typed(form, "paper")).unwrap_or(profile.paper);
    profile.week = WorkWeek::from_code(&typed(form, "work_week")).unwrap_or(profile.week);
    profile.clock_start = ClockStart::from_code(&typed(form, "clock_start")).unwrap_or(profile.clock_start);
    profile.collective_leave_works = said_yes(form, "collective_leave_is_workday").unwrap_or(profile.collective_leave_works);
    if form.get("fetch_reminder_days").is_some() {
        let days = counted(form, "fetch_reminder_days").filter(|days| (1..=90).contains(days));
        p.when(days.is_none(), "fetch_reminder_days", "Isi berapa hari kerja, dari 1 sampai 90.");
        profile.fetch_reminder_days = days.filter(|days| *days != profile.fetch_reminder()).or(profile.fetch_reminder_days);
    }
    Ok(p.or(Some(profile))?)
}

/// The decree that sets a list, where number or date is filled; each box by its name and what was typed.
fn list_decree(p: &mut Problems, number: (&str, &str), on: (&str, &str)) -> Option<ListDecree> {
    if [number.1, on.1].iter().all(|typed| typed.trim().is_empty()) {
        return None;
    }
    let named = p.text(number.0, number.1, 100, "Isi nomor SK-nya, atau kosongkan juga tanggalnya.");
    let date = p.date(on.0, on.1, "Isi tanggal SK-nya, atau kosongkan juga nomornya.")?;
    Some(ListDecree { number: named, date })
}
