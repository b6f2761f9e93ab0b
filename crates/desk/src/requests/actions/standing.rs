//! Who may ask, and how: no Indonesian citizen or legal entity, an applicant who died, requests that are not meant.

use loket_domain::authority::Duty;
use loket_domain::paper::PaperKind;
use loket_domain::problem::Problems;
use loket_domain::request::{Command, NoStanding, Request, VexatiousInput, VexatiousSign, may};

use crate::error::DeskError;
use crate::forms::action::{Action, Ask, Effect};
use crate::forms::form::{self, choice, lines, long_text, many, read, section, typed};
use crate::requests::ordered::under_order;
use crate::store::listed::{self, RequestsWanted};
use crate::store::requests;
use crate::views::action::ActionForm;
use crate::views::choices;

pub(crate) const NOT_ENTITLED: Action<Request, Command> = Action {
    code: "not_entitled",
    label: "Bukan pemohon yang berhak",
    duty: Some(Duty::Decide),
    offered: |request| request.outcome.is_none(),
    may: |request, _| may::not_entitled(request, request.ordered()),
    confirm: |_| None,
    form: Some(not_entitled_form),
    effect: Effect::Command {
        command: |ask, form| under_order(ask, Command::NotEntitled(read(form)?)),
        said: "Pemberitahuan dibuat.",
        paper: Some(PaperKind::WrittenNotice),
    },
};

pub(crate) const ABATE: Action<Request, Command> = Action {
    code: "abate",
    label: "Gugur: pemohon meninggal",
    duty: Some(Duty::Decide),
    offered: |request| request.outcome.is_none(),
    may: |request, _| may::abate(request),
    confirm: |_| None,
    form: Some(|_| {
        let reason = long_text("reason", "Diketahui dari", "").needed().help("Misalnya nomor dan tanggal akta kematian.");
        let words = "Bila ahli waris melanjutkan permohonan ini, jangan digugurkan: pakai Catat kuasa, wali, atau ahli waris.";
        Ok(ActionForm::new("Gugur: pemohon meninggal", "Tutup permohonan", vec![section("", vec![reason])])
            .warning(Some(words.to_owned()))
            .final_step())
    }),
    effect: Effect::Command {
        command: |_, form| Ok(Command::Abate { reason: typed(form, "reason") }),
        said: "Permohonan ditutup: gugur.",
        paper: Some(PaperKind::WrittenNotice),
    },
};

pub(crate) const FIND_VEXATIOUS: Action<Request, Command> = Action {
    code: "find_vexatious",
    label: "Catat tidak sungguh-sungguh",
    duty: Some(Duty::Decide),
    offered: |request| may::find_vexatious(request).is_ok(),
    may: |request, _| may::find_vexatious(request),
    confirm: |_| None,
    form: Some(vexatious_form),
    effect: Effect::Command {
        command: |ask, form| {
            let input: VexatiousInput = read(form)?;
            look_up(ask, &input.earlier)?;
            Ok(Command::FindVexatious(input))
        },
        said: "Dicatat; permohonan tetap dijawab seperti biasa.",
        paper: None,
    },
};

fn not_entitled_form(ask: &Ask<'_, Request>) -> Result<ActionForm, DeskError> {
    let content = vec![
        choice("why", "Karena", choices!(NoStanding), "").needed(),
        long_text("considerations", "Pertimbangan", "")
            .needed()
            .help("Dari surat apa kedudukan pemohon diketahui; dicetak dalam pemberitahuan."),
        long_text("advice", "Petunjuk bagi pemohon", "").help("Ke mana pemohon dapat meminta; boleh kosong."),
    ];
    let sections = form::letter(ask.context, PaperKind::WrittenNotice, ask.moment, [section("Isi pemberitahuan", content)]);
    Ok(ActionForm::new("Bukan pemohon yang berhak", "Simpan keputusan", sections)
        .warning(Some(
            "Pemohon Informasi Publik adalah warga negara Indonesia atau badan hukum Indonesia (Pasal 1 angka 12). KTP yang belum \
             ditunjukkan bukan alasan ini: mintalah dengan Surat Keterangan Tidak Lengkap."
                .to_owned(),
        ))
        .final_step())
}

fn vexatious_form(ask: &Ask<'_, Request>) -> Result<ActionForm, DeskError> {
    let fields = vec![
        many("signs", "Tandanya", choices!(VexatiousSign), vec![]).needed(),
        long_text("reason", "Apa yang terjadi", "").needed(),
        lines("earlier", "Permohonan lain yang terkait", earlier(ask)?).help("Satu nomor pendaftaran tiap baris."),
    ];
    Ok(ActionForm::new("Permohonan yang tidak sungguh-sungguh", "Catat", vec![section("", fields)]).intro(
        "Komisi Informasi tidak wajib menanggapi permohonan seperti ini (PERKI 1/2013 Pasal 4). Kantor tetap menjawabnya; \
         catatan ini untuk ditunjukkan bila ada sengketa.",
    ))
}

/// The numbers of the other requests of this applicant, newest first.
fn earlier(ask: &Ask<'_, Request>) -> Result<Vec<String>, DeskError> {
    let who = &ask.state.registration.applicant;
    let wanted = RequestsWanted { words: &who.name, limit: 200, ..RequestsWanted::default() };
    let same = |request: &Request| {
        let other = &request.registration.applicant;
        let identified = !who.identity_number.is_empty() && other.identity_number == who.identity_number;
        request.number != ask.state.number && (identified || other.name.to_lowercase() == who.name.to_lowercase())
    };
    let found = listed::find(ask.tables, &wanted)?.into_iter().map(|found| found.request);
    Ok(found.filter(same).map(|request| request.number.text).collect())
}

/// Looks up the numbers that are named, a line each: what is to be shown in a dispute must be found again.
fn look_up(ask: &Ask<'_, Request>, numbers: &[String]) -> Result<(), DeskError> {
    let mut p = Problems::default();
    for (number, line) in numbers.iter().map(|number| number.trim()).zip(1..).filter(|(number, _)| !number.is_empty()) {
        if number == ask.state.number.text {
            p.add("earlier", format!("Baris {line}: nomor permohonan ini sendiri tidak perlu disebut."));
        } else if !requests::has_number(ask.tables, number)? {
            p.add(
                "earlier",
                format!(
                    "Baris {line}: nomor ini tidak ada dalam register; tulis seperti di tanda buktinya. Permohonan dari buku lama \
                     disebut di kotak Apa yang terjadi."
                ),
            );
        }
    }
    Ok(p.or(Some(()))?)
}
