# What does not hold when a node is verified. The key is `fault-` and the code; the place is in the message.
# { $sequence }: place of an act in the register, from 0. { $record }: id of a record. { $sha256 }: hash of a file.

## The register
fault-verify-act-missing = act { $sequence } is missing from the register
    .hint = Acts were taken away, or put elsewhere. Restore the node from a backup made before, and keep this copy for whoever looks into it.
fault-verify-act-bytes = act { $sequence } cannot be read
    .hint = Its bytes were changed or damaged. Restore the node from a backup, and keep this copy for whoever looks into it.
fault-verify-act-leaf = the bytes of act { $sequence } do not have the hash they were stored with
    .hint = Its bytes or its hash were changed or damaged. Restore the node from a backup, and keep this copy for whoever looks into it.
fault-verify-act-columns = act { $sequence } is looked up by something it does not say
    .hint = Its index was changed or damaged; the act itself may be whole. Restore the node from a backup.
fault-verify-root = the register does not have the root that its head says; { $size } acts were found
    .hint = Acts were changed, added or taken away past the program. Restore the node from a backup, and keep this copy for whoever looks into it.
fault-verify-head-missing = the head of the register is missing or cannot be read; { $size } acts were found
    .hint = Restore the node from a backup.
fault-verify-checkpoint = the checkpoint of the register is not signed by the key of this node
    .hint = Check that the key file belongs to this node. If it does, the checkpoint was changed: restore the node from a backup.
fault-verify-checkpoint-differs = the signed checkpoint is not of this register; { $size } acts were found
    .hint = The register and its checkpoint do not belong together. Restore the node from a backup.

## A checkpoint kept elsewhere
fault-verify-kept-origin = the checkpoint that was kept is of another register
    .hint = Give the checkpoint of this node.
fault-verify-kept-longer = the checkpoint that was kept was signed over { $size } acts, and the register has fewer
    .hint = Acts were taken away since, or the node was restored from an older backup. Ask who administers it.
fault-verify-kept-differs = the first { $size } acts are not those that the kept checkpoint was signed over
    .hint = The history was written again after the checkpoint was given out. Keep the checkpoint: it is the proof.

## Records
fault-verify-revision-missing = version { $version } of record { $record } is missing
    .hint = Restore the node from a backup made after it was written.
fault-verify-revision-bytes = the bytes of version { $version } of record { $record } are not those the act recorded
    .hint = They were changed or damaged. Restore the node from a backup.
fault-verify-revision-hash = version { $version } of record { $record } is stored under a wrong hash
    .hint = The hash was changed or damaged. Restore the node from a backup.
fault-verify-revision-unreadable = version { $version } of record { $record } cannot be read, although its hash is right
    .hint = It may be from a newer program: verify it with that one.
fault-verify-revision-envelope = version { $version } of record { $record } says it is something else
    .hint = The act and the revision do not belong together. Restore the node from a backup.
fault-verify-revision-order = version { $version } of record { $record } does not follow the version before it
    .hint = A version in between is missing from the register. Restore the node from a backup.
fault-verify-revision-unrecorded = no act accounts for version { $version } of record { $record }
    .hint = It was added past the program. Restore the node from a backup.
fault-verify-record-missing = record { $record } is in the register and not in the index
    .hint = Restore the node from a backup; nothing is lost while its revisions hold.
fault-verify-record-stale = the index still shows an older version of record { $record }
    .hint = The index was set back. Restore the node from a backup.
fault-verify-record-lookup = the index says something else of record { $record } than its latest version (column { $column })
    .hint = The index was changed or damaged. Restore the node from a backup.
fault-verify-record-unrecorded = no act accounts for record { $record } in the index
    .hint = It was added past the program, or points to an act that is not its own. Restore the node from a backup.
fault-verify-facets = record { $record } is filtered by something its latest version does not say
    .hint = The index was changed or damaged. Restore the node from a backup.
fault-verify-facet-unrecorded = the index filters by record { $record }, which does not exist
    .hint = The index was changed or damaged. Restore the node from a backup.

## Files
fault-verify-file-missing = the file { $sha256 } is missing, although a record refers to it
    .hint = Restore the node from a backup, or ask the owner for the file: its SHA-256 shows whether it is the same one.
fault-verify-file-bytes = the file { $sha256 } no longer has the bytes it was stored with
    .hint = It was changed or damaged. Restore the node from a backup, or ask the owner for the file again.

## What is being worked on, beside a progress bar
part-settings = settings
part-files = files
part-revisions = versions
part-records = records
part-acts = acts
part-credentials = passwords
