//! Checkpoints: the head of the register as a signed note (C2SP tlog-checkpoint and signed-note, Ed25519).
//!
//! A checkpoint fixes the number of acts and the root of their tree. Whoever kept one can later see whether anything
//! before it was changed, without trusting the node.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use ed25519_dalek::{Signature, Signer as _, SigningKey, VerifyingKey};

use crate::hash::Hash;

/// The algorithm byte of Ed25519 in signed-note keys.
const ED25519: u8 = 0x01;

/// The key that signs a node's checkpoints.
pub struct Signer {
    name: String,
    key: SigningKey,
}

/// The key that verifies them. Safe to hand out, and meant to be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Verifier {
    name: String,
    key: VerifyingKey,
}

/// What a checkpoint says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Checkpoint {
    /// The register: the node's name.
    pub origin: String,
    /// The number of acts.
    pub size: u64,
    /// The root of their tree.
    pub root: Hash,
}

/// Why a note or key cannot be used.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum NoteError {
    /// Not the text of a signed checkpoint.
    #[error("not a signed checkpoint")]
    Malformed,
    /// Not the text of a key.
    #[error("not a key of a signed note")]
    MalformedKey,
    /// No signature by this key.
    #[error("not signed by the expected key")]
    UnknownKey,
    /// The signature does not hold.
    #[error("the signature does not hold")]
    WrongSignature,
}

/// The id of a key: the first four bytes of SHA-256(name ‖ "\n" ‖ algorithm ‖ public key).
fn key_id(name: &str, key: &VerifyingKey) -> [u8; 4] {
    let hash = Hash::of_parts(&[name.as_bytes(), b"\n", &[ED25519], key.as_bytes()]);
    [hash.0[0], hash.0[1], hash.0[2], hash.0[3]]
}

fn hex(bytes: [u8; 4]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// Whether a name can stand in a note: no white space, no plus sign.
#[must_use]
pub fn is_note_name(name: &str) -> bool {
    !name.is_empty() && !name.contains(|c: char| c.is_whitespace() || c.is_control() || c == '+')
}

impl Signer {
    /// A signer from 32 secret bytes that the caller drew at random. `None` when the name cannot stand in a note.
    #[must_use]
    pub fn new(name: &str, secret: &[u8; 32]) -> Option<Self> {
        is_note_name(name).then(|| Self { name: name.to_owned(), key: SigningKey::from_bytes(secret) })
    }

    /// The name in the notes: the origin of the register.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The key to verify with.
    #[must_use]
    pub fn verifier(&self) -> Verifier {
        Verifier { name: self.name.clone(), key: self.key.verifying_key() }
    }

    /// The secret key as text, in the form of signed-note tools. Only for the key file.
    #[must_use]
    pub fn to_secret_text(&self) -> String {
        let id = hex(key_id(&self.name, &self.key.verifying_key()));
        let bytes: Vec<u8> = std::iter::once(ED25519).chain(self.key.to_bytes()).collect();
        format!("PRIVATE+KEY+{}+{id}+{}", self.name, STANDARD.encode(bytes))
    }

    /// Reads the text of a key file.
    ///
    /// # Errors
    /// When it is not such a text.
    pub fn from_secret_text(text: &str) -> Result<Self, NoteError> {
        let wrong = NoteError::MalformedKey;
        let rest = text.trim().strip_prefix("PRIVATE+KEY+").ok_or(wrong)?;
        let (name, id, bytes) = split_key(rest).ok_or(wrong)?;
        let secret: [u8; 32] = bytes.try_into().map_err(|_| wrong)?;
        let signer = Self::new(&name, &secret).ok_or(wrong)?;
        if hex(key_id(&name, &signer.key.verifying_key())) == id { Ok(signer) } else { Err(wrong) }
    }

    /// Signs a checkpoint: the whole text of the note.
    #[must_use]
    pub fn sign(&self, size: u64, root: Hash) -> String {
        let text = format!("{}\n{size}\n{}\n", self.name, STANDARD.encode(root.0));
        let mut signature = key_id(&self.name, &self.key.verifying_key()).to_vec();
        signature.extend(self.key.sign(text.as_bytes()).to_bytes());
        format!("{text}\n— {} {}\n", self.name, STANDARD.encode(signature))
    }
}

impl std::fmt::Debug for Signer {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Signer({})", self.name)
    }
}

impl Verifier {
    /// The name in the notes.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The public key as text, in the form of signed-note tools: `name+id+base64`.
    #[must_use]
    pub fn to_text(&self) -> String {
        let bytes: Vec<u8> = std::iter::once(ED25519).chain(*self.key.as_bytes()).collect();
        format!("{}+{}+{}", self.name, hex(key_id(&self.name, &self.key)), STANDARD.encode(bytes))
    }

    /// Reads the text of a public key.
    ///
    /// # Errors
    /// When it is not such a text, or its id does not fit the key.
    pub fn from_text(text: &str) -> Result<Self, NoteError> {
        let wrong = NoteError::MalformedKey;
        let (name, id, bytes) = split_key(text.trim()).ok_or(wrong)?;
        let bytes: [u8; 32] = bytes.try_into().map_err(|_| wrong)?;
        let key = VerifyingKey::from_bytes(&bytes).map_err(|_| wrong)?;
        if hex(key_id(&name, &key)) == id { Ok(Self { name, key }) } else { Err(wrong) }
    }

    /// Reads a note and checks that this key signed it.
    ///
    /// # Errors
    /// When the note is malformed, not signed by this key, or the signature does not hold.
    pub fn open(&self, note: &str) -> Result<Checkpoint, NoteError> {
        let (text, signatures) = note.rsplit_once("\n\n").ok_or(NoteError::Malformed)?;
        let text = format!("{text}\n");
        let id = key_id(&self.name, &self.key);
        let prefix = format!("— {} ", self.name);
        let signature = signatures
            .lines()
            .filter_map(|line| line.strip_prefix(&prefix))
            .filter_map(|encoded| STANDARD.decode(encoded).ok())
            .find(|bytes| bytes.len() == 68 && bytes[..4] == id)
            .ok_or(NoteError::UnknownKey)?;
        let bytes: [u8; 64] = signature[4..].try_into().map_err(|_| NoteError::Malformed)?;
        self.key
            .verify_strict(text.as_bytes(), &Signature::from_bytes(&bytes))
            .map_err(|_| NoteError::WrongSignature)?;
        let mut lines = text.lines();
        let mut line = || lines.next().ok_or(NoteError::Malformed);
        let origin = line()?.to_owned();
        let size = line()?.parse().map_err(|_| NoteError::Malformed)?;
        let root = STANDARD.decode(line()?).map_err(|_| NoteError::Malformed)?;
        let root = Hash(root.try_into().map_err(|_| NoteError::Malformed)?);
        Ok(Checkpoint { origin, size, root })
    }
}

/// `name+id+base64(algorithm ‖ key)`: the name, the id and the key's bytes. The base64 itself may contain plus signs.
fn split_key(text: &str) -> Option<(String, String, Vec<u8>)> {
    let mut parts = text.splitn(3, '+');
    let (name, id, encoded) = (parts.next()?, parts.next()?, parts.next()?);
    let bytes = STANDARD.decode(encoded).ok()?;
    let (&algorithm, key) = bytes.split_first()?;
    (algorithm == ED25519 && is_note_name(name)).then(|| (name.to_owned(), id.to_owned(), key.to_vec()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn signer() -> Signer {
        Signer::new("node.example/register", &[7; 32]).unwrap()
    }

    #[test]
    fn a_note_opens_with_the_key_that_signed_it() {
        let signer = signer();
        let note = signer.sign(42, Hash::of(b"root"));
        let verifier = Verifier::from_text(&signer.verifier().to_text()).unwrap();
        let checkpoint = verifier.open(&note).unwrap();
        assert_eq!((checkpoint.size, checkpoint.root), (42, Hash::of(b"root")));
        let again = Signer::from_secret_text(&signer.to_secret_text()).unwrap();
        assert_eq!(again.sign(42, Hash::of(b"root")), note, "Ed25519 signatures are deterministic");
    }

    #[test]
    fn a_changed_note_does_not_open() {
        let signer = signer();
        let note = signer.sign(42, Hash::of(b"root"));
        let verifier = signer.verifier();
        assert_eq!(verifier.open(&note.replace("\n42\n", "\n43\n")), Err(NoteError::WrongSignature));
        assert_eq!(verifier.open("nothing"), Err(NoteError::Malformed));
        let other = Signer::new("node.example/register", &[8; 32]).unwrap().verifier();
        assert_eq!(other.open(&note), Err(NoteError::UnknownKey));
    }

    /// The example key of the signed-note documentation (package golang.org/x/mod/sumdb/note).
    #[test]
    fn keys_are_those_of_signed_note_tools() {
        let text = "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW";
        let verifier = Verifier::from_text(text).unwrap();
        assert_eq!(verifier.to_text(), text);
    }
}
