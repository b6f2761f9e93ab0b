//! What the office decreed for itself: its fees, who signs what, who does what.

use crate::error::DeskError;
use crate::forms::action::{Ask, Effect, always};
use crate::forms::boxes::{Boxes, counted, ticked, typed};
use crate::forms::form::{many, money, number, section, text};
use crate::kernel::hold::Hold;
use crate::settings::step::SettingStep;
use crate::views::action::ActionForm;
use crate::views::choices;
use loket_domain::authority::Duty;
use loket_domain::change::OfficeChange;
use loket_domain::office::{FeeDecree, LONGEST_RETENTION, Retention, Role};
use loket_domain::paper::PaperKind;
use loket_domain::problem::Problems;
use std::collections::BTreeSet;

pub(crate) const EDIT_FEES: SettingStep<Option<Hold>> = SettingStep {
    code: "edit_fees",
    label: "Tetapkan biaya",
    duty: Some(Duty::Administer),
    offered: |_| true,
    may: always,
    confirm: |_| None,
    form: Some(fees_form),
    effect: Effect::Command { command: |_, form| decree_fees(form), said: "Biaya disimpan.", paper: None },
};

pub(crate) const SET_RETENTION: SettingStep<Option<Hold>> = SettingStep {
    code: "set_retention",
    label: "Tetapkan masa simpan",
    form: Some(retention_form),
    effect: Effect::Command { command: |_, form| set_retention(form), said: "Masa simpan disimpan.", paper: None },
    ..EDIT_FEES
};

fn retention_form(ask: &Ask<'_, Option<Hold>, ()>) -> Result<ActionForm, DeskError> {
    let known = ask.context.office.retention.as_ref();
    let (years, basis) = known.map_or((None, String::new()), |known| (Some(known.years), known.basis.clone()));
    let fields = vec![
        number("years", "Disimpan sesudah selesai", years.unwrap_or_default()).needed().suffix("tahun"),
        text("basis", "Dasarnya", basis).needed().help("Jadwal retensi arsip atau keputusan, dengan nomor dan tahunnya."),
    ];
    let form = ActionForm::new("Masa simpan permohonan", "Simpan", vec![section("", fields)]);
    Ok(form.intro(
        "Dihitung dari hari terakhir terjadi sesuatu pada permohonan yang sudah selesai. Yang lewat masanya didaftar di Pengaturan; \
         aplikasi tidak menghapusnya.",
    ))
}

fn set_retention(form: &Boxes<'_>) -> Result<Vec<OfficeChange>, DeskError> {
    let mut p = Problems::default();
    let years = counted(form, "years").filter(|years| (1..=LONGEST_RETENTION).contains(years));
    p.when(years.is_none(), "years", "Isi masa simpan antara 1 dan 100 tahun.");
    let basis = p.text("basis", &typed(form, "basis"), 200, "Isi jadwal retensi arsip atau keputusan yang menetapkannya.");
    let retention = p.or(years.map(|years| Retention { years, basis }))?;
    Ok(vec![OfficeChange::RetentionSet { retention }])
}

pub(crate) const EDIT_SIGNING: SettingStep<Option<Hold>> = SettingStep {
    code: "edit_signing",
    label: "Siapa menandatangani apa",
    form: Some(signing_form),
    effect: Effect::Command { command: set_signing, said: "Daftar penanda tangan disimpan.", paper: None },
    ..EDIT_FEES
};

pub(crate) const EDIT_DUTIES: SettingStep<Option<Hold>> = SettingStep {
    code: "edit_duties",
    label: "Siapa mengerjakan apa",
    form: Some(duties_form),
    effect: Effect::Command { command: set_duties, said: "Pembagian tugas disimpan.", paper: None },
    ..EDIT_FEES
};

fn fees_form(ask: &Ask<'_, Option<Hold>, ()>) -> Result<ActionForm, DeskError> {
    let fees = ask.context.office.fees.as_ref();
    let (decree, price) = fees.map_or_else(Default::default, |fees| (fees.decree.clone(), fees.price_per_sheet));
    let fields = vec![
        text("decree", "Keputusan tentang biaya", decree).needed().help("Nomor dan tanggal; dicetak di lembar hak pemohon."),
        money("price_per_sheet", "Harga salinan per lembar", price),
    ];
    Ok(ActionForm::new("Biaya", "Simpan", vec![section("", fields)]))
}

fn decree_fees(form: &Boxes<'_>) -> Result<Vec<OfficeChange>, DeskError> {
    let mut p = Problems::default();
    let decree = p.text("decree", &typed(form, "decree"), 200, "Isi keputusan yang menetapkan biaya.");
    let price = counted(form, "price_per_sheet").filter(|price| *price <= 1_000_000);
    p.when(price.is_none(), "price_per_sheet", "Isi harga per lembar dalam rupiah, paling besar 1.000.000.");
    let fees = p.or(price.map(|price_per_sheet| FeeDecree { decree, price_per_sheet }))?;
    Ok(vec![OfficeChange::FeesDecreed { fees }])
}

fn signing_form(ask: &Ask<'_, Option<Hold>, ()>) -> Result<ActionForm, DeskError> {
    let field = |paper: PaperKind| {
        let value = ask.context.office.signing.roles(paper).iter().map(|role| role.code().to_owned()).collect();
        many(paper.code(), paper.label(), choices!(Role), value)
    };
    let fields = PaperKind::signed().map(field).collect();
    let form = ActionForm::new("Siapa menandatangani apa", "Simpan", vec![section("", fields)]);
    Ok(form.intro("PPID Pelaksana hanya menandatangani penolakan yang sudah tercakup SK klasifikasi, apa pun isi daftar ini."))
}

fn set_signing(ask: &Ask<'_, Option<Hold>, ()>, form: &Boxes<'_>) -> Result<Vec<OfficeChange>, DeskError> {
    let mut p = Problems::default();
    let mut changes = Vec::new();
    for paper in PaperKind::signed() {
        let roles = roles(form, paper.code());
        p.when(roles.is_empty(), paper.code(), "Pilih sekurang-kurangnya satu peran.");
        if roles != ask.context.office.signing.roles(paper) {
            changes.push(OfficeChange::SigningSet { paper, roles });
        }
    }
    Ok(p.or(Some(changes))?)
}

fn duties_form(ask: &Ask<'_, Option<Hold>, ()>) -> Result<ActionForm, DeskError> {
    let field = |duty: &Duty| {
        let value = ask.context.office.authority.roles(*duty).iter().map(|role| role.code().to_owned()).collect();
        many(duty.code(), duty.label(), choices!(Role), value)
    };
    let fields = Duty::ALL.iter().map(field).collect();
    let form = ActionForm::new("Siapa mengerjakan apa", "Simpan", vec![section("", fields)]);
    Ok(form.intro("Selama kantor hanya punya satu akun, akun itu boleh mengerjakan semuanya."))
}

fn set_duties(ask: &Ask<'_, Option<Hold>, ()>, form: &Boxes<'_>) -> Result<Vec<OfficeChange>, DeskError> {
    let office = ask.context.office;
    let mut p = Problems::default();
    let mut changes = Vec::new();
    for duty in Duty::ALL {
        let roles = roles(form, duty.code());
        p.when(roles.is_empty(), duty.code(), "Pilih sekurang-kurangnya satu peran.");
        if roles != office.authority.roles(*duty) {
            changes.push(OfficeChange::DutySet { duty: *duty, roles });
        }
    }
    let administering = roles(form, Duty::Administer.code());
    let held = office
        .accounts
        .iter()
        .filter(|account| account.closed_on.is_none())
        .any(|account| administering.contains(&account.role) || account.also.iter().any(|role| administering.contains(role)));
    let nobody = "Tidak ada akun terbuka dengan peran ini, jadi pengaturan tidak akan dapat diubah lagi.";
    p.when(!held && office.accounts.len() > 1, Duty::Administer.code(), nobody);
    let mut after = office.clone();
    after.authority.0.extend(Duty::ALL.iter().map(|duty| (*duty, roles(form, duty.code()))));
    for duty in office.left_undone(&after).into_iter().filter(|duty| *duty != Duty::Administer) {
        p.add(duty.code(), "Tidak ada akun terbuka dengan peran ini, jadi tidak ada yang dapat mengerjakannya.");
    }
    Ok(p.or(Some(changes))?)
}

fn roles(form: &Boxes<'_>, name: &str) -> BTreeSet<Role> {
    ticked(form, name).iter().filter_map(|code| Role::from_code(code)).collect()
}
