//! The world of the typesetter: one template, one data file, the fonts. No disk, no network, no packages, no clock.

use std::sync::OnceLock;

use typst::diag::{FileError, FileResult};
use typst::foundations::{Bytes, Datetime, Duration};
use typst::syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot};
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst::{Library, LibraryExt, World};

use crate::fonts;

const TEMPLATE: &str = include_str!("report.typ");

pub(super) struct ReportWorld {
    template: Source,
    data: FileId,
    bytes: Bytes,
}

impl ReportWorld {
    /// A world around this data.
    pub(super) fn new(data: Vec<u8>) -> Self {
        Self {
            template: Source::new(file("report.typ"), TEMPLATE.to_owned()),
            data: file("report.json"),
            bytes: Bytes::new(data),
        }
    }

    /// The line of the template, from 1, at this byte.
    pub(super) fn line_of(&self, byte: usize) -> usize {
        self.template.text().get(..byte).map_or(0, |before| before.matches('\n').count() + 1)
    }
}

/// The id of a file of this world. Ids are interned by name, so every report shares these two.
fn file(name: &str) -> FileId {
    #[expect(clippy::expect_used, reason = "both names are plain and stand in this file")]
    let path = VirtualPath::new(name).expect("a plain name is a path");
    RootedPath::new(VirtualRoot::Project, path).intern()
}

impl World for ReportWorld {
    fn library(&self) -> &LazyHash<Library> {
        static LIBRARY: OnceLock<LazyHash<Library>> = OnceLock::new();
        LIBRARY.get_or_init(|| LazyHash::new(Library::default()))
    }

    fn book(&self) -> &LazyHash<FontBook> {
        static BOOK: OnceLock<LazyHash<FontBook>> = OnceLock::new();
        BOOK.get_or_init(|| LazyHash::new(FontBook::from_fonts(fonts::faces())))
    }

    fn main(&self) -> FileId {
        self.template.id()
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        if id == self.template.id() { Ok(self.template.clone()) } else { Err(FileError::AccessDenied) }
    }

    fn file(&self, id: FileId) -> FileResult<Bytes> {
        if id == self.data { Ok(self.bytes.clone()) } else { Err(FileError::AccessDenied) }
    }

    fn font(&self, index: usize) -> Option<Font> {
        fonts::faces().get(index).cloned()
    }

    fn today(&self, _offset: Option<Duration>) -> Option<Datetime> {
        None
    }
}
