# Что замечают читатели файлов приборов помимо данных и почему файл не прочитан.

## Замечания
spectrum-finding-acquisition-missing = нет блока со временем и калибровкой
spectrum-finding-address-broken = адрес повреждён и не прочитан
spectrum-finding-address-parts-missing = спектр разбит на { $parts } адресов, не хватает { $missing }; верхних каналов здесь нет
spectrum-finding-array-broken = массив не удалось раскодировать
spectrum-finding-array-compression = массив сжат способом, который не читается
spectrum-finding-calibration-coefficients = в калибровке коэффициентов: { $found }, в стандарте их три; использованы все
spectrum-finding-calibration-fitted = шкала энергий подобрана по калибровочным точкам файла: { $points }
spectrum-finding-calibration-from-peak = шкала энергий проведена через ноль и калибровочный пик, найденный прибором и принятый за { $energy } кэВ
spectrum-finding-calibration-from-points = энергетическая шкала — прямая через первую и последнюю из точек калибровки ({ $points })
spectrum-finding-calibration-identity = энергетическая шкала лишь повторяет номера каналов; прибор, вероятно, не калиброван
spectrum-finding-calibration-in-mev = калибровка дана в МэВ и пересчитана в кэВ
spectrum-finding-calibration-missing = в файле нет энергетической калибровки; спектр не калиброван
spectrum-finding-calibration-unusable = энергетической калибровкой нельзя воспользоваться; спектр не калиброван
spectrum-finding-calibration-not-increasing = энергетическая шкала не возрастает на всём диапазоне и не используется (дано: { $given })
spectrum-finding-calibration-not-referred = спектр не называет калибровки; взята единственная в файле
spectrum-finding-calibration-reference = спектр ссылается на калибровку, которой нет в файле: { $reference }
spectrum-finding-channel-count-differs = в файле объявлено каналов: { $stated }, есть: { $found }
spectrum-finding-channel-out-of-order = канал { $channel } стоит не по порядку; дальше не читалось
spectrum-finding-checks-differ = строк, первое значение которых не повторяет предыдущее последнее, как положено: { $lines }
spectrum-finding-clock-not-set = начало измерения, { $started }, похоже на неустановленные часы
spectrum-finding-column-taken-as-counts = этот столбец принят за отсчёты
spectrum-finding-counted-zeroes = невозможная длина ряда нулей: { $found }
spectrum-finding-counts-all-zero = все каналы пусты
spectrum-finding-counts-cut-short = файл обрывается: есть каналов { $present } из { $expected }
spectrum-finding-counts-huge = число отсчётов в канале { $channel } неправдоподобно велико
spectrum-finding-counts-multiplied = отсчёты умножены на { $factor }, как указано в файле
spectrum-finding-counts-negative = каналов с отрицательными отсчётами: { $channels }; возможно, фон уже вычтен
spectrum-finding-counts-not-numbers = отсчётов, которые не являются числами: { $channels }
spectrum-finding-document-broken = документ здесь нарушен: { $reason }
spectrum-finding-document-ends-early = документ обрывается, не закончившись
spectrum-finding-document-too-deep = вложенность элементов больше { $limit }; более глубокое не прочитано
spectrum-finding-document-too-large = в документе больше { $limit } элементов; остальное не прочитано
spectrum-finding-document-type-ignored = объявление типа документа пропущено
spectrum-finding-end-channels-cleared = каналы на краях ({ $channels }) содержат часы или переполнения, а не отсчёты; приняты за ноль
spectrum-finding-energies-are-lower-edges = энергии этого столбца приняты за нижние границы каналов
spectrum-finding-entity-not-replaced = сущность «{ $name }» не подставлялась
spectrum-finding-layout-partly-known = открыто известна лишь часть этого формата; остальное в файле пропущено
spectrum-finding-line-of-another-record = эта строка не принадлежит записи этого формата; дальше не читалось
spectrum-finding-lines-passed-over = пропущено строк, не относящихся к таблице: { $count }
spectrum-finding-live-time-estimated = живого времени в файле нет; оно оценено с потерей { $microseconds } мкс на отсчёт
spectrum-finding-live-time-longer = живое время, { $live } с, больше полного, { $real } с
spectrum-finding-live-time-missing = в файле нет живого времени
spectrum-finding-live-time-zero = живое время равно нулю
spectrum-finding-one-duration = файл даёт одну длительность; она принята и за живое, и за реальное время
spectrum-finding-position-impossible = таких координат на Земле нет; они опущены
spectrum-finding-record-broken = в записи объявлено каналов: { $channels }; дальше не читалось
spectrum-finding-start-not-read = начало измерения не удалось прочитать
spectrum-finding-text-before-document = перед документом есть текст; он пропущен
spectrum-finding-time-impossible = время отрицательно или не является числом; оно опущено
spectrum-finding-time-course-not-read = ход счёта во времени не прочитан, только суммы
spectrum-finding-times-not-read = живое и полное время не удалось прочитать
spectrum-finding-too-many-channels = каналов { $channels } — больше, чем читается ({ $limit }); спектр опущен
spectrum-finding-too-many-spectra = спектров больше { $limit }; остальные не прочитаны
spectrum-finding-trailer-missing = нет блока с калибровкой
spectrum-finding-unit-of-axis = шкала в единицах { $unit }, а не в кэВ

## Отказы
spectrum-refusal-empty = Файл { $path } пуст.
    .hint = Скопируйте его с прибора ещё раз.
spectrum-refusal-too-large = Файл { $path } больше, чем { $limit }.
    .hint = Выгружайте меньше записей за раз.
spectrum-refusal-unknown-format = { $path } — не спектр ни в одном из читаемых форматов.
    .hint = Выгрузите его из программы прибора как ANSI N42 или как текст в два столбца.
spectrum-refusal-no-spectrum = Формат { $path } известен, но спектра, который можно прочитать, в нём нет.
    .hint = Возможно, файл повреждён или обрезан; скопируйте его с прибора ещё раз.

## Для чего записан спектр
spectrum-role-foreground = объект
spectrum-role-background = фон
spectrum-role-calibration = калибровка
spectrum-role-intrinsic-activity = собственная активность
spectrum-role-unspecified = не указано
