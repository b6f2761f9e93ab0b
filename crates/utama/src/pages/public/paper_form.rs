//! Papers that an applicant sends afterwards: what came so far, and the form for one more.

use loket_domain::attachment::{Attached, AttachmentPurpose};
use loket_domain::change::{Change, RequestChange};
use loket_domain::indonesian::{bytes, date};
use loket_domain::request::{Request, Stage};
use loket_journal::Recorded;
use maud::{Markup, html};

use super::super::kit::page::Field;
use super::by_receipt::ShownReceipt;
use super::filed::shown;
use crate::asking::THE_PUBLIC;
use crate::inbox::SubjectHistory;

/// Where they are sent.
pub(super) const HERE: &str = "/publik/lacak/berkas";
/// Papers of one request that come so, at most.
pub(super) const MOST_PAPERS: usize = 8;
/// Largest of them in bytes: 5 MiB, a photograph of a telephone.
pub(super) const LARGEST_PAPER: usize = 5 << 20;
/// What they may be.
pub(super) const PURPOSES: [AttachmentPurpose; 3] =
    [AttachmentPurpose::Identity, AttachmentPurpose::Authority, AttachmentPurpose::Signed];

/// Whether papers are still looked at.
pub(super) fn takes_papers(stage: Stage) -> bool {
    matches!(stage, Stage::Registered | Stage::Incomplete)
}

/// The papers that the applicant sent.
pub(super) fn sent<'a>(history: &SubjectHistory, request: &'a Request) -> Vec<&'a Attached> {
    let by_applicant = history.events.iter().filter(|event| event.by_utama && event.actor == THE_PUBLIC);
    let digests = by_applicant.filter_map(|event| {
        let Recorded::Known(Change::Request(RequestChange::AttachmentAdded { file, .. })) = &event.recorded else { return None };
        Some(file.digest.as_str())
    });
    let digests: Vec<_> = digests.collect();
    request.attached().filter(|attached| digests.contains(&attached.file.digest.as_str())).collect()
}

/// What became of what was just sent: that it was done, or why not.
pub(super) type Became<'a> = Result<&'a str, &'a str>;

/// What came, and the form for one more.
pub(super) fn papers(receipt: &ShownReceipt, sent: &[&Attached], takes: bool) -> Markup {
    let purposes = PURPOSES.map(|purpose| (purpose.code().to_owned(), purpose.label().to_owned()));
    html! {
        @if takes || !sent.is_empty() { h2 id="berkas" { "Berkas yang Anda kirim" } }
        @if !sent.is_empty() {
            ul {
                @for Attached { file, on, .. } in sent {
                    li { (file.purpose.label()) ": " (file.label()) ", " (bytes(file.size)) ", " (date(*on)) }
                }
            }
        }
        @if takes && sent.len() < MOST_PAPERS {
            p { "Kirim pindaian atau foto KTP, surat kuasa atau pengesahan. Hanya kantor yang membukanya; nama berkasnya tidak tampil di sini." }
            form method="post" action=(HERE) enctype="multipart/form-data" {
                (shown(&receipt.number, &receipt.code))
                (Field::new("purpose", "Berkas ini").choice(purposes))
                (Field::new("berkas", "Pilih berkas").help("PDF, JPEG, PNG atau HEIC, paling besar 5 MB.").line("file", "off"))
                button { "Kirim berkas" }
            }
        }
    }
}
