import { describe, expect, it } from "vitest";
import { daysWhole, whenAndWhat } from "../../src/table";

describe("by when", () => {
  it("stands before what it is for, and alone where it is for nothing in particular", () => {
    expect(whenAndWhat("Laksanakan perintah: jawab lagi: Rabu, 30 Desember 2026")).toEqual({
      when: "Rabu, 30 Desember 2026",
      what: "Laksanakan perintah: jawab lagi",
    });
    expect(whenAndWhat("Rabu, 6 Januari 2027")).toEqual({ when: "Rabu, 6 Januari 2027", what: null });
    expect(whenAndWhat("")).toEqual({ when: "", what: null });
  });

  it("keeps a day on one line, with its weekday or without, and leaves other words apart", () => {
    expect(daysWhole("Kirim surat: Senin, 2 November 2026")).toBe("Kirim surat: Senin,\u00a02\u00a0November\u00a02026");
    expect(daysWhole("dijawab 8 Desember 2026, tepat waktu")).toBe("dijawab 8\u00a0Desember\u00a02026, tepat waktu");
    expect(daysWhole("3 hari kerja lagi")).toBe("3 hari kerja lagi");
  });
});
