# Pages of recommendations.
web-recommendations-title = Recommendations
web-recommendations-lead = The register across all rounds. A recommendation lives on from round to round; none is ever dropped.
web-recommendations-empty = No recommendation fits.
web-recommendations-empty-first-step = Propose a recommendation on the page of a round, from a finding.
web-recommendations-count = { $count ->
    [one] { $count } recommendation
   *[other] { $count } recommendations
}
web-recommendations-filter-round = Round
web-recommendations-filter-addressee = Addressee
web-recommendations-filter-theme = Theme
web-recommendations-filter-text = Words
web-recommendations-column-number = No.
web-recommendations-column-text = Recommendation
web-recommendations-column-addressees = Addressees
web-recommendations-column-responses = Responses
web-recommendations-column-measures = Measures
web-recommendations-column-progress = Last progress
web-recommendations-column-due = Due
web-recommendations-addressee-all = all States of the round
web-recommendations-addressee-partners = partners
web-recommendations-no-response = awaited
web-recommendations-no-progress = none yet
web-recommendations-no-due = no date

web-recommendation-title = Recommendation { $number }
web-recommendation-addressees = For
web-recommendation-theme = Theme
web-recommendation-paragraphs = Paragraphs of the resolution
web-recommendation-due = Due
web-recommendation-edit = Change the recommendation
web-recommendation-respond = Respond for { $state }
web-recommendation-revise = Revise the response of { $state }
web-recommendation-report-progress = Report progress
web-recommendation-attach = Attach a document
web-recommendation-findings = Findings it follows from
web-recommendation-findings-empty = No finding is named.
web-recommendation-responses = Responses
web-recommendation-responses-empty = No State has responded yet.
web-recommendation-responses-empty-first-step = The addressee's national coordinator responds: supported, supported in part or noted, with reasons.
web-recommendation-response-awaited = response awaited
web-recommendation-response-history = Earlier responses of { $state }
web-recommendation-measures = Measures that carry it out
web-recommendation-measures-empty = No measure is linked, or none that is shared with you.
web-recommendation-follow-up = Follow-up
web-recommendation-follow-up-empty = Nothing has been reported yet.
web-recommendation-earlier = Continues
web-recommendation-later = Continued by
web-recommendation-documents = Documents
web-recommendation-documents-empty = No document is attached.
web-recommendation-of-round = { $round }, recommendation { $number }

web-recommendation-form-new = Propose a recommendation
web-recommendation-form-edit = Change recommendation { $number }
web-recommendation-form-number = Number
web-recommendation-form-addressees = For
web-recommendation-form-theme = Theme
web-recommendation-form-theme-none = none
web-recommendation-form-paragraphs = Paragraphs of the resolution
web-recommendation-form-paragraphs-hint = Separated by semicolons: 2; 3(d); 8(a)
web-recommendation-form-text = What is recommended
web-recommendation-form-due = Due
web-recommendation-form-due-hint = As exact as it was agreed: 2026-08-02, 2026-08, 2026-Q3 or 2026
web-recommendation-form-findings = Findings it follows from
web-recommendation-form-measures = Measures that carry it out
web-recommendation-form-continues = Earlier recommendations it continues
web-recommendation-form-save = Save the recommendation

web-respond-title = Respond to recommendation { $number }
web-respond-revise-title = Revise the response to recommendation { $number }
web-respond-lead = The response of { $state }. It can be revised; every version stays in the record.
web-respond-position = Position
web-respond-reasons = Reasons
web-respond-reasons-hint = Needed unless the recommendation is supported in full.
web-respond-date = Date of the response
web-respond-save = Respond

web-done-responded = The response was recorded.
