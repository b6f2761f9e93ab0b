//! Writing the file: beside its place, and moved there only when it is whole. What ends before that leaves nothing behind, and what lay
//! there stays.

use crate::backup::job::Watch;
use crate::error::DeskError;
use crate::forms::step::stayed;
use crate::kernel::disk::{Disk, OwnDisk};
use crate::kernel::patience;
use crate::kernel::private_file::private_file;
use crate::kernel::slip::Slip;
use crate::taking_out::plan::TakeOutPlan;
use crate::views::action::Done;
use crate::views::backup::BackupProgress;
use loket_domain::problem::Refused;
use serde::Serialize;
use sha2::{Digest, Sha256};
use std::fs::File;
use std::io::{BufWriter, Write};
use std::path::{Path, PathBuf};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

impl TakeOutPlan {
    /// Makes the parts one after the other and writes them as one file at `path`. `part` gives the bytes of the part at a place: between
    /// two of them whoever holds the desk may let others to it. What cannot be made now is left out and named, so that one damaged file
    /// does not keep all others here.
    ///
    /// # Errors
    /// Where the desk was locked meanwhile, where the disk fails, and where `watch` says to stop; then nothing is left of the file, and
    /// what lay at `path` is as it was.
    pub fn pack(
        &self,
        path: &Path,
        part: &mut dyn FnMut(usize) -> Result<Vec<u8>, DeskError>,
        watch: Watch<'_>,
    ) -> Result<Done, DeskError> {
        let mut packing = Packing::begin(&OwnDisk, path, self)?;
        let all = self.pieces.len();
        for (at, (name, _)) in self.pieces.iter().enumerate() {
            if !watch(BackupProgress::of(&format!("Berkas {} dari {all}", at + 1), at as u64, all as u64)) {
                return Err(Refused::NotNow("Dihentikan; tidak ada berkas yang disimpan.").into());
            }
            match part(at) {
                Ok(bytes) => packing.put(name, &bytes)?,
                Err(why) if is_of_one_part(&why) => packing.miss(name, &why),
                Err(why) => return Err(why),
            }
        }
        let (there, missing) = (packing.contents.berkas.len(), packing.contents.tidak_ada.len());
        packing.finish()?;
        let left_out = match missing {
            0 => String::new(),
            _ => format!(" {missing} tidak dapat disertakan; sebabnya di manifest.json."),
        };
        Ok(stayed(format!("{there} berkas disimpan dalam satu ZIP.{left_out}")))
    }
}

/// Whether only one part is hindered.
fn is_of_one_part(why: &DeskError) -> bool {
    matches!(
        why,
        DeskError::FileAway
            | DeskError::Shelf(_)
            | DeskError::Refused(_)
            | DeskError::Paper(_)
            | DeskError::Spreadsheet(_)
            | DeskError::Calendar(_)
    )
}

/// What is in the file, and what is not though it belongs there.
#[derive(Serialize)]
struct Contents {
    bentuk: u32,
    kantor: String,
    dibuat: String,
    berkas: Vec<PackedFile>,
    tidak_ada: Vec<LeftOut>,
}

#[derive(Serialize)]
struct PackedFile {
    nama: String,
    ukuran: usize,
    sha256: String,
}

/// What could not be taken out.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
struct LeftOut {
    nama: String,
    sebab: String,
}

/// A file that is being written.
struct Packing<'a> {
    disk: &'a dyn Disk,
    path: PathBuf,
    fresh: PathBuf,
    zip: Option<ZipWriter<BufWriter<File>>>,
    contents: Contents,
}

const READ_ME: &str = "Semua yang tercatat di Loket PPID, dapat dibaca tanpa aplikasinya.\r\n\r\n\
register/    register, buku agenda, dan angka layanan tiap tahun, sebagai Excel\r\n\
permohonan/  setiap permohonan: permohonan.json (keadaan dan riwayatnya), surat/ (PDF), lampiran/ (seperti aslinya)\r\n\
keberatan/   setiap keberatan dan sengketanya\r\n\
klasifikasi/ uji konsekuensi dan penetapannya\r\n\
daftar/      DIP dan DIK\r\n\
laporan/     laporan tahunan\r\n\
data/        selebihnya sebagai JSON; data/jurnal/ memuat setiap catatan persis seperti ditulis\r\n\
manifest.json  semua berkas dengan ukuran dan SHA-256-nya, dan yang tidak dapat disertakan dengan sebabnya\r\n\r\n\
Berkas ini tidak tersandi dan memuat data pribadi: simpan di tempat yang terkunci.\r\n";

impl<'a> Packing<'a> {
    /// Begins the file that is to lie at `path`.
    fn begin(disk: &'a dyn Disk, path: &Path, plan: &TakeOutPlan) -> Result<Self, DeskError> {
        let mut fresh = path.as_os_str().to_owned();
        fresh.push(".belum-selesai");
        let fresh = PathBuf::from(fresh);
        let file = private_file().open(&fresh)?;
        file.set_len(0)?;
        let contents =
            Contents { bentuk: 1, kantor: plan.whose.clone(), dibuat: plan.at.clone(), berkas: vec![], tidak_ada: vec![] };
        let zip = Some(ZipWriter::new(BufWriter::new(file)));
        let mut packing = Self { disk, path: path.to_owned(), fresh, zip, contents };
        packing.put("BACA-DULU.txt", READ_ME.as_bytes())?;
        Ok(packing)
    }

    /// Adds a part.
    fn put(&mut self, name: &str, bytes: &[u8]) -> Result<(), DeskError> {
        let hash: String = Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect();
        self.write(name, bytes)?;
        self.contents.berkas.push(PackedFile { nama: name.to_owned(), ukuran: bytes.len(), sha256: hash });
        Ok(())
    }

    /// Notes that a part is not there, and why.
    fn miss(&mut self, name: &str, why: &DeskError) {
        self.contents.tidak_ada.push(LeftOut { nama: name.to_owned(), sebab: why.to_string() });
    }

    /// Ends the file and moves it to its place.
    fn finish(mut self) -> Result<(), DeskError> {
        let manifest = serde_json::to_vec_pretty(&self.contents).map_err(DeskError::slip("manifest"))?;
        self.write("manifest.json", &manifest)?;
        let zip = self.zip.take().ok_or(Slip::alone("zip"))?;
        let mut written = zip.finish().map_err(std::io::Error::from)?;
        written.flush()?;
        written.get_ref().sync_all()?;
        drop(written);
        Ok(patience::rename(self.disk, &self.fresh, &self.path)?)
    }

    fn write(&mut self, name: &str, bytes: &[u8]) -> Result<(), DeskError> {
        // What is packed already does not get smaller.
        let packed = [".pdf", ".zip", ".xlsx", ".docx", ".jpg", ".jpeg", ".png"]
            .iter()
            .any(|ending| name.to_lowercase().ends_with(ending));
        let method = if packed { CompressionMethod::Stored } else { CompressionMethod::Deflated };
        let options = SimpleFileOptions::default().compression_method(method).large_file(bytes.len() > (1 << 30));
        let zip = self.zip.as_mut().ok_or(Slip::alone("zip"))?;
        zip.start_file(name, options).map_err(std::io::Error::from)?;
        Ok(zip.write_all(bytes)?)
    }
}

impl Drop for Packing<'_> {
    fn drop(&mut self) {
        drop(self.zip.take());
        // Moved away when it is whole; a place that is gone needs no tidying.
        let _ = std::fs::remove_file(&self.fresh);
    }
}
