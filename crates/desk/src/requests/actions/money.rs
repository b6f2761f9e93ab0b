//! The fee: taken whole or in part, in cash or by transfer, and given back.

use loket_domain::authority::Duty;
use loket_domain::indonesian::rupiah;
use loket_domain::paper::PaperKind;
use loket_domain::request::{ActingAs, Command, PaymentWay, Request, may};

use crate::error::DeskError;
use crate::forms::action::{Action, Ask, Effect};
use crate::forms::form::{choice, date, long_text, money, note, read, receipt_number, section, text};
use crate::views::action::{ActionForm, FormField};
use crate::views::choices;

pub(crate) const TAKE_PAYMENT: Action<Request, Command> = Action {
    code: "take_payment",
    label: "Terima biaya",
    duty: Some(Duty::Serve),
    offered: |request| request.granted().is_some_and(|grant| grant.fees.total() > 0),
    may: |request, _| may::take_payment(request),
    confirm: |_| None,
    form: Some(take_payment_form),
    effect: Effect::Command {
        command: |_, form| Ok(Command::TakePayment(read(form)?)),
        said: "Biaya diterima.",
        paper: Some(PaperKind::FeeReceipt),
    },
};

pub(crate) const REFUND: Action<Request, Command> = Action {
    code: "refund",
    label: "Kembalikan biaya",
    duty: Some(Duty::Serve),
    offered: |request| may::refund(request).is_ok(),
    may: |request, _| may::refund(request),
    confirm: |_| None,
    form: Some(refund_form),
    effect: Effect::Command {
        command: |_, form| Ok(Command::Refund(read(form)?)),
        said: "Pengembalian biaya dicatat.",
        paper: Some(PaperKind::RefundReceipt),
    },
};

/// How money went, and by what a transfer is shown.
fn way() -> [FormField; 2] {
    [
        choice("way", "Cara pembayaran", choices!(PaymentWay), PaymentWay::Cash.code()).needed(),
        text("proof", "Bukti transfer", "")
            .needed()
            .when("way", &[PaymentWay::Transfer.code()])
            .help("Bank dan nomor transaksi, seperti pada bukti transfer."),
    ]
}

/// An amount as a box of a form holds it.
fn boxed(amount: u64) -> u32 {
    u32::try_from(amount).unwrap_or(u32::MAX)
}

fn take_payment_form(ask: &Ask<'_, Request>) -> Result<ActionForm, DeskError> {
    let owed = ask.state.owed();
    // Who died pays nothing; for the living somebody else may have come with the money, and is typed then.
    let who = ask.state.applicant();
    let heir = who.representative.as_ref().filter(|known| known.acting_as == ActingAs::Heir);
    let payer = heir.map_or(&who.name, |heir| &heir.name).clone();
    let [number, same] = receipt_number("Nomor kuitansi");
    let mut fields = vec![
        note("total", &format!("Jumlah: {}", rupiah(owed))),
        number,
        same,
        date("on", "Tanggal", ask.moment.local.date()).needed(),
        text("payer", "Dibayar oleh", payer).needed(),
        money("amount", "Dibayar sekarang", boxed(owed)).help("Boleh sebagian; sisanya diterima dengan kuitansi berikutnya."),
    ];
    fields.extend(way());
    Ok(ActionForm::new("Terima biaya", "Buat kuitansi", vec![section("", fields)]))
}

fn refund_form(ask: &Ask<'_, Request>) -> Result<ActionForm, DeskError> {
    let held = ask.state.paid();
    let [number, same] = receipt_number("Nomor tanda terima pengembalian");
    let mut fields = vec![
        note("total", &format!("Sudah dibayar: {}", rupiah(held))),
        number,
        same,
        date("on", "Tanggal", ask.moment.local.date()).needed(),
        text("to", "Dikembalikan kepada", ask.state.applicant().name).needed(),
        money("amount", "Dikembalikan", boxed(held)).needed(),
    ];
    fields.extend(way());
    fields.push(long_text("reason", "Karena", "").needed());
    Ok(ActionForm::new("Kembalikan biaya", "Buat tanda terima", vec![section("", fields)]))
}
