//! The lock of a desk, made cheap to open.

use argon2::{Algorithm, Argon2, Params, Version};
use chacha20poly1305::aead::{Aead, KeyInit};
use chacha20poly1305::{XChaCha20Poly1305, XNonce};
use serde_json::Value;
use std::path::Path;

/// Seals the key of the database again under the same password, with a derivation that costs nothing: desks that
/// are killed or simulated are opened thousands of times. Returns the key.
pub fn weaken_lock(desk: &Path, password: &str) -> [u8; 32] {
    let slots = &desk.join("data/loket.kunci");
    let mut vault: Value = serde_json::from_slice(&std::fs::read(slots).unwrap()).unwrap();
    let slots_of = vault["slots"].as_array_mut().unwrap();
    slots_of.retain(|slot| slot["opens_with"] == "password");
    let slot = &mut slots_of[0];
    let bytes = |name: &str| unhex(slot[name].as_str().unwrap());
    let (salt, nonce, sealed) = (bytes("salt"), bytes("nonce"), bytes("sealed"));
    let number = |name: &str| u32::try_from(slot[name].as_u64().unwrap()).unwrap();
    let nonce = XNonce::from(<[u8; 24]>::try_from(nonce).unwrap());
    let key = cipher(&salt, number("memory_kib"), number("passes"), password).decrypt(&nonce, sealed.as_slice()).unwrap();
    let sealed = cipher(&salt, 8, 1, password).encrypt(&nonce, key.as_slice()).unwrap();
    slot["memory_kib"] = 8.into();
    slot["passes"] = 1.into();
    slot["sealed"] = hex(&sealed).into();
    std::fs::write(slots, serde_json::to_vec(&vault).unwrap()).unwrap();
    key.try_into().unwrap()
}

fn cipher(salt: &[u8], memory_kib: u32, passes: u32, password: &str) -> XChaCha20Poly1305 {
    let params = Params::new(memory_kib, passes, 1, Some(32)).unwrap();
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
