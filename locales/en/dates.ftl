# Dates, times, numbers and lists. Months are given in the form they take inside a date and on their own.
month-in-date-1 = January
month-in-date-2 = February
month-in-date-3 = March
month-in-date-4 = April
month-in-date-5 = May
month-in-date-6 = June
month-in-date-7 = July
month-in-date-8 = August
month-in-date-9 = September
month-in-date-10 = October
month-in-date-11 = November
month-in-date-12 = December
month-alone-1 = January
month-alone-2 = February
month-alone-3 = March
month-alone-4 = April
month-alone-5 = May
month-alone-6 = June
month-alone-7 = July
month-alone-8 = August
month-alone-9 = September
month-alone-10 = October
month-alone-11 = November
month-alone-12 = December
weekday-1 = Monday
weekday-2 = Tuesday
weekday-3 = Wednesday
weekday-4 = Thursday
weekday-5 = Friday
weekday-6 = Saturday
weekday-7 = Sunday
quarter-1 = first quarter
quarter-2 = second quarter
quarter-3 = third quarter
quarter-4 = fourth quarter

date-of-day = { $day } { $month } { $year }
# The form of official documents, where Russian writes the word for "year" in full.
date-of-day-in-full = { $day } { $month } { $year }
date-of-day-without-year = { $day } { $month }
date-of-weekday = { $weekday }, { $date }
date-of-month = { $month } { $year }
date-of-quarter = { $quarter } of { $year }
date-of-year = { $year }
dates-within-month = { $first }–{ $last } { $month } { $year }
dates-within-year = { $first } { $first-month } – { $last } { $month } { $year }
dates-within-month-in-full = { $first }–{ $last } { $month } { $year }
dates-within-year-in-full = { $first } { $first-month } – { $last } { $month } { $year }
dates-across-years = { $first } – { $last }
time-of-day = { $hour }:{ $minute }
instant-in-utc = { $date }, { $time } UTC

number-group = ,
number-decimal = .
list-separator = ,{" "}
list-last = { $before } and { $last }
bytes-1 = { $amount } bytes
bytes-2 = { $amount } kB
bytes-3 = { $amount } MB
bytes-4 = { $amount } GB
bytes-5 = { $amount } TB

# Where a fault is.
place-file = { $file }
place-line = line { $line }
place-field = { $field }
