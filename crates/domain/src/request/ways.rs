//! How a request comes in, and how what is given goes out (PERKI 1/2010 Lampiran III, and the ways people use since).

use crate::coded::{coded, finer};

coded! {
    /// How a request came in.
    pub enum Channel {
        /// At the counter, in writing.
        Counter = "langsung" => "Datang langsung",
        /// Spoken; the officer writes it down (UU KIP Ps 22(3)).
        Oral = "lisan" => "Lisan",
        /// Letter.
        Letter = "surat" => "Surat/pos",
        /// E-mail.
        Email = "email" => "E-mail",
        /// Telephone.
        Telephone = "telepon" => "Telepon",
        /// Web form.
        Web = "web" => "Laman/aplikasi",
    }
}

coded! {
    /// How a request came in where [`Channel`] is too coarse, stored beside the nearest of it.
    pub enum Via {
        /// WhatsApp.
        WhatsApp = "whatsapp" => "WhatsApp",
        /// Fax.
        Fax = "faks" => "Faksimili",
        /// Facebook.
        Facebook = "facebook" => "Facebook",
        /// Instagram.
        Instagram = "instagram" => "Instagram",
        /// X.
        X = "x" => "X (Twitter)",
        /// Passed on by PPID Utama.
        PpidMain = "ppid_utama" => "Melalui PPID Utama",
    }
}

impl Via {
    /// What every version reads it as.
    fn nearest(self) -> Channel {
        match self {
            Self::WhatsApp => Channel::Telephone,
            Self::Fax | Self::PpidMain => Channel::Letter,
            Self::Facebook | Self::Instagram | Self::X => Channel::Web,
        }
    }
}

coded! {
    /// How the information is to be obtained.
    pub enum AccessMode {
        /// Looking, reading, listening, noting.
        View = "view" => "Melihat/membaca/mendengarkan/mencatat",
        /// A copy.
        Copy = "copy" => "Mendapatkan salinan informasi",
    }
}

coded! {
    /// The form of a copy.
    pub enum CopyFormat {
        /// A file.
        Softcopy = "softcopy" => "Softcopy",
        /// Paper.
        Hardcopy = "hardcopy" => "Hardcopy",
    }
}

coded! {
    /// How a copy reaches the applicant.
    pub enum DeliveryMode {
        /// Fetched.
        PickUp = "pick_up" => "Mengambil langsung",
        /// Courier.
        Courier = "courier" => "Kurir",
        /// Post.
        Post = "post" => "Pos",
        /// Fax.
        Fax = "fax" => "Faksimili",
        /// E-mail.
        Email = "email" => "E-mail",
    }
}

coded! {
    /// How a copy travels where [`DeliveryMode`] is too coarse, stored beside the nearest of it.
    pub enum Carrier {
        /// WhatsApp.
        WhatsApp = "whatsapp" => "WhatsApp",
        /// Fetched by the applicant from the office's site.
        Download = "unduh" => "Diunduh dari laman/aplikasi",
        /// Passed on by PPID Utama.
        PpidMain = "ppid_utama" => "Melalui PPID Utama",
    }
}

impl Carrier {
    /// What every version reads it as.
    fn nearest(self) -> DeliveryMode {
        match self {
            Self::WhatsApp | Self::Download => DeliveryMode::Email,
            Self::PpidMain => DeliveryMode::Courier,
        }
    }
}

finer!(Channel, Via);
finer!(DeliveryMode, Carrier);
