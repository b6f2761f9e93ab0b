//! Joining a desk to a PPID Utama: who may, what is asked, and what is written down. Whoever points a desk at a server has the whole
//! journal sent there.

use loket_desk::sync::{Joining, Link, LinkFault, SyncFault, enrol};
use loket_desk::views::SubjectKind;
use loket_desk::{Desk, DeskError, Folder, Said, system_dice};
use loket_domain::problem::Refused;
use loket_journal::protocol::{Answer, Call, CallKind, EnrolAnswer};
use loket_journal::{DeskKey, Epoch, OriginId};
use serde_json::json;
use std::sync::Mutex;
use std::sync::atomic::{AtomicU32, Ordering};
use tempfile::TempDir;
use uuid::Uuid;

use crate::fixture::{PASSWORD, at, perbaungan, take};

/// A server that lets everybody in, and how often it was asked.
struct OpenDoor {
    key: DeskKey,
    asked: AtomicU32,
}

impl OpenDoor {
    fn new(seed: u8) -> Self {
        Self { key: DeskKey::from_seed(&[seed; 32]), asked: AtomicU32::new(0) }
    }
}

impl Link for OpenDoor {
    async fn ask(&self, _: &str, call: Call) -> Result<Answer, LinkFault> {
        assert_eq!(call.action, CallKind::Enrol);
        self.asked.fetch_add(1, Ordering::Relaxed);
        let answer = EnrolAnswer {
            server: OriginId(Uuid::from_u128(7)),
            server_key: self.key.public(),
            epoch: Epoch(Uuid::from_u128(8)),
            token: "ab".repeat(32),
            others: false,
        };
        Ok(Answer::yes(serde_json::to_vec(&answer).unwrap()))
    }
}

const HERE: &str = "https://ppid.contoh.go.id";
const ELSEWHERE: &str = "https://lain.contoh.go.id";

fn server_of(desk: &Mutex<Option<Desk>>) -> Option<String> {
    desk.lock().unwrap().as_ref().unwrap().settings("0", at(9, 0)).unwrap().sync.server
}

fn written(desk: &Mutex<Option<Desk>>) -> u64 {
    desk.lock().unwrap().as_ref().unwrap().written()
}

/// A desk with an admin, and a second account that serves the counter only, which is signed in.
fn a_petugas_at_work() -> (TempDir, Folder, Mutex<Option<Desk>>) {
    let (dir, folder, mut desk, _) = perbaungan();
    let query = loket_desk::views::ListQuery {
        list: loket_desk::views::ListKind::Accounts,
        words: String::new(),
        filter: None,
        offset: 0,
        limit: 9,
    };
    let own = desk.list(&query, at(9, 0)).unwrap().rows.remove(0).subject;
    take(&mut desk, (SubjectKind::Account, &own.id), "revise", json!({"also": ["admin"]}), at(9, 0)).unwrap();
    let opened = json!({
        "login": "petugas2", "name": "Petugas Dua", "role": "desk_officer", "password": "kebun teh pagi",
        "password_again": "kebun teh pagi", "own_password": PASSWORD
    });
    take(&mut desk, (SubjectKind::Account, ""), "open", opened, at(9, 1)).unwrap();
    drop(desk);
    let desk = folder.unlock("petugas2", "kebun teh pagi", at(9, 0), system_dice()).unwrap();
    (dir, folder, Mutex::new(Some(desk)))
}

#[tokio::test]
async fn whoever_does_not_administer_the_office_points_its_desk_at_no_server() {
    let (_dir, _, desk) = a_petugas_at_work();
    let (door, before) = (OpenDoor::new(1), written(&desk));
    let refused = enrol(&desk, &door, &Joining::new(HERE, "KODE", "kebun teh pagi"), at(9, 2)).await.unwrap_err();
    assert!(matches!(refused, DeskError::Refused(Refused::NotYourDuty(_))), "{refused:?}");
    let shown = desk.lock().unwrap().as_ref().unwrap().settings("0", at(9, 2)).unwrap().sync.join_refused;
    assert_eq!(shown, Some(refused.to_string()), "the settings say so before anything is typed");
    assert_eq!((server_of(&desk), written(&desk)), (None, before));
    assert_eq!(door.asked.load(Ordering::Relaxed), 0, "and nobody was asked");
}

#[tokio::test]
async fn joining_asks_for_the_own_password_again_and_is_written_down() {
    let (_dir, _, desk, _) = perbaungan();
    let desk = Mutex::new(Some(desk));
    let (door, before) = (OpenDoor::new(1), written(&desk));
    for wrong in ["", "sandi orang lain"] {
        let refused = enrol(&desk, &door, &Joining::new(HERE, "KODE", wrong), at(9, 0)).await.unwrap_err();
        assert_eq!(Said::from(&refused).fields[0].field, "own_password");
    }
    assert_eq!((door.asked.load(Ordering::Relaxed), server_of(&desk)), (0, None));
    enrol(&desk, &door, &Joining::new(HERE, "KODE", PASSWORD), at(9, 1)).await.unwrap();
    assert_eq!((server_of(&desk).as_deref(), written(&desk)), (Some(HERE), before + 1));
    desk.lock().unwrap().as_mut().unwrap().verify().unwrap();
}

#[tokio::test]
async fn another_server_is_taken_only_once_a_sentence_was_agreed_to_that_names_both() {
    let (_dir, _, desk, _) = perbaungan();
    let desk = Mutex::new(Some(desk));
    let (door, other) = (OpenDoor::new(1), OpenDoor::new(2));
    enrol(&desk, &door, &Joining::new(HERE, "KODE", PASSWORD), at(9, 0)).await.unwrap();
    let before = written(&desk);
    let joining = Joining::new(ELSEWHERE, "KODE", PASSWORD);
    let Err(DeskError::Sync(SyncFault::OtherServer(question))) = enrol(&desk, &other, &joining, at(9, 1)).await else {
        panic!("the desk left its server unasked")
    };
    for named in [HERE, ELSEWHERE, &door.key.public().fingerprint(), &other.key.public().fingerprint()] {
        assert!(question.contains(named), "{question}");
    }
    assert_eq!((server_of(&desk).as_deref(), written(&desk)), (Some(HERE), before));
    let third = OpenDoor::new(3);
    let of_another = enrol(&desk, &third, &Joining { agreed: &question, ..joining }, at(9, 2)).await;
    assert!(matches!(of_another, Err(DeskError::Sync(SyncFault::OtherServer(_)))), "agreed to of another key");
    enrol(&desk, &other, &Joining { agreed: &question, ..joining }, at(9, 3)).await.unwrap();
    assert_eq!((server_of(&desk).as_deref(), written(&desk)), (Some(ELSEWHERE), before + 1));
    enrol(&desk, &other, &Joining::new(HERE, "KODE", PASSWORD), at(9, 4)).await.unwrap();
    assert_eq!(server_of(&desk).as_deref(), Some(HERE), "the same PPID Utama at another address asks nothing");
}
