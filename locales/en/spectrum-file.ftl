# What readers of instruments’ files notice beside the data, and why a file is not read.

## Findings
spectrum-finding-acquisition-missing = the block with times and calibration is missing
spectrum-finding-address-broken = the address is damaged and could not be read
spectrum-finding-address-parts-missing = the spectrum is in { $parts } addresses, of which { $missing } are missing; its upper channels are not here
spectrum-finding-array-broken = an array could not be decoded
spectrum-finding-array-compression = an array is compressed in a way that is not read
spectrum-finding-calibration-coefficients = the calibration has { $found } coefficients where the standard has three; all are used
spectrum-finding-calibration-fitted = the energy axis was fitted to { $points } calibration points of the file
spectrum-finding-calibration-from-peak = the energy axis is the line through zero and the calibration peak that the instrument found, taken as { $energy } keV
spectrum-finding-calibration-from-points = the energy axis is the straight line through the first and the last of { $points } calibration points
spectrum-finding-calibration-identity = the energy axis only repeats the channel numbers; the instrument was probably not calibrated
spectrum-finding-calibration-in-mev = the calibration is in MeV and was converted to keV
spectrum-finding-calibration-missing = the file gives no energy calibration; the spectrum is uncalibrated
spectrum-finding-calibration-unusable = the energy calibration cannot be used; the spectrum is uncalibrated
spectrum-finding-calibration-not-increasing = the energy axis does not increase over its range and is not used (given: { $given })
spectrum-finding-calibration-not-referred = the spectrum names no calibration; the only one in the file is used
spectrum-finding-calibration-reference = the spectrum refers to a calibration that is not in the file: { $reference }
spectrum-finding-channel-count-differs = the file announces { $stated } channels and has { $found }
spectrum-finding-channel-out-of-order = channel { $channel } stands out of order; reading stopped there
spectrum-finding-checks-differ = lines whose first value does not repeat the last one before, as it must: { $lines }
spectrum-finding-clock-not-set = the start, { $started }, looks like a clock that was never set
spectrum-finding-column-taken-as-counts = this column was taken as counts
spectrum-finding-counted-zeroes = a run of zeros has an impossible length: { $found }
spectrum-finding-counts-all-zero = all channels are empty
spectrum-finding-counts-cut-short = the file ends early: { $present } of { $expected } channels are there
spectrum-finding-counts-huge = the count of channel { $channel } is too large to be one
spectrum-finding-counts-multiplied = the counts were multiplied by { $factor }, as the file asks
spectrum-finding-counts-negative = channels with negative counts: { $channels }; a background was perhaps subtracted
spectrum-finding-counts-not-numbers = counts that are no numbers: { $channels }
spectrum-finding-document-broken = the document breaks off here: { $reason }
spectrum-finding-document-ends-early = the document ends before it is complete
spectrum-finding-document-too-deep = elements are nested deeper than { $limit }; what is deeper was not read
spectrum-finding-document-too-large = the document has more than { $limit } elements; the rest was not read
spectrum-finding-document-type-ignored = a document type declaration was passed over
spectrum-finding-end-channels-cleared = { $channels } channels at the ends hold clocks or overflows, not counts, and were taken as zero
spectrum-finding-energies-are-lower-edges = the energies of this column were taken as the lower edges of the channels
spectrum-finding-entity-not-replaced = the entity “{ $name }” was not replaced
spectrum-finding-layout-partly-known = only a part of this format is publicly known; the rest of the file was passed over
spectrum-finding-line-of-another-record = this line belongs to no record of the format; reading stopped there
spectrum-finding-lines-passed-over = lines that are no rows of the table were passed over: { $count }
spectrum-finding-live-time-estimated = the file gives no live time; it is estimated with { $microseconds } µs lost for each count
spectrum-finding-live-time-longer = the live time, { $live } s, is longer than the real time, { $real } s
spectrum-finding-live-time-missing = the file gives no live time
spectrum-finding-live-time-zero = the live time is zero
spectrum-finding-one-duration = the file gives one duration; it was taken as both live and real time
spectrum-finding-position-impossible = the position is not on the Earth and was left out
spectrum-finding-record-broken = the record announces { $channels } channels; reading stopped there
spectrum-finding-start-not-read = the start could not be read
spectrum-finding-text-before-document = there is text before the document; it was passed over
spectrum-finding-time-impossible = a time is negative or no number and was left out
spectrum-finding-time-course-not-read = the course of the counts over time was not read, only the sums
spectrum-finding-times-not-read = live and real time could not be read
spectrum-finding-too-many-channels = { $channels } channels are more than the { $limit } that are read; the spectrum was left out
spectrum-finding-too-many-spectra = there are more than { $limit } spectra; the rest was not read
spectrum-finding-trailer-missing = the block with the calibration is missing
spectrum-finding-unit-of-axis = the axis is in { $unit }, not in keV

## Refusals
spectrum-refusal-empty = { $path } is empty.
    .hint = Copy it again from the instrument.
spectrum-refusal-too-large = { $path } is larger than { $limit }.
    .hint = Export fewer records at a time.
spectrum-refusal-unknown-format = { $path } is not a spectrum in any of the formats that are read.
    .hint = Export it from the instrument’s program as ANSI N42 or as text with two columns.
spectrum-refusal-no-spectrum = { $path } is of a known format, but no spectrum in it can be read.
    .hint = The file is perhaps damaged or cut short; copy it again from the instrument.

## What a spectrum was recorded for
spectrum-role-foreground = item
spectrum-role-background = background
spectrum-role-calibration = calibration
spectrum-role-intrinsic-activity = own activity
spectrum-role-unspecified = not stated
