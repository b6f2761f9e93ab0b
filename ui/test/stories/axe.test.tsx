import { screen, waitFor } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { id } from "../recorded/recorded";
import { scenes } from "../window/scenes";
import { faultsSeenByAxe, found, openWindow } from "./window";

describe("axe finds nothing", () => {
  it.each([
    ["the first start", "/", "start", "begin"],
    ["the door", "/", "locked", "unlock"],
    ["today", "/", "", "nav-today"],
    ["the calendar", "/kalender", "", "day"],
    ["a month that is not known", "/kalender/2031-03", "", "month-note"],
    ["the list", "/permohonan", "", "stage-all"],
    ["a new request", "/permohonan/baru", "restored", "save"],
    ["one request", `/permohonan/${id.registered}`, "", "step-refuse"],
    ["a request with everything", `/permohonan/${id.eventful}`, "eventful", "dispute-file"],
    ["granting", `/tindakan/request/${id.processed}/grant`, "", "decide"],
    ["refusing", `/tindakan/request/${id.processed}/refuse`, "", "decide"],
    ["word to an applicant", `/tindakan/request/${id.granted}/tell_applicant`, "", "tidings-text"],
    ["giving an item on the spot", `/tindakan/dip_item/${id.periodic}/give_now`, "", "decide"],
    ["an objection being written down", "/tindakan/objection/-/object", "", "decide"],
    ["taking money", `/tindakan/request/${id.granted}/take_payment`, "", "decide"],
    ["opening an account", "/tindakan/account/-/open", "", "decide"],
    ["the letterhead", "/tindakan/office/-/edit_letterhead", "", "field-emblem"],
    ["changing a wording", "/tindakan/template/pemberitahuan-pembuka/reword", "", "decide"],
    ["a survey", "/tindakan/survey/-/survey", "", "decide"],
    ["objections", "/keberatan", "", "filter-registered"],
    ["one objection", `/berkas/objection/${id.objection}`, "", "paper-frame"],
    ["questions", "/tanya", "", "filter-answered"],
    ["one question", `/berkas/question/${id.question}`, "", "step-close"],
    ["asking PPID Utama", "/tindakan/question/-/ask", "", "decide"],
    ["no question yet", "/tanya", "empty", "step-ask"],
    ["the catalogue", "/informasi", "many", "list-more"],
    ["exempt information", "/informasi/dik", "", "save-dik"],
    ["an empty list", "/keberatan", "empty", "step-object"],
    ["a register", "/register", "", "register-title"],
    ["figures", "/register/angka", "", "tiles"],
    ["reports", "/register/laporan", "next_year", "list-row"],
    ["the survey's answers", "/register/survei", "", "step-survey"],
    ["empty forms", "/register/formulir", "", "print-blank"],
    ["numbered forms", "/register/bernomor", "", "step-reserve_forms"],
    ["the old book", "/register/buku-lama", "", "import-old-book"],
    ["settings", "/pengaturan", "enrolled", "nav-settings"],
    ["a list of settings", "/pengaturan/akun", "", "step-open"],
    ["packs", "/pengaturan/paket", "", "step-read_pack"],
    ["one pack", `/berkas/pack/${id.pack}`, "", "step-apply_pack"],
    ["one setting", `/berkas/day_off/${id.election}`, "", "step-remove_day_off"],
  ])("on %s", async (_, path, scene, sign) => {
    openWindow(path, scenes[scene]);
    await found(sign);
    await waitFor(() => expect(screen.queryAllByRole("status", { name: "Memuat …" })).toHaveLength(0));
    expect(await faultsSeenByAxe()).toEqual([]);
  });

  it.each([
    ["a form with problems", `/tindakan/request/${id.granted}/hand_over`, "hand_over_wrong", "decide", "said"],
    ["what was made", `/tindakan/request/${id.processed}/grant`, "", "decide", "print"],
    ["the differences", "/tindakan/day_off/-/add_day_off", "", "decide", "accept-differences"],
    ["an import", "/informasi", "", "import-dip", "accept-import"],
    ["news", `/berkas/dip_item/${id.periodic}`, "", "step-renew", "news"],
  ])("on %s", async (_, path, scene, press, sign) => {
    const { officer } = openWindow(path, scenes[scene]);
    await officer.click(await found(press));
    await found(sign);
    expect(await faultsSeenByAxe()).toEqual([]);
  });
});
