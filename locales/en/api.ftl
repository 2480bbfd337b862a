# What only the interface for machines refuses.
refusal-version-needed = The request does not say which version it changes.
    .hint = Read the record, then send its version in the header If-Match, in quotation marks: "3". Send "0" where nothing stands yet.
refusal-body-too-large = The body of the request is too large.
    .hint = JSON may have 1 MB, an upload 26 MB.
refusal-no-such-operation = There is no such operation.
    .hint = Every operation is described at /api/v1/openapi.json.
refusal-method-not-allowed = This address does not take that method.
    .hint = Every operation is described at /api/v1/openapi.json.
refusal-media-type-not-taken = The body of the request is not of a type that is taken here.
    .hint = Send JSON as application/json, files as multipart/form-data or as bytes with the parameter file_name.
refusal-request-unreadable = The request cannot be read.
    .hint = Every operation is described at /api/v1/openapi.json.
refusal-failed = The program failed.
    .hint = Nothing of this request was stored. The operator of the node will find the reason in the log.

## Faults of a request.
fault-json-unreadable = the JSON cannot be read: { $what }
    .hint = The bodies are described at /api/v1/openapi.json. An unknown member is refused, so that a slip of the pen is noticed.
fault-query-unreadable = the parameters of the address cannot be read: { $what }
    .hint = The parameters are described at /api/v1/openapi.json.
fault-value-unreadable = “{ $text }” does not have the form that is needed here
    .hint = Write it like this: { $example }
fault-limit-too-large = a page has at most { $most } records
    .hint = Ask for the next ones with offset.
fault-upload-unreadable = the upload cannot be read: { $what }
    .hint = Send multipart/form-data with a file in each part, or the bytes of one file with the parameter file_name.
fault-upload-without-file = there is no file in the upload
    .hint = Send a part with a file name, or the bytes with the parameter file_name.
fault-upload-without-document = there is no part “document” in the upload
    .hint = Send a part “document” with what is known of the file, as JSON, and a part “file” with the file.
fault-checkpoint-unreadable = the checkpoint cannot be read, or it is not signed with the key of this node
    .hint = Send the whole text of the signed note, with its signature line, exactly as it was kept.
