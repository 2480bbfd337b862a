# Why something was not done, and what to do. The key is the code of the refusal. `$what` is a word of the kind of record
# (kind-…) or of the permission (permission-…).
refusal-sign-in-needed = Sign in first, or again: nobody is signed in, or the session is over.
    .hint = A session ends after eight hours without use, and after a day in any case.
refusal-wrong-password = The login or the password is wrong.
    .hint = Check both. If the password is lost, the administrator of the node can set a new one.
refusal-too-many-attempts = { $seconds ->
    [one] Too many failed attempts. Wait { $seconds } second before the next one.
   *[other] Too many failed attempts. Wait { $seconds } seconds before the next one.
}
    .hint = Each further failure doubles the wait, up to a quarter of an hour.
refusal-not-allowed = Your role does not allow this: { $what }.
    .hint = Ask somebody whose role allows it, or the administrator if your role has changed.
refusal-own-revision = The author of a version can neither release it nor verify it.
    .hint = Ask somebody else whose role allows it to look at it and to decide.
refusal-not-found = Not found: { $what }. It does not exist, or it is not shared with you.
    .hint = Check the address. If it should be shared with you, ask its owner.
refusal-invalid = This could not be accepted. What has to be put right is listed below.
    .hint = Nothing was stored. Put the listed points right and send it again.
refusal-conflict = Somebody else changed this in the meantime.
    .hint = Nothing of yours was stored. Compare both versions, and save again on top of the newer one.
refusal-disk-full = The disk of the node is full.
    .hint = Nothing of this change was stored; everything before it is safe. The operator of the node must make room.
refusal-busy = The database is busy.
    .hint = Nothing was stored. Try again in a moment.
refusal-damaged = Something that is stored cannot be read.
    .hint = The operator of the node should run “tripoint verify”, which says what is damaged, and keep the latest backup at hand.
refusal-store = The database refuses this.
    .hint = Nothing was stored. The operator of the node will find the reason in the log.
refusal-report = The report cannot be set.
    .hint = Nothing was stored. The operator of the node will find the reason in the log.

## Things that may not be found and are no kind of record.
kind-act = act of the register
kind-file = file
kind-password = password
kind-record = record
kind-revision = version
kind-row = row of the matrix

## What a person may be allowed to do.
permission-account-see = read who has an account
permission-account-save = make and change accounts and set passwords
permission-state-see = read the States of the node
permission-state-save = enter a State or change its names
permission-template-see = read matrix templates
permission-template-add = add a version of a matrix template
permission-matrix-see = read matrices
permission-matrix-save = begin a matrix
permission-answer-save = answer a cell of a matrix
permission-matrix-import = take answers of a matrix from a file
permission-matrix-advance = move a matrix a step
permission-plan-see = read action plans
permission-plan-save = begin an action plan or change its head
permission-measure-save = make or change a measure
permission-plan-import = take measures from a file
permission-progress-add = report progress
permission-round-see = read rounds
permission-round-save = make or change a round, its programme and its visits
permission-round-import = import a round from a folder
permission-participant-save = enter a participant
permission-finding-save = note a finding
permission-recommendation-save = make or change a recommendation
permission-recommendation-respond = respond to a recommendation for the State
permission-document-attach = attach a document
permission-document-see = read documents
permission-report-build = build a report
permission-report-see = read reports
permission-list-see = read control lists
permission-list-import = import an edition of a control list
permission-determination-see = read determinations
permission-determination-save = determine whether a good meets a provision
permission-goods-identify = ask which list entries goods may fall under
permission-spectrum-identify = ask what the file of an instrument shows
permission-record-mark = change the marking of a record
permission-record-release = release a version
permission-register-see = read the register
permission-node-verify = verify the register
permission-node-back-up = make a backup
permission-sample-see = read samples with their custody and results
permission-sample-save = enter or change a sample
permission-custody-record = record or acknowledge an event of custody
permission-custody-approve-loss = approve a step that consumes a sample
permission-laboratory-measure = keep a measurement
permission-laboratory-conclude = record or amend a result
permission-laboratory-verify = verify a result
