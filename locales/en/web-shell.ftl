# The frame of every page, and the words that every page may use.
web-language-name = English
web-in-language-en = English
web-in-language-ru = Russian
web-languages = Language
web-navigation = Sections
web-skip-to-content = Skip to the content
web-nav-home = Home
web-nav-rounds = Rounds
web-nav-matrices = Matrices
web-nav-plans = Plans
web-nav-recommendations = Recommendations
web-nav-reports = Reports
web-nav-goods = Goods
web-nav-register = Register
web-nav-accounts = Accounts
web-nav-states = States
web-nav-templates = Matrix forms
web-own-password = Change your password
web-sign-out = Sign out
web-foot = Tripoint records facts. It grades no State and ranks none.
web-keys = Alt+L changes the language
web-secretariat = Secretariat
web-nobody-else = nobody else
web-yes = yes
web-no = no
web-nothing = nothing
web-source = Source
web-no-translation = There is no translation into the language of this page.
web-owner-is = Owner: { $owner }
web-version-history = Version { $version }, history
web-where = Where
web-to-home = Go to the first page
web-cancel = Cancel
web-save = Save
web-field = Field
web-actions = Actions
web-reason = Reason for the change
web-reason-hint = Optional. It is written into the register beside your name.
web-export-as = Save the table as
web-filter = Show
web-filter-clear = Show all
web-filter-text = Words
web-any = any
web-count = { $count ->
    [one] { $count } line
   *[other] { $count } lines
}
web-pages = Pages of the list
web-page-before = Earlier lines
web-page-after = Further lines
web-page-range = { $first }–{ $last } of { $total }
web-faults-title = { $count ->
    [one] One thing has to be put right
   *[other] { $count } things have to be put right
}

## After something was done
web-done-saved = Saved. The change stands in the register.
web-done-unchanged = Nothing was changed.
web-done-signed-out = You have signed out.
web-done-password = The new password is set. All sessions of this account have ended.
web-done-imported = The file was taken. Every change stands in the register as an act of its own.
web-done-discarded = The file was put aside. Nothing was changed.
web-done-advanced = The matrix has moved a step.
web-done-marked = The marking is changed.
web-done-released = The release is recorded.
web-done-attached = The document is attached.
web-done-built = The report is built.

## What was refused by the pages themselves
web-refusal-no-such-page = There is no such page.
    .hint = Check the address, or begin at the first page.
web-refusal-foreign-origin = The request did not come from a page of this site.
    .hint = Nothing was changed. Open the page here and send the form again. If a programme in between removes the Origin header, use the interface for machines.
web-refusal-too-large = More was sent than is taken.
    .hint = Nothing was stored. A form may have 256 kB, a file 25 MB. Longer texts belong in an attached document.
web-refusal-unreadable = What was sent cannot be read as a form of this site.
    .hint = Nothing was stored. Go back, load the page again and send it once more.
web-refusal-wrong-method = This page cannot be used in this way.
    .hint = Open it from the page it belongs to.
web-refusal-failed = The program failed.
    .hint = Nothing of this change was stored. The operator of the node will find the reason in the log.

## Two versions
web-conflict-title = Somebody else changed this in the meantime
web-conflict-lead = Version { $version } was stored while you were writing. Compare both, then decide which is to stand.
web-conflict-table = Both versions, field by field
web-conflict-stored = Stored now
web-conflict-yours = Yours
web-conflict-same = Both versions say the same.
web-conflict-take-mine = Save mine on top of the newer version
web-conflict-keep-theirs = Keep the stored version

## Long jobs
web-job-verify = Verifying the register
web-job-report = Building the report
web-job-begins = Beginning…
web-job-of = { $done } of { $total }
web-job-leave = You may leave this page and come back.

## First page
web-home-title = What waits for you
web-home-nothing-waits = Nothing waits for you at present.
web-home-all-to-answer = All recommendations to our State
web-home-to-answer = { $count ->
    [one] One recommendation without a response of your State
   *[other] { $count } recommendations without a response of your State
}
web-home-overdue = { $count ->
    [one] One measure whose time is over
   *[other] { $count } measures whose time is over
}
web-home-recommendation = Recommendation { $number }
web-home-measure = Measure { $number }
web-home-due = due { $date }
web-home-was-due = was due { $date }
web-home-context = Round and reports
web-home-round = The round
web-home-next-round = Next round
web-home-no-round = No round has reached you yet.
web-home-reports = Latest reports

## Signing in
web-sign-in-title = Sign in
web-sign-in-lead = Node { $node }
web-sign-in = Sign in
web-login = Login
web-password = Password
web-demo-people = People of this demonstration
web-demo-people-hint = The program printed their passwords when it made this node.
fault-sign-in-wrong = The login or the password is wrong.
    .hint = Check both. If the password is lost, the administrator of the node can set a new one.
fault-sign-in-too-often = { $seconds ->
    [one] Too many failed attempts. Wait { $seconds } second before the next one.
   *[other] Too many failed attempts. Wait { $seconds } seconds before the next one.
}
    .hint = Each further failure doubles the wait, up to a quarter of an hour.
web-nav-spectra = Spectra
web-nav-samples = Samples
web-done-acknowledged = Acknowledged.
web-done-verified = The decision is recorded.

web-nav-for-review = Review
web-nav-for-controls = Controls
web-nav-for-node = Node
web-home-tools = Tools for the national controls
web-home-no-review = Also open to you
web-tool-goods = Describe a good, or paste a table of goods: which entries of the control lists may concern it, and why.
web-tool-determinations = Go through the criteria of an entry question by question; the result can be signed.
web-tool-lists = Look up an entry, import a national list, see what changed and where States differ.
web-tool-spectra = Give the file of a gamma spectrometer: which nuclides it shows, with the lines for and against, as a plot.
web-tool-samples = Items taken for examination: seals, hand-overs, measurements and results.
