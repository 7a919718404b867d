//! What a paper is made of.

/// One part of a paper.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Block {
    /// A heading; level 1 is the title of the paper.
    Heading {
        /// From 1 to 6.
        level: u8,
        /// Its words; a line feed becomes a space.
        text: String,
    },
    /// A paragraph; line feeds are kept, an empty line parts two paragraphs.
    Paragraph(String),
    /// Labels with what belongs to them, one a line.
    Fields(Vec<Field>),
    /// A list.
    List {
        /// Whether the items are counted.
        ordered: bool,
        /// The items.
        items: Vec<String>,
    },
    /// A table.
    Table(Table),
    /// Lines to be signed by hand, one for each label.
    Signature {
        /// Who signs.
        lines: Vec<String>,
    },
}

/// A label and what belongs to it; the writer puts the mark between them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Field {
    /// The label, without a colon.
    pub label: String,
    /// What belongs to it.
    pub value: String,
}

/// A table. Rows may be shorter or longer than the head; missing cells are empty.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Table {
    /// The names of the columns.
    pub head: Vec<String>,
    /// The rows.
    pub rows: Vec<Vec<String>>,
    /// How each column is lined up; a column without one is lined up on the left.
    pub align: Vec<Align>,
}

/// How a column is lined up.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Align {
    /// On the left.
    #[default]
    Left,
    /// In the middle.
    Center,
    /// On the right, as numbers are.
    Right,
}

impl Block {
    /// Makes a heading.
    pub fn heading(level: u8, text: impl Into<String>) -> Self {
        let text = text.into();
        Self::Heading { level, text }
    }

    /// Makes a paragraph.
    pub fn paragraph(text: impl Into<String>) -> Self {
        Self::Paragraph(text.into())
    }

    /// Makes a list.
    pub fn list<T: Into<String>>(ordered: bool, items: impl IntoIterator<Item = T>) -> Self {
        let items = items.into_iter().map(Into::into).collect();
        Self::List { ordered, items }
    }

    /// Makes lines to be signed.
    pub fn signature<T: Into<String>>(labels: impl IntoIterator<Item = T>) -> Self {
        let lines = labels.into_iter().map(Into::into).collect();
        Self::Signature { lines }
    }
}

impl Field {
    /// Makes a field.
    pub fn new(label: impl Into<String>, value: impl Into<String>) -> Self {
        Self {
            label: label.into(),
            value: value.into(),
        }
    }
}

impl Table {
    /// Returns the number of columns: the longest row counts.
    #[must_use]
    pub fn columns(&self) -> usize {
        let rows = self.rows.iter().map(Vec::len);
        rows.chain([self.head.len()]).max().unwrap_or(0)
    }

    /// Returns how a column is lined up.
    #[must_use]
    pub fn align_of(&self, column: usize) -> Align {
        self.align.get(column).copied().unwrap_or_default()
    }
}

/// Returns the lines of a text without empty ones at its ends; any line end counts.
pub(super) fn lines(text: &str) -> impl Iterator<Item = &str> {
    let folded = text.trim_matches(['\n', '\r', ' ', '\t']);
    folded
        .split('\n')
        .flat_map(|line| line.trim_end_matches('\r').split('\r'))
}

/// Returns a text on one line.
pub(super) fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
