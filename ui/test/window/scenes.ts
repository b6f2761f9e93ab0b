import type { Core, ListQuery } from "../../src/core";
import { locked, no, starting } from "../recorded/bridge";
import { emptyList } from "../recorded/lists";
import { enrolled, requestForm, session, waiting } from "../recorded/office";
import { eventful, granted, registered } from "../recorded/one-request";
import { nothingDue } from "../recorded/today";

/** What the core answers otherwise in each scene worth looking at. */
export const scenes: Record<string, { [K in keyof Core]?: (args: never) => unknown }> = {
  start: { opening: () => starting },
  start_wrong: {
    opening: () => starting,
    begin: no("field", "Ada isian yang perlu diperbaiki: pilih kecamatan dan buat sandi.", [
      { field: "office_code", message: "Pilih kecamatan, atau pilih “Kantor lain”." },
      { field: "officials[0].name", message: "Isi nama pejabat." },
      { field: "password", message: "Sandi paling sedikit 10 huruf." },
    ]),
  },
  locked: { opening: () => locked },
  locked_wrong: {
    opening: () => locked,
    unlock: no("refused", "Nama pengguna atau sandi tidak cocok. Periksa Caps Lock, lalu coba lagi."),
  },
  empty: {
    today: () => nothingDue,
    requests: () => ({ rows: [], total: 0, stages: [] }),
    list: ({ query }: { query: ListQuery }) => emptyList(query),
    session: () => ({ ...session, sync: waiting }),
  },
  waiting: { session: () => ({ ...session, sync: waiting }) },
  restored: {
    request_form: () => ({
      ...requestForm,
      draft_kept: "Senin, 23 November 2026 pukul 09.58 WIB",
      draft: {
        ...requestForm.draft,
        name: "Rahmad Hidayat Nasution",
        identity_number: "121816",
        information: "Rincian Dana Desa Paya Pasir tahun 2025",
      },
    }),
    register_request: no("field", "Ada isian yang perlu diperbaiki: NIK terdiri atas 16 angka.", [
      { field: "identity_number", message: "NIK terdiri atas 16 angka." },
      { field: "address", message: "Isi alamat pemohon." },
      { field: "purpose", message: "Isi tujuan penggunaan informasi." },
      { field: "phone", message: "Isi nomor telepon atau e-mail." },
    ]),
  },
  registered: { request: () => registered },
  eventful: { request: () => eventful },
  granted: { request: () => granted },
  refuse_wrong: {
    act: no("field", "Ada isian yang perlu diperbaiki.", [
      { field: "letter_number", message: "Isi nomor surat." },
      { field: "consequence", message: "Uraikan akibat bila informasi dibuka." },
      { field: "signed_by", message: "Pilih pejabat yang menandatangani." },
    ]),
  },
  hand_over_wrong: {
    act: no("field", "Ada isian yang perlu diperbaiki.", [
      { field: "number", message: "Isi nomor tanda bukti penyerahan." },
      {
        field: "items.0",
        message: "Tulis: judul; softcopy atau hardcopy; jumlah lembar. Contoh: Rencana kerja 2026; hardcopy; 12",
      },
    ]),
  },
  enrolled: { settings: () => enrolled, session: () => ({ ...session, sync: enrolled.sync.chip }) },
  fault: { today: no("fault", "Basis data sedang sibuk. Tidak ada yang hilang; coba sekali lagi.") },
};
