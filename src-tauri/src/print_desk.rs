//! Where papers leave the office: one after another, each as its kind is printed on this computer.

use loket_desk::views::{PrintOrder, PrintWayForm, PrintWayView, PrinterAbilities};
use loket_desk::{PaperRef, PrintAs, Said, SaidKind};

use crate::answers::{FailedPrint, Printed, PrintedRun};
use crate::by_hand;
use crate::counter::Counter;
use crate::files;
use crate::printing::{self, PrintFault};

impl Counter {
    /// Prints a paper as many times as asked, else as often as its kind is printed; it counts as printed once the system has
    /// taken the job.
    pub(crate) async fn print(&self, paper: &PaperRef, how: &PrintAs, sheets: Option<u8>) -> Result<Printed, Said> {
        let _one_at_a_time = self.paper_desk.lock().await;
        self.print_one(paper, how, sheets).await
    }

    /// Prints papers one after another, each as if alone. What is not printed is told; the others stand.
    pub(crate) async fn print_chosen(&self, papers: &[PaperRef]) -> Result<PrintedRun, Said> {
        let _one_at_a_time = self.paper_desk.lock().await;
        let mut run = PrintedRun { printed: vec![], failed: vec![] };
        for paper in papers {
            match self.print_one(paper, &PrintAs::Next, None).await {
                Ok(printed) => run.printed.push(printed),
                // Nobody is signed in any more: that holds for all of them.
                Err(said) if said.kind == SaidKind::Locked => return Err(said),
                Err(said) => {
                    let what = self.read(|desk, _| Ok(desk.named(paper)))?.to_owned();
                    run.failed.push(FailedPrint { paper: paper.clone(), what, message: said.message });
                }
            }
        }
        Ok(run)
    }

    async fn print_one(&self, paper: &PaperRef, how: &PrintAs, sheets: Option<u8>) -> Result<Printed, Said> {
        let order = self.read(|desk, now| desk.print_order(paper, how, now))?;
        let printed = self.send(&order, sheets.unwrap_or(order.way.sheets)).await?;
        self.write(|desk, now| desk.paper_issued(paper, how, now))?;
        Ok(printed)
    }

    async fn send(&self, order: &PrintOrder, sheets: u8) -> Result<Printed, Said> {
        let printed = if by_hand::IS_WAY {
            by_hand::print(self.app(), &self.folder, order, sheets).await
        } else {
            let place = files::laid(&self.folder).map_err(printing::not_taken);
            place.and_then(|place| printing::print(order, sheets, &place))
        };
        let printer = printed.map_err(|fault| said_print(&fault))?;
        Ok(Printed { what: order.what.to_owned(), printer, is_copy: order.issued.is_copy })
    }

    /// Prints the page by which a printer is tried, the way that is typed.
    pub(crate) async fn print_test_page(&self, kind: &str, way: &PrintWayForm) -> Result<Printed, Said> {
        let _one_at_a_time = self.paper_desk.lock().await;
        let abilities = meant(way);
        let order = self.read(|desk, now| desk.test_page(kind, way, abilities.as_ref(), now))?;
        self.send(&order, 1).await
    }

    /// Sets how a kind of paper is printed on this computer.
    pub(crate) fn keep_print_way(&self, kind: &str, way: &PrintWayForm) -> Result<Vec<PrintWayView>, Said> {
        let abilities = meant(way);
        self.read(|desk, _| desk.keep_print_way(kind, way, abilities.as_ref()))
    }
}

/// What the printer can do that is meant.
fn meant(way: &PrintWayForm) -> Option<PrinterAbilities> {
    printing::abilities(Some(way.printer.trim()).filter(|name| !name.is_empty()))
}

fn said_print(fault: &PrintFault) -> Said {
    tracing::warn!(%fault, "print");
    let kind = match fault {
        // A computer without a printer is not broken.
        PrintFault::Size(_) | PrintFault::NotPrinted | PrintFault::NoPrinter | PrintFault::Gone(_) => SaidKind::Refused,
        PrintFault::NotTaken(_) | PrintFault::NotShown => SaidKind::Fault,
    };
    Said { message: fault.to_string(), fields: vec![], kind }
}
