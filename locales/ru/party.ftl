# Проверка сторон: слова, списки, совпадения словами.
kind-party-list-version = версия списка лиц
kind-party-screening = сохранённая проверка
kind-party-hit = совпадение
act-party-list-import = загрузка версии списка лиц
act-party-screening-save = сохранение проверки
act-party-screening-renew = повторный просмотр проверки из-за изменения списка
act-party-hit-decide = решение о совпадении
permission-party-list-see = читать списки лиц
permission-party-list-import = загружать версии списков лиц
permission-party-screen = проверять, не значится ли сторона в списках
permission-party-screening-see = читать сохранённые проверки
permission-party-screening-save = сохранять проверки
permission-party-hit-decide = снимать или подтверждать совпадения

party-kind-person = физическое лицо
party-kind-organisation = организация
party-kind-vessel = судно
party-kind-unknown = не известно
party-gender-female = женский
party-gender-male = мужской
hit-verdict-clear = снято
hit-verdict-confirm = подтверждено
hit-end-removed = запись исключена из списка
hit-end-unlike = в записи больше нет похожего имени или номера
hit-state-open = открыто
hit-state-cleared = снято
hit-state-confirmed = подтверждено
hit-state-gone = больше не совпадение
hit-return-entry-changed = Снова открыто: запись списка говорит не то, что при решении.
hit-return-party-changed = Снова открыто: сторона описана не так, как при решении.
hit-return-listed-again = Снова открыто: запись перестала быть совпадением и снова стала им.
screening-state-open = есть открытые совпадения
screening-state-confirmed = подтверждено
screening-state-cleared = все сняты
screening-state-none = совпадений нет
screening-state-unscreened = не проверено

## Имена рядом
party-how-same = одинаково
party-how-accents = одинаково, кроме знаков и прописных букв
party-how-alphabet = одинаково в другом алфавите
party-how-variant = форма того же имени
party-how-meaning = то же слово на другом языке
party-how-sound = одинаково по звучанию
party-how-spelling = одинаково, кроме описки
party-how-initial = инициал
party-how-joined = здесь одно слово, там несколько
party-how-number = тот же номер
party-how-form = организационно-правовая форма того же рода
party-only-asked = только в проверяемом имени
party-only-listed = только в имени из списка

## Что говорит за совпадение и против него
party-quality-primary = основное имя записи
party-quality-good = надёжный псевдоним
party-quality-low = слабый псевдоним
party-quality-former = прежнее имя
party-quality-script = имя на языке оригинала
party-reason-identifier = номер { $number } тот же
party-reason-alias = имя из списка не основное: { $quality }
party-reason-birth-agrees = дата рождения та же (в списке: { $listed })
party-reason-birth-differs = дата рождения другая (в списке: { $listed })
party-reason-country-agrees = страна та же ({ $country })
party-reason-country-differs = страны другие (в списке: { $listed })
party-reason-gender-differs = пол другой
party-reason-frequent-names = совпали только частые имена, а у одной стороны имён больше
party-reason-name-cut = в имени больше частей, чем сравнивается

## Списки
party-list-title-un = Сводный перечень Совета Безопасности ООН
party-list-title-ofac = Список SDN (Соединённые Штаты)
party-list-title-eu = Сводный список Европейского союза
party-list-title-uk = Санкционный список Соединённого Королевства
party-list-publisher-un = Совет Безопасности ООН
party-list-publisher-ofac = Управление по контролю за иностранными активами
party-list-publisher-eu = Европейская комиссия
party-list-publisher-uk = Министерство иностранных дел Соединённого Королевства
party-list-dated = { $title }: записей: { $entries }, опубликован { $date }, { $days ->
    [0] сегодня
    [one] { $days } день назад
    [few] { $days } дня назад
   *[other] { $days } дней назад
}
party-list-too-old = УСТАРЕЛ: { $title }: записей: { $entries }, опубликован { $date }, дней прошло: { $days }; больше { $most } — слишком много. Загрузите новейшую версию.
party-list-undated = БЕЗ ДАТЫ: { $title }: записей: { $entries }. Когда он опубликован, не указано. Убедитесь, что это новейшая версия.
party-no-hit-means = «Совпадений нет» означает: ни одно имя в этих списках на эти дни не похоже на проверяемое. Это не значит, что со стороной всё в порядке: человек под другим именем не будет найден, а конечное использование — отдельный вопрос.

## Таблица результатов
party-row = { $source }, строка { $row }
party-sheet-name = Стороны
party-table-name = Сторона
party-table-reference = Источник, строка
party-table-kind = Вид
party-table-birth = Дата рождения
party-table-countries = Страны
party-table-identifiers = Номера
party-table-state = Состояние
party-table-list = Список
party-table-entry = Запись
party-table-listed-as = Значится как
party-table-matched = Ближайшее имя из списка
party-table-alike = Сходство, из 100
party-table-reasons = Основания
party-table-decision = Решение
party-table-by = Кто
party-table-at = Когда
party-table-why = Основание решения


## В командной строке
cli-party-import-changes = После { $before }: добавлено { $added }, изменено { $altered }, исключено { $removed }.
cli-party-import-looked = Просмотрено заново сохранённых проверок: { $screenings }; с новыми совпадениями: { $new }, с изменёнными записями: { $changed }, с исключёнными записями: { $removed }.
cli-party-imported = Загружено.
cli-party-not-imported = Ничего не записано: показано, что сделала бы загрузка.
cli-party-screening = Проверка
cli-party-no-hit = Совпадений нет.
cli-party-hit = Ближайшее имя из списка: { $name } ({ $alike } из 100)
cli-column-age = Возраст, дней
cli-column-hits = Совпадения
cli-column-asked = Проверяется
cli-column-listed = В списке
cli-column-how = Как
cli-column-programme = Программа
party-change-added = добавлено
party-change-removed = исключено
party-change-altered = изменено
party-field-kind = вид
party-field-programmes = программы
party-field-names = имена
party-field-births = даты рождения
party-field-birth_places = места рождения
party-field-countries = страны
party-field-gender = пол
party-field-documents = документы
party-field-addresses = адреса
party-field-vessel = судно
party-field-remarks = примечания
party-field-listed_on = дата включения
party-field-updated_on = дата изменения
party-speaks-for = за
party-speaks-against = против
party-speaks-neither = к сведению

cli-party-import = Загружает версию списка в узел и заново просматривает всё проверенное раньше
    .files = Файлы одного списка или папка с ними: один XML, файлы OFAC или таблица с описанием столбцов
    .list = Название списка, без него — по формату; буквы, цифры, дефисы
    .title_en = Заголовок по-английски
    .title_ru = Заголовок по-русски
    .publisher = Кто публикует
    .published = День публикации, если в файлах его нет
    .max_age = Через сколько дней он слишком стар; без указания — как у прежней версии или 30
    .source = Откуда файлы
    .column = Для собственной таблицы: что в столбце, в виде name=Заголовок; можно несколько раз
    .dry_run = Только показать, что было бы сделано
cli-party-versions = Перечисляет версии всех списков с их возрастом
cli-party-show = Показывает сохранённую проверку, список или запись списка
    .what = Проверка по идентификатору; список по названию или как СПИСОК@ДЕНЬ
    .entry = Ключ записи
cli-party-diff = Показывает, что изменилось между двумя версиями списка
    .after = Более поздняя версия
    .before = Более ранняя; без неё — предшествующая
cli-party-check = Проверяет, не значится ли сторона в списках
    .name = Имя, как оно стоит в документах
    .kind = Кто или что это
    .birth = Дата или год рождения
    .country = Страна стороны: код или название; можно несколько раз
    .gender = Пол, если известен
    .number = Номер документа, регистра, судна; можно несколько раз
    .reference = Откуда сторона: номер документов
    .keep = Сохранить проверку, чтобы решать о совпадениях и просматривать её заново при изменении списка
cli-party-change = Описывает сохранённую сторону заново и снова проверяет; решения снова открыты
    .screening = Проверка, по идентификатору
    .name = Имя, как оно стоит в документах
    .kind = Кто или что это
    .birth = Дата или год рождения
    .country = Страна стороны: код или название; можно несколько раз
    .gender = Пол, если известен
    .number = Номер документа, регистра, судна; можно несколько раз
    .reference = Откуда сторона: номер документов
cli-party-table = Проверяет каждую строку таблицы и сохраняет её
    .file = Таблица, XLSX или CSV
    .column = Что в столбце, в виде name=Заголовок; без этого ищутся обычные заголовки
    .out = Куда записать результаты: имя с окончанием .xlsx или .csv
cli-party-list = Перечисляет сохранённые проверки; если ничего не задано — с открытыми совпадениями
    .state = Состояние
    .all = Все
    .text = Слова имени или документов
    .out = Куда записать результаты: имя с окончанием .xlsx или .csv
cli-party-decide = Снимает или подтверждает совпадение с основанием
    .screening = Проверка, по идентификатору
    .entry = Какое совпадение, в виде СПИСОК/ЗАПИСЬ; можно опустить, если открыто одно
    .clear = Проверяемая сторона — не лицо из списка
    .confirm = Проверяемая сторона — лицо из списка
    .reason = Из чего это видно
