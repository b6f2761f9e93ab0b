//! The ten ways in which other systems lost data, each as a world made for it: the laws hold there, and with the mistake
//! planted (feature `mutants`) one of them is seen to break.

use crate::law::Law;
use crate::seeds::hold;
use crate::world::Plan;

/// Seeds of each scenario that must hold without its mistake.
const SEEDS: u64 = 3;
/// Seeds within which a planted mistake must be seen.
#[cfg(feature = "mutants")]
const PATIENCE: u64 = 20;

/// Two offices on a bad link, and nothing else.
const STORM: Plan = Plan {
    seed: 0,
    offices: 2,
    steps: 40,
    storm: 70,
    burst: 3,
    power: false,
    clocks: false,
    restores: false,
    perilous: false,
    sticks: false,
    thin: None,
    staff: false,
    forgetful: false,
};

/// Plays a scenario; with the mistake planted, one of the laws `seen` must break.
macro_rules! scenario {
    ($name:ident, $mutant:ident, $plan:expr, $seen:expr) => {
        #[test]
        fn $name() {
            let (plan, seen): (Plan, &[Law]) = ($plan, &$seen);
            (0..SEEDS).for_each(|seed| drop(hold(Plan { seed, ..plan })));
            assert!(!seen.is_empty());
            #[cfg(feature = "mutants")]
            caught(loket_desk::sync::mutants::Mutant::$mutant, plan, seen);
        }
    };
}

#[cfg(feature = "mutants")]
fn caught(mutant: loket_desk::sync::mutants::Mutant, plan: Plan, seen: &[Law]) {
    use loket_desk::sync::mutants::plant;
    for seed in 0..PATIENCE {
        let plan = Plan { seed, ..plan };
        plant(Some(mutant));
        let outcome = crate::world::play(plan);
        plant(None);
        let Some(broken) = outcome.broken else { continue };
        assert!(seen.contains(&broken.law), "{mutant:?} on seed {seed} broke another law: {broken}");
        eprintln!("{mutant:?} is seen on seed {seed}: {broken}");
        drop(hold(plan));
        return;
    }
    panic!("{mutant:?} was not seen on {PATIENCE} seeds");
}

scenario!(nothing_is_marked_as_sent_before_the_durable_acknowledgment, SentBeforeReceipt, STORM, [Law::SentIsDurable]);
scenario!(
    a_server_that_lost_entries_is_offered_them_again,
    WatermarkPastHole,
    Plan { perilous: true, restores: true, steps: 80, storm: 20, ..STORM },
    [Law::SentIsDurable, Law::ReplicasEqual, Law::WaitingHasReason, Law::AcknowledgedKept]
);
scenario!(a_batch_ends_where_a_use_case_ended, CutInsideUseCase, STORM, [Law::UseCasesWhole]);
scenario!(
    a_lost_acknowledgment_doubles_nothing,
    LostAnswerDoubles,
    STORM,
    // The tables name the papers of each entry; what was doubled behind their back is not in them.
    [Law::NothingDoubled, Law::ReplicasEqual, Law::NumbersUnique, Law::SentIsDurable, Law::TablesFollow]
);
scenario!(a_retry_never_dies_quietly, RetryDies, STORM, [Law::WaitingHasReason, Law::ReplicasEqual]);
scenario!(a_clock_an_hour_off_undoes_nothing, WallClock, Plan { clocks: true, steps: 120, storm: 30, ..STORM }, [Law::ActsFit]);
scenario!(
    a_clock_that_cannot_be_true_is_asked_about,
    ClockBelieved,
    Plan { clocks: true, steps: 160, storm: 20, ..STORM },
    [Law::ClockAsked]
);
scenario!(
    a_crash_leaves_all_tables_or_none,
    TwoCommits,
    Plan { power: true, steps: 120, ..STORM },
    [Law::TablesFollow, Law::ReplicasEqual]
);
scenario!(
    parity_is_computed_and_never_adopted,
    ParityAdopted,
    Plan { power: true, restores: true, steps: 80, ..STORM },
    [Law::ReplicasEqual, Law::SentIsDurable, Law::WaitingHasReason, Law::AcknowledgedKept]
);
scenario!(
    a_unit_larger_than_the_time_between_cuts_goes_through,
    WholeOrNothing,
    Plan { thin: Some(1500), ..STORM },
    [Law::WaitingHasReason]
);
