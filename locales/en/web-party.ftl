# Pages of party screening.
web-nav-parties = Parties
web-party-pages = Pages of party screening
web-party-title = Party screening
web-party-one = One check
web-party-lead = May this person, company or ship be one that is listed? The answer shows both names side by side, with what matched and what weakens it. Whether it is the same party, you decide.
web-party-no-lists = There is no list to screen against. Import one first: without a list, everybody would be cleared.
web-party-lists-used = Lists that are asked
web-party-name = Name
web-party-name-hint = As it stands in the papers, in any alphabet
web-party-kind-choose = not known
web-party-birth = Date of birth
web-party-birth-hint = 1968, 1968-04 or 1968-04-11
web-party-country = Countries
web-party-country-hint = Codes or names, with a comma between them
web-party-gender = Gender
web-party-gender-choose = not known
web-party-identifiers = Numbers
web-party-identifiers-hint = Passport, register, IMO number; with a comma between them
web-party-reference = Papers
web-party-reference-hint = Number of the declaration or application
web-party-keep = Keep this check
web-party-keep-hint = A kept check can be decided, and is looked at again whenever a list changes.
web-party-keep-now = Keep this check
web-party-do = Check
web-party-again = Check another
web-party-answer = { $name }
web-party-none = No hit.
web-party-side-by-side = Both names, part by part
web-party-asked = Name asked
web-party-listed = Listed name
web-party-how = How they fit
web-party-fits = fits as { $name }
web-party-alike = { $alike } of 100 alike
web-party-hits = { $count ->
    [one] One listed party may be the one asked
   *[other] { $count } listed parties may be the one asked
}
web-party-hits-column = Hits
web-party-earlier = Earlier decisions
web-party-decision-reason = What shows that it is, or is not, the listed party?
web-party-decision-reason-hint = Needed. It is kept with your name and the day.
web-party-clear = Clear: not the listed party
web-party-confirm = Confirm: the listed party
web-party-asked-party = The party asked about
web-party-state = State
web-party-from = Where from
web-party-row-short = row { $row }
web-party-looked-again = Whenever one of these lists is imported anew, this check is looked at again.
web-party-edit-title = Describe the party anew
web-party-edit-do = Save and check again
web-party-edit-reopens = Hits of this party were decided. When the description changes, they are open again.
web-party-all = all
web-party-search = Words of the name or the papers
web-party-screenings-title = Kept checks
web-party-screenings-empty = Checks that were kept stand here, with the decisions about their hits.
web-party-table-title = A whole table
web-party-table-lead = Every row is screened and kept, and looked at again whenever a list changes.
web-party-table-file = Table
web-party-table-file-hint = XLSX or CSV with a line of headings
web-party-table-paste = Or paste it
web-party-table-paste-hint = A line for each name, or cells copied from a spreadsheet with their headings
web-party-table-next = Choose the columns
web-party-table-pasted-name = pasted.csv
web-party-table-do = Screen the table
web-party-table-results = Results of a table
web-party-columns-title = Which column holds what
web-party-columns-lead = { $file }: { $count ->
    [one] { $count } row
   *[other] { $count } rows
} below the headings. Check what was found, and put right what was not.
web-party-columns-first = The first rows
web-party-column-none = none
web-party-column-name = Names
web-party-column-kind = Kind
web-party-column-birth = Dates of birth
web-party-column-country = Countries
web-party-column-gender = Gender
web-party-column-ids = Numbers of documents
web-party-column-reference = What the row is called
web-job-parties = Screening of a table
web-job-parties-step = Comparing names
web-job-parties-done = { $count ->
    [one] One row was screened and kept.
   *[other] { $count } rows were screened and kept.
}
web-job-parties-look = Look at this first
web-job-parties-results = See the results
web-done-screened = Screened and kept. Look at the hits.
web-done-hit-clear = The hit is cleared. It stays so until the list or the party changes.
web-done-hit-confirm = The hit is confirmed.
web-done-list-imported = The list is imported, and everything kept was looked at again.

## Lists
web-party-lists-title = Lists of parties
web-party-lists-lead = Each list with its versions and their age. A list older than it may be is said to be too old wherever it is used.
web-party-list = List
web-party-published = Published
web-party-undated = no date
web-party-age = Age
web-party-days = { $days ->
    [one] { $days } day
   *[other] { $days } days
}
web-party-days-too-old = { $days } days: too old
web-party-entries = Entries
web-party-names = Names
web-party-entry = Entry
web-party-in-use = in use
web-party-first = first version
web-party-difference = { $added } added, { $altered } altered, { $removed } removed
web-party-changes-title = What changed
web-party-changes-see = See what changed
web-party-changes-none = Nothing changed.
web-party-compare-with = Compared with
web-party-change = Change
web-party-change-what = What
web-party-publisher = Publisher
web-party-imported = Imported
web-party-looked = Kept checks
web-party-looked-is = { $count } looked at again, { $new } with new hits
web-party-would-look = { $count } would be looked at again, { $new } would have new hits
web-party-files = Files, as they came
web-party-more-names = and { $count ->
    [one] one other name
   *[other] { $count } other names
}
web-party-about = (about)
web-party-birth-place = Place of birth
web-party-address = Address
web-party-vessel = Ship
web-party-programme = Programme
web-party-listed-on = Listed on
web-party-updated-on = Changed on
web-party-remarks = Remarks
web-party-import-title = Import a list
web-party-import-lead = The files are kept as they came. Everything screened before is looked at again against what changed: you see what that does before anything is recorded.
web-party-import-files = Files of one list
web-party-import-files-hint = As published: the UN, EU or UK list as XML, the OFAC files sdn.csv, alt.csv, add.csv together; or a table of your own (XLSX, CSV)
web-party-import-national = For a table of your own, or when the files do not tell it
web-party-import-list = Name of the list
web-party-import-list-hint = Letters, digits, dashes; the same for every version
web-party-import-list-title = Title
web-party-import-published-hint = As 2026-11-16
web-party-import-max-age = Too old after, in days
web-party-import-max-age-hint = Left empty: as the version before, or 30
web-party-import-columns = Columns
web-party-import-columns-hint = A line for each: name=Heading. Columns are key, name, kind, aliases, low_aliases, script_name, birth, birth_place, country, gender, documents, address, programme, listed_on, remarks. Without them the usual headings are looked for.
web-party-import-see = See what it would change
web-party-import-do = Import this version
web-party-preview-title = What this version would change
web-party-preview-screenings = Kept checks that would change
web-party-follows = Follows
web-party-renewed = { $new } new, { $changed } changed, { $removed } gone
web-home-open-screenings = { $count ->
    [one] One kept check has open hits
   *[other] { $count } kept checks have open hits
}
web-tool-parties = Ask whether a person, organisation or ship is listed; keep the check, decide about its hits.
