//! What a change becomes before it is written: its exact bytes, their hash, and the lookup of the record.

use domain::body::Body;
use domain::fault::Fault;
use domain::hash::Hash;
use domain::ids::RecordId;
use domain::index::Index;
use domain::revision::Revision;

use crate::error::StoreError;
use crate::query::Stored;
use crate::reading::parent_text;
use crate::register::number;
use crate::rows::Value;

/// A revision ready to be written.
pub(crate) struct Entry<'a> {
    pub(crate) revision: &'a Revision,
    pub(crate) bytes: Vec<u8>,
    pub(crate) hash: Hash,
    pub(crate) lookup: Lookup,
}

/// Everything the table `record` says of a revision, except the act that wrote it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Lookup {
    pub(crate) index: Index,
    pub(crate) owner: String,
    pub(crate) audience: String,
    pub(crate) folded: String,
}

impl Lookup {
    /// The lookup of this revision.
    pub(crate) fn of(revision: &Revision) -> Self {
        let index = Index::of(revision);
        Self {
            owner: revision.owner.to_string(),
            audience: revision.audience().to_string(),
            folded: text::fold(&index.text),
            index,
        }
    }

    /// What two records never share.
    pub(crate) fn key(&self) -> [String; 4] {
        [self.index.kind.to_string(), self.owner.clone(), parent_text(self.index.parent), self.index.name.clone()]
    }
}

impl<'a> Entry<'a> {
    /// Checks the revision and makes its bytes.
    pub(crate) fn of(revision: &'a Revision) -> Result<Self, StoreError> {
        let mut faults = revision.body.check();
        faults.retain(Fault::is_error);
        let (bytes, hash) = revision.to_bytes();
        // What is verified later is what the bytes say; they must say what was meant.
        if !Revision::from_bytes(&bytes).is_ok_and(|read| read == *revision) {
            faults.push(Fault::error("revision-not-readable"));
        }
        let lookup = Lookup::of(revision);
        // Verifying joins these with control characters.
        let index = &lookup.index;
        let texts = [&index.name, &index.sort, &lookup.folded];
        if texts.into_iter().chain(index.facets.iter().map(|(_, value)| value)).any(|t| t.contains(char::is_control)) {
            faults.push(Fault::error("text-control-character"));
        }
        if !faults.is_empty() {
            return Err(StoreError::Invalid(faults));
        }
        Ok(Self { revision, bytes, hash, lookup })
    }

    /// As it will be stored by the act at this place.
    pub(crate) fn stored(&self, sequence: u64) -> Stored {
        Stored { revision: self.revision.clone(), hash: self.hash, sequence }
    }

    /// The row of the table `record`.
    pub(crate) fn record_row(&self, sequence: u64) -> Vec<Value> {
        let index = &self.lookup.index;
        vec![
            Value::Text(self.revision.record.to_string()),
            Value::Text(index.kind.to_string()),
            Value::Text(self.lookup.owner.clone()),
            Value::Text(self.lookup.audience.clone()),
            Value::Text(parent_text(index.parent)),
            Value::Text(index.name.clone()),
            Value::Text(index.sort.clone()),
            Value::Text(self.lookup.folded.clone()),
            Value::Number(i64::from(self.revision.version)),
            Value::Text(self.hash.to_string()),
            Value::Number(number(sequence)),
        ]
    }

    /// The row of the table `revision`.
    pub(crate) fn revision_row(&self) -> Vec<Value> {
        vec![
            Value::Text(self.revision.record.to_string()),
            Value::Number(i64::from(self.revision.version)),
            Value::Text(self.hash.to_string()),
            Value::Bytes(self.bytes.clone()),
        ]
    }

    /// The rows of the table `facet`.
    pub(crate) fn facet_rows(&self) -> impl Iterator<Item = Vec<Value>> {
        let record: RecordId = self.revision.record;
        self.lookup.index.facets.iter().map(move |(name, value)| {
            vec![Value::Text((*name).to_owned()), Value::Text(value.clone()), Value::Text(record.to_string())]
        })
    }
}

/// The files a revision refers to: they must be stored with it or before it.
pub(crate) fn files_of(body: &Body) -> Vec<Hash> {
    match body {
        Body::Document(document) => vec![document.sha256],
        Body::Report(report) => report.files.iter().map(|file| file.sha256).collect(),
        Body::Sample(sample) => sample.photographs.iter().map(|file| file.sha256).collect(),
        Body::LaboratoryMeasurement(measurement) => [Some(&measurement.file), measurement.background.as_ref()]
            .into_iter()
            .flatten()
            .map(|file| file.sha256)
            .collect(),
        Body::PartyListVersion(version) => version.files.iter().map(|file| file.sha256).collect(),
        _ => Vec::new(),
    }
}
