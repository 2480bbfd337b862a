# Pages of findings.
web-findings-title = Findings
web-findings-lead = What the rounds noted, each with what it rests on.
web-findings-empty = No finding fits.
web-findings-empty-first-step = Note a finding on the page of a round, or while comparing a row across States.
web-findings-count = { $count ->
    [one] { $count } finding
   *[other] { $count } findings
}
web-findings-filter-round = Round
web-findings-filter-kind = Kind
web-findings-filter-theme = Theme
web-findings-filter-state = State
web-findings-filter-text = Words
web-findings-column-number = No.
web-findings-column-kind = Kind
web-findings-column-finding = Finding
web-findings-column-states = States
web-findings-column-theme = Theme
web-findings-all-states = all States of the round

web-finding-title = Finding { $number }
web-finding-kind = Kind
web-finding-theme = Theme
web-finding-states = States
web-finding-basis = What it rests on
web-finding-basis-empty = No basis is named.
web-finding-basis-row = { $state }, matrix row { $row }
web-finding-basis-measure = { $state }, measure { $number } of the action plan
web-finding-basis-visit = Visit { $number }
web-finding-recommendations = Recommendations that follow from it
web-finding-edit = Change the finding
web-finding-recommend = Propose a recommendation from it

web-finding-form-new = Note a finding
web-finding-form-edit = Change finding { $number }
web-finding-form-number = Number
web-finding-form-kind = Kind
web-finding-form-theme = Theme
web-finding-form-theme-none = none
web-finding-form-states = States it concerns
web-finding-form-states-hint = None chosen means all States of the round.
web-finding-form-title = Short title
web-finding-form-text = What was noted
web-finding-form-basis = What it rests on
web-finding-form-basis-hint = One on each line: XO:IV.6 (a matrix row), XO:measure 4, visit 1
web-finding-form-save = Save the finding

fault-basis-not-read = “{ $value }” names nothing a finding can rest on
    .hint = Write XO:IV.6 for a matrix row, XO:measure 4 for a measure, visit 1 for a visit.
