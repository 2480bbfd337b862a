# What a gamma spectrum shows, in words for an officer. Nuclides are data and are not inflected.

## The answer
spectrum-answer-identified = The spectrum shows: { $nuclides }.
spectrum-answer-natural-only = Only natural radioactivity is seen, as in soil, building materials or fertiliser.
spectrum-answer-nothing-above-background = Nothing is seen above the background that was given.
spectrum-answer-unidentified = Something is seen that was not identified.
spectrum-answer-beta-possible = There is radiation above the background, but no line: a beta emitter (bremsstrahlung) is possible.
spectrum-answer-too-few-counts = There are too few counts to say anything.
spectrum-answer-uncalibrated = The file gives no usable energy calibration, so no nuclide can be named.
spectrum-positron-emitter = positron emitter
spectrum-label-from = { $nuclide } (from { $through })
spectrum-label-series = { $nuclide } series ({ $through })
spectrum-label-series-alone = { $nuclide } series
spectrum-label-thorium-228 = Th-228 series (Th-228, Ra-224 or U-232 possible)
spectrum-confidence-high = high
spectrum-confidence-medium = medium
spectrum-confidence-low = low
spectrum-about = { $nuclide }: confidence { $confidence }; lines for: { $seen }, expected and missing: { $missing }.
spectrum-used = Commonly met as: { $uses }.
spectrum-use-special-nuclear = nuclear material
spectrum-use-source-material = uranium or thorium as source material
spectrum-use-industrial = industrial source, gauge or calibration source
spectrum-use-medical = medicine
spectrum-use-natural = natural radioactivity of materials
spectrum-use-other = research, activation or fission product
spectrum-shielded = The low lines are weaker than they would be in the open, as behind a shield.
spectrum-alternatives = The same lines could also come from: { $nuclides }.
spectrum-natural-seen = Part of the natural surroundings: { $nuclides }.
spectrum-intrinsic-seen = La-138 is the activity of the detector's own crystal.
spectrum-unexplained = Peaks that nothing named explains, in keV: { $energies }.

## Which entry, and what next
spectrum-entry-special-nuclear = Special fissionable material falls under the safeguards agreement and under the nuclear entries of the control list (category 0); a licence and notification are to be checked.
spectrum-entry-source-material = Uranium and thorium are source material: the nuclear entries of the control list (category 0) and the safeguards agreement may concern it, depending on quantity and form.
spectrum-entry-radioactive = The national rules for radioactive sources concern it (authorisation, transport documents); whether it exceeds an exemption level depends on its activity.
spectrum-next-special-nuclear = What next: keep distance, do not open, isolate the item, inform the competent authority, repeat the measurement with an identifier of better resolution, and send the file to an expert. Do not act on this answer alone.
spectrum-next-identified = What next: compare with the documents, measure dose rate and neutrons, and follow the national procedure. Where nuclide, documents and item do not agree, hold the item and ask an expert.
spectrum-next-natural = What next: check that commodity, shape of the reading and dose rate agree with natural radioactivity and that neutrons are not raised. The officer decides.
spectrum-next-unidentified = What next: measure again, longer and closer, with a background; keep the file and send it to an expert.
spectrum-next-too-few-counts = What next: measure again, longer or closer.
spectrum-next-uncalibrated = What next: calibrate the instrument or export with calibration, and measure again.

## Findings on the way
spectrum-finding-spikes-passed-over = Channels that stand out as no peak of such a detector can were passed over: { $channels }.
spectrum-finding-records-summed = { $count } records of the file were summed.
spectrum-finding-only-a-background = The file holds a background only; it was looked at as it is.
spectrum-finding-background-no-live-time = The background was not used: live time is missing.
spectrum-finding-background-uncalibrated = The background was not used: it is not calibrated.
spectrum-finding-class-estimated = The file does not say which detector it is; the widths of its peaks are those of { $class }.
spectrum-finding-axis-corrected = The energy axis was corrected on known lines: { $percent } % and { $offset } keV.
spectrum-finding-dead-time-high = Dead time is { $percent } %: every statement is weaker.

## Plot
spectrum-plot-title = Gamma spectrum
spectrum-plot-energy = Energy, keV
spectrum-plot-counts = Counts per channel
spectrum-plot-log = Logarithmic counts. The dashed line is the background, scaled by live time.
spectrum-plot-linear = The same, counts in proportion.
spectrum-plot-alternative = Counts over energy, with labelled lines: { $nuclides }

## Report of a measurement
spectrum-report-kind = Report of a gamma measurement
spectrum-report-marking = For the file of the case
spectrum-report-running-head = Gamma measurement
spectrum-report-edition = Made on { $date }
spectrum-report-started = Recorded { $instant } by the clock of the instrument
spectrum-report-not-started = The file does not say when it was recorded
spectrum-report-answer = What the spectrum shows
spectrum-report-plot = The spectrum
spectrum-report-lines = Lines for and against
spectrum-report-basis = What it rests on
spectrum-not-stated = not stated
spectrum-seconds = { $time } s
spectrum-fact-sha256 = File, SHA-256
spectrum-fact-live-time = Live time
spectrum-fact-real-time = Real time
spectrum-fact-counts = Counts
spectrum-fact-class = Class of detector
spectrum-fact-width = Full width at 662 keV
spectrum-fact-library = Nuclear data
spectrum-fact-background = Background
spectrum-column-what = What
spectrum-column-value = Value
spectrum-column-nuclide = Nuclide
spectrum-column-line = Line, keV
spectrum-column-verdict = For or against
spectrum-column-net = Net counts
spectrum-column-expected = Expected
spectrum-column-limit = Detection limit
spectrum-line-seen = seen
spectrum-line-missing = expected, not seen
spectrum-line-below-limit = could not be seen
spectrum-net-counts = { $net } ± { $doubt }
spectrum-plot-log-alone = Logarithmic counts.
spectrum-plot-channel = Channel
spectrum-report-case = The case
spectrum-report-peaks = Peaks
spectrum-peak-unexplained = not explained
spectrum-peak-other = none of the named; see the surroundings and scatter
spectrum-column-energy = Energy, keV
spectrum-column-width = Width, keV
spectrum-column-explained = Lines in it
measurement-report-sample = Sample
measurement-report-description = Description
measurement-report-operator = Measured by
measurement-report-started = Begun
measurement-report-calibration = Calibration
measurement-report-geometry = Geometry
measurement-report-result = Result
measurement-report-method = Method
measurement-report-conflicting = Data that speak against it
measurement-report-verification = Second person
measurement-report-not-verified = not yet verified
