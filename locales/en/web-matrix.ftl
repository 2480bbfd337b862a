# Pages of matrices, their cells, imports and steps; comparing rows; matrix forms.

## The list, and beginning one
web-matrices-lead = What each State says about every row of the form. A mark indicates a fact, never a degree of compliance.
web-matrices-empty = No matrix has reached you yet. A matrix belongs here once a State has begun it and shared it with you.
web-matrix-new = Begin a matrix
web-matrix-new-lead = { $state }: a draft that only your State reads until you share it.
web-matrix-form = Matrix form
web-matrix-form-hint = The name of the form says how far its wording is verified.
web-matrix-begin = Begin the matrix
web-state = State
web-status = Status
web-marking = Marking
web-mark = Mark
web-section = Section
web-weapon = Weapon type
web-row = Row
web-row-number = No.
web-cell = Cell
web-before = Before
web-after = After
web-new = new
web-none = none
web-not-said = not stated
web-close = Close
web-unverified = not verified
web-verified = verified
web-paragraphs = Operative paragraphs
web-filter-nothing = Nothing fits what you ask for.
web-documents = Documents
web-documents-none = No document is attached.
web-document-attach = Attach a document
web-history = History
web-history-none = Nothing has been said here yet.
web-version = Version { $version }
web-changes = { $count ->
    [0] No field changed
    [one] { $count } field changed
   *[other] { $count } fields changed
}
web-cells = { $count ->
    [one] { $count } cell
   *[other] { $count } cells
}

## One matrix
web-matrix-of = Matrix of { $state }
web-matrix-reports = Reports to the Committee
web-matrix-legend = Legend of the form
web-matrix-legend-lead = Marks indicate facts. They say nothing about the degree of compliance.
web-matrix-cited = with a citation
web-matrix-changed = changed since last agreed
web-matrix-changes = Changes
web-matrix-only-changed = only rows changed since last agreed
web-matrix-rows = { $count ->
    [one] { $count } row
   *[other] { $count } rows
}
web-matrix-information = Information
web-matrix-nothing-said = nothing said
web-matrix-panel = The open cell
web-matrix-row-itself = the row itself
web-matrix-steps = Steps of the matrix
web-matrix-next-step = Next step
web-matrix-step-draft = Take it back to draft, to change it
web-matrix-step-state-comment = Give it to the State for comment
web-matrix-step-agreed = Record that the State agrees
web-matrix-step-approved = Record that it is approved for publication
web-matrix-advance = Take this step
web-matrix-changed-cells = { $count ->
    [one] One cell has changed since the matrix was last agreed.
   *[other] { $count } cells have changed since the matrix was last agreed.
}

## One cell
web-cell-edit = Answer this cell
web-cell-answer = Answer { $cell }
web-cell-blank = This cell is blank. Blank is not NA: it says that nothing is known or that nothing was found.
web-cell-citations = Citations
web-cell-citations-hint = Which provision of which instrument says it. Leave a citation empty to take it away.
web-cell-citation = Citation { $number }
web-cell-more-citations = Make room for more citations
web-cell-information-hint = The relevant information in words, as it is to stand in the matrix.
web-cell-remarks = Remarks
web-cell-remarks-hint = Anything the reader should know besides.
web-cell-save = Save the answer
web-cell-link = the text
web-cell-others = Other cells of this row
web-cell-compare = Compare this row across States
web-cell-whole-page = Open as a page
web-mark-hint = An indicator of fact. The meaning of each mark is that of this form.
web-citation-instrument = Instrument
web-citation-article = Article
web-citation-article-hint = As exact as possible: art. 12(3)
web-citation-date = Date of the instrument
web-citation-language = Language of the text
web-citation-translation = Original or translation
web-citation-link = Address of the text
web-citation-link-hint = Begins with https:// or http://
web-citation-document = Attached text
web-date-hint = 2017-08-02, 2017-08, 2017-Q3 or 2017: no more exact than the source

web-citation-article-is = article { $article }

## Taking answers from a file
web-matrix-import = Take answers from a file
web-matrix-import-lead = First you see what the file would change. Nothing is stored before you accept.
web-matrix-import-hint = CSV or XLSX, up to 25 MB, with the columns of the saved table. A cell that the file leaves out stays as it is.
web-matrix-import-start = Begin with the table of this matrix (XLSX)
web-matrix-import-preview = What the file would change
web-import-file = File
web-import-preview = Show what it would change
web-import-would-change = Would change
web-import-unchanged = Says what stands there already
web-import-errors = { $count ->
    [one] One error keeps the file from being taken
   *[other] { $count } errors keep the file from being taken
}
web-import-warnings = { $count ->
    [one] One line to look at
   *[other] { $count } lines to look at
}
web-import-severity = Severity
web-import-what = What is wrong, and what to do
web-import-further = { $count ->
    [one] One more is not shown.
   *[other] { $count } more are not shown.
}
web-import-accept = { $count ->
    [one] Accept one change
   *[other] Accept { $count } changes
}
web-import-discard = Put the file aside
web-import-again = Offer a corrected file
web-import-changes = Changes, cell by cell

## Comparing
web-compare-title = Compare a row across States
web-compare-lead = One row of the form, State by State: marks, information, citations, measures.
web-compare-do = Compare
web-compare-row = Row { $row } across States
web-compare-rows = Rows before and after
web-compare-empty = No matrix under this form has reached you.
web-compare-measures = Measures about this row
web-compare-no-measures = none shared with you
web-compare-note = States stand in the alphabetical order of this language. A blank cell may also be one that is not shared with you.
web-compare-note-finding = Note a finding about this row

## Matrix forms
web-templates-lead = The forms that matrices are made under. Every heading, column and mark is data of a version, with how far it is verified.
web-templates-empty = No matrix form is in this node. The administrator adds one.
web-template-version = Version
web-template-date = In use
web-template-provider = Packaged by
web-template-counts = Contents
web-template-counts-are = { $rows } rows; { $cells } cells that take a mark; { $information } rows of information
web-template-meaning = Meaning in this form
web-template-verified = Checked against a public copy
web-template-confidences = How far the wording of a row is known
web-template-confidence = Wording
web-template-answers = What can be answered
web-template-information = information
web-template-yes-no = information, yes or no

web-compare-open = open
web-record-version = { $kind }, version { $version }
