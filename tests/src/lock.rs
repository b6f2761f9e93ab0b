//! The lock of a desk, made cheap to open.

use argon2::{Algorithm, Argon2, Params, Version};
use chacha20poly1305::aead::{Aead, KeyInit, Payload};
use chacha20poly1305::{XChaCha20Poly1305, XNonce};
use loket_journal::holder::open_held;
use serde_json::Value;
use std::path::Path;

/// Seals what the first password opens again under the same password, with a derivation that costs nothing: desks that
/// are killed or simulated are opened thousands of times. Returns the key of the database.
pub fn weaken_lock(desk: &Path, password: &str) -> [u8; 32] {
    let slots = &desk.join("data/loket.kunci");
    let mut vault: Value = serde_json::from_slice(&std::fs::read(slots).unwrap()).unwrap();
    let slots_of = vault["slots"].as_array_mut().unwrap();
    slots_of.retain(|slot| slot["opens_with"] == "password");
    let slot = &mut slots_of[0];
    let bytes = |name: &str| unhex(slot[name].as_str().unwrap());
    let (salt, nonce, sealed) = (bytes("salt"), bytes("nonce"), bytes("sealed"));
    let nonce = XNonce::from(<[u8; 24]>::try_from(nonce).unwrap());
    let opened = {
        let payload = Payload { msg: sealed.as_slice(), aad: &bound(slot) };
        cipher(&salt, slot, password).decrypt(&nonce, payload).unwrap()
    };
    slot["memory_kib"] = 8.into();
    slot["passes"] = 1.into();
    let payload = Payload { msg: opened.as_slice(), aad: &bound(slot) };
    let sealed = cipher(&salt, slot, password).encrypt(&nonce, payload).unwrap();
    slot["sealed"] = hex(&sealed).into();
    let sealed_key = unhex(slot["keys"][0]["sealed"].as_str().unwrap());
    std::fs::write(slots, serde_json::to_vec(&vault).unwrap()).unwrap();
    let own: [u8; 32] = opened[..32].try_into().unwrap();
    let key = open_held(&own, "loket-ppid database key for a slot v1", &sealed_key).unwrap();
    key.as_slice().try_into().unwrap()
}

/// What a slot binds besides what it holds.
fn bound(slot: &Value) -> Vec<u8> {
    let text = |name: &str| slot[name].as_str().unwrap().to_owned();
    let (version, memory, passes) = (&slot["version"], &slot["memory_kib"], &slot["passes"]);
    let (login, salt, public) = (text("login"), text("salt"), text("public"));
    format!("loket-ppid slot v{version}\npassword:{login}\n{salt}\n{memory}\n{passes}\n{public}").into_bytes()
}

fn cipher(salt: &[u8], slot: &Value, password: &str) -> XChaCha20Poly1305 {
    let number = |name: &str| u32::try_from(slot[name].as_u64().unwrap()).unwrap();
    let params = Params::new(number("memory_kib"), number("passes"), 1, Some(32)).unwrap();
    let mut key = [0; 32];
    Argon2::new(Algorithm::Argon2id, Version::V0x13, params).hash_password_into(password.as_bytes(), salt, &mut key).unwrap();
    XChaCha20Poly1305::new_from_slice(&key).unwrap()
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

fn unhex(text: &str) -> Vec<u8> {
    (0..text.len()).step_by(2).map(|at| u8::from_str_radix(&text[at..at + 2], 16).unwrap()).collect()
}
