# Help of the command line. The key of a command is `cli-` and its words joined by hyphens; an argument is an attribute of
# its command under the name it has in the program, or of `cli-arguments` where it means the same everywhere.

cli = States review together how they implement Security Council resolution 1540 (2004).
    .node = The folder of the node; without it the folder in TRIPOINT_NODE, else the current one
    .database = A PostgreSQL database in place of the node's own file; without it the one in TRIPOINT_DATABASE
    .login = Act as the person with this login; without it as the operator of the node
    .json = Print data for programs
    .lang = The language of help and messages: en or ru
    .help = Show this help
    .version = Show the version of the program

cli-arguments =
    .id = The record to change, by its id or name; without it a new one is made
    .seen = The version of it that you saw; if it has changed since, nothing is stored
    .reason = Why, in your words; goes into the register
    .file = What to save, as JSON; “-” reads it from standard input. Other records may be named as on the command line
    .out = A file or an existing folder to write to; “-” prints the bytes; without it the folder “out” of the node
    .format = The format of the table
    .language = The language of the file; without it the language of the messages
    .limit = How many at most
    .offset = How many to pass over
    .text = Only those with these words in their text
    .theme = Only those of this theme: its key in the round
    .round = The key of the round
    .check = Only show what would change; store nothing
    .matrix = The matrix: the code of its State, or its id
    .cell = The cell: IV.6:N:LF, or IV.6 for the row itself
    .row = The row: section and number, as IV.6
    .plan = The plan: the code of its State for its newest plan, or an id
    .measure = The measure: State and number in its newest plan, as XO:12, or an id
    .recommendation = The recommendation: round and number, as karsk-2026:3, or an id
    .record = The record: an id, or kind and name, as matrix:XO, plan:XO, measure:XO:12 or recommendation:karsk-2026:3
    .template = The template: key and version, as key@2, or the key alone for its newest version
    .report = The id of the report
    .handling = How carefully it is handled
    .sharing = With whom it is shared
    .group = The States of the group, separated by commas
    .date = The day; without it today

## The node itself
cli-demo = Makes a node with the training round of fictitious States, and serves it
    .folder = The folder of the node
    .no_serve = Do not serve; only make the node and its report
    .listen = The address and port to serve on
cli-init = Makes a node in a folder: its database, its key, the account of its operator
    .name = The name of the node in its register, such as node.example.org; without it one is drawn
cli-serve = Serves the pages and the interface for programs
    .listen = The address and port; port 0 takes a free one
    .behind_tls = A proxy in front of the program speaks TLS
cli-verify = Derives the whole record again, offline, and names the first thing that does not hold
    .checkpoint = A checkpoint that was kept outside the node; the register must continue it
    .key = The public key to open that checkpoint with; without it the node's own
cli-backup = Copies the whole node, with its secret key, into one file
    .file = The file to make; keep it as carefully as the node itself
cli-restore = Makes a node from a backup and verifies it
    .file = The backup
    .folder = The new folder of the node

## Accounts
cli-account = The people of the node, their roles and passwords
cli-account-list = Lists the accounts
cli-account-save = Makes or changes an account, from a file or from options
    .id = The account to change, by its login or id; what no option names stays as it is
    .login_name = What the person signs in with
    .name_en = The person's name in English
    .name_ru = The person's name in Russian
    .state = The code of the State that the person belongs to
    .roles = What the person comes to do; may be given several times, and then replaces all roles
    .close = Close the account: the person can no longer sign in
    .reopen = Open a closed account again
cli-account-password = Sets a password, read from standard input, and ends all sessions of the account
    .account = The login of the account
    .draw = Draw a password and print it, this once
cli-account-waiting = Shows what waits for a person: overdue measures, recommendations without a response

## Documents
cli-document = Files attached to records
cli-document-list = Lists the files attached to a record
    .about = The record: an id, or kind and name, as measure:XO:12
cli-document-attach = Attaches a file to a record; it takes the owner and the marking of the record
    .about = The record: an id, or kind and name, as measure:XO:12
    .file = The file; “-” reads it from standard input
    .title_en = Its title in English; one language is required
    .title_ru = Its title in Russian
    .file_name = Its name in the record; without it the name it has
    .language = The language of the document, as two letters
    .translation = Whether it is a translation
    .date = The date of the document itself, as exact as it is known
cli-document-open = Takes an attached file out of the node
    .document = The id of the document

## Findings
cli-finding = What a round noted
cli-finding-list = Lists findings
    .round = Only those of this round
    .kind = Only those of this kind
    .state = Only those about this State
cli-finding-save = Notes a finding or changes one

## Matrices
cli-matrix = The matrices of States, cell by cell and from files
cli-matrix-list = Lists the matrices that are shared with you
cli-matrix-begin = Begins the matrix of a State: a draft, for the State only
    .state = The code of the State
    .template = The form, by key and version; without it the newest of the node
cli-matrix-show = Shows a matrix: the rows that say something, or every cell of one row
    .row = Only this row, cell by cell, with citations and versions
cli-matrix-answer = Answers a cell; what no option names stays as it is
    .mark = The mark; “blank” takes it away
    .information_en = The information in English; an empty text takes it away
    .information_ru = The information in Russian; an empty text takes it away
    .remarks_en = Remarks in English
    .remarks_ru = Remarks in Russian
    .citations = A JSON file with the list of citations, in place of those there are
    .seen = The version of the answer that you saw; 0 for a cell without one
cli-matrix-import = Takes answers from a table, all of them or none
    .file = The table, XLSX or CSV, in the columns that an export has
cli-matrix-export = Writes a matrix as a table
cli-matrix-history = Shows every version of an answer
cli-matrix-advance = Moves a matrix to its next step
    .to = The step
    .seen = The version of the matrix that you saw
cli-matrix-compare = Shows one row of all matrices, State by State
    .template = The form; without it the newest of the node

## Measures and plans
cli-measure = The lines of action plans
cli-measure-show = Shows a measure with its progress
cli-measure-save = Makes a measure or changes one; its number never changes
cli-plan = Voluntary national implementation action plans
cli-plan-list = Lists the plans that are shared with you
cli-plan-save = Makes a plan or changes its head
cli-plan-show = Shows a plan with its measures
cli-plan-import = Takes measures from a table in English or Russian columns, all of them or none
    .file = The table, XLSX or CSV
cli-plan-export = Writes a plan as a table
cli-plan-overdue = Lists the measures whose time is over and that are not done
cli-plan-timeline = Writes the timeline of a plan as an SVG picture
cli-progress = Progress on measures and recommendations
cli-progress-add = Adds a dated entry; the measure takes the status of its newest entry
    .about = A measure, as XO:12, or a recommendation, as karsk-2026:3
    .status = How far it has come
    .text_en = What was done, in English; one language is required
    .text_ru = What was done, in Russian
    .state = The State that reports; without it the owner of the measure, else your own
    .evidence = The id of an attached document that shows it; may be given several times

## Recommendations
cli-recommendation = The register of recommendations across rounds
cli-recommendation-list = Lists recommendations with the positions of States
    .round = Only those of this round
    .addressee = Only those for this State, for all, or for partners
cli-recommendation-show = Shows a recommendation with all that followed from it
cli-recommendation-save = Makes a recommendation or changes one
cli-recommendation-respond = Responds for a State, or revises its response
    .state = The code of the State that responds
    .position = Its position
    .reasons_en = Why, in English; required in one language unless it is supported
    .reasons_ru = Why, in Russian
    .seen = The version of the response that you saw; 0 when there is none yet
cli-recommendation-export = Writes the register as a table, with a line for each response
    .round = Only those of this round
    .addressee = Only those for this State, for all, or for partners

## Any record
cli-record = What can be done with any record
cli-record-show = Shows a record and what it says
cli-record-history = Shows every version of a record, by whom and why
cli-record-mark = Changes the marking of a record and of what belongs to it and is marked alike
    .round = The round whose participants read it
    .seen = The version of the record that you saw
    .reason = Why; required, goes into the register
cli-record-release = Records that one version may leave the node; its author cannot do this
    .seen = The version to release
    .recipient = To whom
    .purpose = What for

## The register
cli-register = The acts of the node, its signed checkpoint, and proofs
cli-register-acts = Lists acts, newest first
    .record = Only acts on this record: an id, or kind and name
    .account = Only acts of the person with this login
    .act = Only acts of this kind
    .before = Only acts before this place in the register
cli-register-head = Prints the signed checkpoint; keep it outside the node to verify the node against it later
cli-register-prove = Proves that an act is in the register
    .sequence = The place of the act in the register

## Reports
cli-report = Reports of rounds
cli-report-build = Builds the report of a round as PDF and DOCX
    .round = The key of the round; without it the latest
    .scope = For whom; without it for as wide an audience as the round is shared with
    .languages = A language of the report; may be given several times, the first leads; without it en and ru
    .out = The folder to write to; without it the folder “out” of the node
cli-report-list = Lists the reports that were built
cli-report-show = Shows a report, and whether the record has changed since
cli-report-open = Takes files of a report that was built
    .files = Names of files; without them all

## Rounds
cli-round = The meetings in which States review together
cli-round-import = Takes a whole round from a folder, all of it or nothing
    .folder = The folder, with round.toml in it
cli-round-list = Lists the rounds, earliest first
cli-round-show = Shows a round with everything that belongs to it
    .round = The key of the round; without it the latest
cli-round-export = Writes a list of a round as a table
    .table = Which list
cli-round-save = Makes a round or changes its head
cli-round-save-programme-item = Makes a programme item or changes one
cli-round-save-participant = Enters a participant or changes one
cli-round-save-visit = Enters a visit or changes one
cli-round-save-visit-account = Writes the account of a visit, under a marking of its own
    .round = The round whose participants read it

## States and templates
cli-state = The States of the node
cli-state-list = Lists the States
cli-state-save = Enters a State or changes its names
cli-template = The forms that matrices are made under
cli-template-list = Lists the templates
cli-template-show = Shows a template: its legend and its rows
cli-template-add = Adds a version of a template from a folder
    .folder = The folder, with template.toml and rows.tsv in it

## Spectra
cli-spectrum = Files of instruments for gamma spectra; needs no node
cli-spectrum-read = Shows what files of instruments say: spectra, times, axis, detector, the instrument's own result
    .files = The files; “-” reads standard input
cli-spectrum-convert = Writes the spectra of a file in another format
    .file = The file; “-” reads standard input
    .to = ANSI N42.42-2011, or columns of channel, energy and counts
    .out = The file to write; without it, or with “-”, the text is printed
## Control lists and determinations
cli-list = Control lists: the one shipped with the program and imported editions
cli-list-versions = Lists the editions that can be opened
cli-list-show = Shows a list, or one code with everything below it and its notes
    .path = The code, as 2B350.a; without it the entries
    .list = The list: its key, or key and edition as eu-annex-i@2025-11-15
cli-list-import = Imports an edition of a list, whole or not at all; the file is kept as it is
    .file = The file; "-" reads standard input
    .format = How the file is written
    .list = The key of the list: small letters, digits, hyphens
    .edition = The edition, usually the day of the consolidation
    .title_en = Its title in English
    .title_ru = Its title in Russian
    .state = The code of the State whose list it is
    .in_force = Since when it is in force
    .source = Where the text comes from
    .language = The language of the text
    .decimal_sign = Which sign stands before decimals; the usual one of the format when left out
    .column = Which heading of a table holds what, as code=Heading; may be given several times
cli-list-compare = Compares two editions or the lists of two States: added, removed, reworded, thresholds, CAS numbers
    .first = The first list
    .second = The second list
    .out = Writes the comparison to this file: .xlsx, .docx or .pdf
cli-determination = Whether a good meets a provision of a control list
cli-determination-list = Lists determinations
    .text = Words of the good or its papers
cli-determination-try = Determines by the answers given and records nothing; on a terminal it asks
    .provision = The code of the provision
    .answers = A JSON file with answers by the key of their question
cli-determination-begin = Begins a determination and records it
    .provision = The code of the provision
    .good = What the good is, as the papers say
    .reference = The number of the declaration or application
    .answers = A JSON file with answers by the key of their question
cli-determination-show = Shows what comes out, every step and every open question
    .determination = The id of the determination
cli-determination-answer = Answers a question
    .determination = The id of the determination
    .question = The key of the question, as it stands beside it; of a part as kind/0/key
    .value = The answer
    .method = The method of measurement
    .source = Where the answer comes from
    .reason = The reasons of a judgement
    .complete = The parts named are all there are
    .cannot_tell = Nobody can tell
    .take_back = Takes back what was answered before
cli-determination-conclude = Concludes a determination as it stands
    .determination = The id of the determination
    .conclusion = The conclusion in words
cli-determination-reopen = Takes a concluded determination up again
    .determination = The id of the determination
    .reason = Why
cli-determination-print = Writes the parameter sheet that an officer signs
    .determination = The id of the determination
    .format = The format
    .out = Where to; else the folder out/ of the node

## Samples
cli-sample = Samples with their custody, measurements and results
cli-sample-list = Lists samples
    .nature = Only those of this kind of hazard
cli-sample-show = Shows a sample: its chain of custody with what does not fit, its measurements and results
    .sample = The sample: its code, or its id
cli-sample-save = Enters a sample or changes one
    .photographs = A photograph to keep with it; may be given several times
cli-sample-hand-over = Records an event of custody, acknowledged for one side
    .file = The event, as JSON; “-” reads it from standard input
    .side = Which side you are
cli-sample-approve-loss = Approves a step that consumes or alters a sample
    .file = The approval, as JSON; its condition names what will be lost
cli-sample-acknowledge = Acknowledges an event of custody for the other side
    .event = The event, by its id
    .side = Which side you are
cli-sample-measure = Keeps a measurement with the file of the instrument
    .sample = The sample: its code, or its id
    .file = The file of the instrument
    .technique = How it was measured
    .background = The file of the background or blank
    .instrument = The instrument; without it what the file says
    .serial = Its serial number; without it what the file says
    .calibration = The calibration or assay, with lot and date
    .geometry = How sample and detector stood
    .operator = Who measured
    .destructive = It consumed or altered the sample; needs an approval by somebody else
    .controls = What the controls showed, as JSON
    .without_analysis = Keep a gamma spectrum without the answer about it
    .record = The record of the file that is analysed, counted from 1; without it the item as a whole
cli-sample-analysis = Shows what the kept file of a gamma measurement holds, by the method as it is today
    .measurement = The measurement, by its id
    .record = The record of the file, counted from 1; without it the item as a whole
cli-sample-analyse = Analyses the kept file of a gamma measurement and records the answer as a result, or amends one with it
    .measurement = The measurement, by its id
    .record = The record of the file, counted from 1; without it the item as a whole
    .amends = The result that is amended, by its id
    .reason = Why it is amended
cli-sample-report = Writes the report of a gamma measurement, with its plot and what a second person decided
    .measurement = The measurement, by its id
    .format = PDF or DOCX
cli-sample-conclude = Records a result, or amends one with a reason
cli-sample-verify = Verifies or rejects a result, not being its author
    .result = The result, by its id
    .checked = What was checked
    .decision = What you decide
cli-sample-file = Takes a kept file out of the node, byte for byte
    .record = The sample or measurement, by its id
    .sha256 = Which file: its SHA-256

## Party screening
cli-party = Names of people, companies and ships against sanctions lists
cli-party-screen = Screens names, one JSON object a line, against the lists of a folder; needs no node
    .lists = The folder with the published lists
    .names = The names; “-” reads them from standard input
    .threshold = The score from which a name is a hit
    .max_age = The age in days from which a list is called too old
    .threads = How many threads; without it all of the machine. What is found does not depend on it
cli-party-compare = Compares the two names of each line
    .pairs = The pairs; “-” reads them from standard input
    .threshold = The score from which two names are a match
    .threads = How many threads; without it all of the machine
cli-party-lists = Shows the lists of a folder: what they are, of which day, how many names
    .lists = The folder with the published lists
    .max_age = The age in days from which a list is called too old
cli-spectrum-identify = Names the nuclides that spectra show, with the lines for and against; with --json one line a file
    .files = The files; “-” reads standard input
    .background = The same place without the item; it is scaled by live time
cli-spectrum-report = Writes the report of a measurement, with its plot
    .file = The file; “-” reads standard input
    .background = The same place without the item; it is scaled by live time
    .record = The record of the file, counted from 1; without it the item as a whole
    .format = PDF or DOCX
    .out = The file to write; without it one in the current folder, named after the spectrum
cli-spectrum-eval = Compares the answers with spectra of known content, with Wilson intervals
    .truth = A table with the columns file, nuclides (with “;” between) and, where known, also_ok and background_file
    .dir = The folder that the names of files begin in
    .each = Also shows what was missed and what was falsely named in each file

## Goods
cli-goods = Identification of goods against control lists; works without a node too
cli-goods-identify = Finds entries that goods may fall under, with reasons; without arguments it reads items from standard input, one JSON object a line
    .description = The description, as on the declaration or invoice, English or Russian
    .hs = The nomenclature code (HS, CN, TN VED)
    .cas = A CAS number; may be given several times
    .smiles = A structure: SMILES, InChI or InChIKey
    .name = The name of a chemical or organism
    .maker = Who made it
    .model = Its model
    .parameters = A parameter with its unit; may be given several times
    .lists = The official text of a list to ask instead; may be given several times
cli-goods-eval = Counts how often known cases are answered rightly
    .cases = Cases: items with "expect", one JSON object a line
    .lists = The official text of a list to ask instead; may be given several times
