# Every closed set of words of the field. The key is the set and the word as it stands in records and files.

## What a person comes to do
role-national-coordinator = national coordinator
role-contributor = contributor of a ministry or agency
role-delegate = delegate
role-secretariat = secretariat
role-licensing-officer = licensing officer
role-border-officer = customs or border officer
role-analyst = analyst of an identification centre
role-trainer = trainer
role-trainee = trainee
role-auditor = auditor
role-committee-expert = expert of the 1540 Committee
role-releasing-officer = releasing officer
role-administrator = administrator of the node

## How carefully, and with whom
handling-unclassified = Unclassified
handling-confidential = Confidential
handling-strictly-confidential = Strictly confidential
sharing-level-national = for the owner only
sharing-level-group = for a named group of States
sharing-level-round = for the participants of the round
sharing-level-committee = for the 1540 Committee
sharing-level-public = public

## The matrix
mark-blank = blank
mark-x = X
mark-question = ?
mark-na = NA
mark-yes = yes
mark-no = no
weapon-N = nuclear
weapon-C = chemical
weapon-B = biological
facet-LF = national legal framework
facet-ENF = enforcement
matrix-status-draft = draft
matrix-status-state-comment = with the State for comment
matrix-status-agreed = agreed by the State
matrix-status-approved = approved for publication
translation-original = original text
translation-official = official translation
translation-unofficial = unofficial translation

## The action plan. The files of a round use the same words.
form-of-completion-law = law
form-of-completion-draft-law = draft law
form-of-completion-decree = decree
form-of-completion-order = order
form-of-completion-guideline = guideline
form-of-completion-training = training
form-of-completion-equipment = equipment
form-of-completion-agreement = agreement
form-of-completion-report = report
form-of-completion-other = other
funding-budget = budget
funding-partners = partners
funding-budget-and-partners = budget and partners
funding-none = none
progress-status-not-started = not started
progress-status-under-way = under way
progress-status-done = done
progress-status-delayed = delayed

## The round
round-kind-peer-review = peer review
round-kind-consultations = consultations
state-role-reviewed = reviewed State
state-role-reviewing = reviewing State
state-role-host = host
state-role-observer = observer
organiser-role-organiser = organiser
organiser-role-support = supporting organisation
statement-part-introduction = introduction
statement-part-method = organisation and method
statement-part-discussion = discussion
statement-part-outcome = outcome
statement-part-follow-up = follow-up
participant-role-head-of-delegation = head of delegation
participant-role-expert = expert
participant-role-contributor = contributor
participant-role-secretariat = secretariat
participant-role-resource-person = resource person
participant-role-observer = observer
participant-role-donor = donor
participant-role-interpreter = interpreter
finding-kind-situation = situation
finding-kind-common-point = common point
finding-kind-difference = difference
finding-kind-gap = gap
finding-kind-effective-practice = effective practice
finding-kind-observation = observation
position-supported = supported
position-supported-in-part = supported in part
position-noted = noted
report-scope-participants = for the participants of the round
report-scope-committee = for the 1540 Committee
report-scope-public = public record

## The record
kind-state = State
kind-account = account
kind-template = matrix template
kind-matrix = matrix
kind-answer = answer of a cell
kind-plan = action plan
kind-measure = measure
kind-progress = progress entry
kind-round = round
kind-programme-item = programme item
kind-participant = participant
kind-visit = visit
kind-visit-account = account of a visit
kind-finding = finding
kind-recommendation = recommendation
kind-response = response
kind-document = document
kind-report = report
kind-release = release
face-web = page
face-api = interface for machines
face-command-line = command line
severity-error = error
severity-warning = warning

## Kinds of the laboratory
kind-sample = sample
kind-custody-event = event of custody
kind-laboratory-measurement = measurement
kind-laboratory-result = result

## What kind of hazard a sample may be
sample-nature-radioactive = radioactive
sample-nature-chemical = chemical
sample-nature-biological = biological
sample-nature-mixed = more than one hazard
sample-nature-unknown = not known

## What happened to a sample
custody-action-collect = collected
custody-action-transfer = handed over
custody-action-store = stored
custody-action-open = opened
custody-action-split = split
custody-action-approve-loss = loss approved
custody-action-end = custody ended

## How a seal was found
seal-state-intact = intact
seal-state-broken = broken
seal-state-none = no seal

## Sides of a hand-over
custody-side-released = I gave it away
custody-side-received = I received it

## What does not fit in a chain of custody
custody-break-no-beginning = custody does not begin with a collection
custody-break-other-holder = who gave it away is not who had it before
custody-break-out-of-order = earlier than the event before it
custody-break-not-acknowledged = not acknowledged by every side
custody-break-other-seal = the seal found is not the one put on before
custody-break-broken-seal = the seal was broken
custody-break-after-end = after custody had ended

## How something was measured
technique-gamma-spectrum = gamma spectrum
technique-infrared = infrared spectrum
technique-raman = Raman spectrum
technique-mass-spectrum = mass spectrum
technique-chromatogram = chromatogram
technique-pcr = PCR
technique-lateral-flow = strip test
technique-other = other

## Controls
control-kind-no-template = no-template control
control-kind-positive = positive control
control-kind-negative = negative control
control-kind-extraction = extraction control
control-kind-control-line = control line
control-kind-blank = blank

## Outcomes
outcome-detected = detected
outcome-not-detected = not detected
outcome-inconclusive = inconclusive
outcome-invalid = invalid

## How far a result goes
standing-presumptive = presumptive
standing-confirmed = confirmed

## What a second person decided
decision-verified = verified
decision-rejected = rejected
## Formats of party lists
list-format-un = UN Security Council
list-format-ofac = OFAC (United States)
list-format-eu = European Union
list-format-uk = United Kingdom
list-format-national = table of one’s own
