import type { ActionForm, Done, PaperKind, PaperRef, SubjectKind, SubjectRef } from "../../src/core";
import { classificationForms, dipForms, objectionForms, reportForms, surveyForms } from "./matter-forms";
import { accountForms, dayOffForms, officeForms, officialForms, templateForms } from "./office-forms";
import { packForms } from "./packs";
import { questionForms } from "./questions";
import { requestForms } from "./request-forms";

const FORMS: Record<SubjectKind, Record<string, ActionForm>> = {
  // A request can give rise to a consequence test, in the classification's own form.
  request: {
    ...requestForms,
    ...(classificationForms.test && { test: classificationForms.test }),
    ...(questionForms.ask && { ask: questionForms.ask }),
  },
  objection: objectionForms,
  question: questionForms,
  classification: classificationForms,
  dip_item: dipForms,
  report: reportForms,
  survey: surveyForms,
  office: officeForms,
  official: officialForms,
  account: accountForms,
  template: templateForms,
  day_off: dayOffForms,
  pack: packForms,
};

export function actionForm({ kind }: SubjectRef, action: string): ActionForm {
  const form = FORMS[kind][action];
  if (!form) throw new Error(`no form was recorded for ${action} on ${kind}`);
  return form;
}

/** What was said of actions that were recorded, and the paper that followed. */
const SAID: Partial<Record<SubjectKind, Record<string, [said: string, paper?: PaperKind]>>> = {
  request: {
    declare_complete: ["Berkas dinyatakan lengkap."],
    find_incomplete: ["Surat Keterangan Tidak Lengkap dibuat.", "incomplete_notice"],
    extend: ["Waktu jawaban diperpanjang.", "extension_notice"],
    grant: ["Permohonan dikabulkan seluruhnya.", "written_notice"],
    grant_partly: ["Permohonan dikabulkan sebagian.", "written_notice"],
    refuse: ["Permohonan ditolak.", "refusal_decision"],
    answer_unavailable: ["Pemberitahuan dibuat.", "written_notice"],
    hand_over: ["Informasi diserahkan.", "hand_over_receipt"],
    take_payment: ["Biaya diterima.", "fee_receipt"],
    forward: ["Permohonan diteruskan.", "disposition"],
    correct: ["Koreksi dicatat; isian lama tetap tersimpan."],
  },
  objection: {
    answer: ["Tanggapan atas keberatan disimpan.", "objection_answer"],
    note_received: ["Tanggal diterima dicatat."],
  },
  classification: {
    test: ["Lembar uji konsekuensi disimpan.", "consequence_test"],
    approve: ["Persetujuan pimpinan dicatat."],
  },
  question: {
    follow_up: ["Pertanyaan lanjutan dicatat."],
    close: ["Pertanyaan ditutup."],
  },
  dip_item: {
    list: ["Informasi disimpan dalam DIP."],
    renew: ["Tanggal pemutakhiran dicatat."],
    withdraw: ["Informasi keluar dari DIP."],
  },
  survey: { survey: ["Jawaban survei disimpan."] },
  office: { edit_fees: ["Biaya disimpan."], new_card: ["Kartu pemulihan baru dibuat; cetak sekarang."] },
  official: { name: ["Pejabat ditambahkan."] },
  account: { open: ["Akun dibuka; pemegangnya dapat masuk dengan sandinya sendiri."] },
  template: { reword: ["Naskah kantor disimpan dan dipakai untuk surat berikutnya."] },
};

/** Kinds with a page of their own, to which the person is led. */
const LED_TO = new Set<SubjectKind>(["request", "objection", "classification", "question", "dip_item"]);

function paperOf(subject: SubjectRef, kind: PaperKind | undefined): PaperRef | null {
  if (!kind) return null;
  if (subject.kind === "objection") return { paper: "objection", id: subject.id, kind };
  if (subject.kind === "classification") return { paper: "classification", id: subject.id, kind };
  return { paper: "request", id: subject.id, kind };
}

/** An objection was recorded, wherever from. */
const objected: Done = {
  subject: { kind: "objection", id: "k12" },
  paper: { paper: "objection", id: "k12", kind: "objection_form" },
  said: "Keberatan dicatat dan mendapat nomor.",
};

/** PPID Utama was asked, wherever from. */
const asked: Done = {
  subject: { kind: "question", id: "t3" },
  paper: null,
  said: "Pertanyaan dicatat; PPID Utama menerimanya pada sinkron berikutnya.",
};

export function act(subject: SubjectRef, action: string): Done {
  if (action === "object") return objected;
  if (action === "ask") return asked;
  const [said, kind] = SAID[subject.kind]?.[action] ?? [];
  if (said === undefined) throw new Error(`${action} on ${subject.kind} was not recorded`);
  // A new thing gets its identity now.
  const made: SubjectRef = { kind: subject.kind, id: subject.id || "baru" };
  return {
    subject: LED_TO.has(subject.kind) ? made : null,
    paper: action === "new_card" ? { paper: "recovery_card" } : paperOf(made, kind),
    said,
  };
}
