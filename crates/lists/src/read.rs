//! Readers of lists made by others. Bytes go in; a version and the faults that were found come out. An edition is read
//! whole or not at all: while one fault is an error there is no version.

pub mod line_json;

pub mod limits;
