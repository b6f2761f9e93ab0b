//! How papers are printed on the recorded computer: an Epson at the counter, set up for the receipt.

use loket_desk::cups;
use loket_desk::views::PrintWayForm;
use serde_json::json;

use super::counter::RecordedCounter;
use crate::account::TaskError;

/// The printer at the counter.
const EPSON: &str = "Epson L3210 Loket";
/// What CUPS says of it.
const SAID: &str = "PageSize/Media Size: *A4 Letter w612h936 EnvDL Custom.WIDTHxHEIGHT\n\
                    InputSlot/Media Source: *Auto Rear\nDuplex/2-Sided Printing: *None DuplexNoTumble\n";

/// Before anything is set, a slip of the finger, and the receipt in two copies.
pub(super) fn printing(counter: &mut RecordedCounter) -> Result<(), TaskError> {
    let epson = cups::abilities(EPSON, SAID);
    counter.see("printer_abilities", "epson", json!({ "printer": EPSON }), |_, _| Ok(epson.clone()))?;
    counter.see("print_ways", "fresh", json!({}), |desk, _| desk.print_ways())?;
    let way = PrintWayForm {
        printer: EPSON.to_owned(),
        sheets: "2".to_owned(),
        tray: "Rear".to_owned(),
        right: "1,5".to_owned(),
        down: "0".to_owned(),
        ..PrintWayForm::default()
    };
    let far = PrintWayForm { right: "25".to_owned(), ..way.clone() };
    let asked = json!({ "kind": "receipt", "way": far });
    counter.ask("keep_print_way", "too_far", asked, |desk, _| desk.keep_print_way("receipt", &far, Some(&epson)))?;
    let asked = json!({ "kind": "receipt", "way": way });
    counter.see("keep_print_way", "receipt", asked, |desk, _| desk.keep_print_way("receipt", &way, Some(&epson)))?;
    counter.see("print_ways", "set", json!({}), |desk, _| desk.print_ways())?;
    Ok(())
}
