//! The accounts of the staff.

use axum::extract::{Extension, Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use loket_domain::office::OfficeCode;
use maud::{Markup, html};
use std::sync::Arc;

use super::kit::answer::{Unable, account_of, note, now, said, unknown};
use super::kit::page::{Field, page as framed, token, wrong};
use super::kit::table::{Table, text};
use super::kit::words::{Now, moment};
use super::sessions;
use crate::access::{Form, Visitor};
use crate::accounts::{
    AccountOrder, Audited, Reach, StaffAccount, StaffRole, close_account, new_password, open_account, revise_account,
    temporary_end, temporary_password,
};
use crate::called::office_names;
use crate::directory::OfficeNames;
use crate::state::Shared;

pub(super) async fn page(State(shared): State<Arc<Shared>>, Extension(visitor): Extension<Visitor>) -> Result<Response, Unable> {
    Ok(show(&shared, &visitor, None, None, &Form::default()).await?.into_response())
}

async fn show(
    shared: &Shared,
    visitor: &Visitor,
    password: Option<(&str, &str)>,
    told: Option<&str>,
    typed: &Form,
) -> Result<Markup, Unable> {
    let (accounts, now) = (shared.store.accounts().await?, now(shared));
    let names = office_names(shared.store.as_ref()).await?;
    let main = html! {
        h1 { "Akun" }
        @if let Some((login, password)) = password { (shown_once(login, password)) }
        (wrong(told))
        (list(&accounts, &names, &now))
        p { a href="/masa-baca" { "Masa baca permohonan yang dijawab" } }
        section.sheet.narrow {
            h2 { "Akun baru" }
            form method="post" action="/akun" {
                (token(visitor))
                (Field::new("login", "Nama pengguna").help("Huruf kecil, angka, titik atau garis, misalnya siti.aminah. Tidak dapat diubah.").value(typed.get("login")).line("text", "off"))
                (person(typed.get("name"), typed.get("role"), typed.get("offices")))
                button { "Buka akun" }
            }
        }
    };
    Ok(framed(visitor, "/akun", "Akun", main))
}

fn person(name: &str, role: &str, offices: &str) -> Markup {
    // The one who may do the most is not the one that a careless click makes.
    let none = role.is_empty().then(|| (String::new(), "Pilih peran".to_owned()));
    let roles = none.into_iter().chain(StaffRole::ALL.iter().map(|role| (role.code().to_owned(), role.label().to_owned())));
    html! {
        (Field::new("name", "Nama lengkap").value(name).line("text", "off"))
        (Field::new("role", "Peran")
            .help("Admin mengurus akun dan meja. Verifikator menjawab penerusan dan uji konsekuensi. Auditor hanya melihat, termasuk catatan akses.")
            .value(role).choice(roles))
        (Field::new("offices", "Hanya untuk kantor")
            .help("Kode atau nama kantor seperti di direktori, dipisah koma. Kosongkan untuk semua kantor.").value(offices).line("text", "off"))
    }
}

fn shown_once(login: &str, password: &str) -> Markup {
    html! {
        section.sheet.said.done role="status" {
            h2 { "Kata sandi sementara untuk " (login) }
            p.code { (password) }
            p { "Salin sekarang: kata sandi ini tidak diperlihatkan lagi. Pemiliknya harus menggantinya saat pertama kali masuk." }
        }
    }
}

fn offices(reach: &Reach, names: &OfficeNames) -> String {
    match reach {
        Reach::Every => "semua kantor".to_owned(),
        Reach::Only(codes) => codes.iter().map(|code| names.of(code)).collect::<Vec<_>>().join(", "),
    }
}

fn list(accounts: &[StaffAccount], names: &OfficeNames, now: &Now<'_>) -> Markup {
    html! {
        (Table::new([text("Nama pengguna"), text("Nama"), text("Peran"), text("Kantor")]).rows(accounts, |account| [
            html! { @match account.closed {
                                None => a href={ "/akun/" (account.login) } { (account.login) },
                                Some(at) => { (account.login) " " span.quiet { "ditutup " (moment(at, now)) } },
                            } },
            html! { (account.name) },
            html! { (account.role.label()) },
            html! { (offices(&account.reach, names)) },
        ]))
    }
}

pub(super) async fn open(
    State(shared): State<Arc<Shared>>,
    Extension(visitor): Extension<Visitor>,
    Extension(form): Extension<Form>,
) -> Result<Response, Unable> {
    let order = order(form.get("login"), &form);
    let password = temporary_password(&order.login)?;
    match open_account(shared.store.as_ref(), &order, &password, true, shared.clock.millis()).await {
        Ok(account) => {
            note(&shared, &visitor, Audited::AccountOpened, None, Some(account.login.clone())).await?;
            let shown = Some((account.login.as_str(), password.as_str()));
            Ok(show(&shared, &visitor, shown, None, &Form::default()).await?.into_response())
        }
        Err(fault) => {
            let told = said(fault)?;
            let page = show(&shared, &visitor, None, Some(&told), &form).await?;
            Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response())
        }
    }
}

fn order(login: &str, form: &Form) -> AccountOrder {
    AccountOrder {
        login: login.to_owned(),
        name: form.get("name").to_owned(),
        role: form.get("role").to_owned(),
        offices: form.list("offices"),
    }
}

pub(super) async fn one(
    State(shared): State<Arc<Shared>>,
    Extension(visitor): Extension<Visitor>,
    Path(login): Path<String>,
) -> Result<Response, Unable> {
    let Some(account) = account_of(&shared, &login).await? else { return Ok(unknown(&visitor)) };
    Ok(edit(&shared, &visitor, &account, None).await?.into_response())
}

async fn edit(shared: &Shared, visitor: &Visitor, account: &StaffAccount, told: Option<&str>) -> Result<Markup, Unable> {
    let sessions = sessions::of_account(shared, visitor, account).await?;
    let reach = account.reach.codes().map(OfficeCode::as_str).collect::<Vec<_>>().join(", ");
    let here = format!("/akun/{}", account.login);
    Ok(framed(
        visitor,
        "/akun",
        &account.login,
        html! {
            p { a href="/akun" { "← Akun" } }
            h1 { (account.login) }
            (wrong(told))
            section.sheet.narrow {
                form method="post" action=(here) {
                    (token(visitor))
                    (person(&account.name, account.role.code(), &reach))
                    button { "Simpan" }
                }
            }
            (sessions)
            section.sheet.narrow {
                h2 { "Kata sandi baru" }
                p { "Membuat kata sandi sementara dan mengakhiri semua sesi akun ini." }
                form method="post" action={ (here) "/sandi" } { (token(visitor)) button.quieter { "Buat kata sandi sementara" } }
            }
            @if account.second_factor {
                section.sheet.narrow {
                    h2 { "Kode masuk" }
                    p { "Akun ini memakai kode dari ponsel. Matikan bila ponsel dan kode cadangannya hilang." }
                    form method="post" action={ (here) "/kode" } { (token(visitor)) button.quieter { "Matikan kode masuk" } }
                }
            }
            section.sheet.narrow {
                h2 { "Tutup akun" }
                p { "Akun yang ditutup tidak dapat dibuka lagi; nama penggunanya tidak dipakai ulang." }
                form method="post" action={ (here) "/tutup" } { (token(visitor)) button.danger { "Tutup akun" } }
            }
        },
    ))
}

/// What to answer after an account was, or was not, changed.
async fn changed(
    shared: &Shared,
    visitor: &Visitor,
    account: &StaffAccount,
    what: Audited,
    done: Result<(), crate::accounts::AccountFault>,
) -> Result<Response, Unable> {
    match done {
        Ok(()) => {
            note(shared, visitor, what, None, Some(account.login.clone())).await?;
            Ok(Redirect::to("/akun").into_response())
        }
        Err(fault) => {
            let told = said(fault)?;
            Ok((StatusCode::UNPROCESSABLE_ENTITY, edit(shared, visitor, account, Some(&told)).await?).into_response())
        }
    }
}

pub(super) async fn revise(
    State(shared): State<Arc<Shared>>,
    Extension(visitor): Extension<Visitor>,
    Extension(form): Extension<Form>,
    Path(login): Path<String>,
) -> Result<Response, Unable> {
    let Some(account) = account_of(&shared, &login).await? else { return Ok(unknown(&visitor)) };
    let done = revise_account(shared.store.as_ref(), &account, &order(&login, &form)).await;
    let told = done.is_ok().then(|| differences(&account, &order(&login, &form)));
    let response = changed(&shared, &visitor, &account, Audited::AccountRevised, done).await?;
    if let Some(told) = told.filter(|told| !told.is_empty()) {
        note(&shared, &visitor, Audited::AccountRevised, None, Some(format!("{login}: {told}"))).await?;
    }
    Ok(response)
}

/// What an order changes of an account, in words.
fn differences(before: &StaffAccount, after: &AccountOrder) -> String {
    let role = StaffRole::from_code(&after.role).filter(|role| *role != before.role);
    let role = role.map(|role| format!("peran {} menjadi {}", before.role.label(), role.label()));
    let reach: Vec<_> = before.reach.codes().map(OfficeCode::to_string).collect();
    let reach = (reach != after.offices).then(|| {
        let named = |codes: &[String]| if codes.is_empty() { "semua kantor".to_owned() } else { codes.join(", ") };
        format!("kantor {} menjadi {}", named(&reach), named(&after.offices))
    });
    let name = (before.name != after.name.trim()).then(|| "nama".to_owned());
    [name, role, reach].into_iter().flatten().collect::<Vec<_>>().join("; ")
}

pub(super) async fn close(
    State(shared): State<Arc<Shared>>,
    Extension(visitor): Extension<Visitor>,
    Path(login): Path<String>,
) -> Result<Response, Unable> {
    let Some(account) = account_of(&shared, &login).await? else { return Ok(unknown(&visitor)) };
    let done = close_account(shared.store.as_ref(), &login, shared.clock.millis()).await;
    changed(&shared, &visitor, &account, Audited::AccountClosed, done).await
}

pub(super) async fn reset(
    State(shared): State<Arc<Shared>>,
    Extension(visitor): Extension<Visitor>,
    Path(login): Path<String>,
) -> Result<Response, Unable> {
    let Some(account) = account_of(&shared, &login).await? else { return Ok(unknown(&visitor)) };
    let password = temporary_password(&login)?;
    if let Err(fault) = new_password(shared.store.as_ref(), &login, &password, Some(temporary_end(shared.clock.millis()))).await {
        return changed(&shared, &visitor, &account, Audited::PasswordReset, Err(fault)).await;
    }
    note(&shared, &visitor, Audited::PasswordReset, None, Some(login.clone())).await?;
    let shown = Some((login.as_str(), password.as_str()));
    Ok(show(&shared, &visitor, shown, None, &Form::default()).await?.into_response())
}

/// For somebody whose telephone and codes are lost.
pub(super) async fn drop_second_factor(
    State(shared): State<Arc<Shared>>,
    Extension(visitor): Extension<Visitor>,
    Path(login): Path<String>,
) -> Result<Response, Unable> {
    let Some(account) = account_of(&shared, &login).await? else { return Ok(unknown(&visitor)) };
    let before = shared.store.second_factor(account.id).await?;
    if before.is_some() && shared.store.swap_second_factor(account.id, before, None).await? {
        note(&shared, &visitor, Audited::SecondFactorReset, None, Some(login.clone())).await?;
    }
    Ok(Redirect::to(&format!("/akun/{login}")).into_response())
}
