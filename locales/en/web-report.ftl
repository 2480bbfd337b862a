# Reports: list, building, one report.
web-reports-title = Reports
web-reports-lead = Reports are built from the record of a round. The same record gives the same bytes; every report keeps the exact revisions it rests on.
web-reports-empty = No report has been built yet.
web-reports-empty-first-step = Build the first report of a round; it contains only what its readers may read.
web-reports-build = Build a report
web-reports-count = { $count ->
    [one] { $count } report
   *[other] { $count } reports
}
web-reports-column-round = Round
web-reports-column-scope = For whom
web-reports-column-languages = Languages
web-reports-column-files = Files
web-reports-column-built = Built
web-reports-column-built-by = by { $person }

web-report-build-title = Build a report
web-report-build-lead = The report is set as PDF and DOCX. It contains only what the chosen readers may read, whoever builds it. This takes a few seconds.
web-report-build-round = Round
web-report-build-scope = For whom
web-report-build-languages = Languages
web-report-build-language-order-en = English
web-report-build-language-order-ru = Russian
web-report-build-language-order-en-ru = English and Russian, English leads
web-report-build-language-order-ru-en = Russian and English, Russian leads
web-report-build-save = Build the report
web-report-building = Gathering the record and setting the pages…

web-report-title = Report
web-report-scope = For whom
web-report-round = Round
web-report-languages = Languages
web-report-built = Built
web-report-files = Files
web-report-column-file = File
web-report-column-type = Type
web-report-column-size = Size
web-report-column-hash = SHA-256
web-report-download = Download { $name }
web-report-basis = What it rests on
web-report-basis-lead = { $count ->
    [one] One revision.
   *[other] { $count } revisions, exactly as they stood.
}
web-report-basis-hidden = { $count ->
    [one] One more revision is not shared with you.
   *[other] { $count } more revisions are not shared with you.
}
web-report-basis-which = Which revisions are shown
web-report-basis-all = All
web-report-basis-newer = Changed since
web-report-basis-none-newer = Nothing of this has changed since.
web-report-column-kind = Kind
web-report-column-owner = Whose
web-report-column-record = Record
web-report-column-version = Version
web-report-column-revision = SHA-256 of the revision
web-report-basis-same = as in the report
web-report-basis-changed = changed since: version { $version }
web-report-type-pdf = PDF, for reading and printing
web-report-type-docx = DOCX, for editing
