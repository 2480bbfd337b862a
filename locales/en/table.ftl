# Tables for other programs. Headings of the plan are those of the folder of a round.
table-template = Matrix form: { $template }
table-as-of = As of { $date }

table-plan-number = No.
table-plan-paragraphs = OP / matrix row
table-plan-measure = Measure
table-plan-result = Expected result
table-plan-form = Form of completion
table-plan-time = Time frame
table-plan-bodies = Responsible bodies
table-plan-funding = Source of funding (partners)
table-plan-indicator = Indicator
table-plan-assistance = Assistance needed
table-plan-status = Status
table-plan-quarter = Q{ $quarter } { $year }
table-plan-month = { $month } { $year }
table-plan-span = { $start } – { $end }
table-plan-by = by { $end }
table-plan-from = from { $start }

table-recommendation-number = No.
table-recommendation-addressees = Addressees
table-recommendation-theme = Theme
table-recommendation-paragraphs = OP
table-recommendation-text = Recommendation
table-recommendation-due = Due
table-recommendation-state = State
table-recommendation-position = Position
table-recommendation-date = Date of response
table-recommendation-reasons = Reasons
table-recommendation-measures = Measures
table-recommendation-continues = Continues
table-recommendation-progress-date = Last report
table-recommendation-progress-status = Status
table-recommendation-progress-text = What was reported

table-finding-number = No.
table-finding-kind = Kind
table-finding-theme = Theme
table-finding-states = States
table-finding-title = Title
table-finding-text = Finding
table-finding-basis = Basis

table-act-sequence = No.
table-act-instant = Instant (UTC)
table-act-person = Person
table-act-roles = Roles
table-act-verb = Act
table-act-kind = Kind
table-act-record = Record
table-act-version = Version
table-act-revision = SHA-256 of the revision
table-act-face = Through
table-act-reason = Reason

table-name-matrix = Matrix { $state }
table-name-plan = Plan { $state }
table-name-recommendations = Recommendations
table-name-participants = Participants
table-name-programme = Programme
table-name-findings = Findings
table-name-acts = Register
