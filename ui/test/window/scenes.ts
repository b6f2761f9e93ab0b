import type { Core } from "../../src/core";
import { locked, no, starting } from "../recorded/bridge";
import { enrolled, requestForm, session, waiting } from "../recorded/office";
import { granted, nothingDue, registered } from "../recorded/requests";

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
  granted: { request: () => granted },
  refuse_wrong: {
    refuse_request: no("field", "Ada isian yang perlu diperbaiki.", [
      { field: "expires", message: "Isi sampai kapan pengecualian berlaku." },
      { field: "consequence", message: "Uraikan akibat bila informasi dibuka." },
      { field: "signed_by", message: "Pilih pejabat yang menandatangani." },
    ]),
  },
  enrolled: { settings: () => enrolled, session: () => ({ ...session, sync: enrolled.sync.chip }) },
  fault: { today: no("fault", "Basis data sedang sibuk. Tidak ada yang hilang; coba sekali lagi.") },
};
