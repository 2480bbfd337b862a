//! Passwords: argon2id hashes in PHC form. The parameters are the second recommendation of RFC 9106 lowered to what a
//! small machine answers in a tenth of a second: 19 MiB, two passes (OWASP's first choice for argon2id).

use argon2::password_hash::{PasswordHasher as _, PasswordVerifier as _, phc::PasswordHash};
use argon2::{Algorithm, Argon2, Params, Version};

use crate::surroundings::Surroundings;

/// Shortest password that is accepted, in characters.
pub const SHORTEST: usize = 12;

/// The letters of a drawn password: none that are mistaken for one another.
const ALPHABET: &[u8; 32] = b"abcdefghijkmnpqrstuvwxyz23456789";

fn argon2() -> Argon2<'static> {
    // The default parameters of the crate are 19 MiB and two passes; they are named here so that a change of the
    // crate's defaults does not change ours unseen.
    let params = Params::new(19 * 1024, 2, 1, None).unwrap_or_default();
    Argon2::new(Algorithm::Argon2id, Version::V0x13, params)
}

/// A password of four groups of four letters: 80 bits, easy to read aloud.
#[must_use]
pub fn draw(surroundings: &dyn Surroundings) -> String {
    let mut random = [0_u8; 16];
    surroundings.random(&mut random);
    let letters: String = random.iter().map(|byte| char::from(ALPHABET[usize::from(byte % 32)])).collect();
    let groups: Vec<&str> = [0, 4, 8, 12].iter().map(|start| &letters[*start..start + 4]).collect();
    groups.join("-")
}

/// The hash of a password, with a fresh salt. `None` when the hasher refuses it (a password beyond all bounds).
#[must_use]
pub fn hash(password: &str, surroundings: &dyn Surroundings) -> Option<String> {
    let mut salt = [0; 16];
    surroundings.random(&mut salt);
    argon2().hash_password_with_salt(password.as_bytes(), &salt).ok().map(|hash| hash.to_string())
}

/// Whether the password belongs to the hash. The comparison takes the same time wherever they differ.
#[must_use]
pub fn verify(password: &str, hash: &str) -> bool {
    PasswordHash::new(hash).is_ok_and(|hash| argon2().verify_password(password.as_bytes(), &hash).is_ok())
}

/// Spends as long as a real verification, so that an unknown login takes as long as a wrong password.
pub fn waste_time(password: &str) {
    let salt = [0; 16];
    let _ = argon2().hash_password_with_salt(password.as_bytes(), &salt);
}
