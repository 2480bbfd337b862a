# Party screening: words, lists, hits in words.
kind-party-list-version = version of a list of parties
kind-party-screening = kept screening
kind-party-hit = hit
act-party-list-import = imported a version of a list of parties
act-party-screening-save = kept a screening
act-party-screening-renew = looked again at a screening because a list changed
act-party-hit-decide = decided about a hit
permission-party-list-see = read lists of parties
permission-party-list-import = import a version of a list of parties
permission-party-screen = ask whether a party may be listed
permission-party-screening-see = read kept screenings
permission-party-screening-save = keep a screening
permission-party-hit-decide = clear or confirm a hit

party-kind-person = person
party-kind-organisation = organisation
party-kind-vessel = vessel
party-kind-unknown = not known
party-gender-female = female
party-gender-male = male
hit-verdict-clear = cleared
hit-verdict-confirm = confirmed
hit-end-removed = the entry is gone from the list
hit-end-unlike = the entry no longer has a name or number like this one
hit-state-open = open
hit-state-cleared = cleared
hit-state-confirmed = confirmed
hit-state-gone = no longer a hit
hit-return-entry-changed = Open again: the listed entry says something else than when this was decided.
hit-return-party-changed = Open again: the asked party is described differently than when this was decided.
hit-return-listed-again = Open again: the entry was no longer a hit and has become one again.
screening-state-open = open hits
screening-state-confirmed = confirmed
screening-state-cleared = all cleared
screening-state-none = no hit
screening-state-unscreened = not screened

## Names side by side
party-how-same = the same
party-how-accents = the same but for accents and capitals
party-how-alphabet = the same in another alphabet
party-how-variant = a form of the same given name
party-how-meaning = the same word in another language
party-how-sound = the same by sound
party-how-spelling = the same but for a slip of spelling
party-how-initial = initial
party-how-joined = one word here, several there
party-how-number = the same number
party-how-form = legal form of the same kind
party-only-asked = only in the name asked
party-only-listed = only in the listed name

## What speaks for a hit, and against it
party-quality-primary = the name it is listed under
party-quality-good = good alias
party-quality-low = weak alias
party-quality-former = former name
party-quality-script = name in its own script
party-reason-identifier = the number { $number } is the same
party-reason-alias = the listed name is not the main one: { $quality }
party-reason-birth-agrees = born at the same time (listed: { $listed })
party-reason-birth-differs = born at another time (listed: { $listed })
party-reason-country-agrees = a country is the same ({ $country })
party-reason-country-differs = no country is the same (listed: { $listed })
party-reason-gender-differs = the gender is another
party-reason-frequent-names = only names that many people have are the same, and one side has more
party-reason-name-cut = the name has more parts than are compared

## Lists
party-list-title-un = Consolidated List of the UN Security Council
party-list-title-ofac = Specially Designated Nationals (United States)
party-list-title-eu = Consolidated list of the European Union
party-list-title-uk = Sanctions list of the United Kingdom
party-list-publisher-un = United Nations Security Council
party-list-publisher-ofac = Office of Foreign Assets Control
party-list-publisher-eu = European Commission
party-list-publisher-uk = Foreign, Commonwealth and Development Office
party-list-dated = { $title }: { $entries } entries, published { $date }, { $days ->
    [0] today
    [one] { $days } day ago
   *[other] { $days } days ago
}
party-list-too-old = TOO OLD: { $title }: { $entries } entries, published { $date }, { $days } days ago; more than { $most } days are too many. Import the newest version.
party-list-undated = UNDATED: { $title }: { $entries } entries. It does not say when it was published. Make sure that it is the newest.
party-no-hit-means = “No hit” means that no name on these lists, of these days, is like the one asked. It does not mean that the party is in order: a person under another name is not found, and end use is another question.

## The table of results
party-row = { $source }, row { $row }
party-sheet-name = Parties
party-table-name = Party
party-table-reference = Source, row
party-table-kind = Kind
party-table-birth = Born
party-table-countries = Countries
party-table-identifiers = Numbers
party-table-state = State
party-table-list = List
party-table-entry = Entry
party-table-listed-as = Listed as
party-table-matched = Listed name that fits best
party-table-alike = Alike, of 100
party-table-reasons = Reasons
party-table-decision = Decision
party-table-by = By
party-table-at = When
party-table-why = Reason


## On the command line
cli-party-import-changes = Since { $before }: { $added } added, { $altered } altered, { $removed } removed.
cli-party-import-looked = Looked again at { $screenings } kept screenings: { $new } with new hits, { $changed } with changed entries, { $removed } with entries that are gone.
cli-party-imported = Imported.
cli-party-not-imported = Nothing was recorded: this is what an import would do.
cli-party-screening = Screening
cli-party-no-hit = No hit.
cli-party-hit = Listed name that fits best: { $name } ({ $alike } of 100)
cli-column-age = Age, days
cli-column-hits = Hits
cli-column-asked = Asked
cli-column-listed = Listed
cli-column-how = How
cli-column-programme = Programme
party-change-added = added
party-change-removed = removed
party-change-altered = altered
party-field-kind = kind
party-field-programmes = programmes
party-field-names = names
party-field-births = dates of birth
party-field-birth_places = places of birth
party-field-countries = countries
party-field-gender = gender
party-field-documents = documents
party-field-addresses = addresses
party-field-vessel = vessel
party-field-remarks = remarks
party-field-listed_on = date of listing
party-field-updated_on = date of change
party-speaks-for = for
party-speaks-against = against
party-speaks-neither = to know

cli-party-import = Imports a version of a list into the node, and looks again at everything screened before
    .files = The files of one list, or a folder that holds them: one XML, the OFAC files, or a table with its mapping
    .list = The name of the list, without it that of its format; letters, digits, dashes
    .title_en = Its title in English
    .title_ru = Its title in Russian
    .publisher = Who publishes it
    .published = The day it was published, when the files do not tell it
    .max_age = After how many days it is too old to be relied on; without it as the version before, or 30
    .source = Where the files come from
    .column = For a table of one’s own: what a column holds, as name=Heading; several times
    .dry_run = Only shows what would be done
cli-party-versions = Lists the versions of all lists, with their age
cli-party-show = Shows a kept screening, a list, or an entry of a list
    .what = A screening by its id; a list by its name, or as LIST@DAY
    .entry = The key of an entry
cli-party-diff = Shows what changed between two versions of a list
    .after = The later version
    .before = The earlier version; without it the one that the later follows
cli-party-check = Asks whether one party may be listed
    .name = The name, as it stands in the papers
    .kind = What the party is
    .birth = Date or year of birth
    .country = A country of the party: code or name; several times
    .gender = Gender, when known
    .number = Number of a document, a register, a ship; several times
    .reference = Where the party comes from: the number of the papers
    .keep = Keeps the screening, so that its hits can be decided and it is looked at again when a list changes
cli-party-change = Describes a kept party anew and screens it again; what was decided is open again
    .screening = The screening, by its id
    .name = The name, as it stands in the papers
    .kind = What the party is
    .birth = Date or year of birth
    .country = A country of the party: code or name; several times
    .gender = Gender, when known
    .number = Number of a document, a register, a ship; several times
    .reference = Where the party comes from: the number of the papers
cli-party-table = Screens every row of a table and keeps it
    .file = The table, XLSX or CSV
    .column = What a column holds, as name=Heading; without it the usual headings are looked for
    .out = Where the results go: a name ending in .xlsx or .csv
cli-party-list = Lists kept screenings, those with open hits when nothing else is asked
    .state = How they stand
    .all = All of them
    .text = Words of the name or the papers
    .out = Where the results go: a name ending in .xlsx or .csv
cli-party-decide = Clears or confirms a hit, with a reason
    .screening = The screening, by its id
    .entry = Which hit, as LIST/ENTRY; may be left out when only one is open
    .clear = The party asked about is not the listed one
    .confirm = The party asked about is the listed one
    .reason = What shows it
