//! An item of the catalogue given on the spot: registered, answered and handed over in one form, by the very steps that a request
//! takes one after another, all of them or none.

use loket_domain::authority::Duty;
use loket_domain::change::{CatalogueChange, Change};
use loket_domain::dip::Listed;
use loket_domain::ids::RequestId;
use loket_domain::numbering::NumberSeries;
use loket_domain::paper::PaperKind;
use loket_domain::problem::{Problems, Refused, RequestRefused};
use loket_domain::request::{
    AccessMode, ActingAs, Category, Channel, Command, CopyFormat, DeliveryMode, Document, GrantInput, HandOverInput, HandedForm,
    IdentityKind, LetterInput, Request, RequestDraft, SendingWay, decide,
};
use loket_journal::Subject;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::context::Context;
use crate::error::DeskError;
use crate::forms::action::{Action, Ask, Effect};
use crate::forms::boxes::{Boxes, read};
use crate::forms::form::{choice, letter_number, lines, long_text, number, receipt_number, section, signers, text, yes};
use crate::forms::letter_number::look_up_receipt;
use crate::forms::step::{done, step};
use crate::journal::Journal;
use crate::journal::numbers::next_number;
use crate::journal::transaction::Written;
use crate::kernel::moment::Moment;
use crate::kernel::random::new_uuid;
use crate::kernel::slip::Slip;
use crate::views::action::{ActionForm, Done, FormField, FormSection, NamedPaper};
use crate::views::paper::PaperRef;
use crate::views::step::NextStep;
use crate::views::subject::SubjectKind;
use crate::views::{choices, finer_choices};

/// It decides a request, so it belongs to whoever decides; whoever does must also serve.
pub(crate) const GIVE: Action<Listed, CatalogueChange> = Action {
    code: "give_now",
    label: "Berikan di tempat",
    duty: Some(Duty::Decide),
    offered: |listed| listed.withdrawn.is_none(),
    may: |listed, _| {
        if listed.withdrawn.is_none() { Ok(()) } else { Err(Refused::NotNow("Informasi ini sudah keluar dari daftar.")) }
    },
    confirm: |_| None,
    form: Some(giving_form),
    effect: Effect::Elsewhere(give),
};

/// The button that gives an item while a request for it is typed.
pub(crate) fn giving(context: &Context<'_>, listed: &Listed, moment: Moment) -> NextStep {
    step(GIVE.code, GIVE.label, true, GIVE.allowed(context, listed, moment))
}

/// The papers that follow, in the order they are given: receipt, notice, receipt of the hand-over.
const PAPERS: [PaperKind; 3] = [PaperKind::Receipt, PaperKind::WrittenNotice, PaperKind::HandOverReceipt];

/// The form as typed: a request without what is the same for all that are given on the spot, and the numbers of its papers.
#[derive(Default, Serialize, Deserialize)]
#[serde(default)]
struct Giving {
    #[serde(flatten)]
    draft: RequestDraft,
    /// That every paper asked of the applicant was shown.
    papers_shown: bool,
    sheets: u32,
    letter_number: String,
    signed_by: String,
    number: String,
}

fn giving_form(ask: &Ask<'_, Listed>) -> Result<ActionForm, DeskError> {
    let [number_of_letter, same] = letter_number(PaperKind::WrittenNotice);
    let [receipt, _] = receipt_number("Nomor tanda bukti penyerahan");
    let papers = vec![number_of_letter, signers(ask.context, PaperKind::WrittenNotice, ask.moment), receipt, same];
    let sections = vec![applicant_section(), given_section(ask.context, &ask.state.item.summary), section("Surat", papers)];
    Ok(ActionForm::new("Berikan di tempat", "Daftarkan, jawab, dan serahkan", sections)
        .intro(ask.state.item.summary.clone())
        .offering_people()
        .personal()
        .final_step())
}

fn applicant_section() -> FormSection {
    let represented = |field: FormField| field.when("represented", &["true"]);
    let fields = vec![
        choice("category", "Kategori pemohon", choices!(Category), Category::Individual.code()).needed(),
        text("name", "Nama", "").needed(),
        text("phone", "Nomor telepon", "").help("Boleh kosong bila pemohon tidak punya."),
        choice("identity_kind", "Jenis identitas", finer_choices!(IdentityKind), IdentityKind::Nik.code()).needed(),
        text("identity_number", "Nomor identitas", "").needed(),
        text("email", "E-mail", ""),
        long_text("address", "Alamat", "").needed().rows(2),
        text("occupation", "Pekerjaan", ""),
        yes("represented", "Permohonan diajukan melalui kuasa", false),
        represented(choice("representative_as", "Bertindak sebagai", choices!(ActingAs), ActingAs::Attorney.code()).needed()),
        represented(text("representative_name", "Nama kuasa", "").needed()),
        represented(text("representative_phone", "Nomor telepon kuasa", "")),
        represented(long_text("representative_address", "Alamat kuasa", "").needed().rows(2)),
        lines("members", "Anggota kelompok", vec![])
            .when("category", &[Category::Group.code()])
            .help("Tiap baris: nama; NIK. NIK boleh kosong bila belum ditunjukkan."),
        yes("papers_shown", "Semua berkas yang diminta sudah ditunjukkan", false).needed().help(&asked_papers()),
    ];
    section("Pemohon", fields)
}

const PAID: &str = "Salinan cetak berbiaya: daftarkan seperti biasa, supaya ada kuitansinya.";

/// What the office asks for a sheet, in rupiah.
fn price(context: &Context<'_>) -> u32 {
    context.office.fees.as_ref().map_or(0, |fees| fees.price_per_sheet)
}

/// Which papers are asked of whom, in a sentence each.
fn asked_papers() -> String {
    let of = |asked: &dyn Fn(&Document) -> bool| {
        let labels: Vec<&str> =
            Document::ALL.iter().filter(|document| asked(document)).map(|document| document.label()).collect();
        labels.join(", ")
    };
    let of_category =
        |category: &Category| format!("{}: {}.", category.label(), of(&|document| document.categories().contains(category)));
    let mut sentences: Vec<String> = Category::ALL.iter().map(of_category).collect();
    sentences.push(format!("Kuasa: {}.", of(&|document| document.categories().is_empty())));
    sentences.join(" ")
}

fn given_section(context: &Context<'_>, summary: &str) -> FormSection {
    let price = price(context);
    // What costs something needs a receipt of its own, which only the steps one after another give.
    let mut formats = choices!(CopyFormat);
    formats.retain(|format| price == 0 || format.code != CopyFormat::Hardcopy.code());
    let format = choice("copy_format", "Bentuk salinan", formats, CopyFormat::Softcopy.code()).needed();
    let format = if price == 0 { format } else { format.help(PAID) };
    let fields = vec![
        long_text("information", "Informasi yang diminta", summary).needed().rows(2),
        long_text("purpose", "Tujuan penggunaan informasi", "").needed().rows(2),
        choice("access_mode", "Cara memperoleh informasi", choices!(AccessMode), AccessMode::Copy.code()).needed(),
        format.when("access_mode", &[AccessMode::Copy.code()]),
        number("sheets", "Jumlah lembar", 0).needed().when("copy_format", &[CopyFormat::Hardcopy.code()]),
    ];
    section("Informasi yang diberikan", fields)
}

fn give(journal: &mut Journal, _: Uuid, listed: &Listed, form: &Boxes<'_>, moment: Moment) -> Result<Done, DeskError> {
    look_up_receipt(journal.tables(), PaperKind::HandOverReceipt, form)?;
    let typed: Giving = read(form)?;
    let context = journal.context();
    context.may(Duty::Serve)?;
    let mut p = Problems::default();
    let costs = typed.draft.copy_format == CopyFormat::Hardcopy.code() && price(&context) > 0;
    p.when(costs && typed.draft.access_mode == AccessMode::Copy.code(), "copy_format", PAID);
    p.or(Some(()))?;
    let id = RequestId(new_uuid(&mut journal.dice, moment)?);
    let summary = listed.item.summary.clone();
    journal.commit(Duty::Decide, moment, |transaction, today, desk_code| {
        let number = next_number(transaction, NumberSeries::Requests, today.office, desk_code, today.date)?;
        let draft = Box::new(received_now(&typed, moment));
        let mut changes: Vec<Change> = decide(None, Command::Register { draft, number }, today)?;
        let copies = today.office.profile.copies_to.clone();
        let steps: [&dyn Fn(&Request) -> Command; 2] =
            [&|request| granting(&typed, request, copies.clone(), moment), &|request| handing(&typed, request, &summary, moment)];
        for step in steps {
            let request = Request::replay(&changes).0.ok_or_else(|| Slip::alone("giving"))?;
            let next: Vec<Change> = decide(Some(&request), step(&request), today).map_err(|refused| here(refused, &request))?;
            changes.extend(next);
        }
        Ok(vec![Written { subject: Subject::Request(id), changes }])
    })?;
    let of = |kind: PaperKind| PaperRef::Request { id: id.to_string(), kind };
    let papers = PAPERS.iter().map(|kind| NamedPaper { paper: of(*kind), title: kind.label().to_owned() }).collect();
    Ok(Done { papers, ..done(SubjectKind::Request, id, "Terdaftar, dijawab, dan diserahkan.").with(of(PaperKind::Receipt)) })
}

/// A form of the counter, received this moment with the papers that were shown; a copy is taken along.
fn received_now(typed: &Giving, moment: Moment) -> RequestDraft {
    let draft = typed.draft.clone();
    let copied = draft.access_mode == AccessMode::Copy.code();
    let category = Category::from_code(&draft.category).unwrap_or(Category::Individual);
    let acting_as = ActingAs::from_code(&draft.representative_as).unwrap_or_default();
    let mandated = draft.represented && acting_as.needs_mandate();
    let asked = Document::ALL.iter().filter(|document| typed.papers_shown && document.is_asked_of(category, mandated));
    RequestDraft {
        channel: Channel::Counter.code().into(),
        received_date: moment.local.date().to_string(),
        received_time: moment.local.format("%H.%M").to_string(),
        delivery_mode: if copied { DeliveryMode::PickUp.code().into() } else { String::new() },
        documents: asked.map(|document| document.code().to_owned()).collect(),
        ..draft
    }
}

fn granting(typed: &Giving, request: &Request, cc: Vec<String>, moment: Moment) -> Command {
    let format = request.registration.copy_format;
    Command::Grant(GrantInput {
        letter: LetterInput {
            letter_number: typed.letter_number.clone(),
            letter_date: moment.local.date().to_string(),
            signed_by: typed.signed_by.clone(),
            cc,
        },
        softcopy: format == Some(CopyFormat::Softcopy),
        hardcopy: format == Some(CopyFormat::Hardcopy),
        sheets: if format == Some(CopyFormat::Hardcopy) { typed.sheets } else { 0 },
        means: if format.is_some() { "Diserahkan langsung di meja layanan" } else { "Dilihat di kantor" }.to_owned(),
        ..GrantInput::default()
    })
}

fn handing(typed: &Giving, request: &Request, summary: &str, moment: Moment) -> Command {
    let who = request.applicant();
    let form = match request.registration.copy_format {
        None => HandedForm::Viewed,
        Some(CopyFormat::Softcopy) => HandedForm::Softcopy,
        Some(CopyFormat::Hardcopy) => HandedForm::Hardcopy,
    };
    let title: String = summary.lines().next().unwrap_or_default().chars().take(200).collect();
    let sheets = if form == HandedForm::Hardcopy { typed.sheets.to_string() } else { String::new() };
    Command::HandOver(HandOverInput {
        number: typed.number.clone(),
        on: moment.local.date().to_string(),
        received_by: who.representative.map_or(who.name, |acting| acting.name),
        way: SendingWay::InPerson.code().into(),
        items: vec![format!("{}\t{}\t{sheets}", title.replace('\t', " "), form.code())],
        ..HandOverInput::default()
    })
}

/// A no of one of the steps, beside the box of this form that it is about.
fn here(refused: Refused, request: &Request) -> Refused {
    let mut p = Problems::default();
    match refused {
        Refused::Request(RequestRefused::NotComplete) => {
            let missing: Vec<&str> = request.missing_documents().iter().map(|document| document.label()).collect();
            p.add(
                "papers_shown",
                format!("Centang bila sudah ditunjukkan: {}. Bila belum ada, daftarkan seperti biasa.", missing.join("; ")),
            );
        }
        Refused::Fields(problems) => problems.into_iter().for_each(|problem| {
            // What is handed over is one line here, of which only the sheets are asked.
            let field = if problem.field.starts_with("items") { "sheets" } else { problem.field.as_str() };
            p.add(field, problem.message);
        }),
        other => return other,
    }
    p.or::<()>(None).err().unwrap_or(Refused::Unknown)
}
