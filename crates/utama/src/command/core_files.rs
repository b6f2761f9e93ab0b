//! No image of the server's memory reaches a disk with a crash: the key that signs and the key of the file are in it.

/// Lets the system write none, and lets no other process of the same user look into this one.
pub(crate) fn none() {
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
