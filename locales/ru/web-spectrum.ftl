# Страницы о спектрах: что показывает файл прибора.
web-spectra-title = Спектры
web-spectra-lead = Дайте файл прибора и посмотрите, что в нём: нуклиды с линиями за и против и что делать дальше.
web-spectra-file = Файл прибора
web-spectra-file-hint = ANSI N42, SPE, CHN, SPC, CNF, PCF и другие; формат узнаётся по содержанию, а не по имени.
web-spectra-background = Фон (можно не давать)
web-spectra-background-hint = То же место без предмета, тем же прибором. Приводится по живому времени.
web-spectra-not-kept = Ничего не сохраняется: файл держится в памяти час, только для вас, и затем забывается, если вы не сохраните его с образцом.
web-spectra-do = Показать, что в нём
web-spectrum-considered = Рассмотрено, но не названо
web-spectrum-considered-lead = Данных слишком мало, чтобы их назвать. Это для тех, кто читает спектры; ответом это не является.
web-spectrum-sure = уверенность { $word } ({ $number })
web-spectrum-surroundings = часть окружения
web-spectrum-emitter = Излучает
web-spectrum-kev = { $energy } кэВ
web-spectrum-axis = от { $low } до { $high } кэВ
web-spectrum-not-calibrated = не отградуировано
web-spectrum-dose = { $rate } мкЗв/ч
web-spectrum-clock = { $date }, { $time } (по часам прибора)
web-spectrum-class-said = { $class }, как сказано в файле
web-spectrum-class-estimated = { $class }, по ширинам пиков
web-spectrum-facts = Что измерено
web-spectrum-fact-instrument = Прибор
web-spectrum-fact-software = Его программы
web-spectrum-fact-format = Формат
web-spectrum-fact-started = Начато
web-spectrum-fact-channels = Каналов
web-spectrum-fact-axis = Шкала энергии
web-spectrum-fact-neutrons = Отсчётов нейтронов
web-spectrum-fact-dose = Мощность дозы
web-spectrum-instrument-says = Что сказал сам прибор
web-spectrum-instrument-silent = Ответа прибора в файле нет.
web-spectrum-findings = Замечено в файле
web-spectrum-remarks = Примечания в файле
web-spectrum-severity-error = ошибка
web-spectrum-severity-warning = обратите внимание
web-spectrum-severity-note = замечание
web-spectrum-peaks = { $count ->
    [one] { $count } пик
    [few] { $count } пика
   *[other] { $count } пиков
  } таблицей
web-spectrum-record = Запись файла
web-spectrum-record-do = Показать эту запись
web-spectrum-all-records = предмет в целом; записей в файле: { $count }
web-spectrum-occupied = занято
web-spectrum-record-counts = отсчётов: { $count }
web-spectrum-for-sample = Посмотреть спектр для него
web-spectrum-next = Отчёт, сохранить, забыть
web-spectrum-report = Отчёт об измерении
web-spectrum-forget = Забыть файл сейчас
web-spectrum-keep-title = Сохранить с образцом
web-spectrum-keep-lead = Файл сохраняется байт в байт с его SHA-256, а то, что он показывает, — как результат, который проверит второе лицо.
web-spectrum-sample = Образец
web-spectrum-sample-choose = выберите
web-spectrum-keep = Сохранить с образцом
web-spectrum-no-sample = Образца, с которым его сохранить, ещё нет.
web-done-kept = Сохранено вместе с тем, что файл показывает. Теперь результат может проверить второе лицо.
web-done-forgotten = Файл забыт.
web-done-analysed = Разобрано. Теперь результат может проверить второе лицо.

## График
web-plot-tools = Инструменты графика
web-plot-role = график
web-plot-log = Логарифмический
web-plot-background = Фон
web-plot-in = Приблизить
web-plot-out = Отдалить
web-plot-all = Весь спектр
web-plot-overlay = Линии нуклида
web-plot-overlay-do = Показать
web-plot-overlay-these = Показать его линии на графике
web-plot-keys = Когда график в фокусе: ← → ведут курсор (с Shift дальше), + и − масштаб, Page Up и Page Down сдвиг, Home — весь спектр, N и P — следующий и предыдущий пик, L меняет шкалу, B — фон, O спрашивает нуклид. Мышью: провести — приблизить, с Shift — сдвинуть, двойной щелчок — весь спектр.
web-plot-energy = Энергия, кэВ
web-plot-channel = Канал
web-plot-counts = Отсчётов на канал
web-plot-at-energy = { $energy } кэВ (канал { $channel }): { $counts }
web-plot-at-channel = канал { $channel }: { $counts }
web-plot-at-background = фон { $background }
web-plot-at-peak = пик { $energy } кэВ, чистых { $counts }: { $lines }
web-plot-overlay-none = Линии { $nuclide } неизвестны.
web-plot-overlay-remove = убрать линии { $nuclide }
web-plot-overlay-line = { $nuclide }: самая сильная линия { $energy } кэВ, { $intensity } на сто распадов

## Измерение образца
web-measurement-title = Образец { $code }: { $technique }
web-measurement-results = Результаты
web-measurement-open = Открыть измерение
web-measurement-no-spectrum = Файл сохранён, но показать его как спектр нельзя.
web-measurement-analyse = Разобрать ещё раз
web-measurement-analyse-first = Разобрать
web-measurement-analyse-lead = Метод в его нынешнем виде смотрит на сохранённый файл. Ответ исправляет результат с вашей причиной; прежняя редакция остаётся.
web-measurement-analysis-differs = Метод в его нынешнем виде ответил бы иначе, чем записано в результате.
web-measurement-analysis-of = Результат опирается на { $method } ({ $library }).
web-measurement-curves = { $count ->
    [one] { $count } кривая
    [few] { $count } кривые
   *[other] { $count } кривых
  } в файле
web-measurement-curves-shown = Показаны первые { $shown }.
web-measurement-run = Постановка { $run }
web-measurement-run-valid = контроли показали то, что должны
web-measurement-run-invalid = контроль не прошёл или отсутствует: все результаты постановки недействительны
web-measurement-run-missing = нет для { $target }: { $control }
web-measurement-run-presumptive = Ответ постановки предварительный; подтверждённым его делает названный второй метод или лаборатория.
web-run-sample = Образец
web-run-target = Мишень
web-run-well = Лунка
web-run-cq = Cq
web-run-cycle = Цикл
web-run-fluorescence = Флуоресценция; контроли пунктиром
web-run-says = Ответ
web-run-role = Назначение
web-run-reason-control-failed = контроль не прошёл
web-run-reason-control-missing = контроля нет
web-run-reason-inhibited = лунка ингибирована
web-run-reason-replicates-differ = повторы расходятся
web-run-reason-late = проявляется слишком поздно
web-run-reason-not-analysed = в файле не сказано
web-run-reason-excluded = исключено лабораторией
web-run-role-no-template = без матрицы
web-run-role-positive = положительный
web-run-role-negative = отрицательный
web-run-role-standard = стандарт
web-run-role-inhibition = ингибирование
web-run-control-valid = показал то, что должен
web-run-control-failed = не прошёл
web-identity-title = Соответствие контрольным спискам
web-identity-lead = Насколько установлено вещество, со списком и позицией. Если ничего не найдено, это не значит, что контроля нет.
web-identity-none = позиции не найдено
web-identity-tier-1 = точный номер CAS
web-identity-tier-2 = та же структура
web-identity-tier-3 = родственная форма
web-identity-tier-4 = соль или гидрат
web-identity-tier-5 = семейство из списка
web-identity-tier-6 = только название: кандидат, установить вещество
