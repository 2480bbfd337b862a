# Pages of action plans, measures and progress.

## Plans
web-plans-title = Action plans
web-plans-lead = Voluntary national implementation action plans: what each State has set itself to do, by when, and how far it has come.
web-plans-empty = No action plan has reached you yet.
web-plans-empty-first-step = Begin the plan of your State, or ask its national coordinator to share it with the round.
web-plans-new = Begin an action plan
web-plans-overdue = Overdue in all plans
web-plans-count = { $count ->
    [one] { $count } plan
   *[other] { $count } plans
}
web-plans-column-state = State
web-plans-column-title = Plan
web-plans-column-period = Period
web-plans-column-adopted = Adopted
web-plans-column-marking = Marking

## One plan
web-plan-period = Period
web-plan-adopted = Adopted
web-plan-instrument = Adopted by
web-plan-timeline = Timeline
web-plan-timeline-note = Bars run from the first to the last day that the dates can mean; hatched bars are known to the quarter or year only. The thin line is today.
web-plan-measures = Measures
web-plan-measures-empty = This plan has no measures yet.
web-plan-measures-empty-first-step = Add the first measure, or import the table of the plan as XLSX or CSV.
web-plan-filter-none = No measure fits the filter.
web-plan-filter-clear = Show all measures
web-plan-count = { $count ->
    [one] { $count } measure
   *[other] { $count } measures
}
web-plan-count-filtered = { $shown } of { $count ->
    [one] { $count } measure
   *[other] { $count } measures
}
web-plan-add-measure = Add a measure
web-plan-import = Import a table
web-plan-edit = Change the head of the plan
web-plan-column-number = No.
web-plan-column-measure = Measure
web-plan-column-rows = Matrix rows
web-plan-column-lead = Lead
web-plan-column-time = Time frame
web-plan-column-status = Status
web-plan-column-last = Last report
web-plan-column-plan = Plan
web-plan-column-due = Due
web-plan-column-state = State
web-plan-filter-status = Status
web-plan-filter-row = Matrix row
web-plan-filter-text = Words
web-plan-filter-any = any
web-plan-filter-overdue = overdue
web-plan-overdue = overdue
web-plan-time-span = { $start } – { $end }
web-plan-time-quarter = Q{ $quarter } { $year }
web-plan-time-from-day = from { $date }
web-plan-time-from-month = from { $month } { $year }
web-plan-time-from-quarter = from Q{ $quarter } { $year }
web-plan-time-from-year = from { $year }
web-plan-time-until-day = by { $date }
web-plan-time-until-month = by the end of { $month } { $year }
web-plan-time-until-quarter = by the end of Q{ $quarter } { $year }
web-plan-time-until-year = by the end of { $year }
web-plan-no-report = none yet

## Overdue
web-overdue-title = Overdue measures
web-overdue-lead = Measures of all plans shared with you whose time frame has passed and that are not done, as reported. As of { $date }.
web-overdue-empty = No measure is overdue today.
web-overdue-empty-first-step = Time frames stand in the action plans.

## Plan form
web-plan-form-new = Begin an action plan
web-plan-form-edit = Change the head of the plan
web-plan-form-lead = A new plan is kept to your State until you change its marking.
web-plan-form-title = Title
web-plan-form-instrument = Instrument that adopted it
web-plan-form-adopted = Date of adoption
web-plan-form-start = Begins
web-plan-form-end = Ends
web-plan-form-save = Save the plan

## Import
web-plan-import-title = Import measures from a table
web-plan-import-lead = An XLSX or CSV file in the English or the Russian column layout. You see what would change before anything is stored. A file in the other language joins the first by the numbers of the measures.
web-plan-import-columns = The columns are those of an export of this plan: export it, fill it in, import it.
web-plan-import-file = File (XLSX or CSV)
web-plan-import-upload = Show what would change
web-plan-preview-title = What { $file } would change
web-plan-preview-summary = New measures: { $new }. Changed measures: { $changed }. Without change: { $unchanged }.
web-plan-preview-nothing = The file says what the plan already says. There is nothing to take.
web-plan-preview-faults = Nothing can be taken until these errors are put right in the file:
web-plan-preview-warnings = Look at these before you take the file:
web-plan-preview-accept = Take all changes
web-plan-preview-forget = Do not take the file
web-plan-preview-again = Choose another file
web-plan-preview-new = new
web-plan-preview-changed = changed
web-plan-preview-field = Field
web-plan-preview-before = Now
web-plan-preview-after = In the file

## One measure
web-measure-title = Measure { $number }
web-measure-edit = Change the measure
web-measure-add-progress = Report progress
web-measure-attach = Attach a document
web-measure-paragraphs = Paragraphs of the resolution
web-measure-rows = Matrix rows
web-measure-expected-result = Expected result
web-measure-form = Form of completion
web-measure-time-frame = Time frame
web-measure-lead = Lead body
web-measure-supporting = Supporting bodies
web-measure-funding = Source of funding
web-measure-partners = Partners
web-measure-indicator = Indicator
web-measure-assistance = Assistance needed
web-measure-status = Status
web-measure-progress = Progress
web-measure-progress-empty = No progress has been reported yet.
web-measure-recommendations = Recommendations it carries out
web-measure-recommendations-empty = No recommendation names this measure.
web-measure-documents = Documents
web-measure-documents-empty = No document is attached.
web-measure-overdue-since = overdue since { $date }

## Measure form
web-measure-form-new = Add a measure
web-measure-form-edit = Change measure { $number }
web-measure-form-number = Number
web-measure-form-number-hint = Numbers are cited from outside: once saved, a number does not change. For example 17 or 17.1.
web-measure-form-paragraphs-hint = Separated by semicolons: 2; 3(d); 8(a)
web-measure-form-rows-hint = Separated by semicolons: II.10; IV.6
web-measure-form-text = What is to be done
web-measure-form-start = From
web-measure-form-end = Until
web-measure-form-end-hint = Without it the measure is continuous and never overdue.
web-measure-form-date-hint = As exact as it is known: 2026-08-02, 2026-08, 2026-Q3 or 2026
web-measure-form-supporting-hint = One body on each line, in the same order in both languages.
web-measure-form-none = not stated
web-measure-form-save = Save the measure

## Progress form
web-progress-title = Report progress
web-progress-about-measure = Measure { $number }
web-progress-about-recommendation = Recommendation { $number }
web-progress-lead = Entries are added and never rewritten. A measure takes the status of its newest entry.
web-progress-date = The day it speaks of
web-progress-status = How far it has come
web-progress-text = What was done
web-progress-evidence = What shows it
web-progress-evidence-hint = Documents attached to the measure or recommendation.
web-progress-save = Add the entry
web-progress-evidence-links = Evidence

## What was done, what cannot be read
web-done-progress-added = The entry was added.
fault-row-not-read = “{ $value }” is not a row of a matrix
    .hint = Write the section and the number: II.10 or III-NW.14.
fault-sent-at-the-same-moment = somebody changed the measure while the entry was on its way
    .hint = Nothing is lost: send the form again.
fault-time-frame-without-dates = the measure has neither a beginning nor an end
    .hint = One of the two dates is enough.
web-field-adopted = Date of adoption
web-field-evidence = Evidence
