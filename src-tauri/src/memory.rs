//! What passes through this process's memory, and must not reach the disk with a crash.

/// Lets the system write no image of this process's memory when it crashes, and lets no other process of the same user look into it.
/// What it starts, as the page's process, leaves no such image either.
pub(crate) fn keep_from_disk() {
    #[cfg(unix)]
    {
        use rustix::process::{Resource, Rlimit, setrlimit};
        if let Err(refused) = setrlimit(Resource::Core, Rlimit { current: Some(0), maximum: Some(0) }) {
            tracing::warn!(%refused, "images of the memory are not off");
        }
    }
    // Systems that hand such images to a program ask no limit.
    #[cfg(target_os = "linux")]
    if let Err(refused) = rustix::process::set_dumpable_behavior(rustix::process::DumpableBehavior::NotDumpable) {
        tracing::warn!(%refused, "images of the memory are not off");
    }
}
