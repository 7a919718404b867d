//! One field at a time: the value of the right kind, cleaned, or the place and the cause.

use super::fault::{Cause, Cleaned, Fault, Kind};
use super::json::{Json, Place};
use super::moment::Moment;
use crate::domain::text::{clean, dangerous};
use std::collections::HashSet;

/// An object of the document and where it stands.
#[derive(Clone, Copy)]
pub(super) struct Fields<'n, 't> {
    entries: &'n [(std::borrow::Cow<'t, str>, Json<'t>)],
    pub(super) place: Place<'n>,
}

impl<'n, 't> Fields<'n, 't> {
    pub(super) fn new(json: &'n Json<'t>, place: Place<'n>) -> Result<Self, Fault> {
        match json {
            Json::Object(entries) => Ok(Self { entries, place }),
            _ => Err(place.fault(Cause::WrongType(Kind::Object))),
        }
    }

    pub(super) fn fault(&self, key: &str, cause: Cause) -> Fault {
        Place::Field(&self.place, key).fault(cause)
    }

    /// Returns a field's value; null is as good as missing. A key that stands twice with different
    /// values would hide one of them.
    pub(super) fn get(&self, key: &str) -> Result<Option<&'n Json<'t>>, Fault> {
        let mut found: Option<&Json> = None;
        for (name, value) in self.entries {
            if name == key {
                match found {
                    Some(first) if first != value => {
                        return Err(self.fault(key, Cause::DuplicateKey));
                    }
                    _ => found = Some(value),
                }
            }
        }
        Ok(found.filter(|value| **value != Json::Null))
    }

    pub(super) fn list(&self, key: &str) -> Result<Option<&'n [Json<'t>]>, Fault> {
        match self.get(key)? {
            None => Ok(None),
            Some(Json::List(items)) => Ok(Some(items)),
            Some(_) => Err(self.fault(key, Cause::WrongType(Kind::List))),
        }
    }

    /// Reads a list of objects; a missing one is `None`.
    pub(super) fn objects<T>(
        &self,
        key: &str,
        mut take: impl FnMut(&Fields<'_, 't>) -> Result<T, Fault>,
    ) -> Result<Option<Vec<T>>, Fault> {
        let Some(items) = self.list(key)? else {
            return Ok(None);
        };
        let list = Place::Field(&self.place, key);
        let mut out = Vec::with_capacity(items.len());
        for (index, item) in items.iter().enumerate() {
            out.push(take(&Fields::new(item, Place::Item(&list, index))?)?);
        }
        Ok(Some(out))
    }

    /// Reads a published number of voters.
    pub(super) fn number(&self, key: &str) -> Result<u32, Fault> {
        let cause = match self.get(key)? {
            None => Cause::MissingField,
            Some(Json::Whole(number)) if *number < 0 => Cause::NegativeCount,
            Some(Json::Whole(number)) => match u32::try_from(*number) {
                Ok(number) => return Ok(number),
                Err(_) => Cause::OutOfRange,
            },
            Some(Json::Float(number)) if *number < 0.0 => Cause::NegativeCount,
            Some(Json::Float(number)) if *number > f64::from(u32::MAX) => Cause::OutOfRange,
            Some(Json::Float(number)) if number.fract() == 0.0 => {
                // in range and whole, so its text is that of an integer
                match format!("{:.0}", number.abs()).parse() {
                    Ok(number) => return Ok(number),
                    Err(_) => Cause::WrongType(Kind::Whole),
                }
            }
            Some(_) => Cause::WrongType(Kind::Whole),
        };
        Err(self.fault(key, cause))
    }

    /// Refuses a vote that weighs anything but one.
    #[allow(clippy::float_cmp)]
    pub(super) fn weighs_one(&self, key: &str) -> Result<(), Fault> {
        match self.get(key)? {
            None | Some(Json::Whole(1)) => Ok(()),
            Some(Json::Float(weight)) if *weight == 1.0 => Ok(()),
            Some(_) => Err(self.fault(key, Cause::Weight)),
        }
    }
}

/// Takes texts out of fields, cleans them and keeps account of what was dropped where.
#[derive(Default)]
pub(super) struct Cleaner {
    pub(super) cleaned: Vec<Cleaned>,
}

impl Cleaner {
    pub(super) fn drop_at(&mut self, place: String, dropped: usize) {
        if dropped > 0 {
            self.cleaned.push(Cleaned { place, dropped });
        }
    }

    fn cleaned(&mut self, fields: &Fields, key: &str, raw: &str) -> String {
        if !raw.chars().any(dangerous) {
            return raw.to_owned();
        }
        let (text, dropped) = clean(raw);
        self.drop_at(Place::Field(&fields.place, key).to_string(), dropped);
        text
    }

    /// Reads a text; a missing one and one without a character are `None`.
    pub(super) fn text(&mut self, fields: &Fields, key: &str) -> Result<Option<String>, Fault> {
        match fields.get(key)? {
            None => Ok(None),
            Some(Json::Text(raw)) => {
                Ok(Some(self.cleaned(fields, key, raw)).filter(|text| !text.is_empty()))
            }
            Some(_) => Err(fields.fault(key, Cause::WrongType(Kind::Text))),
        }
    }

    /// Reads a text that some sources write as a number.
    pub(super) fn label(&mut self, fields: &Fields, key: &str) -> Result<Option<String>, Fault> {
        match fields.get(key)? {
            Some(Json::Whole(number)) => Ok(Some(number.to_string())),
            _ => self.text(fields, key),
        }
    }

    /// Reads a text that must be there.
    pub(super) fn required(&mut self, fields: &Fields, key: &str) -> Result<String, Fault> {
        self.text(fields, key)?
            .ok_or_else(|| fields.fault(key, Cause::MissingField))
    }

    /// Reads an id that no other entry of its collection may have.
    pub(super) fn id(
        &mut self,
        fields: &Fields,
        known: &mut HashSet<String>,
    ) -> Result<String, Fault> {
        let id = self.required(fields, "id")?;
        unique(fields, known, &id)?;
        Ok(id)
    }

    /// Reads a date or a time.
    pub(super) fn moment(&mut self, fields: &Fields, key: &str) -> Result<Option<Moment>, Fault> {
        match self.text(fields, key)? {
            None => Ok(None),
            Some(text) => match Moment::new(&text) {
                Some(moment) => Ok(Some(moment)),
                None => Err(fields.fault(key, Cause::BadDate(text))),
            },
        }
    }
}

/// Refuses an id that is already known.
pub(super) fn unique(fields: &Fields, known: &mut HashSet<String>, id: &str) -> Result<(), Fault> {
    if known.insert(id.to_owned()) {
        Ok(())
    } else {
        Err(fields.fault("id", Cause::DuplicateId(id.to_owned())))
    }
}
