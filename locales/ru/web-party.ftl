# Страницы проверки сторон.
web-nav-parties = Стороны
web-party-pages = Страницы проверки сторон
web-party-title = Проверка сторон
web-party-one = Одна проверка
web-party-lead = Не значится ли этот человек, организация или судно в списке? Ответ показывает оба имени рядом: что совпало и что ослабляет совпадение. Одно ли это лицо, решаете вы.
web-party-no-lists = Нет списка, по которому проверять. Сначала загрузите список: без него прошли бы все.
web-party-lists-used = Списки, по которым проверяется
web-party-name = Имя или название
web-party-name-hint = Как стоит в документах, в любом алфавите
web-party-kind-choose = не известно
web-party-birth = Дата рождения
web-party-birth-hint = 1968, 1968-04 или 1968-04-11
web-party-country = Страны
web-party-country-hint = Коды или названия через запятую
web-party-gender = Пол
web-party-gender-choose = не известен
web-party-identifiers = Номера
web-party-identifiers-hint = Паспорт, реестр, номер ИМО; через запятую
web-party-reference = Документы
web-party-reference-hint = Номер декларации или заявления
web-party-keep = Сохранить проверку
web-party-keep-hint = О сохранённой проверке можно принять решение; при изменении списка она просматривается заново.
web-party-keep-now = Сохранить эту проверку
web-party-do = Проверить
web-party-again = Проверить другую сторону
web-party-answer = { $name }
web-party-none = Совпадений нет.
web-party-side-by-side = Оба имени по частям
web-party-asked = Проверяемое имя
web-party-listed = Имя из списка
web-party-how = Как они совпадают
web-party-fits = подходит имя { $name }
web-party-alike = сходство { $alike } из 100
web-party-hits = { $count ->
    [one] { $count } запись может относиться к этой стороне
    [few] { $count } записи могут относиться к этой стороне
   *[other] { $count } записей могут относиться к этой стороне
}
web-party-hits-column = Совпадения
web-party-earlier = Прежние решения
web-party-decision-reason = Из чего видно, что это или не это лицо из списка?
web-party-decision-reason-hint = Обязательно. Хранится с вашим именем и датой.
web-party-clear = Снять: не лицо из списка
web-party-confirm = Подтвердить: лицо из списка
web-party-asked-party = Проверяемая сторона
web-party-state = Состояние
web-party-from = Откуда
web-party-row-short = строка { $row }
web-party-looked-again = При загрузке новой версии любого из этих списков проверка просматривается заново.
web-party-edit-title = Описать сторону заново
web-party-edit-do = Сохранить и проверить снова
web-party-edit-reopens = О совпадениях этой стороны решено. Если описание изменится, они снова открыты.
web-party-all = все
web-party-search = Слова имени или документов
web-party-screenings-title = Сохранённые проверки
web-party-screenings-empty = Здесь стоят сохранённые проверки с решениями об их совпадениях.
web-party-table-title = Целая таблица
web-party-table-lead = Каждая строка проверяется и сохраняется, а при изменении списка просматривается заново.
web-party-table-file = Таблица
web-party-table-file-hint = XLSX или CSV со строкой заголовков
web-party-table-paste = Или вставьте её
web-party-table-paste-hint = По одному имени в строке или ячейки из электронной таблицы с заголовками
web-party-table-next = Выбрать столбцы
web-party-table-pasted-name = pasted.csv
web-party-table-do = Проверить таблицу
web-party-table-results = Результаты по таблице
web-party-columns-title = Что в каком столбце
web-party-columns-lead = { $file }: под заголовками { $count ->
    [one] { $count } строка
    [few] { $count } строки
   *[other] { $count } строк
}. Проверьте найденное и исправьте, если нужно.
web-party-columns-first = Первые строки
web-party-column-none = нет
web-party-column-name = Имена
web-party-column-kind = Вид
web-party-column-birth = Даты рождения
web-party-column-country = Страны
web-party-column-gender = Пол
web-party-column-ids = Номера документов
web-party-column-reference = Как называется строка
web-job-parties = Проверка таблицы
web-job-parties-step = Сравниваются имена
web-job-parties-done = { $count ->
    [one] Проверена и сохранена { $count } строка.
    [few] Проверены и сохранены { $count } строки.
   *[other] Проверено и сохранено { $count } строк.
}
web-job-parties-look = Сначала посмотрите
web-job-parties-results = К результатам
web-done-screened = Проверено и сохранено. Посмотрите совпадения.
web-done-hit-clear = Совпадение снято. Так и останется, пока не изменится список или сторона.
web-done-hit-confirm = Совпадение подтверждено.
web-done-list-imported = Список загружен, всё сохранённое просмотрено заново.

## Списки
web-party-lists-title = Списки лиц
web-party-lists-lead = Каждый список с версиями и возрастом. Если список старше допустимого, об этом сказано всюду, где он используется.
web-party-list = Список
web-party-published = Опубликован
web-party-undated = без даты
web-party-age = Возраст
web-party-days = { $days ->
    [one] { $days } день
    [few] { $days } дня
   *[other] { $days } дней
}
web-party-days-too-old = дней: { $days } — устарел
web-party-entries = Записей
web-party-names = Имён
web-party-entry = Запись
web-party-in-use = используется
web-party-first = первая версия
web-party-difference = добавлено { $added }, изменено { $altered }, исключено { $removed }
web-party-changes-title = Что изменилось
web-party-changes-see = Посмотреть, что изменилось
web-party-changes-none = Ничего не изменилось.
web-party-compare-with = Сравнить с
web-party-change = Изменение
web-party-change-what = Что
web-party-publisher = Издатель
web-party-imported = Загружен
web-party-looked = Сохранённые проверки
web-party-looked-is = просмотрено заново: { $count }, с новыми совпадениями: { $new }
web-party-would-look = будет просмотрено заново: { $count }, с новыми совпадениями: { $new }
web-party-files = Файлы, как получены
web-party-more-names = и ещё { $count ->
    [one] { $count } имя
    [few] { $count } имени
   *[other] { $count } имён
}
web-party-about = (около)
web-party-birth-place = Место рождения
web-party-address = Адрес
web-party-vessel = Судно
web-party-programme = Программа
web-party-listed-on = Включён
web-party-updated-on = Изменён
web-party-remarks = Примечания
web-party-import-title = Загрузить список
web-party-import-lead = Файлы хранятся такими, какими получены. Всё проверенное раньше просматривается заново против изменений; что это даст, видно до записи.
web-party-import-files = Файлы одного списка
web-party-import-files-hint = Как опубликованы: списки ООН, ЕС или Великобритании в XML, файлы OFAC sdn.csv, alt.csv, add.csv вместе; или собственная таблица (XLSX, CSV)
web-party-import-national = Для собственной таблицы или если в файлах этого нет
web-party-import-list = Название списка
web-party-import-list-hint = Буквы, цифры, дефисы; одно для всех версий
web-party-import-list-title = Заголовок
web-party-import-published-hint = Например 2026-11-16
web-party-import-max-age = Устаревает через (дней)
web-party-import-max-age-hint = Если не указано: как у прежней версии или 30
web-party-import-columns = Столбцы
web-party-import-columns-hint = По строке: name=Заголовок. Столбцы: key, name, kind, aliases, low_aliases, script_name, birth, birth_place, country, gender, documents, address, programme, listed_on, remarks. Без этого ищутся обычные заголовки.
web-party-import-see = Посмотреть, что изменится
web-party-import-do = Загрузить эту версию
web-party-preview-title = Что изменит эта версия
web-party-preview-screenings = Проверки, которые изменятся
web-party-follows = Следует за
web-party-renewed = новых { $new }, изменённых { $changed }, исключённых { $removed }
web-home-open-screenings = { $count ->
    [one] { $count } сохранённая проверка с открытыми совпадениями
    [few] { $count } сохранённые проверки с открытыми совпадениями
   *[other] { $count } сохранённых проверок с открытыми совпадениями
}
web-tool-parties = Узнать, не значится ли лицо, организация или судно в списке; сохранить проверку, решить о совпадениях.
