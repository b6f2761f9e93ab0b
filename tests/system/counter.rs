//! Papers, keys and boxes of the window, as a day at the counter needs them.

use loket_tests::{CONTROL, ESCAPE, RELEASE, Screen, TAB, Window};
use tempfile::TempDir;

use crate::steps::{MORNING, ctrl, fill_form, first_start, save};

/// Whether the page in sight was drawn: somewhere on it there is ink.
const INK: &str = "const page = document.querySelector('[data-testid=paper-page] canvas');
    if (!page || page.dataset.drawn !== 'yes') return false;
    const { data } = page.getContext('2d').getImageData(0, 0, page.width, page.height);
    for (let at = 0; at < data.length; at += 4) if (data[at] < 100) return true;
    return false;";

/// Whatever a web view would let somebody take a file out of, or change a paper in.
const WAYS_OUT: &str = "return document.querySelectorAll(\"iframe, embed, object, a[download], a[href^='blob:'], \
    a[href^='data:'], .paper input, .paper textarea, .paper [contenteditable]\").length";

#[tokio::test(flavor = "multi_thread")]
async fn a_paper_is_drawn_by_the_window_and_nothing_leaves_it_but_by_the_buttons_of_the_app() {
    let (screen, desk) = (Screen::start(), TempDir::new().unwrap());
    let window = Window::open(&screen, desk.path(), MORNING).await;
    first_start(&window).await;
    fill_form(&window, "Warga Pertama", "Salinan rencana kerja").await;
    let number = save(&window).await;
    window.until(INK).await;
    assert_eq!(window.ask(WAYS_OUT).await, 0);
    let words = window.ask("return [...document.querySelectorAll('.paper-page text')].map((t) => t.textContent).join(' ')").await;
    assert!(words.as_str().unwrap().contains(&number), "the words of the paper can be chosen: {words}");
    // The same from inside: no frame may be put in, and a drawn page is no file one can drag away.
    let framed = "const frame = document.createElement('iframe'); frame.src = 'data:text/html,x'; document.body.append(frame);
        const there = frame.contentDocument?.body?.textContent === 'x'; frame.remove(); return there";
    assert_eq!(window.ask(framed).await, false);
    window.picture("40-surat-di-layar").await;

    // In the whole window, and back; keys reach the app while the paper has the focus.
    window.click("paper-large").await;
    window.find("paper-close").await;
    window.until("return document.querySelectorAll('.paper-whole [data-drawn=yes]').length > 0").await;
    window.picture("41-surat-besar").await;
    window.press(&ESCAPE.to_string()).await;
    window.until("return document.querySelector('.paper-whole') === null").await;
    window.ask("document.querySelector('[data-testid=paper-frame]').focus()").await;
    window.press(&ctrl('n')).await;
    window.find("field-name").await;
    assert_eq!(window.value("field-name").await, "", "right after registering the form is fresh");
    window.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_was_typed_is_taken_back_and_done_again_with_the_usual_keys() {
    let (screen, desk) = (Screen::start(), TempDir::new().unwrap());
    let window = Window::open(&screen, desk.path(), MORNING).await;
    first_start(&window).await;
    window.press(&ctrl('n')).await;
    window.type_in("field-information", "Salinan anggaran desa").await;
    window.type_in("field-information", &format!("{CONTROL}a{RELEASE}")).await;
    window.type_in("field-information", "x").await;
    window.until("return document.querySelector('[data-testid=field-information]').value === 'x'").await;
    window.press(&ctrl('z')).await;
    window.until("return document.querySelector('[data-testid=field-information]').value === 'Salinan anggaran desa'").await;
    window.press(&ctrl('y')).await;
    window.until("return document.querySelector('[data-testid=field-information]').value === 'x'").await;
    // A NIK as it stands on the card, and a date that is none.
    window.type_in("field-identity_number", &format!("1218 0101 0190 0003{TAB}")).await;
    assert_eq!(window.value("field-identity_number").await, "1218 0101 0190 0003");
    window.fill("field-received_date", &format!("31/11/2026{TAB}")).await;
    window.reads("31/11/2026 bukan tanggal").await;
    assert_eq!(window.value("field-received_date").await, "31/11/2026");
    // The menu of the right button is the app's own.
    let asked = "const box = document.querySelector('[data-testid=field-name]');
        return box.dispatchEvent(new MouseEvent('contextmenu', { bubbles: true, cancelable: true, clientX: 400, clientY: 300 }))";
    assert_eq!(window.ask(asked).await, false, "the web view shows none");
    window.reads("Pilih semua").await;
    window.axe_finds_nothing("menu ketikan").await;
    window.picture("42-menu-ketikan").await;
    window.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_list_is_read_at_every_size_of_letters_on_every_screen() {
    let (screen, desk) = (Screen::start(), TempDir::new().unwrap());
    let window = Window::open(&screen, desk.path(), MORNING).await;
    first_start(&window).await;
    let asked = "Notulen musyawarah perencanaan pembangunan kecamatan tahun 2026 beserta daftar hadirnya";
    for name in ["Sa'dullah O'Neil Nasution", "Warga Kedua dengan Nama yang Cukup Panjang, S.Sos., M.AP.", "Suharto"] {
        fill_form(&window, name, asked).await;
        save(&window).await;
    }
    window.click("nav-requests").await;
    window.find("request-row").await;
    for (width, height) in [(1024, 640), (1366, 768), (1920, 1080)] {
        window.resize(width, height).await;
        for size in ["small", "normal", "large", "largest"] {
            window.ask(&format!("document.documentElement.dataset.text = '{size}'")).await;
            let wide = "const [cell] = document.querySelectorAll('td.col-information');
                const table = document.querySelector('.table-box');
                return cell.getBoundingClientRect().width >= 11 * parseFloat(getComputedStyle(document.documentElement).fontSize)
                    && table.scrollWidth <= table.clientWidth + 1";
            let found = window.ask(wide).await;
            window.picture(&format!("43-daftar-{width}-{size}")).await;
            assert_eq!(found, true, "the column of what is asked at {width} × {height}, {size}");
        }
    }
    window.close().await;
}
