//! Taking everything out as one file, beside the window's work: the desk is held for one part at a time.

use loket_desk::views::Done;
use loket_desk::{DeskError, Said, TakeOut};
use std::sync::atomic::Ordering;
use tauri::Manager;

use crate::counter::{Counter, said};
use crate::printing;

/// Asks where it goes and packs it there; nothing where no place was chosen.
pub(crate) async fn take_out(counter: &Counter, what: TakeOut) -> Result<Option<Done>, Said> {
    let taking = counter.taking_out.clone();
    let _one_at_a_time = taking.turn.lock().await;
    taking.stop.store(false, Ordering::Relaxed);
    let plan = counter.read(|desk, now| desk.take_out(&what, now))?;
    let Some(path) = printing::ask_where(counter.app(), &plan.file_name).await else { return Ok(None) };
    let app = counter.app().clone();
    let packed = tauri::async_runtime::spawn_blocking(move || {
        let counter = app.state::<Counter>();
        let taking = counter.taking_out.clone();
        let mut part = |at: usize| {
            // Whoever waits for it is at the window.
            counter.stir();
            counter.look(|desk, now| desk.taken_part(&plan, at, now))
        };
        let mut watch = |progress| {
            taking.tell(Some(progress));
            !taking.stop.load(Ordering::Relaxed)
        };
        let packed = plan.pack(&path, &mut part, &mut watch);
        taking.tell(None);
        packed
    })
    .await;
    let packed = packed.map_err(|ended| {
        tracing::error!(%ended, "taking out");
        said(&DeskError::Locked)
    })?;
    packed.map(Some).map_err(|error| said(&error))
}
