//! What may be done to a request, in the law's order.

use crate::context::Context;
use crate::error::DeskError;
use crate::forms::form::{choice, date, lines, long_text, many, money, note, number, read, section, text, typed, yes};
use crate::forms::step::{done, step, unknown};
use crate::forms::{exemption, form};
use crate::journal::Journal;
use crate::kernel::moment::Moment;
use crate::questions::actions;
use crate::requests::command;
use crate::requests::known;
use crate::views::action::{ActionForm, Done, Filled, FormSection};
use crate::views::choices;
use crate::views::paper::PaperRef;
use crate::views::step::NextStep;
use crate::views::subject::SubjectKind;
use crate::{classifications, files, objections};
use loket_domain::authority::Duty;
use loket_domain::ids::RequestId;
use loket_domain::indonesian::{date as words, weekday_date};
use loket_domain::paper::PaperKind;
use loket_domain::problem::Refused;
use loket_domain::question::About;
use loket_domain::request::{
    Absence, Command, CopyFormat, DeliveryMode, ExtensionReason, GrantInput, PartialGrantInput, Recipient, RefusalInput, Request,
    RequestDraft, Stage, may,
};
use rusqlite::Connection;

/// What may be done next and what may not. Steps of a part of the life that is over, or far ahead, are left out.
pub(crate) fn request_steps(context: &Context<'_>, request: &Request, moment: Moment) -> Vec<NextStep> {
    let today = context.today(moment);
    let stage = request.stage();
    let duty = |duty: Duty| context.office.may(context.account, duty);
    let serve = |may: Result<(), Refused>| may.and_then(|()| duty(Duty::Serve));
    let decides = |may: Result<(), Refused>| may.and_then(|()| duty(Duty::Decide));
    let mut steps = Vec::new();
    if request.outcome.is_none() {
        if request.complete_on.is_none() {
            steps.push(step("declare_complete", "Nyatakan lengkap", false, serve(may::declare_complete(request))));
            steps.push(step("find_incomplete", "Surat tidak lengkap", true, serve(may::find_incomplete(request))));
        }
        if stage == Stage::Incomplete {
            steps.push(step("lapse", "Tutup: tidak dilengkapi", true, serve(may::lapse(request, &today))));
        }
        steps.push(step("grant", "Kabulkan seluruhnya", true, decides(may::answer(request))));
        steps.push(step("grant_partly", "Kabulkan sebagian", true, decides(may::answer(request))));
        steps.push(step("refuse", "Tolak (dikecualikan)", true, decides(may::answer(request))));
        steps.push(step("answer_unavailable", "Tidak dikuasai", true, decides(may::answer(request))));
        steps.push(step("extend", "Perpanjang 7 hari kerja", true, decides(may::extend(request))));
        if request.awaited().is_some() {
            steps.push(step("note_forward_answer", "Catat jawaban penerusan", true, duty(Duty::Serve)));
        } else {
            steps.push(step("forward", "Teruskan", true, serve(may::forward(request))));
        }
        steps.push(step("withdraw", "Dicabut pemohon", true, serve(may::withdraw(request))));
    } else {
        if request.granted().is_some_and(|grant| grant.fees.total() > 0) {
            steps.push(step("take_payment", "Terima biaya", true, serve(may::take_payment(request))));
        }
        if request.granted().is_some() {
            steps.push(step("hand_over", "Serahkan informasi", true, serve(may::hand_over(request))));
        }
        if request.answered() {
            steps.push(step("note_received", "Catat jawaban diterima", true, serve(may::note_received(request))));
        }
    }
    steps.push(step("object", "Catat keberatan", true, duty(Duty::Serve)));
    steps.push(actions::ask_step(context));
    if request.complete_on.is_some() && request.outcome.is_none() {
        steps.push(step("test", "Uji konsekuensi", true, duty(Duty::Classify)));
    }
    steps.push(step("correct", "Koreksi isian", true, duty(Duty::Serve)));
    let main = match stage {
        Stage::Registered | Stage::Incomplete => "declare_complete",
        Stage::Processed | Stage::Extended => "grant",
        Stage::Granted | Stage::PartlyGranted => "hand_over",
        _ => "note_received",
    };
    for step in &mut steps {
        step.main = step.action == main && step.allowed;
    }
    steps
}

pub(crate) fn request_form_of(
    tables: &Connection,
    context: &Context<'_>,
    id: &str,
    action: &str,
    moment: Moment,
) -> Result<ActionForm, DeskError> {
    let (id, request) = known::known(tables, id)?;
    let today = context.today(moment);
    let on = moment.local.date();
    let form = match action {
        "find_incomplete" => {
            may::find_incomplete(&request)?;
            let missing = request.missing_documents().iter().map(|document| document.label().to_owned()).collect();
            let rest = vec![
                lines("missing", "Kekurangan", missing).needed().help("Satu baris untuk setiap kekurangan."),
                date("received_on", "Diterima pemohon", on).needed().help("Hari ke-0 dari 3 hari kerja untuk melengkapi."),
            ];
            let sections = vec![form::letter(context, PaperKind::IncompleteNotice, moment), section("Isi surat", rest)];
            ActionForm::new("Surat Keterangan Tidak Lengkap", "Buat surat", sections)
        }
        "lapse" => {
            may::lapse(&request, &today)?;
            let words = "Pemohon tidak melengkapi berkas dalam 3 hari kerja. Permohonan ditutup sebagai tidak diproses.";
            ActionForm::new("Tutup permohonan", "Tutup", vec![section("", vec![note("lapse", words)])]).final_step()
        }
        "withdraw" => {
            may::withdraw(&request)?;
            let reason = long_text("reason", "Pernyataan pemohon", "").needed();
            let reason = reason.help("Misalnya: dicabut dengan surat tanggal 25 November 2026.");
            ActionForm::new("Permohonan dicabut pemohon", "Catat pencabutan", vec![section("", vec![reason])]).final_step()
        }
        "extend" => {
            may::extend(&request)?;
            let rest = vec![
                many("reasons", "Alasan", choices!(ExtensionReason), vec![])
                    .needed()
                    .help("Undang-undang hanya mengenal tiga alasan ini."),
                long_text("explanation", "Penjelasan", "").needed(),
            ];
            let sections = vec![form::letter(context, PaperKind::ExtensionNotice, moment), section("Perpanjangan", rest)];
            ActionForm::new("Perpanjangan waktu", "Perpanjang", sections)
                .warning(extension_warning(context, &request))
                .final_step()
        }
        "grant" => {
            may::answer(&request)?;
            let sections = vec![form::letter(context, PaperKind::WrittenNotice, moment), grant_section(context, &request)];
            ActionForm::new("Kabulkan seluruhnya", "Simpan keputusan", sections).final_step()
        }
        "grant_partly" => {
            may::answer(&request)?;
            let withheld = vec![
                long_text("withheld", "Bagian yang tidak diberikan", "").needed(),
                long_text("redaction", "Penjelasan penghitaman/pengaburan", "").needed(),
            ];
            let sections = vec![
                form::letter(context, PaperKind::WrittenNotice, moment),
                grant_section(context, &request),
                section("Bagian yang dihitamkan", withheld),
                exemption::exemption_section(tables, moment)?,
            ];
            ActionForm::new("Kabulkan sebagian", "Simpan keputusan", sections).final_step()
        }
        "refuse" => {
            may::answer(&request)?;
            let sections =
                vec![form::letter(context, PaperKind::RefusalDecision, moment), exemption::exemption_section(tables, moment)?];
            ActionForm::new("Tolak permohonan", "Simpan keputusan", sections)
                .warning(Some(
                    "Putusan pengadilan dan peraturan tidak pernah dikecualikan (Pasal 18). Belum dikuasai atau belum \
                     didokumentasikan bukan penolakan: pakai Tidak dikuasai."
                        .to_owned(),
                ))
                .final_step()
        }
        "answer_unavailable" => {
            may::answer(&request)?;
            let rest = vec![
                choice("absence", "Informasi ini", choices!(Absence), Absence::NotHeld.code()).needed(),
                text("body", "Badan publik yang menguasai", "")
                    .needed()
                    .when("absence", &[Absence::HeldByOther.code()])
                    .help("Wajib disebut (Pasal 22 ayat (7) huruf b)."),
                number("available_in_days", "Akan tersedia dalam", 0)
                    .needed()
                    .suffix("hari kerja")
                    .when("absence", &[Absence::NotDocumented.code()]),
            ];
            let sections = vec![form::letter(context, PaperKind::WrittenNotice, moment), section("Isi pemberitahuan", rest)];
            ActionForm::new("Informasi tidak dapat diberikan", "Simpan keputusan", sections).final_step()
        }
        _ => other_request_form(context, id, &request, action, moment)?,
    };
    Ok(form.intro(format!("{}: {}", request.number.text, request.registration.applicant.name)))
}

/// The forms that do not decide anything.
fn other_request_form(
    context: &Context<'_>,
    id: RequestId,
    request: &Request,
    action: &str,
    moment: Moment,
) -> Result<ActionForm, DeskError> {
    let on = moment.local.date();
    let name = request.registration.applicant.name.clone();
    Ok(match action {
        "note_received" => {
            may::note_received(request)?;
            let on = date("on", "Diterima pemohon", on).needed().help("Hari ke-0 dari 30 hari kerja untuk keberatan.");
            ActionForm::new("Jawaban diterima pemohon", "Catat", vec![section("", vec![on])])
        }
        "take_payment" => {
            may::take_payment(request)?;
            let total = request.granted().map_or(0, |grant| grant.fees.total());
            let fields = vec![
                note("total", &format!("Jumlah: {}", loket_domain::indonesian::rupiah(total))),
                text("number", "Nomor kuitansi", "").needed(),
                date("on", "Tanggal", on).needed(),
                text("payer", "Dibayar oleh", name).needed(),
            ];
            ActionForm::new("Terima biaya", "Buat kuitansi", vec![section("", fields)])
        }
        "hand_over" => {
            may::hand_over(request)?;
            let title: String = request.registration.information.lines().next().unwrap_or_default().chars().take(200).collect();
            let softcopy = request.granted().is_some_and(|grant| grant.softcopy);
            let line = if softcopy { format!("{title}; softcopy") } else { format!("{title}; hardcopy; 1") };
            let fields = vec![
                text("number", "Nomor tanda bukti", "").needed(),
                date("on", "Tanggal penyerahan", on).needed(),
                text("received_by", "Diterima oleh", name).needed(),
                lines("items", "Dokumen", vec![line]).needed().help("Tiap baris: judul; softcopy atau hardcopy; jumlah lembar."),
            ];
            ActionForm::new("Serahkan informasi", "Buat tanda bukti", vec![section("", fields)])
        }
        "forward" => {
            may::forward(request)?;
            let fields = vec![
                choice("recipient", "Diteruskan kepada", choices!(Recipient), Recipient::PpidMain.code()).needed(),
                text("unit", "Perangkat daerah", "").needed().when("recipient", &[Recipient::OtherUnit.code()]),
                text("number", "Nomor lembar penerusan", "").needed(),
                long_text("note", "Yang diminta", "").needed(),
                form::signers(context, PaperKind::Disposition, moment),
            ];
            ActionForm::new("Teruskan permohonan", "Teruskan", vec![section("", fields)])
                .warning(Some("Penerusan tidak menghentikan batas waktu.".to_owned()))
        }
        "note_forward_answer" => {
            may::note_forward_answer(request)?;
            let fields = vec![
                text("number", "Nomor dari penerima", "").help("Bila mereka memberi nomor sendiri."),
                date("on", "Tanggal diterima", on).needed(),
                long_text("note", "Isi jawaban", "").needed(),
            ];
            ActionForm::new("Jawaban penerusan", "Catat", vec![section("", fields)])
        }
        "correct" => correction_form(request),
        "withdraw_file" => files::withdraw_file_form(request)?,
        "object" => objections::actions::objecting_form(Some(request))?,
        "ask" => actions::asking_form(&about(id, request)),
        "test" => classifications::actions::worksheet_form(context, Some(request), moment),
        _ => return unknown(),
    })
}

fn grant_section(context: &Context<'_>, request: &Request) -> FormSection {
    let price = context.office.fees.as_ref().map_or(0, |fees| fees.price_per_sheet);
    let form = &request.registration;
    let hardcopy = form.copy_format == Some(CopyFormat::Hardcopy);
    let means = match form.delivery_mode {
        None => "Dilihat di kantor".to_owned(),
        Some(DeliveryMode::PickUp) => "Diambil langsung di kantor".to_owned(),
        Some(mode) => format!("Dikirim melalui {}", mode.label().to_lowercase()),
    };
    section(
        "Informasi yang diberikan",
        vec![
            yes("softcopy", "Tersedia softcopy", form.copy_format == Some(CopyFormat::Softcopy)),
            yes("hardcopy", "Tersedia hardcopy", hardcopy),
            number("sheets", "Jumlah lembar", 0).suffix("lembar"),
            money("price_per_sheet", "Harga per lembar", if hardcopy { price } else { 0 }),
            money("delivery_cost", "Biaya pengiriman", 0),
            money("other_cost", "Biaya lain-lain", 0),
            number("ready_in_days", "Waktu penyediaan", 0).suffix("hari kerja").help("0 berarti hari ini juga."),
            text("means", "Cara penyampaian", means).needed(),
        ],
    )
}

/// From when to when an extension would move the deadline.
fn extension_warning(context: &Context<'_>, request: &Request) -> Option<String> {
    let first = request.promised.official?;
    let counting = context.office.profile.counting();
    let later = loket_domain::clock::Clock::Extension.ends(context.calendar, counting, first);
    later.map(|later| {
        format!(
            "Batas resmi bergeser dari {} ke {}. Perpanjangan hanya sekali dan suratnya harus keluar sebelum batas pertama lewat.",
            weekday_date(first),
            weekday_date(later)
        )
    })
}

pub(crate) fn act_on_request(
    journal: &mut Journal,
    id: &str,
    action: &str,
    form: &Filled,
    moment: Moment,
) -> Result<Done, DeskError> {
    let (known, request) = known::known(journal.tables(), id)?;
    let (command, said, paper) = match action {
        "declare_complete" => (Command::DeclareComplete, "Berkas dinyatakan lengkap.", None),
        "find_incomplete" => {
            (Command::FindIncomplete(read(form)?), "Surat Keterangan Tidak Lengkap dibuat.", Some(PaperKind::IncompleteNotice))
        }
        "lapse" => (Command::Lapse, "Permohonan ditutup sebagai tidak diproses.", None),
        "withdraw" => (Command::Withdraw { reason: typed(form, "reason") }, "Pencabutan dicatat.", None),
        "extend" => (Command::Extend(read(form)?), "Waktu jawaban diperpanjang.", Some(PaperKind::ExtensionNotice)),
        "grant" => {
            (Command::Grant(read::<GrantInput>(form)?), "Permohonan dikabulkan seluruhnya.", Some(PaperKind::WrittenNotice))
        }
        "grant_partly" => {
            let mut input: PartialGrantInput = read(form)?;
            exemption::cite(journal.tables(), &mut input.exemption)?;
            (Command::GrantPartly(Box::new(input)), "Permohonan dikabulkan sebagian.", Some(PaperKind::WrittenNotice))
        }
        "refuse" => {
            let mut input: RefusalInput = read(form)?;
            exemption::cite(journal.tables(), &mut input.exemption)?;
            (Command::Refuse(Box::new(input)), "Permohonan ditolak.", Some(PaperKind::RefusalDecision))
        }
        "answer_unavailable" => {
            (Command::AnswerUnavailable(read(form)?), "Pemberitahuan dibuat.", Some(PaperKind::WrittenNotice))
        }
        "note_received" => (Command::NoteReceived { on: typed(form, "on") }, "Tanggal diterima dicatat.", None),
        "take_payment" => (Command::TakePayment(read(form)?), "Biaya diterima.", Some(PaperKind::FeeReceipt)),
        "hand_over" => (Command::HandOver(read(form)?), "Informasi diserahkan.", Some(PaperKind::HandOverReceipt)),
        "forward" => (Command::Forward(read(form)?), "Permohonan diteruskan.", Some(PaperKind::Disposition)),
        "note_forward_answer" => (Command::NoteForwardAnswer(read(form)?), "Jawaban dicatat.", None),
        "correct" => {
            let draft = corrected(&request, form)?;
            let reason = typed(form, "reason");
            (Command::Correct { draft: Box::new(draft), reason }, "Koreksi dicatat; isian lama tetap tersimpan.", None)
        }
        "withdraw_file" => {
            let (digest, reason) = (typed(form, "digest"), typed(form, "reason"));
            (Command::WithdrawAttachment { digest, reason }, "Berkas ditarik; catatannya tetap di riwayat.", None)
        }
        "object" => return objections::actions::object(journal, Some(known), form, moment),
        "ask" => return actions::ask(journal, about(known, &request), form, moment),
        "test" => return classifications::actions::test(journal, None, Some(known), form, moment),
        _ => return unknown(),
    };
    command::write_command(journal, known, command, moment)?;
    let done = done(SubjectKind::Request, known, said);
    Ok(match paper {
        Some(kind) => done.with(PaperRef::Request { id: known.to_string(), kind }),
        None => done,
    })
}

/// What a question from this page is about.
fn about(id: RequestId, request: &Request) -> About {
    About::Request { id, number: request.number.text.clone() }
}

/// What may be mistyped and corrected; the day of receipt and the documents stay as they are.
fn correction_form(request: &Request) -> ActionForm {
    let draft = RequestDraft::of(&request.registration);
    let representative = vec![
        text("representative_name", "Nama kuasa", draft.representative_name.clone()),
        text("representative_address", "Alamat kuasa", draft.representative_address.clone()),
        text("representative_phone", "Telepon kuasa", draft.representative_phone.clone()),
    ];
    let mut sections = vec![
        section(
            "Pemohon",
            vec![
                text("name", "Nama", draft.name).needed(),
                text("identity_number", "Nomor identitas", draft.identity_number),
                text("address", "Alamat", draft.address).needed(),
                text("occupation", "Pekerjaan", draft.occupation),
                text("phone", "Nomor telepon", draft.phone),
                text("email", "E-mail", draft.email),
            ],
        ),
        section(
            "Permohonan",
            vec![
                long_text("information", "Rincian informasi", draft.information).needed(),
                long_text("purpose", "Tujuan penggunaan", draft.purpose).needed(),
                long_text("notes", "Catatan petugas", draft.notes),
            ],
        ),
        section("Koreksi", vec![long_text("reason", "Mengapa dikoreksi", "").needed()]),
    ];
    if draft.represented {
        sections.insert(1, section("Kuasa", representative));
    }
    let received = words(request.registration.received_on);
    ActionForm::new("Koreksi isian", "Simpan koreksi", sections).warning(Some(format!(
        "Isian lama tetap tersimpan. Tanggal diterima ({received}) tidak dapat dikoreksi karena menentukan batas waktu. \
         Surat yang dicetak setelah ini menyebut versinya."
    )))
}

/// The registered form with the corrected boxes.
fn corrected(request: &Request, form: &Filled) -> Result<RequestDraft, DeskError> {
    let draft = serde_json::to_value(RequestDraft::of(&request.registration)).map_err(|_| DeskError::Journal("draft"))?;
    let serde_json::Value::Object(mut draft) = draft else { return Err(DeskError::Journal("draft")) };
    for (name, value) in form {
        if let Some(known) = draft.get_mut(name) {
            *known = serde_json::to_value(value).map_err(|_| DeskError::Journal("form"))?;
        }
    }
    serde_json::from_value(serde_json::Value::Object(draft)).map_err(|_| Refused::NotNow("Isian koreksi tidak terbaca.").into())
}
