import type { ActionForm, ListRow, RecordView } from "../../src/core";
import { form, long, needed, section, text } from "./boxes";
import { step } from "./steps";

const NOBODY = "Jangan tulis nama, NIK, alamat atau nomor telepon warga: PPID Utama mengenali berkasnya dari nomornya.";
const OFFICE = "Kantor Camat Tebing Syahbandar";

const row = (id: string, cells: string[], tone: ListRow["tone"] = "calm"): ListRow => ({
  subject: { kind: "question", id },
  cells,
  tone,
  left: null,
});

export const questionRows: ListRow[] = [
  row(
    "t4",
    [
      "Kelengkapan laporan triwulan tiga beserta daftar permohonan yang diperpanjang dan alasannya masing-masing",
      "Hal umum",
      "PPID Utama",
      "Menunggu jawaban kantor",
      "23 November 2026",
    ],
    "near",
  ),
  row("t3", [
    "Format salinan peta desa",
    "Permohonan 108/PPID/KEC-TBS/XII/2026",
    OFFICE,
    "Sudah dijawab",
    "22 November 2026",
  ]),
  row("t2", [
    "Biaya penggandaan peta ukuran A1",
    "Hal umum",
    OFFICE,
    "Menunggu jawaban PPID Utama",
    "20 November 2026",
  ]),
];

/** Asked, answered at length, asked further. */
export const question: RecordView = {
  subject: { kind: "question", id: "t3" },
  title: "Format salinan peta desa",
  subtitle: "Permohonan 108/PPID/KEC-TBS/XII/2026",
  status: "Sudah dijawab sejak 22 November 2026",
  tone: "calm",
  warning: null,
  groups: [
    {
      title: `1. ${OFFICE} bertanya, 20 November 2026`,
      facts: [],
      text: "Pemohon meminta peta dalam bentuk softcopy. Bolehkah dikirim lewat e-mail?",
    },
    {
      title: "2. PPID Utama menjawab, 22 November 2026",
      facts: [],
      text: `Boleh.\n\n${"Peta administrasi desa termasuk informasi yang tersedia setiap saat. ".repeat(12)}`,
    },
  ],
  deadlines: [],
  next: [step("close", "Selesai", { form: false, main: true }), step("follow_up", "Tanya lagi")],
  timeline: [
    {
      at: "Jumat, 20 November 2026, 10.15 WIB",
      who: "Hj. Siti Rahmawati br. Simanungkalit, S.Sos.",
      what: "Kantor bertanya",
      note: "Format salinan peta desa",
      sent: true,
    },
    {
      at: "Minggu, 22 November 2026, 09.00 WIB",
      who: "PPID Utama",
      what: "PPID Utama menjawab",
      note: null,
      sent: true,
    },
  ],
  papers: [],
  linked: [{ label: "Permohonan 108/PPID/KEC-TBS/XII/2026", subject: { kind: "request", id: "r108" } }],
};

/** Asked and not answered yet. */
export const waitingQuestion: RecordView = {
  ...question,
  title: "Biaya penggandaan peta ukuran A1",
  subtitle: "Hal umum",
  status: "Menunggu jawaban PPID Utama sejak 20 November 2026",
  groups: question.groups.slice(0, 1),
  timeline: question.timeline.slice(0, 1).map((item) => ({ ...item, sent: false })),
  linked: [],
};

export const questionForms: Record<string, ActionForm> = {
  ask: form(
    "Tanya PPID Utama",
    "Ajukan",
    [
      section(null, [
        text("line", "Pokok pertanyaan", "", { ...needed, help: "Satu baris, tampil di daftar." }),
        long("text", "Pertanyaan", "", { ...needed, help: NOBODY }),
      ]),
    ],
    { intro: "Tentang hal umum. Untuk suatu permohonan atau keberatan, tanyakan dari halamannya." },
  ),
  follow_up: form(
    "Tanya lagi",
    "Ajukan",
    [section(null, [long("text", "Pertanyaan lanjutan", "", { ...needed, help: NOBODY })])],
    { intro: "Format salinan peta desa" },
  ),
};
