# The report of a round. Sentences avoid inflecting names, which are data.

## On every page
report-training-band = Training data. These States do not exist.
report-marking = { $handling }, { $sharing }
report-sharing-states = { $sharing }: { $states }
report-page-before = page
report-page-between = of
report-running-head = { $kind }, { $place }, { $year }
report-not-translated = { $text } [not translated]
report-unnamed = not named

## Title block
report-title-kind = Report of the { $kind }
report-kind-peer-review = peer review of the implementation of resolution 1540 (2004)
report-kind-consultations = consultations on the implementation of resolution 1540 (2004)
report-place-and-dates = { $place }, { $dates }
report-states = { $states }
report-edition = Edition { $scope }, as of { $date }

## Draft note verbale
report-note-draft = Draft for the Permanent Missions. Not signed, not sent. To be completed by each State before submission.
report-note-senders = { $count ->
    [one] Permanent Mission of { $states } to the United Nations
   *[other] Permanent Missions of { $states } to the United Nations
}
report-note-number = No. ____________/{ $year }
report-note-addressee = The Chair of the Security Council Committee established pursuant to resolution 1540 (2004)
report-note-opening = { $count ->
    [one] The Permanent Mission of { $states } to the United Nations presents its compliments to the Chair of the Security Council Committee established pursuant to resolution 1540 (2004) and has the honour to transmit herewith the report of the { $kind } held in { $place } on { $dates }.
   *[other] The Permanent Missions of { $states } to the United Nations have the honour to address the Chair of the Security Council Committee established pursuant to resolution 1540 (2004) in order to submit the report of the { $kind } held in { $place } on { $dates }.
}
report-note-request = { $count ->
    [one] The Permanent Mission would be grateful if the present note and the report enclosed were brought to the attention of the members of the Committee.
   *[other] The Permanent Missions would be grateful if the present note and the report enclosed were brought to the attention of the members of the Committee.
}
report-note-closing = { $count ->
    [one] The Permanent Mission of { $states } to the United Nations avails itself of this opportunity to renew to the Chair of the Committee the assurances of its highest consideration.
   *[other] The Permanent Missions of { $states } to the United Nations avail themselves of this opportunity to renew to the Chair of the Committee the assurances of their highest consideration.
}
report-note-place-and-date = New York, ____________ { $year }

## Parts
report-part = { $number }. { $title }
report-part-introduction = Introduction
report-part-method = Organisation and method
report-part-participants = Participants
report-part-findings = Findings by theme
report-part-visits = Visits
report-part-practices = Effective practices
report-part-recommendations = Recommendations
report-part-follow-up = Outcome, follow-up and next round
report-annex = Annex { $number }. { $title }
report-annex-only = Annex. { $title }
report-annex-programme = Programme
report-annex-participants = Participants by delegation
report-annex-matrix = Matrices side by side, by theme
report-annex-plans = Action plans
report-annex-recommendations = Recommendations, responses and follow-up
report-annex-earlier = Recommendations of earlier rounds and their follow-up
report-annex-record = Record and sources

## Introduction
report-held = { $kind ->
    [peer-review] The peer review of the implementation of resolution 1540 (2004) was held in { $place } on { $dates }.
   *[consultations] The consultations on the implementation of resolution 1540 (2004) were held in { $place } on { $dates }.
}
report-took-part = { $count ->
    [one] The State of the round: { $states }.
   *[other] The States of the round: { $states }.
}
report-host = Host: { $host }.
report-purpose = Purpose: { $purpose }
report-framework = Framework: { $framework }
report-earlier = The following came before this round:
report-earlier-item = { $title }, { $place }, { $when }
report-earlier-item-without-place = { $title }, { $when }
report-source = Source: { $source }.

## Organisation and method
report-organised-by = { $count ->
    [one] Organiser: { $organisers }.
   *[other] Organisers: { $organisers }.
}
report-supported-by = Support: { $organisers }.
report-organiser-with-short = { $name } ({ $short })
report-roles = The States took part as follows:
report-roles-item = { $state }: { $roles }
report-languages = Working languages: { $languages }.
language-en = English
language-ru = Russian
report-themes = { $count ->
    [one] The round looked at one theme:
   *[other] The round looked at { $count } themes:
}
report-theme-item = { $title }
report-theme-item-priority = { $title } – priority of the Governments
report-matrix-method = The matrices shown follow this form: { $template }. Their marks are indicators of fact. They do not measure compliance, and the States are not compared by them.

## Participants
report-participants-of = { $count ->
    [one] { $delegation }: one person.
   *[other] { $delegation }: { $count } persons.
}
report-participants-with-head = { $count ->
    [one] { $delegation }: one person; head of delegation: { $head }.
   *[other] { $delegation }: { $count } persons; head of delegation: { $head }.
}
report-participants-organisations = Organisations and other participants
report-participants-annex = The participants are listed by delegation in an annex.

## Findings
report-theme-heading = { $title }
report-theme-heading-with-paragraphs = { $title } ({ $paragraphs })
report-operative-paragraphs = { $count ->
    [one] operative paragraph { $paragraphs }
   *[other] operative paragraphs { $paragraphs }
}
report-discussion = Discussion
report-other-findings = Other findings
report-other-practices = Other practices
report-finding = { $kind } ({ $states }). { $text }
report-finding-titled = { $kind } ({ $states }). { $title }. { $text }
report-all-states = all States of the round
report-basis = { $text } [Basis: { $basis }]
report-basis-rows = { $count ->
    [one] { $state }, matrix row { $items }
   *[other] { $state }, matrix rows { $items }
}
report-basis-measures = { $count ->
    [one] { $state }, measure { $items }
   *[other] { $state }, measures { $items }
}
report-basis-visit = visit { $number }

## Visits
report-visit = Visit { $number }: { $title }.
report-visit-details = { $visit } { $details }
report-visit-on = Date: { $date }.
report-visit-host = Received by: { $host }.

## Recommendations
report-recommendations-to = Addressed to { $addressees }
report-addressee-all = all States of the round
report-addressee-partners = partner organisations
report-recommendation = Recommendation { $number }. { $text }
report-recommendation-about = Recommendation { $number } ({ $paragraphs }). { $text }
report-recommendation-due = { $text } Due: { $due }.
report-response = Response of { $state }, { $date }: { $position }.
report-response-with-reasons = Response of { $state }, { $date }: { $position }. { $reasons }

## Outcome, follow-up and next round
report-decisions = { $count ->
    [one] The delegations decided:
   *[other] The delegations decided as follows:
}
report-cooperation = { $count ->
    [one] The following matter needs further cooperation:
   *[other] The following matters need further cooperation:
}
report-output = Presented: { $output }
report-next = Next round: { $when }.
report-next-place = Place: { $place }.
report-next-host = Host: { $host }.
report-next-invited = Invited: { $invited }.
report-follow-up-annex = Responses, measures and reported progress are set out in the annexes. Every recommendation is kept and reported on in later rounds, whatever the response.

## Programme and participants
report-programme-time = Time
report-programme-item = Item
report-programme-speakers = Speakers
report-time-span = { $start }–{ $end }
report-participant-name = Name and position
report-participant-body = Body
report-participant-role = Capacity

## Matrices side by side
report-matrix-intro = Form: { $template }. The letters N, C and B stand for the kinds of weapons of the form, LF for the national legal framework, ENF for enforcement. An empty box is a blank field.
report-matrix-row = Row
report-matrix-confidence = Wording: { $confidence }
report-matrix-status = Status of the matrix: { $states }.
report-matrix-status-of = { $state } – { $status }
report-matrix-absent = no matrix in this record
report-matrix-continued = { $title } (continued)
report-mark-yes = YES
report-mark-no = NO
report-citation = { $citation } [{ $translation }]
report-citation-parts = { $instrument }, { $article }
report-citation-dated = { $citation } ({ $date })
report-citation-cell = { $cell }: { $citation }
report-legend = Legend of this version of the form
report-legend-mark = Mark
report-legend-meaning = Meaning
report-legend-unverified = { $meaning } (unverified)
report-confidences = How far the wording of the rows is known
report-confidence-code = Shown
report-template-note = Note on the form: { $note }
report-template-source = Source of the form: { $source }.

## Action plans
report-plan = { $state }: { $title }
report-plan-adopted = Adopted by: { $instrument }.
report-plan-adopted-on = Adopted by: { $instrument }, { $date }.
report-plan-period = Period: { $start } – { $end }.
report-plan-overdue = { $count ->
    [0] No measure is past its time frame as of { $date }.
    [one] One measure is past its time frame and not reported as done as of { $date }: { $numbers }.
   *[other] { $count } measures are past their time frame and not reported as done as of { $date }: { $numbers }.
}
report-plan-timeline = Timeline of the plan of { $state }, as of { $date }
report-plan-timeline-alternative = One bar for each measure of the plan, with its number, its time frame and its status in words. The same facts stand in the table below.
report-measure-number = No.
report-measure-text = Measure
report-measure-time = Time frame
report-measure-status = Status and last report
report-measure-lead = Lead: { $lead }
report-measure-supporting = With: { $bodies }
report-measure-result = Expected result: { $result }
report-measure-rows = Matrix rows: { $rows }
report-measure-assistance = Assistance needed: { $assistance }
report-measure-overdue = past its time frame
report-progress = { $date }: { $text }
report-progress-status = { $date }, { $status }: { $text }
report-progress-by = { $state }, { $date }, { $status }: { $text }
report-time-from-to = { $start } – { $end }
report-time-by = by: { $end }
report-time-from = from: { $start }

## Recommendations with follow-up
report-recommendation-number = No.
report-recommendation-text = Recommendation
report-recommendation-responses = Responses
report-recommendation-follow-up = Follow-up
report-recommendation-to = To: { $addressees }
report-recommendation-due-line = Due: { $due }
report-recommendation-measures = Measures: { $measures }
report-recommendation-continues = Continues: { $recommendations }
report-recommendation-continued = Continued by recommendation { $numbers } of this round
report-no-response = no response on record
report-no-follow-up = nothing reported
report-follow-up-intro = Responses are those of the addressees. Follow-up is what States and partners reported, with the measures that carry a recommendation out.
report-earlier-round = { $title }, { $place }, { $dates }

## Record and sources
report-record = Generated from the register of the node “{ $node }” ({ $count ->
    [one] one act
   *[other] { $acts } acts
}), as of { $date }.
report-record-source = The facts about the round come from this public source: { $source }.
report-record-training = All States, bodies, persons and documents in this report are fictitious.
report-source-parts = { $title }, { $publisher }
report-record-no-grade = This report records what States have stated and what the delegations found together. It contains no assessment of compliance.

## Timeline
timeline-title = Timeline: { $plan }
timeline-today = { $date }
timeline-overdue = past its time frame
timeline-open-end = no end set

## What can go wrong when a report or a table is written
fault-report-typesetting = The report could not be typeset.
    .hint = This is a fault of the program, not of the record. Note the round, the languages and the time, and tell the people who look after this node; the log has the particulars.
fault-report-pdf = The report was typeset but could not be written as an archival PDF.
    .hint = This is a fault of the program, not of the record. The DOCX can be used meanwhile; the log has the particulars.
fault-report-figure = A timeline of the report could not be drawn.
    .hint = This is a fault of the program, not of the record. The PDF can be used meanwhile; the log has the particulars.
fault-report-packing = The parts of the DOCX could not be put together.
    .hint = This is a fault of the program, not of the record. The PDF can be used meanwhile; the log has the particulars.
fault-table-xlsx = The table could not be written as XLSX.
    .hint = A sheet holds a million rows and a cell 32,767 characters. Export a smaller part, or export as CSV, which has no such limits.
fault-table-csv = The table could not be written as CSV.
    .hint = Try again, or export as XLSX; the log has the particulars.
