# Pages of rounds and their parts.

## Rounds
web-rounds-title = Rounds
web-rounds-lead = The meetings in which States review together how they implement the resolution.
web-rounds-empty = No round has reached you yet.
web-rounds-empty-first-step = The secretariat enters a round, or imports its folder from the command line.
web-rounds-new = Enter a round
web-rounds-count = { $count ->
    [one] { $count } round
   *[other] { $count } rounds
}
web-rounds-column-title = Round
web-rounds-column-kind = Kind
web-rounds-column-dates = Dates
web-rounds-column-place = Place
web-rounds-column-states = States

## One round
web-round-edit = Change the head of the round
web-round-dates = Dates
web-round-place = Place
web-round-host = Host
web-round-kind = Kind
web-round-purpose = Purpose
web-round-framework = Part of
web-round-working-languages = Working languages
web-round-template = Matrix template
web-round-organisers = Organisers
web-round-states = States
web-round-column-state = State
web-round-column-roles = What it does
web-round-column-matrix = Matrix
web-round-earlier = What came before
web-round-themes = Themes
web-round-theme-priority = priority of the Governments
web-round-theme-compare = Compare the rows
web-round-themes-empty = No theme is named yet.
web-round-programme = Programme
web-round-programme-empty = The programme is empty.
web-round-programme-empty-first-step = Add the first item: the opening of the meeting, say.
web-round-programme-add = Add an item
web-round-column-time = Time
web-round-column-item = Item
web-round-column-speakers = Speakers
web-round-participants = Delegations and participants
web-round-participants-empty = Nobody is entered yet.
web-round-participants-empty-first-step = Each State enters its delegation, the secretariat everyone else.
web-round-participants-add = Add a participant
web-round-participants-others = Others
web-round-participants-count = { $count ->
    [one] { $count } participant
   *[other] { $count } participants
}
web-round-column-name = Name
web-round-column-position = Position
web-round-column-body = Ministry, agency or organisation
web-round-column-capacity = Capacity
web-round-visits = Visits
web-round-visits-empty = No visit is entered.
web-round-visits-empty-first-step = Enter what was or will be visited; the account of what was seen has a marking of its own.
web-round-visits-add = Add a visit
web-round-visit-number = Visit { $number }
web-round-visit-account = Account of the visit
web-round-visit-account-show = Read the account
web-round-visit-account-add = Write the account
web-round-visit-account-edit = Change the account
web-round-visit-account-note = The account of what was seen never feeds a report.
web-round-findings = Findings
web-round-findings-empty = Nothing has been noted yet.
web-round-findings-empty-first-step = Compare the rows of a theme and note common points and differences.
web-round-findings-add = Note a finding
web-round-findings-all = All findings of the round
web-round-recommendations = Recommendations
web-round-recommendations-empty = No recommendation has been made yet.
web-round-recommendations-empty-first-step = Propose one from a finding.
web-round-recommendations-add = Propose a recommendation
web-round-recommendations-all = All recommendations of the round
web-round-decisions = Decisions
web-round-cooperation = Matters for further cooperation
web-round-output = Outcome
web-round-next = Next round
web-round-next-host = Host
web-round-next-invited = Invited
web-round-statements = Statements for the report
web-round-reports = Reports
web-round-reports-empty = No report of this round has been built.
web-round-reports-build = Build a report
web-round-on-this-page = On this page
web-round-export = Export
web-round-export-programme = Programme
web-round-export-participants = Participants
web-round-export-findings = Findings
web-round-export-recommendations = Recommendations
web-round-change = Change

## Round form
web-round-form-new = Enter a round
web-round-form-edit = Change the head of the round
web-round-form-lead = Programme, participants and visits are added on the page of the round. Empty lines are left out.
web-round-form-key = Key
web-round-form-key-hint = A short name: lower-case Latin letters, digits and hyphens, for example dushanbe-2017. It names files and does not change.
web-round-form-title = Title
web-round-form-kind = Kind
web-round-form-training = The States are fictitious: every page, file and printout says so
web-round-form-template = Matrix template
web-round-form-template-none = none
web-round-form-purpose = Purpose
web-round-form-framework = Project or mechanism it forms part of
web-round-form-host = Host
web-round-form-host-state = State that hosts
web-round-form-host-state-none = not stated
web-round-form-place = Place
web-round-form-start = First day
web-round-form-end = Last day
web-round-form-languages = Working languages
web-round-form-languages-hint = Two-letter codes, separated by spaces: en ru
web-round-form-states = States and what each does
web-round-form-organiser = Organiser { $number }
web-round-form-organisation-name = Name
web-round-form-organisation-short = Abbreviation
web-round-form-organisation-role = What it does
web-round-form-theme = Theme { $number }
web-round-form-theme-key = Key
web-round-form-theme-title = Title
web-round-form-theme-paragraphs = Paragraphs of the resolution
web-round-form-theme-rows = Matrix rows
web-round-form-theme-priority = The Governments named it a priority
web-round-form-decision = Decision { $number }
web-round-form-cooperation = Matter for further cooperation { $number }
web-round-form-output = What is presented, and to whom
web-round-form-next = Next round
web-round-form-next-when = When
web-round-form-next-host-state = State that hosts
web-round-form-next-place = Place
web-round-form-next-text = The decision in words
web-round-form-next-invited = Who is invited
web-round-form-source = Source of these facts
web-round-form-source-title = What it is called
web-round-form-source-publisher = Published by
web-round-form-source-url = Address
web-round-form-source-date = Date
web-round-form-save = Save the round

## Programme item form
web-programme-form-new = Add an item to the programme
web-programme-form-edit = Change an item of the programme
web-programme-form-date = Day
web-programme-form-start = From
web-programme-form-end = Until
web-programme-form-time-hint = Hours and minutes: 09:30
web-programme-form-theme = Theme
web-programme-form-theme-none = none
web-programme-form-title = What it is called
web-programme-form-speakers = Speakers
web-programme-form-save = Save the item

## Participant form
web-participant-form-new = Add a participant
web-participant-form-edit = Change a participant
web-participant-form-lead = Personal data: enter what the round needs and nothing more.
web-participant-form-state = Delegation
web-participant-form-state-none = no delegation
web-participant-form-name = Name
web-participant-form-position = Position
web-participant-form-body = Ministry, agency or organisation
web-participant-form-role = Capacity
web-participant-form-save = Save the participant

## Visit forms
web-visit-form-new = Add a visit
web-visit-form-edit = Change visit { $number }
web-visit-form-number = Number
web-visit-form-date = Day
web-visit-form-title = What was visited
web-visit-form-host = Received by
web-visit-form-summary = What a report may say of it
web-visit-form-save = Save the visit
web-visit-account-form = Account of visit { $number }
web-visit-account-form-lead = What was seen. It has a marking of its own and never feeds a report.
web-visit-account-form-text = What was seen
web-visit-account-form-handling = Handling
web-visit-account-form-sharing = Shared
web-visit-account-form-save = Save the account

## What cannot be read
fault-time-not-read = “{ $value }” is not a time of day
    .hint = Write hours and minutes: 09:30.
fault-language-not-read = “{ $value }” is not the code of a language
    .hint = Write two lower-case letters: en, ru, tg.
web-field-training = Fictitious States
