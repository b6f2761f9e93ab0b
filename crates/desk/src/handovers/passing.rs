//! The act itself. Whatever breaks it off, somebody can sign in: the new holder's slot is there before the account, and the old one goes
//! only after everything else was written.

use crate::blanks::numbered;
use crate::error::DeskError;
use crate::forms::action::Hands;
use crate::forms::boxes::{Boxes, said_yes, ticked, typed};
use crate::forms::kept;
use crate::forms::step::done;
use crate::handovers::open_cases::open_cases;
use crate::handovers::receiver::{Receiver, of_this_desk, receiver};
use crate::journal::Journal;
use crate::journal::transaction::Written;
use crate::kernel::moment::Moment;
use crate::kernel::random::new_uuid;
use crate::kernel::slot::Opener;
use crate::requests::draft;
use crate::settings::own_key::own_key;
use crate::settings::seen_account::Seen;
use crate::store::{local, requests};
use crate::sync::series;
use crate::views::action::{Done, NamedPaper};
use crate::views::paper::PaperRef;
use crate::views::subject::{SubjectKind, SubjectRef};
use chrono::Datelike;
use loket_domain::authority::Duty;
use loket_domain::change::{Change, OfficeChange};
use loket_domain::ids::HandoverId;
use loket_domain::office::{Account, Handover, HandoverParty, read_nip};
use loket_domain::problem::Problems;
use loket_journal::Subject;

/// Hands an account, and the desk with it, to another person.
///
/// # Errors
/// [`loket_domain::problem::Refused`] before anything is written; afterwards [`DeskError`] with a desk that opens.
pub(crate) fn hand_over(hands: &mut Hands<'_>, seen: &Seen, form: &Boxes<'_>, moment: Moment) -> Result<Done, DeskError> {
    let journal = &mut *hands.journal;
    let from = &seen.account;
    of_this_desk(journal, from)?;
    let mut p = Problems::default();
    let minutes = minutes(journal, &mut p, from, form, moment)?;
    let taking = receiver(journal, &mut p, from, form, moment)?;
    let to_nip = read_nip(&mut p, "to_nip", &typed(form, "to_nip"));
    let Receiver { account: to, password } = p.or(taking)?;
    let key = own_key(journal, form, moment)?;
    form.all_read()?;
    let party = HandoverParty { account: to.id, name: to.name.clone(), nip: to_nip, role: from.role };
    let handover = Handover { to: party, ..minutes };
    let (id, new_card) = (handover.id, handover.new_card);
    // What the old holder typed into this form is done with, under whichever account it lies.
    kept::forget(journal.tables(), &journal.context(), &SubjectRef::new(SubjectKind::Account, from.id), "hand_over")?;

    series::change_key(journal, hands.sync, moment)?;
    let mut papers = vec![named(PaperRef::Handover { id: id.to_string() }, "Berita Acara Serah Terima")];
    if new_card {
        *hands.card = Some(journal.put_card(&key, moment)?.into());
        papers.push(named(PaperRef::RecoveryCard, "Kartu Pemulihan"));
    }
    if let Some(password) = &password {
        journal.put_password(&to.login, password, &key)?;
    }
    write(journal, (from, &to), handover, moment)?;
    let said = format!("Meja diserahterimakan kepada {}; cetak dan tanda tangani berita acaranya.", to.name);
    if seen.own {
        // Whoever took over typed the password a moment ago, and the account that was signed in is closed.
        journal.account = to;
    }
    journal.drop_slot(&Opener::password(&from.login))?;
    Ok(Done { papers, ..done(SubjectKind::Handover, id, said).with(PaperRef::Handover { id: id.to_string() }) })
}

fn named(paper: PaperRef, title: &str) -> NamedPaper {
    NamedPaper { paper, title: title.to_owned() }
}

/// What the minutes say, but for who takes over.
fn minutes(
    journal: &mut Journal,
    p: &mut Problems,
    from: &Account,
    form: &Boxes<'_>,
    moment: Moment,
) -> Result<Handover, DeskError> {
    let today = moment.local.date();
    let number = p.short("number", &typed(form, "number"), 100);
    let basis = p.short("basis", &typed(form, "basis"), 200);
    let nip = read_nip(p, "from_nip", &typed(form, "from_nip"));
    let witness = typed(form, "witness");
    let official = witness.parse().ok().and_then(|id| journal.office.official(id)).filter(|known| known.serves_on(today));
    p.when(!witness.is_empty() && official.is_none(), "witness", "Pilih pejabat yang menjabat hari ini.");
    let things = ticked(form, "things").into_iter().map(|thing| p.short("things", &thing, 200));
    let things = things.filter(|thing| !thing.is_empty()).collect();
    let witness = official.cloned();
    let id = HandoverId(new_uuid(&mut journal.dice, moment)?);
    let (tables, context, desk) = (journal.tables(), journal.context(), &journal.desk_code);
    let last = requests::last_serial(tables, desk, today.year())?;
    let last = last.map(|serial| requests::with_serial(tables, desk, today.year(), serial)).transpose()?.flatten();
    let last = last.map(|id| requests::one(tables, id)).transpose()?.flatten();
    let party = HandoverParty { account: from.id, name: from.name.clone(), nip, role: from.role };
    Ok(Handover {
        id,
        desk: desk.clone(),
        on: today,
        number,
        basis,
        to: party.clone(),
        from: party,
        witness,
        last_number: last.map(|request| request.number.text),
        open_forms: numbered::open_forms(tables, &context)?.into_iter().map(|form| form.number.text.clone()).collect(),
        cases: open_cases(tables, &context, today)?,
        things,
        new_card: said_yes(form, "new_card").unwrap_or_default(),
    })
}

/// Accounts and minutes together or not at all; what the old holder had not finished typing goes on with the new one.
fn write(journal: &mut Journal, (from, to): (&Account, &Account), handover: Handover, moment: Moment) -> Result<(), DeskError> {
    let known = journal.office.account(to.id).cloned();
    let taken = match known {
        None => Some(OfficeChange::AccountOpened { account: to.clone() }),
        Some(known) => (known != *to).then(|| OfficeChange::AccountRevised { account: to.clone() }),
    };
    let closed = OfficeChange::AccountClosed { id: from.id, on: handover.on };
    let handed = OfficeChange::DeskHandedOver { handover: Box::new(handover) };
    let changes = taken.into_iter().chain([closed, handed]).map(Change::Office).collect();
    journal.commit(Duty::Administer, moment, |transaction, _, _| {
        local::write(transaction, &local::account(&to.login), &to.id.to_string())?;
        kept::hand_on(transaction, from.id, to.id)?;
        draft::hand_on(transaction, from.id, to.id)?;
        Ok(vec![Written { subject: Subject::Office, changes }])
    })
}
