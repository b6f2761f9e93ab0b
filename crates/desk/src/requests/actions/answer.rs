//! Answering: giving, giving in part, withholding, not having.

use loket_domain::authority::Duty;
use loket_domain::paper::PaperKind;
use loket_domain::request::{
    Absence, Carrier, Command, CopyFormat, DeliveryMode, GrantInput, PartialGrantInput, RefusalInput, Request, may,
};

use crate::context::Context;
use crate::error::DeskError;
use crate::forms::action::{Action, Ask, Effect};
use crate::forms::form::{choice, long_text, money, number, read, section, text, yes};
use crate::forms::{exemption, form};
use crate::requests::ordered::under_order;
use crate::views::action::{ActionForm, FormSection};
use crate::views::choices;

pub(crate) const GRANT: Action<Request, Command> = Action {
    code: "grant",
    label: "Kabulkan seluruhnya",
    duty: Some(Duty::Decide),
    offered: |request| request.outcome.is_none(),
    may: |request, _| may::answer(request),
    confirm: |_| None,
    form: Some(grant_form),
    effect: Effect::Command {
        command: |ask, form| under_order(ask, Command::Grant(read::<GrantInput>(form)?)),
        said: "Permohonan dikabulkan seluruhnya.",
        paper: Some(PaperKind::WrittenNotice),
    },
};

pub(crate) const GRANT_PARTLY: Action<Request, Command> = Action {
    code: "grant_partly",
    label: "Kabulkan sebagian",
    duty: Some(Duty::Decide),
    offered: |request| request.outcome.is_none(),
    may: |request, _| may::withhold(request, request.ordered()),
    confirm: |_| None,
    form: Some(grant_partly_form),
    effect: Effect::Command {
        command: |ask, form| {
            let mut input: PartialGrantInput = read(form)?;
            exemption::cite(ask.tables, &mut input.exemption)?;
            under_order(ask, Command::GrantPartly(Box::new(input)))
        },
        said: "Permohonan dikabulkan sebagian.",
        paper: Some(PaperKind::WrittenNotice),
    },
};

pub(crate) const REFUSE: Action<Request, Command> = Action {
    code: "refuse",
    label: "Tolak (dikecualikan)",
    duty: Some(Duty::Decide),
    offered: |request| request.outcome.is_none(),
    may: |request, _| may::refuse(request, request.ordered()),
    confirm: |_| None,
    form: Some(refuse_form),
    effect: Effect::Command {
        command: |ask, form| {
            let mut input: RefusalInput = read(form)?;
            exemption::cite(ask.tables, &mut input.exemption)?;
            under_order(ask, Command::Refuse(Box::new(input)))
        },
        said: "Permohonan ditolak.",
        paper: Some(PaperKind::RefusalDecision),
    },
};

pub(crate) const ANSWER_UNAVAILABLE: Action<Request, Command> = Action {
    code: "answer_unavailable",
    label: "Tidak dikuasai",
    duty: Some(Duty::Decide),
    offered: |request| request.outcome.is_none(),
    may: |request, _| may::answer(request),
    confirm: |_| None,
    form: Some(answer_unavailable_form),
    effect: Effect::Command {
        command: |ask, form| under_order(ask, Command::AnswerUnavailable(read(form)?)),
        said: "Pemberitahuan dibuat.",
        paper: Some(PaperKind::WrittenNotice),
    },
};

fn grant_form(ask: &Ask<'_, Request>) -> Result<ActionForm, DeskError> {
    let given = grant_section(ask.context, ask.state);
    let sections = form::letter(ask.context, PaperKind::WrittenNotice, ask.moment, [given]);
    Ok(ActionForm::new("Kabulkan seluruhnya", "Simpan keputusan", sections).final_step())
}

fn grant_partly_form(ask: &Ask<'_, Request>) -> Result<ActionForm, DeskError> {
    let withheld = vec![
        long_text("withheld", "Bagian yang tidak diberikan", "").needed(),
        long_text("redaction", "Penjelasan penghitaman/pengaburan", "").needed(),
    ];
    let content = [
        grant_section(ask.context, ask.state),
        section("Bagian yang dihitamkan", withheld),
        exemption::exemption_section(ask.tables, ask.state, ask.moment)?,
    ];
    let sections = form::letter(ask.context, PaperKind::WrittenNotice, ask.moment, content);
    Ok(ActionForm::new("Kabulkan sebagian", "Simpan keputusan", sections).final_step())
}

fn refuse_form(ask: &Ask<'_, Request>) -> Result<ActionForm, DeskError> {
    let reasons = exemption::exemption_section(ask.tables, ask.state, ask.moment)?;
    let sections = form::letter(ask.context, PaperKind::RefusalDecision, ask.moment, [reasons]);
    Ok(ActionForm::new("Tolak permohonan", "Simpan keputusan", sections)
        .warning(Some(
            "Putusan pengadilan dan peraturan tidak pernah dikecualikan (Pasal 18). Belum dikuasai atau belum \
             didokumentasikan bukan penolakan: pakai Tidak dikuasai."
                .to_owned(),
        ))
        .final_step())
}

fn answer_unavailable_form(ask: &Ask<'_, Request>) -> Result<ActionForm, DeskError> {
    let rest = vec![
        choice("absence", "Informasi ini", choices!(Absence), "").needed(),
        text("body", "Badan publik yang menguasai", "")
            .needed()
            .when("absence", &[Absence::HeldByOther.code()])
            .help("Wajib disebut (Pasal 22 ayat (7) huruf b)."),
        number("available_in_days", "Akan tersedia dalam", 0)
            .needed()
            .suffix("hari kerja")
            .when("absence", &[Absence::NotDocumented.code()]),
    ];
    let sections = form::letter(ask.context, PaperKind::WrittenNotice, ask.moment, [section("Isi pemberitahuan", rest)]);
    Ok(ActionForm::new("Informasi tidak dapat diberikan", "Simpan keputusan", sections).final_step())
}

pub(super) fn means(request: &Request) -> String {
    let form = &request.registration;
    match (form.delivery_mode, form.carrier) {
        (_, Some(Carrier::Download)) => "Diunduh dari laman/aplikasi kantor".to_owned(),
        (_, Some(Carrier::PpidMain)) => "Disampaikan melalui PPID Utama".to_owned(),
        (_, Some(Carrier::WhatsApp)) => format!("Dikirim melalui {}", Carrier::WhatsApp.label()),
        (None, None) => "Dilihat di kantor".to_owned(),
        (Some(DeliveryMode::PickUp), None) => "Diambil langsung di kantor".to_owned(),
        (Some(mode), None) => format!("Dikirim melalui {}", mode.label().to_lowercase()),
    }
}

fn grant_section(context: &Context<'_>, request: &Request) -> FormSection {
    let price = context.office.fees.as_ref().map_or(0, |fees| fees.price_per_sheet);
    let form = &request.registration;
    let hardcopy = form.copy_format == Some(CopyFormat::Hardcopy);
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
            text("means", "Cara penyampaian", means(request)).needed(),
        ],
    )
    .sum("Jumlah biaya", &[&["sheets", "price_per_sheet"], &["delivery_cost"], &["other_cost"]])
}
