//! The report of a round as PDF, DOCX and XLSX
