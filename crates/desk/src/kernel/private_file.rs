//! Files that only this user of the computer may read, from their first moment on.

use std::fs::OpenOptions;

/// How a file is opened that is made where there is none: then only this user may read it.
pub(crate) fn private_file() -> OpenOptions {
    let mut options = OpenOptions::new();
    options.create(true).truncate(false).write(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options
}
