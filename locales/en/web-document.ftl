# Attached files.
web-document-attach-title = Attach a document
web-document-attach-lead = The document carries the owner and the marking of the record it is attached to. PDF, DOCX, XLSX, PNG, JPEG and plain text are taken, up to { $limit }.
web-document-file = File
web-document-title = Title
web-document-language = Language of the document
web-document-language-none = not stated
web-document-translation = Original or translation
web-document-date = Date of the document
web-document-save = Attach the document
web-document-column-title = Document
web-document-column-date = Date
web-document-column-language = Language
web-document-column-size = Size

## Languages of documents and meetings
web-document-language-en = English
web-document-language-ru = Russian
web-document-language-tg = Tajik
web-document-language-ky = Kyrgyz
web-document-language-be = Belarusian
web-document-language-kk = Kazakh
web-document-language-uz = Uzbek
web-document-language-fr = French
web-document-language-es = Spanish
web-document-language-zh = Chinese
web-document-language-ar = Arabic

## What was filled in and cannot be read
fault-choice-not-read = “{ $value }” is not one of the choices
    .hint = Choose from what the form offers.
fault-number-not-read = “{ $value }” is not a whole number
    .hint = Write digits only.
fault-name-taken = “{ $name }” is taken already
    .hint = Choose another one.
fault-date-not-read = “{ $value }” is not a date
    .hint = Write 2026-08-02, 2026-08, 2026-Q3 or 2026.
