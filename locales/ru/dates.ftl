# Даты, время, числа и перечни. Месяцы даны в той форме, какую они имеют внутри даты и отдельно.
month-in-date-1 = января
month-in-date-2 = февраля
month-in-date-3 = марта
month-in-date-4 = апреля
month-in-date-5 = мая
month-in-date-6 = июня
month-in-date-7 = июля
month-in-date-8 = августа
month-in-date-9 = сентября
month-in-date-10 = октября
month-in-date-11 = ноября
month-in-date-12 = декабря
month-alone-1 = январь
month-alone-2 = февраль
month-alone-3 = март
month-alone-4 = апрель
month-alone-5 = май
month-alone-6 = июнь
month-alone-7 = июль
month-alone-8 = август
month-alone-9 = сентябрь
month-alone-10 = октябрь
month-alone-11 = ноябрь
month-alone-12 = декабрь
weekday-1 = понедельник
weekday-2 = вторник
weekday-3 = среда
weekday-4 = четверг
weekday-5 = пятница
weekday-6 = суббота
weekday-7 = воскресенье
quarter-1 = I квартал
quarter-2 = II квартал
quarter-3 = III квартал
quarter-4 = IV квартал

date-of-day = { $day } { $month } { $year } г.
# Форма официальных документов: слово «года» полностью.
date-of-day-in-full = { $day } { $month } { $year } года
date-of-day-without-year = { $day } { $month }
date-of-weekday = { $weekday }, { $date }
date-of-month = { $month } { $year } г.
date-of-quarter = { $quarter } { $year } г.
date-of-year = { $year } г.
dates-within-month = { $first }–{ $last } { $month } { $year } г.
dates-within-year = { $first } { $first-month } – { $last } { $month } { $year } г.
dates-within-month-in-full = { $first }–{ $last } { $month } { $year } года
dates-within-year-in-full = { $first } { $first-month } – { $last } { $month } { $year } года
dates-across-years = { $first } – { $last }
time-of-day = { $hour }:{ $minute }
instant-in-utc = { $date }, { $time } по всемирному времени

number-group = {"\u00A0"}
number-decimal = ,
list-separator = ,{" "}
list-last = { $before } и { $last }
bytes-1 = { $amount } байт
bytes-2 = { $amount } кБ
bytes-3 = { $amount } МБ
bytes-4 = { $amount } ГБ
bytes-5 = { $amount } ТБ

# Место ошибки.
place-file = { $file }
place-line = строка { $line }
place-field = { $field }
