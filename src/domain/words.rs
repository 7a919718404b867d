//! Every word that somebody wrote and an event brought, with the name of its field: read off the event by its types, so
//! that no field added later is left out.

use serde::ser::{
    self, Serialize, SerializeMap, SerializeSeq, SerializeStruct, SerializeStructVariant,
    SerializeTuple, SerializeTupleStruct, SerializeTupleVariant, Serializer,
};
use std::borrow::Cow;
use std::fmt::{self, Display};

/// The name under which [`Line`](super::text::Line) says what it is.
pub(super) const LINE: &str = "Line";
/// The name under which [`Text`](super::text::Text) says what it is.
pub(super) const TEXT: &str = "Text";

/// The name under which [`Masked`](super::board::mask::Masked) says what it is.
const MASKED: &str = "Masked";

/// The field of what a rule goes back to, which may be empty and is therefore no line.
const CLAUSE: &str = "clause";

/// A text that somebody wrote.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Word {
    /// The field it stands in.
    pub field: Cow<'static, str>,
    /// It, whole.
    pub text: String,
}

/// Returns every text that something holds, in its order.
#[must_use]
pub fn words(of: &impl Serialize) -> Vec<Word> {
    let mut reader = Reader::default();
    // Nothing is written, so nothing can fail.
    let _read = of.serialize(&mut reader);
    reader.found
}

#[derive(Default)]
struct Reader {
    field: Cow<'static, str>,
    /// Whether what comes next is the key of a map, which is the name of a field where one thing stands within another.
    key: bool,
    /// Whether what comes next is the inside of a text.
    written: bool,
    found: Vec<Word>,
}

/// What a type says that cannot be written; a reader of words meets none.
#[derive(Debug)]
struct Unread;

impl Display for Unread {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("not read")
    }
}

impl std::error::Error for Unread {}

impl ser::Error for Unread {
    fn custom<T: Display>(_: T) -> Self {
        Self
    }
}

macro_rules! nothing {
    ($($name:ident: $kind:ty),+ $(,)?) => {$(
        fn $name(self, _: $kind) -> Result<(), Unread> {
            Ok(())
        }
    )+};
}

impl<'r> Serializer for &'r mut Reader {
    type Ok = ();
    type Error = Unread;
    type SerializeSeq = Inside<'r>;
    type SerializeTuple = Inside<'r>;
    type SerializeTupleStruct = Inside<'r>;
    type SerializeTupleVariant = Inside<'r>;
    type SerializeMap = Inside<'r>;
    type SerializeStruct = Inside<'r>;
    type SerializeStructVariant = Inside<'r>;

    nothing! {
        serialize_bool: bool, serialize_i8: i8, serialize_i16: i16, serialize_i32: i32,
        serialize_i64: i64, serialize_u8: u8, serialize_u16: u16, serialize_u32: u32,
        serialize_u64: u64, serialize_f32: f32, serialize_f64: f64, serialize_char: char,
        serialize_bytes: &[u8], serialize_unit_struct: &'static str,
    }

    fn serialize_str(self, text: &str) -> Result<(), Unread> {
        if self.key {
            self.field = Cow::Owned(text.to_owned());
        }
        if (self.written || self.field == CLAUSE) && !text.is_empty() {
            let (field, text) = (self.field.clone(), text.to_owned());
            self.found.push(Word { field, text });
        }
        Ok(())
    }

    fn serialize_none(self) -> Result<(), Unread> {
        Ok(())
    }

    fn serialize_unit(self) -> Result<(), Unread> {
        Ok(())
    }

    fn serialize_some<T: ?Sized + Serialize>(self, value: &T) -> Result<(), Unread> {
        value.serialize(self)
    }

    fn serialize_unit_variant(
        self,
        _: &'static str,
        _: u32,
        _: &'static str,
    ) -> Result<(), Unread> {
        Ok(())
    }

    fn serialize_newtype_struct<T: ?Sized + Serialize>(
        self,
        name: &'static str,
        value: &T,
    ) -> Result<(), Unread> {
        self.written = [LINE, TEXT, MASKED].contains(&name);
        let read = value.serialize(&mut *self);
        self.written = false;
        read
    }

    fn serialize_newtype_variant<T: ?Sized + Serialize>(
        self,
        _: &'static str,
        _: u32,
        _: &'static str,
        value: &T,
    ) -> Result<(), Unread> {
        value.serialize(self)
    }

    fn serialize_seq(self, _: Option<usize>) -> Result<Inside<'r>, Unread> {
        Ok(Inside::of(self))
    }

    fn serialize_tuple(self, _: usize) -> Result<Inside<'r>, Unread> {
        Ok(Inside::of(self))
    }

    fn serialize_tuple_struct(self, _: &'static str, _: usize) -> Result<Inside<'r>, Unread> {
        Ok(Inside::of(self))
    }

    fn serialize_tuple_variant(
        self,
        _: &'static str,
        _: u32,
        _: &'static str,
        _: usize,
    ) -> Result<Inside<'r>, Unread> {
        Ok(Inside::of(self))
    }

    fn serialize_map(self, _: Option<usize>) -> Result<Inside<'r>, Unread> {
        Ok(Inside::of(self))
    }

    fn serialize_struct(self, _: &'static str, _: usize) -> Result<Inside<'r>, Unread> {
        Ok(Inside::of(self))
    }

    fn serialize_struct_variant(
        self,
        _: &'static str,
        _: u32,
        _: &'static str,
        _: usize,
    ) -> Result<Inside<'r>, Unread> {
        Ok(Inside::of(self))
    }
}

/// The inside of a list, a map or a thing with fields; the field it stands in is that of its parts that have none.
struct Inside<'r> {
    reader: &'r mut Reader,
    outside: Cow<'static, str>,
}

impl<'r> Inside<'r> {
    fn of(reader: &'r mut Reader) -> Self {
        let outside = reader.field.clone();
        Self { reader, outside }
    }

    fn part<T: ?Sized + Serialize>(&mut self, value: &T) -> Result<(), Unread> {
        self.reader.field = self.outside.clone();
        value.serialize(&mut *self.reader)
    }

    fn field<T: ?Sized + Serialize>(
        &mut self,
        name: &'static str,
        value: &T,
    ) -> Result<(), Unread> {
        self.reader.field = Cow::Borrowed(name);
        let read = value.serialize(&mut *self.reader);
        self.reader.field = self.outside.clone();
        read
    }
}

macro_rules! parts {
    ($($of:ident $part:ident),+ $(,)?) => {$(
        impl $of for Inside<'_> {
            type Ok = ();
            type Error = Unread;

            fn $part<T: ?Sized + Serialize>(&mut self, value: &T) -> Result<(), Unread> {
                self.part(value)
            }

            fn end(self) -> Result<(), Unread> {
                Ok(())
            }
        }
    )+};
}

parts! {
    SerializeSeq serialize_element,
    SerializeTuple serialize_element,
    SerializeTupleStruct serialize_field,
    SerializeTupleVariant serialize_field,
}

macro_rules! fields {
    ($($of:ident),+ $(,)?) => {$(
        impl $of for Inside<'_> {
            type Ok = ();
            type Error = Unread;

            fn serialize_field<T: ?Sized + Serialize>(
                &mut self,
                name: &'static str,
                value: &T,
            ) -> Result<(), Unread> {
                self.field(name, value)
            }

            fn end(self) -> Result<(), Unread> {
                Ok(())
            }
        }
    )+};
}

fields!(SerializeStruct, SerializeStructVariant);

impl SerializeMap for Inside<'_> {
    type Ok = ();
    type Error = Unread;

    fn serialize_key<T: ?Sized + Serialize>(&mut self, key: &T) -> Result<(), Unread> {
        self.reader.key = true;
        let read = self.part(key);
        self.reader.key = false;
        read
    }

    fn serialize_value<T: ?Sized + Serialize>(&mut self, value: &T) -> Result<(), Unread> {
        // The key before it named the field.
        value.serialize(&mut *self.reader)
    }

    fn end(self) -> Result<(), Unread> {
        Ok(())
    }
}
