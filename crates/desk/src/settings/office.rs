//! The office's own settings: what it is, its fees, who does and signs what, its wordings, its days off.

use crate::context::Context;
use crate::error::DeskError;
use crate::forms::form::{choice, date, lines, long_text, many, money, note, password, section, text, ticked, typed, yes};
use crate::forms::step::{step, unknown};
use crate::journal::Journal;
use crate::kernel::moment::Moment;
use crate::settings::{numbers, people, recalculate};
use crate::sync::series;
use crate::sync::state::State;
use crate::views::action::{ActionForm, Done, FieldValue, Filled, Preview};
use crate::views::choices;
use crate::views::paper::PaperRef;
use crate::views::step::NextStep;
use loket_domain::authority::Duty;
use loket_domain::change::{Change, OfficeChange};
use loket_domain::office::{ClockStart, FeeDecree, OfficeProfile, PaperSize, Role};
use loket_domain::paper::PaperKind;
use loket_domain::problem::{Problems, Refused};
use loket_domain::working_days::WorkWeek;
use loket_letters::Template;
use rusqlite::Connection;
use std::collections::BTreeSet;
use zeroize::Zeroizing;

fn said(words: &str) -> Result<Done, DeskError> {
    Ok(Done { subject: None, paper: None, said: words.to_owned() })
}

/// What may be changed about the office.
pub(crate) fn office_steps(context: &Context<'_>) -> Vec<NextStep> {
    let may = || context.office.may(context.account, Duty::Administer);
    vec![
        step("edit_profile", "Ubah kantor", true, may()),
        step("edit_letterhead", "Ubah kop", true, may()),
        step("edit_counting", "Ubah hitungan hari kerja", true, may()),
        step("edit_fees", "Tetapkan biaya", true, may()),
        step("edit_signing", "Siapa menandatangani apa", true, may()),
        step("edit_duties", "Siapa mengerjakan apa", true, may()),
        step("account_numbers", "Catat nomor yang tidak terpakai", true, context.hold.map_or_else(may, |_| Ok(()))),
        step("change_key", "Ganti kunci meja", true, context.hold.map_or_else(may, |hold| Err(Refused::NotNow(hold.said())))),
        step("new_card", "Buat kartu pemulihan baru", true, Ok(())),
    ]
}

pub(crate) fn office_form_of(
    tables: &Connection,
    context: &Context<'_>,
    id: &str,
    action: &str,
    moment: Moment,
) -> Result<ActionForm, DeskError> {
    let profile = &context.office.profile;
    Ok(match action {
        "edit_profile" => {
            let fields = vec![
                text("regency", "Kabupaten", &*profile.regency).needed(),
                text("kecamatan", "Kecamatan", &*profile.kecamatan).needed(),
                text("place", "Tempat surat", &*profile.place).needed(),
                choice("paper", "Kertas", choices!(PaperSize), profile.paper.code()).needed(),
            ];
            ActionForm::new("Kantor", "Simpan", vec![section("", fields)])
        }
        "edit_letterhead" => {
            let fields = vec![
                text("letterhead_government", "Baris pertama", &*profile.letterhead_government).needed(),
                text("letterhead_office", "Nama kantor", &*profile.letterhead_office).needed(),
                lines("letterhead_lines", "Alamat dan kontak", profile.letterhead_lines.clone())
                    .needed()
                    .help("Paling banyak empat baris."),
            ];
            ActionForm::new("Kop surat", "Simpan", vec![section("", fields)])
        }
        "edit_counting" => {
            let fields = vec![
                choice("work_week", "Hari kerja", choices!(WorkWeek), profile.week.code()).needed(),
                choice("clock_start", "Awal hitungan 10 hari", choices!(ClockStart), profile.clock_start.code()).needed(),
                yes("collective_leave_is_workday", "Cuti bersama dihitung hari kerja", profile.collective_leave_works),
            ];
            ActionForm::new("Hitungan hari kerja", "Simpan", vec![section("", fields)]).warning(Some(
                "Batas waktu permohonan yang masih berjalan dihitung ulang; yang sudah tercetak di surat tetap tercatat."
                    .to_owned(),
            ))
        }
        "edit_fees" => {
            let (decree, price) =
                context.office.fees.as_ref().map_or_else(Default::default, |fees| (fees.decree.clone(), fees.price_per_sheet));
            let fields = vec![
                text("decree", "Keputusan tentang biaya", decree)
                    .needed()
                    .help("Nomor dan tanggal; dicetak di lembar hak pemohon."),
                money("price_per_sheet", "Harga salinan per lembar", price),
            ];
            ActionForm::new("Biaya", "Simpan", vec![section("", fields)])
        }
        "edit_signing" => {
            let field = |paper: PaperKind| {
                let value = context.office.signing.roles(paper).iter().map(|role| role.code().to_owned()).collect();
                many(paper.code(), paper.label(), choices!(Role), value)
            };
            let fields = PaperKind::signed().map(field).collect();
            ActionForm::new("Siapa menandatangani apa", "Simpan", vec![section("", fields)]).intro(
                "PPID Pelaksana hanya menandatangani penolakan yang sudah tercakup SK klasifikasi, apa pun isi daftar ini.",
            )
        }
        "edit_duties" => {
            let field = |duty: &Duty| {
                let value = context.office.authority.roles(*duty).iter().map(|role| role.code().to_owned()).collect();
                many(duty.code(), duty.label(), choices!(Role), value)
            };
            let form =
                ActionForm::new("Siapa mengerjakan apa", "Simpan", vec![section("", Duty::ALL.iter().map(field).collect())]);
            form.intro("Selama kantor hanya punya satu akun, akun itu boleh mengerjakan semuanya.")
        }
        "account_numbers" => numbers::accounting_form(tables, context, moment)?,
        "change_key" => key_form(tables)?,
        "new_card" => {
            let fields = vec![
                note("card", "Kartu lama tidak berlaku lagi begitu kartu baru dibuat. Cetak dan simpan di tempat terkunci."),
                password("own_password", "Sandi Anda").in_force().needed(),
            ];
            ActionForm::new("Kartu pemulihan baru", "Buat kartu", vec![section("", fields)]).final_step()
        }
        "add_day_off" => recalculate::day_off_form(moment),
        "remove_day_off" => {
            let reason = text("reason", "Mengapa dihapus", "").needed();
            let hidden = date("date", "Tanggal", id).needed();
            ActionForm::new("Hapus hari libur kantor", "Lihat akibatnya", vec![section("", vec![hidden, reason])])
                .preview(Preview::CalendarChange)
        }
        "reword" => {
            let template = Template::from_code(id).ok_or(Refused::Unknown)?;
            let own = context.office.wordings.get(id);
            let current = context.office.text(id).unwrap_or(template.original());
            let placeholders: Vec<String> = template.placeholders().iter().map(|name| format!("{{{name}}}")).collect();
            let known = match placeholders.as_slice() {
                [] => "Naskah ini tidak memakai isian.".to_owned(),
                names => format!("Isian yang dikenal: {}.", names.join(", ")),
            };
            let help = format!("{known} Baris kosong memulai alinea baru; kata yang diapit *bintang* dicetak tebal.");
            let changed = own.filter(|wording| wording.original != Template::digest(context.basic_text(template)));
            let form = ActionForm::new(
                template.title(),
                "Simpan naskah",
                vec![section("", vec![long_text("text", "Naskah", current).rows(10).needed().help(&help)])],
            );
            form.preview(Preview::Letter).warning(changed.map(|_| {
                "Naskah asli sudah diperbarui sejak kantor mengubahnya; naskah kantor tetap dipakai sampai Anda mengembalikannya."
                    .to_owned()
            }))
        }
        "restore" => {
            Template::from_code(id).filter(|_| context.office.wordings.contains_key(id)).ok_or(Refused::Unknown)?;
            let words = "Naskah asli, atau naskah paket PPID Utama yang berlaku, dipakai lagi. Naskah kantor tetap tercatat \
                         dalam riwayat.";
            ActionForm::new("Kembalikan naskah asli", "Kembalikan", vec![section("", vec![note("restore", words)])])
        }
        _ => return unknown(),
    })
}

pub(crate) fn act_on_office(
    journal: &mut Journal,
    sync: &mut State,
    card: &mut Option<Zeroizing<String>>,
    id: &str,
    action: &str,
    form: &Filled,
    moment: Moment,
) -> Result<Done, DeskError> {
    match action {
        "edit_profile" | "edit_letterhead" | "edit_counting" => {
            let profile = revised_profile(&journal.context(), form)?;
            journal.write_office(moment, vec![Change::Office(OfficeChange::OfficeRevised { profile })])?;
            said("Pengaturan kantor disimpan.")
        }
        "edit_fees" => {
            let mut p = Problems::default();
            let decree = p.text("decree", &typed(form, "decree"), 200, "Isi keputusan yang menetapkan biaya.");
            let price = match form.get("price_per_sheet") {
                Some(FieldValue::Number(price)) => u32::try_from(*price).ok().filter(|price| *price <= 1_000_000),
                _ => None,
            };
            p.when(price.is_none(), "price_per_sheet", "Isi harga per lembar dalam rupiah, paling besar 1.000.000.");
            let fees = p.or(price.map(|price_per_sheet| FeeDecree { decree, price_per_sheet }))?;
            journal.write_office(moment, vec![Change::Office(OfficeChange::FeesDecreed { fees })])?;
            said("Biaya disimpan.")
        }
        "edit_signing" => {
            let mut p = Problems::default();
            let mut changes = Vec::new();
            for paper in PaperKind::signed() {
                let roles = roles(form, paper.code());
                p.when(roles.is_empty(), paper.code(), "Pilih sekurang-kurangnya satu peran.");
                if roles != journal.office.signing.roles(paper) {
                    changes.push(Change::Office(OfficeChange::SigningSet { paper, roles }));
                }
            }
            let changes = p.or(Some(changes))?;
            journal.write_office(moment, changes)?;
            said("Daftar penanda tangan disimpan.")
        }
        "edit_duties" => {
            let mut p = Problems::default();
            let mut changes = Vec::new();
            for duty in Duty::ALL {
                let roles = roles(form, duty.code());
                p.when(roles.is_empty(), duty.code(), "Pilih sekurang-kurangnya satu peran.");
                if roles != journal.office.authority.roles(*duty) {
                    changes.push(Change::Office(OfficeChange::DutySet { duty: *duty, roles }));
                }
            }
            let administering = roles(form, Duty::Administer.code());
            let held = journal.office.accounts.iter().filter(|account| account.closed_on.is_none()).any(|account| {
                administering.contains(&account.role) || account.also.iter().any(|role| administering.contains(role))
            });
            let nobody = "Tidak ada akun terbuka dengan peran ini, jadi pengaturan tidak akan dapat diubah lagi.";
            p.when(!held && journal.office.accounts.len() > 1, Duty::Administer.code(), nobody);
            let changes = p.or(Some(changes))?;
            journal.write_office(moment, changes)?;
            said("Pembagian tugas disimpan.")
        }
        "account_numbers" => numbers::account_numbers(journal, sync, form, moment),
        "change_key" => {
            series::change_key(journal, sync, moment)?;
            said("Kunci meja diganti; PPID Utama diberi tahu pada kontak berikutnya.")
        }
        "new_card" => {
            let mut vault = journal.folder.vault()?;
            let key = people::own_key(&journal.context(), &vault, form)?;
            let code = vault.make_card(&key, &mut journal.dice)?;
            vault.write(&journal.folder.slots())?;
            *card = Some(code.into());
            let done = Done { subject: None, paper: None, said: "Kartu pemulihan baru dibuat; cetak sekarang.".to_owned() };
            Ok(done.with(PaperRef::RecoveryCard))
        }
        "reword" => {
            let template = Template::from_code(id).ok_or(Refused::Unknown)?;
            let text = typed(form, "text");
            let mut p = Problems::default();
            if let Err(fault) = template.check(&text) {
                p.add("text", fault.to_string());
            }
            p.or(Some(()))?;
            let original = Template::digest(journal.context().basic_text(template));
            journal.write_office(
                moment,
                vec![Change::Office(OfficeChange::WordingRevised { template: id.to_owned(), text, original })],
            )?;
            said("Naskah kantor disimpan dan dipakai untuk surat berikutnya.")
        }
        "restore" => {
            Template::from_code(id).filter(|_| journal.office.wordings.contains_key(id)).ok_or(Refused::Unknown)?;
            journal.write_office(moment, vec![Change::Office(OfficeChange::WordingRestored { template: id.to_owned() })])?;
            said("Naskah asli dipakai lagi.")
        }
        _ => unknown(),
    }
}

/// The question before the key is changed: when one does it, and what follows.
fn key_form(tables: &Connection) -> Result<ActionForm, DeskError> {
    let when = "Ganti kunci bila komputer ini pernah dipegang orang yang tidak berhak, bila petugas yang memakainya berganti, \
                dan sekurang-kurangnya setahun sekali.";
    let then = "Kunci menandatangani setiap catatan meja ini. Catatan dan nomor tidak berubah, dan tidak ada yang perlu \
                dicatat: PPID Utama mengenal kunci baru dari kunci lama pada kontak berikutnya, juga bila sekarang tanpa \
                koneksi.";
    let fields = vec![
        note("when", when),
        note("then", then),
        note("since", &format!("Kunci yang sekarang: {}.", series::key_since(tables)?)),
    ];
    Ok(ActionForm::new("Ganti kunci meja", "Ganti kunci", vec![section("", fields)]).final_step())
}

/// The profile with the boxes of this form; the Kemendagri code and the abbreviation in numbers stay.
fn revised_profile(context: &Context<'_>, form: &Filled) -> Result<OfficeProfile, DeskError> {
    let mut p = Problems::default();
    let mut profile = context.office.profile.clone();
    let mut text = |name: &str, limit, empty: &str, box_of: &mut String| {
        if form.contains_key(name) {
            *box_of = p.text(name, &typed(form, name), limit, empty);
        }
    };
    text("regency", 80, "Isi nama kabupaten.", &mut profile.regency);
    text("kecamatan", 80, "Isi nama kecamatan.", &mut profile.kecamatan);
    text("place", 80, "Isi nama tempat untuk tanggal surat.", &mut profile.place);
    text("letterhead_government", 120, "Isi baris pertama kop.", &mut profile.letterhead_government);
    text("letterhead_office", 120, "Isi nama kantor di kop.", &mut profile.letterhead_office);
    if form.contains_key("letterhead_lines") {
        let typed = ticked(form, "letterhead_lines");
        let lines = typed.iter().map(|line| p.short("letterhead_lines", line, 150));
        profile.letterhead_lines = lines.filter(|line| !line.is_empty()).collect();
        p.when(profile.letterhead_lines.is_empty(), "letterhead_lines", "Isi sekurang-kurangnya alamat kantor di kop.");
        p.when(profile.letterhead_lines.len() > 4, "letterhead_lines", "Alamat di kop paling banyak empat baris.");
    }
    profile.paper = PaperSize::from_code(&typed(form, "paper")).unwrap_or(profile.paper);
    profile.week = WorkWeek::from_code(&typed(form, "work_week")).unwrap_or(profile.week);
    profile.clock_start = ClockStart::from_code(&typed(form, "clock_start")).unwrap_or(profile.clock_start);
    if let Some(FieldValue::Yes(works)) = form.get("collective_leave_is_workday") {
        profile.collective_leave_works = *works;
    }
    Ok(p.or(Some(profile))?)
}

fn roles(form: &Filled, name: &str) -> BTreeSet<Role> {
    ticked(form, name).iter().filter_map(|code| Role::from_code(code)).collect()
}
