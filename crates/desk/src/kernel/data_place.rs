//! Which folders are no place for a desk's data: those that another program copies away, and those that lie on another computer.
//!
//! Only the path is looked at, as it is written, so both ways of writing one are understood on every system.

/// Why a folder is no place for a desk's data.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum UnfitPlace {
    /// A program copies what lies there to its maker's computers, and holds files while they are written.
    #[error(
        "Folder data Loket PPID berada di dalam {0}, yang menyalin data kantor ke luar dan menahan berkas selagi ditulis; pindahkan \
         folder itu ke luar {0}, sesuaikan LOKET_DATA, lalu buka lagi."
    )]
    Cloud(String),
    /// It lies on another computer, where an encrypted file that two may open is not safe.
    #[error(
        "Folder data Loket PPID berada di folder jaringan, tempat data dapat rusak bila sambungan putus; pindahkan ke disk komputer ini, \
         sesuaikan LOKET_DATA, lalu buka lagi."
    )]
    Network,
    /// Names in it would be longer than Windows takes.
    #[error(
        "Nama folder data Loket PPID terlalu panjang untuk Windows; pindahkan ke folder yang lebih pendek, misalnya C:\\LoketPPID, sesuaikan \
         LOKET_DATA, lalu buka lagi."
    )]
    TooLong,
}

/// Longest path of a data folder, in the units Windows counts: what lies in it has names of up to a hundred, and 260 is where SQLite stops.
const LONGEST: usize = 150;

/// How such programs call their folders; a name may go on after a blank, a hyphen or a bracket: `OneDrive - Kabupaten`.
const CLOUDS: [(&str, &str); 8] = [
    ("onedrive", "OneDrive"),
    ("skydrive", "OneDrive"),
    ("google drive", "Google Drive"),
    ("googledrive", "Google Drive"),
    ("dropbox", "Dropbox"),
    ("iclouddrive", "iCloud"),
    ("icloud drive", "iCloud"),
    ("nextcloud", "Nextcloud"),
];

/// How Google calls the first folder of the drive it shows.
const GOOGLE_FIRST: [&str; 3] = ["my drive", "drive saya", "shared drives"];

/// Why a folder is no place for data, by its path. `clouds` are the folders that a program of this computer says it copies away.
pub fn unfit_place(path: &str, clouds: &[String]) -> Option<UnfitPlace> {
    let parts = parts(path);
    if is_on_network(path) {
        return Some(UnfitPlace::Network);
    }
    let within = |cloud: &String| {
        let cloud = self::parts(cloud);
        !cloud.is_empty() && parts.starts_with(&cloud)
    };
    if let Some(cloud) = parts.iter().find_map(|part| cloud(part)) {
        return Some(UnfitPlace::Cloud(cloud.to_owned()));
    }
    if let [drive, first, ..] = parts.as_slice()
        && drive.ends_with(':')
        && GOOGLE_FIRST.contains(&first.as_str())
    {
        return Some(UnfitPlace::Cloud("Google Drive".to_owned()));
    }
    if clouds.iter().any(within) {
        return Some(UnfitPlace::Cloud("OneDrive".to_owned()));
    }
    let of_windows = parts.first().is_some_and(|drive| drive.ends_with(':'));
    (of_windows && path.encode_utf16().count() > LONGEST).then_some(UnfitPlace::TooLong)
}

/// The names in a path, in small letters; without what stands before a drive of Windows.
fn parts(path: &str) -> Vec<String> {
    let path = path.strip_prefix(r"\\?\").unwrap_or(path);
    path.split(['/', '\\']).filter(|part| !part.is_empty() && *part != ".").map(str::to_lowercase).collect()
}

/// Whether a path begins with the name of another computer, as Windows writes it.
fn is_on_network(path: &str) -> bool {
    match path.strip_prefix(r"\\?\").or_else(|| path.strip_prefix(r"\\.\")) {
        Some(rest) => rest.to_lowercase().starts_with(r"unc\"),
        None => path.starts_with(r"\\"),
    }
}

/// Whose folder a name is.
fn cloud(part: &str) -> Option<&'static str> {
    CLOUDS.iter().find_map(|(name, called)| {
        let rest = part.strip_prefix(name)?;
        (rest.is_empty() || rest.starts_with([' ', '-', '(', '_'])).then_some(*called)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_folder_that_is_copied_away_or_lies_elsewhere_is_no_place_for_data() {
        let cloud = |called: &str| Some(UnfitPlace::Cloud(called.to_owned()));
        let own = [r"D:\Kantor\Awan".to_owned(), String::new()];
        for (path, why) in [
            (r"C:\Users\Sari\AppData\Local\id.loketppid.meja", None),
            (r"C:\LoketPPID", None),
            (r"\\?\C:\LoketPPID", None),
            ("/home/sari/.local/share/id.loketppid.meja", None),
            ("target/run-data", None),
            ("", None),
            (r"C:\Users\Sari\OneDrive\Loket", cloud("OneDrive")),
            (r"C:\Users\Sari\OneDrive - Kabupaten Rekaan\Dokumen\Loket", cloud("OneDrive")),
            ("C:/Users/Sari/onedrive/loket", cloud("OneDrive")),
            (r"\\?\C:\Users\Sari\OneDrive\Loket", cloud("OneDrive")),
            (r"C:\Users\Sari\Google Drive\Loket", cloud("Google Drive")),
            (r"G:\My Drive\Loket", cloud("Google Drive")),
            (r"G:\Drive Saya\Loket", cloud("Google Drive")),
            (r"C:\Users\Sari\Dropbox (Kecamatan)\Loket", cloud("Dropbox")),
            ("/home/sari/Dropbox/loket", cloud("Dropbox")),
            ("/home/sari/Nextcloud", cloud("Nextcloud")),
            (r"C:\Users\Sari\iCloudDrive\Loket", cloud("iCloud")),
            // What only sounds like it.
            (r"C:\OneDriveBukan\Loket", None),
            (r"C:\Data\My Drive\Loket", None),
            // A program says by itself which folder it copies away.
            (r"D:\Kantor\Awan\Loket", cloud("OneDrive")),
            (r"d:\kantor\awan", cloud("OneDrive")),
            (r"D:\Kantor\Awanama", None),
            (r"\\server\bersama\Loket", Some(UnfitPlace::Network)),
            (r"\\?\UNC\server\bersama\Loket", Some(UnfitPlace::Network)),
        ] {
            assert_eq!(unfit_place(path, &own), why, "{path}");
        }
        let deep = format!(r"C:\{}", r"folder\".repeat(25));
        assert_eq!(unfit_place(&deep, &[]), Some(UnfitPlace::TooLong));
        assert_eq!(unfit_place(&deep.replace(r"C:\", "/").replace('\\', "/"), &[]), None);
    }

    #[test]
    fn the_reason_names_whose_folder_it_is_and_what_to_do() {
        let said = UnfitPlace::Cloud("Dropbox".to_owned()).to_string();
        assert!(said.contains("di dalam Dropbox") && said.contains("LOKET_DATA"), "{said}");
        assert!([said, UnfitPlace::Network.to_string(), UnfitPlace::TooLong.to_string()].iter().all(|said| !said.contains("  ")));
    }
}
