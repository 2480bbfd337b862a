# Доклады: список, составление, один доклад.
web-reports-title = Доклады
web-reports-lead = Доклад составляется по записям раунда. Одни и те же записи дают один и тот же файл; каждый доклад хранит точные редакции, на которых он основан.
web-reports-empty = Доклады ещё не составлялись.
web-reports-empty-first-step = Составьте первый доклад раунда; в него войдёт только то, что вправе читать его получатели.
web-reports-build = Составить доклад
web-reports-count = { $count ->
    [one] { $count } доклад
    [few] { $count } доклада
   *[many] { $count } докладов
}
web-reports-column-round = Раунд
web-reports-column-scope = Для кого
web-reports-column-languages = Языки
web-reports-column-files = Файлы
web-reports-column-built = Составлен
web-reports-column-built-by = кем: { $person }

web-report-build-title = Составление доклада
web-report-build-lead = Доклад готовится в форматах PDF и DOCX. Кто бы его ни составлял, в него войдёт только то, что вправе читать выбранные получатели. Это займёт несколько секунд.
web-report-build-round = Раунд
web-report-build-scope = Для кого
web-report-build-languages = Языки
web-report-build-language-order-en = английский
web-report-build-language-order-ru = русский
web-report-build-language-order-en-ru = английский и русский, первым — английский
web-report-build-language-order-ru-en = русский и английский, первым — русский
web-report-build-save = Составить доклад
web-report-building = Собираем записи и верстаем страницы…

web-report-title = Доклад
web-report-scope = Для кого
web-report-round = Раунд
web-report-languages = Языки
web-report-built = Составлен
web-report-files = Файлы
web-report-column-file = Файл
web-report-column-type = Вид
web-report-column-size = Размер
web-report-column-hash = SHA-256
web-report-download = Скачать { $name }
web-report-basis = На чём основан
web-report-basis-lead = { $count ->
    [one] { $count } редакция
    [few] { $count } редакции
   *[many] { $count } редакций
} в том виде, в каком они тогда стояли.
web-report-basis-hidden = { $count ->
    [one] Ещё { $count } редакция вам не открыта.
    [few] Ещё { $count } редакции вам не открыты.
   *[many] Ещё { $count } редакций вам не открыты.
}
web-report-basis-which = Какие редакции показаны
web-report-basis-all = Все
web-report-basis-newer = Изменённые с тех пор
web-report-basis-none-newer = С тех пор ничего не изменилось.
web-report-column-kind = Вид
web-report-column-owner = Чья
web-report-column-record = Запись
web-report-column-version = Редакция
web-report-column-revision = SHA-256 редакции
web-report-basis-same = как в докладе
web-report-basis-changed = с тех пор изменена: редакция { $version }
web-report-type-pdf = PDF, для чтения и печати
web-report-type-docx = DOCX, для правки
