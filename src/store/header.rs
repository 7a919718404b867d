//! The first line of every journal: whose log this is, which life of it, and what it continues.

use super::{Hash, StoreError};
use serde::{Deserialize, Serialize};

const FORMAT_NAME: &str = "lianxi-journal";
const VERSION: u32 = 1;

/// Says whose journal a file holds. Written once, as line 0, and never changed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Header {
    /// The committee's id.
    pub committee: String,
    /// Which life of the log this is: 0 for the first, one more after a lost tail.
    pub epoch: u32,
    /// Where the epoch before ended; none for the first.
    pub parent: Option<Parent>,
}

/// Names the last known line of the epoch before.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Parent {
    /// The epoch that ended.
    pub epoch: u32,
    /// The hash of its last known line.
    pub hash: Hash,
    /// The seq of its last known line.
    pub seq: u64,
}

/// The line as written; the fields stand in the order of their keys because bytes are hashed.
#[derive(Serialize, Deserialize)]
struct Wire {
    committee: String,
    epoch: u32,
    format: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    parent: Option<Parent>,
    v: u32,
}

impl Header {
    /// Writes line 0: JSON with keys sorted by code point, no blanks, an absent parent left out.
    ///
    /// # Errors
    /// [`StoreError::BadHeader`] when the committee has no id.
    pub fn to_line(&self) -> Result<String, StoreError> {
        if self.committee.is_empty() {
            return Err(StoreError::BadHeader);
        }
        serde_json::to_string(&Wire {
            committee: self.committee.clone(),
            epoch: self.epoch,
            format: FORMAT_NAME.to_owned(),
            parent: self.parent.clone(),
            v: VERSION,
        })
        .map_err(|_| StoreError::BadHeader)
    }

    /// Reads line 0.
    ///
    /// # Errors
    /// [`StoreError::NewerVersion`] for a journal of a later version, [`StoreError::BadHeader`]
    /// for everything else that is no header.
    pub fn from_line(bytes: &[u8]) -> Result<Self, StoreError> {
        let wire: Wire = serde_json::from_slice(bytes).map_err(|_| StoreError::BadHeader)?;
        if wire.format != FORMAT_NAME || wire.committee.is_empty() {
            Err(StoreError::BadHeader)
        } else if wire.v > VERSION {
            Err(StoreError::NewerVersion {
                have: wire.v.into(),
                know: VERSION.into(),
            })
        } else {
            Ok(Self {
                committee: wire.committee,
                epoch: wire.epoch,
                parent: wire.parent,
            })
        }
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn the_first_epoch_has_no_parent_key() {
        let header = Header {
            committee: "c1".into(),
            epoch: 0,
            parent: None,
        };
        let line = header.to_line().unwrap();
        assert_eq!(
            line,
            r#"{"committee":"c1","epoch":0,"format":"lianxi-journal","v":1}"#
        );
        assert_eq!(Header::from_line(line.as_bytes()).unwrap(), header);
    }

    #[test]
    fn a_later_epoch_names_where_the_one_before_ended() {
        let header = Header {
            committee: "c1".into(),
            epoch: 1,
            parent: Some(Parent {
                epoch: 0,
                hash: Hash::ZERO,
                seq: 12,
            }),
        };
        let line = header.to_line().unwrap();
        assert_eq!(
            line,
            format!(
                r#"{{"committee":"c1","epoch":1,"format":"lianxi-journal","parent":{{"epoch":0,"hash":"{}","seq":12}},"v":1}}"#,
                Hash::ZERO
            )
        );
        assert_eq!(Header::from_line(line.as_bytes()).unwrap(), header);
    }

    #[test]
    fn a_journal_of_a_later_version_is_named_as_such() {
        let line = br#"{"committee":"c1","epoch":0,"format":"lianxi-journal","v":2}"#;
        assert!(matches!(
            Header::from_line(line),
            Err(StoreError::NewerVersion { have: 2, know: 1 })
        ));
        assert!(matches!(
            Header::from_line(b"\xff"),
            Err(StoreError::BadHeader)
        ));
    }
}
