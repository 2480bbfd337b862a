# What the command line says: headings, messages, errors. Its help is in cli-commands.ftl.

## Help
cli-heading-usage = Usage
cli-heading-commands = Commands
cli-heading-arguments = Arguments
cli-heading-options = Options
cli-heading-global = For every command
cli-usage-options-word = OPTIONS
cli-usage-command-word = COMMAND
cli-help-default = default: { $value }
cli-help-words = one of: { $words }
cli-reference-title = The command line
cli-reference-lead =
    Every command of the program `tripoint`, written from the program itself. Data goes to standard output, messages to
    standard error; the program ends with 0 when it is done, 1 when it refused or did not find something, 2 when it was
    used wrongly.

## Wrong usage
cli-usage-value = “{ $value }” does not fit { $argument }
cli-usage-value-missing = { $argument } needs a value
cli-usage-values = { $argument } has the wrong number of values
cli-usage-argument-unknown = there is no option or argument “{ $argument }” here
cli-usage-argument-missing = missing: { $argument }
cli-usage-argument-conflict = { $argument } cannot be used together with { $other }
cli-usage-command-unknown = there is no command “{ $command }”
cli-usage-command-missing = a command is missing
cli-usage-other = this cannot be understood
cli-usage-meant = did you mean { $words }?
cli-usage-words = one of: { $words }
cli-usage-help = More with --help.

## Errors
cli-error = error
cli-warning = warning
cli-hint = hint
cli-no-node = There is no node in { $path }.
    .hint = Make one with “tripoint init”, look at one with “tripoint demo”, or name its folder with --node.
cli-node-exists = There is something in { $path } already.
    .hint = Nothing is ever written over: choose another folder.
cli-node-name = “{ $name }” cannot name a node.
    .hint = Use a name without spaces and plus signs, such as node.example.org.
cli-no-key = { $path } holds no key of a node.
    .hint = Put the key back from a backup; the file must be as the program wrote it.
cli-not-a = { $path } is not { $what }.
    .hint = Check the name of the file, and that it arrived whole.
cli-what-backup = a backup of a node
cli-what-checkpoint = a checkpoint signed with this key
cli-what-files-or-lists = either files or editions of the node: name one kind
cli-what-utf-8 = text in UTF-8
cli-what-truth = table of truths
cli-what-sample = a description of a sample
cli-empty-folder = There are no files in { $path }.
    .hint = Check the name of the folder.
cli-too-large = { $path } is larger than { $limit }.
    .hint = Leave out what does not belong to it.
cli-unknown = Not found: { $noun } “{ $name }”. It does not exist, or it is not shared with you.
    .hint = The command “list” shows what there is; --as chooses the person who looks.
cli-several = “{ $name }” names several records of this kind: { $noun }.
    .hint = Give the id; the command “list” shows it.
cli-conflict-version = the stored version is now { $version }
cli-file-exists = { $path } exists already.
    .hint = Nothing is ever written over: choose another name.
cli-file-not-read = { $path } cannot be read.
    .hint = Check the name, and that you may read it.
cli-file-not-written = { $path } cannot be written.
    .hint = Check that the folder exists, that you may write there, and that the disk has room.
cli-folder-not-made = The folder { $path } cannot be made.
    .hint = Check that you may write there.
cli-folder-not-read = The folder { $path } cannot be read.
    .hint = Check the name, and that you may read it.
cli-not-served = Cannot serve at { $path }.
    .hint = Another program may use this port: choose another with --listen.
cli-newer-schema = The database was written by a newer version of the program.
    .hint = Use that version, or a later one.
cli-foreign-order = The database sorts text by the rules of a language.
    .hint = Make the PostgreSQL database with the locale C.UTF-8.

## Faults of JSON files
fault-json-syntax = this is not JSON (column { $column })
    .hint = Look for a missing comma, quotation mark or bracket just before this place.
fault-json-value = this value does not fit: { $reason }
    .hint = “tripoint record show” prints a record of this kind as such a file.
fault-json-field-unknown = there is no such field
    .hint = Check the spelling; “tripoint record show” prints a record of this kind as such a file.

## While it works
cli-demo-loading = Loading the training round
cli-demo-people = Making the demo people
cli-demo-parties = Screening the training parties
cli-demo-report = Building the report
cli-building-report = Building the report
cli-checking-round = Checking the folder
cli-importing-round = Importing the round
cli-verifying = Verifying
cli-backing-up = Backing up
cli-restoring = Restoring

## What was done
cli-demo-ready = The demo is ready in { $path }. All its States and people are fictitious.
cli-init-done = The node { $name } is made in { $path }. Its operator signs in with:
cli-passwords-once = Passwords are shown this once and kept nowhere.
cli-password-ask = Type the new password and end with Enter and Ctrl+D; it needs at least 12 characters.
cli-password-set = The password is set; all sessions of the account are over.
cli-serving = Serving at { $address }. Stop with Ctrl+C.
cli-backup-done = The backup holds the secret key of the node: keep it as carefully as the node itself.
cli-restore-done = The node is restored and verified.
cli-verified = The record holds: { $acts ->
    [one] { $acts } act
   *[other] { $acts } acts
}, { $records ->
    [one] { $records } record
   *[other] { $records } records
}, { $revisions ->
    [one] { $revisions } version
   *[other] { $revisions } versions
}, { $blobs ->
    [one] { $blobs } file
   *[other] { $blobs } files
}. Root of the register:
cli-round-imported = { $count ->
    [one] Imported: { $rounds }, { $count } record.
   *[other] Imported: { $rounds }, { $count } records.
}
cli-round-would-import = { $count ->
    [one] Nothing is wrong. Would import: { $rounds }, { $count } record. Nothing was stored.
   *[other] Nothing is wrong. Would import: { $rounds }, { $count } records. Nothing was stored.
}
cli-import-changed = { $changed ->
    [0] Nothing changed.
    [one] { $changed } record changed.
   *[other] { $changed } records changed.
}
cli-import-would-change = Would change: { $changed }. Stays as it is: { $unchanged }. Nothing was stored.
cli-marked = { $changed ->
    [one] { $changed } record marked.
   *[other] { $changed } records marked.
}
cli-report-basis = Rests on { $total ->
    [one] { $total } version of the record
   *[other] { $total } versions of records
}; { $changed ->
    [0] none that you may read has changed since.
    [one] { $changed } that you may read has changed since.
   *[other] { $changed } that you may read have changed since.
}

## Words
cli-nothing = There is nothing to show.
cli-nothing-waits = Nothing waits for this person.
cli-part-shown = Shown: { $shown } of { $total }. The rest with --offset.
cli-yes = yes
cli-no = no
cli-since = from { $date }
cli-version-of = version { $version }
cli-owner-secretariat = secretariat
cli-addressee-all = all States of the round
cli-addressee-partners = partners
cli-answers-text = text
cli-answers-yes-no = yes or no
cli-unverified = (not verified)
cli-change-new = new
cli-change-changed = changed

## Headings of parts
cli-heading-overdue = Overdue measures
cli-heading-to-answer = Recommendations without a response
cli-heading-legend = Legend
cli-heading-responses = Responses
cli-heading-measures = Measures
cli-heading-findings = Findings
cli-heading-recommendations = Recommendations
cli-heading-continues = Continues
cli-heading-continued-by = Continued by
cli-heading-progress = Progress
cli-heading-programme = Programme
cli-heading-participants = Participants
cli-heading-visits = Visits
cli-heading-files = Files
cli-heading-path = Path to the root
cli-heading-checkpoint = Checkpoint

## Columns
cli-column-act = Act
cli-column-active = Open
cli-column-addressees = For
cli-column-asks = What it asks
cli-column-body = Body
cli-column-cell = Cell
cli-column-cells = Cells
cli-column-change = Change
cli-column-citations = Citations
cli-column-code = Code
cli-column-date = Date
cli-column-dates = Dates
cli-column-due = Due
cli-column-end = End
cli-column-expected-result = Expected result
cli-column-fictitious = Fictitious
cli-column-file = File
cli-column-files = Files
cli-column-formal-name = Formal name
cli-column-id = Id
cli-column-information = Information
cli-column-information-after = Information, new
cli-column-information-before = Information, stored
cli-column-instant = When
cli-column-instrument = Adopted by
cli-column-key = Key
cli-column-kind = Kind
cli-column-languages = Languages
cli-column-lead = Lead
cli-column-leaf = Leaf
cli-column-length = Size
cli-column-login = Login
cli-column-mark = Mark
cli-column-mark-after = Mark, new
cli-column-mark-before = Mark, stored
cli-column-marking = Marking
cli-column-marks = Marks
cli-column-name = Name
cli-column-note = Note
cli-column-number = No.
cli-column-operative-paragraphs = Operative paragraphs
cli-column-owner = Owner
cli-column-place = Place
cli-column-positions = Positions
cli-column-provider = Packaged by
cli-column-reason = Reason
cli-column-recommendation = Recommendation
cli-column-record = Record
cli-column-remarks = Remarks
cli-column-revision = SHA-256
cli-column-role = Role
cli-column-roles = Roles
cli-column-round = Round
cli-column-row = Row
cli-column-rows = Rows of the matrix
cli-column-says = Says
cli-column-scope = For whom
cli-column-sequence = Place
cli-column-source = Source
cli-column-start = Begin
cli-column-state = State
cli-column-states = States
cli-column-status = Status
cli-column-template = Template
cli-column-text = Text
cli-column-theme = Theme
cli-column-time = Time
cli-column-time-frame = Time frame
cli-column-title = Title
cli-column-version = Version
cli-column-wording = Wording

## Files of instruments
cli-files-not-read = { $failed } of { $of } files were not read.
    .hint = Each is named above with the reason.
cli-spectrum-note = note
cli-spectrum-instrument-says = The instrument says
cli-column-format = Format
cli-column-instrument-used = Instrument
cli-column-class = Class
cli-column-confidence = Confidence
cli-column-spectra = Spectra
cli-column-all-found = All found
cli-column-complete-and-correct = Complete and correct
cli-column-false-names = False names per spectrum
cli-column-false-on-backgrounds = False names per background
cli-column-false-nuclear = False nuclear material
cli-spectrum-all = All
cli-spectrum-unreadable = { $count ->
    [one] { $count } file could not be read
   *[other] { $count } files could not be read
}
cli-column-detector = Detector
cli-column-live-time = Live, s
cli-column-real-time = Real, s
cli-column-channels = Channels
cli-column-counts = Counts
cli-column-energies = keV
cli-column-neutrons = Neutrons
cli-column-dose-rate = µSv/h
cli-column-alarms = Alarms
cli-column-part-of = Part of
cli-column-parts = Parts
cli-column-from = From
cli-column-to = To
cli-column-seal = Seal
cli-column-breaks = What does not fit
cli-column-technique = Technique

## Party screening
cli-column-list = List
cli-column-entries = Entries
cli-column-names = Names
cli-party-list-age = { $list }: { $entries } entries, published { $date }, { $days ->
    [one] { $days } day
   *[other] { $days } days
} old.
cli-party-list-too-old = WARNING: the list { $list } ({ $entries } entries) was published { $date }, { $days ->
    [one] { $days } day
   *[other] { $days } days
} ago; more than { $most } is too old. Whoever was listed since then will not be found. Take the list from its publisher again.
cli-party-list-undated = WARNING: the list { $list } ({ $entries } entries) does not say when it was published, or says a day that is still to come. Its age is not known: make sure that it is the newest, and write the day into a TOML file beside it (sdn.toml for the CSV files of OFAC): published = "2026-11-01"
cli-party-refused = { $count ->
    [one] { $count } line was not answered: its answer says why in “refused”.
   *[other] { $count } lines were not answered: their answers say why in “refused”.
}
