//! Officials: who signs, by which decree, from when until when.

use crate::context::Context;
use crate::error::DeskError;
use crate::forms::action::{Action, Beginning, Effect, always};
use crate::forms::boxes::{Boxes, ticked, typed};
use crate::forms::form::{choice, date, lines, section, text};
use crate::forms::noun::Noun;
use crate::forms::step::stayed;
use crate::kernel::random::new_uuid;
use crate::settings::roles::{role_field, role_of};
use crate::settings::step::{Setting, SettingStep, setting};
use crate::views::action::ActionForm;
use crate::views::choices;
use crate::views::subject::SubjectKind;
use loket_domain::authority::Duty;
use loket_domain::change::{Change, OfficeChange};
use loket_domain::ids::OfficialId;
use loket_domain::indonesian::nip as grouped;
use loket_domain::office::{Appointment, Capacity, Official, OwnOffice, Role, read_nip, read_represented};
use loket_domain::problem::{Problems, Refused};
use std::convert::Infallible;

/// The steps on an official.
pub(crate) const OFFICIAL: Setting<Official> =
    setting(SubjectKind::Official, true, ALL, |_, context, id| Ok(((), known_official(context, id)?.clone())));

/// An official who is not named yet.
pub(crate) const NEW_OFFICIAL: Noun<(), Infallible, ()> = Noun::beginning(SubjectKind::Official, NEW);

const ALL: &[SettingStep<Official>] = &[REVISE, RELIEVE];

const NEW: &[Beginning] = &[Action {
    code: "name",
    label: "Tambah pejabat",
    duty: Some(Duty::Administer),
    offered: |()| true,
    may: always,
    confirm: |()| None,
    form: Some(|_| Ok(official_form("Tambah pejabat", None))),
    effect: Effect::Elsewhere(|journal, (), (), form, moment| {
        let official = official_of(form, OfficialId(new_uuid(&mut journal.dice, moment)?))?;
        form.all_read()?;
        journal.write_office(moment, vec![Change::Office(OfficeChange::OfficialNamed { official })])?;
        Ok(stayed("Pejabat ditambahkan."))
    }),
}];

const REVISE: SettingStep<Official> = SettingStep {
    code: "revise",
    label: "Ubah",
    duty: Some(Duty::Administer),
    offered: |_| true,
    may: always,
    confirm: |_| None,
    form: Some(|ask| Ok(official_form("Ubah pejabat", Some(ask.state)))),
    effect: Effect::Command {
        command: |ask, form| Ok(vec![OfficeChange::OfficialRevised { official: official_of(form, ask.state.id)? }]),
        said: "Data pejabat diubah; surat yang sudah keluar tidak ikut berubah.",
        paper: None,
    },
};

const RELIEVE: SettingStep<Official> = SettingStep {
    code: "relieve",
    label: "Akhiri jabatan",
    duty: Some(Duty::Administer),
    offered: |_| true,
    may: |official, _| {
        let left = official.appointment.as_ref().is_some_and(|appointed| appointed.until.is_some());
        if left { Err(Refused::NotNow("Masa jabatan pejabat ini sudah berakhir.")) } else { Ok(()) }
    },
    confirm: |_| None,
    form: Some(|ask| {
        let until = date("until", "Hari terakhir menjabat", ask.moment.local.date()).needed();
        let form = ActionForm::new("Akhiri jabatan", "Simpan", vec![section("", vec![until])]);
        Ok(form.intro(ask.state.name.clone()))
    }),
    effect: Effect::Command {
        command: |ask, form| {
            let mut p = Problems::default();
            let until = p.date("until", &typed(form, "until"), "Isi hari terakhir menjabat.");
            Ok(vec![OfficeChange::OfficialRelieved { id: ask.state.id, until: p.or(until)? }])
        },
        said: "Akhir masa jabatan dicatat.",
        paper: None,
    },
};

pub(crate) fn known_official<'a>(context: &Context<'a>, id: &str) -> Result<&'a Official, DeskError> {
    let found = id.parse().ok().and_then(|id| context.office.official(id));
    Ok(found.ok_or(Refused::Unknown)?)
}

fn official_form(title: &str, official: Option<&Official>) -> ActionForm {
    let of = |read: fn(&Official) -> String| official.map(read).unwrap_or_default();
    let appointed = official.and_then(|official| official.appointment.as_ref());
    let decree = vec![
        text("decree", "Nomor SK", appointed.map(|known| known.decree.clone()).unwrap_or_default()),
        date("decreed_on", "Tanggal SK", appointed.map(|known| known.decreed_on.to_string()).unwrap_or_default()),
        date("from", "Menjabat sejak", appointed.map(|known| known.from.to_string()).unwrap_or_default()),
        date("until", "Sampai", appointed.and_then(|known| known.until).map(|on| on.to_string()).unwrap_or_default())
            .help("Kosongkan selama masih menjabat."),
    ];
    let role = official.map_or(Role::PpidUnit, |official| official.role);
    let capacity = official.map_or(Capacity::Definitive, |official| official.capacity);
    let (represents, position) = official.map(Official::standing).unwrap_or_default();
    let own = official.and_then(|official| official.own_office.as_ref());
    let of_own = |read: fn(&OwnOffice) -> &String| own.map(read).cloned().unwrap_or_default();
    let fields = vec![
        text("name", "Nama dan gelar", of(|official| official.name.clone())).needed(),
        text("nip", "NIP", of(|official| official.nip.as_deref().map(grouped).unwrap_or_default()))
            .help("18 angka; kosongkan bila tidak ada."),
        text("rank", "Pangkat/golongan", of(|official| official.rank.clone().unwrap_or_default())),
        text("position", "Jabatan", position).needed().help("Jabatan pejabat ini sendiri, seperti di atas tanda tangan."),
        role_field(role),
        choice("capacity", "Menandatangani sebagai", choices!(Capacity), capacity.code()).needed(),
        lines("represents", "Yang diwakili (a.n., u.b.)", represents)
            .help("Untuk a.n. satu jabatan, misalnya Camat Perbaungan; untuk u.b. dua, yang tertinggi dahulu."),
    ];
    let elsewhere = vec![
        text("own_government", "Baris pertama kop", of_own(|office| &office.government))
            .help("Hanya untuk pejabat instansi lain, misalnya PPID Utama atau Sekretariat Daerah: surat yang ditandatanganinya memakai kop dan tempat surat instansi itu."),
        text("own_name", "Nama instansi di kop", of_own(|office| &office.name)),
        lines("own_lines", "Alamat dan kontak di kop", own.map(|office| office.lines.clone()).unwrap_or_default())
            .help("Paling banyak empat baris."),
        text("own_place", "Tempat surat", of_own(|office| &office.place)),
    ];
    let sections = vec![section("Pejabat", fields), section("Instansi lain", elsewhere), section("SK pengangkatan", decree)];
    ActionForm::new(title, "Simpan", sections)
}

fn official_of(form: &Boxes<'_>, id: OfficialId) -> Result<Official, DeskError> {
    let mut p = Problems::default();
    let name = p.text("name", &typed(form, "name"), 120, "Isi nama pejabat.");
    let nip = read_nip(&mut p, "nip", &typed(form, "nip"));
    let rank = p.short("rank", &typed(form, "rank"), 80);
    let position = p.text("position", &typed(form, "position"), 150, "Isi jabatan seperti di atas tanda tangan.");
    let role = role_of(&mut p, form);
    let capacity = Capacity::from_code(&typed(form, "capacity"));
    p.when(capacity.is_none(), "capacity", "Pilih cara pejabat menandatangani.");
    let represents = read_represented(&mut p, "represents", &ticked(form, "represents"), capacity);
    let own_office = OwnOffice::read(
        &mut p,
        &typed(form, "own_government"),
        &typed(form, "own_name"),
        &ticked(form, "own_lines"),
        &typed(form, "own_place"),
    );
    let appointment = appointment(&mut p, form);
    let made = role.zip(capacity).map(|(role, capacity)| Official {
        id,
        name,
        nip,
        rank: (!rank.is_empty()).then_some(rank),
        position,
        role,
        capacity,
        appointment,
        represents,
        own_office,
    });
    Ok(p.or(made)?)
}

/// The decree, where any of its boxes is filled.
fn appointment(p: &mut Problems, form: &Boxes<'_>) -> Option<Appointment> {
    let boxes = ["decree", "decreed_on", "from", "until"].map(|name| typed(form, name));
    if boxes.iter().all(|typed| typed.trim().is_empty()) {
        return None;
    }
    let [decree, decreed_on, from, until] = boxes;
    let decree = p.text("decree", &decree, 100, "Isi nomor SK, atau kosongkan semua isian SK.");
    let decreed_on = p.date("decreed_on", &decreed_on, "Isi tanggal SK.");
    let from = p.date("from", &from, "Isi sejak kapan menjabat.");
    let until = (!until.trim().is_empty()).then(|| p.date("until", &until, "Tanggal akhir belum benar.")).flatten();
    p.when(from.zip(until).is_some_and(|(from, until)| until < from), "until", "Akhir jabatan tidak boleh sebelum awalnya.");
    Some(Appointment { decree, decreed_on: decreed_on?, from: from?, until })
}
