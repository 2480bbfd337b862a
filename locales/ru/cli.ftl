# Что говорит командная строка: заголовки, сообщения, ошибки. Справка — в cli-commands.ftl.

## Справка
cli-heading-usage = Использование
cli-heading-commands = Команды
cli-heading-arguments = Аргументы
cli-heading-options = Параметры
cli-heading-global = Для любой команды
cli-usage-options-word = ПАРАМЕТРЫ
cli-usage-command-word = КОМАНДА
cli-help-default = по умолчанию: { $value }
cli-help-words = одно из: { $words }
cli-reference-title = Командная строка
cli-reference-lead =
    Все команды программы `tripoint`, записанные самой программой. Данные выводятся в стандартный вывод, сообщения — в
    стандартный поток ошибок; программа завершается с кодом 0, если всё выполнено, 1 — если отказано или что-то не найдено,
    2 — если команда дана неверно.

## Неверное использование
cli-usage-value = значение «{ $value }» не подходит для { $argument }
cli-usage-value-missing = для { $argument } нужно значение
cli-usage-values = неверное число значений для { $argument }
cli-usage-argument-unknown = здесь нет параметра или аргумента «{ $argument }»
cli-usage-argument-missing = не указано: { $argument }
cli-usage-argument-conflict = { $argument } нельзя использовать вместе с { $other }
cli-usage-command-unknown = нет команды «{ $command }»
cli-usage-command-missing = не указана команда
cli-usage-other = команда не понята
cli-usage-meant = возможно, имелось в виду: { $words }
cli-usage-words = одно из: { $words }
cli-usage-help = Подробнее — с параметром --help.

## Ошибки
cli-error = ошибка
cli-warning = предупреждение
cli-hint = подсказка
cli-no-node = В папке { $path } нет узла.
    .hint = Создайте узел командой «tripoint init», посмотрите учебный командой «tripoint demo» или укажите папку параметром --node.
cli-node-exists = В папке { $path } уже что-то есть.
    .hint = Ничего не записывается поверх имеющегося: выберите другую папку.
cli-node-name = «{ $name }» не может быть именем узла.
    .hint = Имя пишется без пробелов и знаков «плюс», например node.example.org.
cli-no-key = В файле { $path } нет ключа узла.
    .hint = Верните ключ из резервной копии; файл должен быть таким, каким его записала программа.
cli-not-a = { $path } — это не { $what }.
    .hint = Проверьте имя файла и то, что он получен целиком.
cli-what-backup = резервная копия узла
cli-what-checkpoint = контрольная отметка, подписанная этим ключом
cli-what-files-or-lists = либо файлы, либо редакции узла: назовите что-то одно
cli-what-utf-8 = текст в кодировке UTF-8
cli-what-truth = таблица известных составов
cli-what-sample = описание образца
cli-empty-folder = В папке { $path } нет файлов.
    .hint = Проверьте имя папки.
cli-too-large = Размер { $path } превышает { $limit }.
    .hint = Уберите то, что сюда не относится.
cli-unknown = Не найдено: { $noun } «{ $name }». Этого нет, либо доступ вам не предоставлен.
    .hint = Команда «list» покажет, что есть; параметр --as выбирает, от чьего имени смотреть.
cli-several = Имени «{ $name }» соответствует несколько записей этого вида: { $noun }.
    .hint = Укажите идентификатор; его покажет команда «list».
cli-conflict-version = сейчас сохранена версия { $version }
cli-file-exists = Файл { $path } уже существует.
    .hint = Ничего не записывается поверх имеющегося: выберите другое имя.
cli-file-not-read = Файл { $path } не удаётся прочитать.
    .hint = Проверьте имя и право на чтение.
cli-file-not-written = Файл { $path } не удаётся записать.
    .hint = Проверьте, что папка существует, запись в неё разрешена и на диске есть место.
cli-folder-not-made = Папку { $path } не удаётся создать.
    .hint = Проверьте право на запись.
cli-folder-not-read = Папку { $path } не удаётся прочитать.
    .hint = Проверьте имя и право на чтение.
cli-not-served = Не удаётся открыть страницы по адресу { $path }.
    .hint = Порт может быть занят другой программой: выберите другой параметром --listen.
cli-newer-schema = База данных записана более новой версией программы.
    .hint = Используйте ту же или более позднюю версию.
cli-foreign-order = База данных упорядочивает текст по правилам какого-либо языка.
    .hint = Создайте базу данных PostgreSQL с локалью C.UTF-8.

## Ошибки в файлах JSON
fault-json-syntax = это не JSON (столбец { $column })
    .hint = Поищите недостающую запятую, кавычку или скобку непосредственно перед этим местом.
fault-json-value = значение не подходит: { $reason }
    .hint = Команда «tripoint record show» выводит запись этого вида в виде такого файла.
fault-json-field-unknown = такого поля нет
    .hint = Проверьте написание; команда «tripoint record show» выводит запись этого вида в виде такого файла.

## Пока идёт работа
cli-demo-loading = Загружается учебный раунд
cli-demo-people = Создаются учётные записи для показа
cli-demo-parties = Проверяются учебные стороны
cli-demo-report = Составляется доклад
cli-building-report = Составляется доклад
cli-checking-round = Проверяется папка
cli-importing-round = Принимается раунд
cli-verifying = Идёт проверка
cli-backing-up = Создаётся резервная копия
cli-restoring = Идёт восстановление

## Что сделано
cli-demo-ready = Учебный узел готов: { $path }. Все его государства и люди вымышлены.
cli-init-done = Узел { $name } создан в папке { $path }. Оператор входит так:
cli-passwords-once = Пароли показаны один раз и нигде не хранятся.
cli-password-ask = Введите новый пароль, затем Enter и Ctrl+D; нужно не менее 12 знаков.
cli-password-set = Пароль задан; все сеансы учётной записи завершены.
cli-serving = Страницы открыты по адресу { $address }. Остановить — Ctrl+C.
cli-backup-done = Резервная копия содержит секретный ключ узла: храните её так же бережно, как сам узел.
cli-restore-done = Узел восстановлен и проверен.
cli-verified = Запись цела: { $acts ->
    [one] { $acts } действие
    [few] { $acts } действия
   *[other] { $acts } действий
}, { $records ->
    [one] { $records } запись
    [few] { $records } записи
   *[other] { $records } записей
}, { $revisions ->
    [one] { $revisions } версия
    [few] { $revisions } версии
   *[other] { $revisions } версий
}, { $blobs ->
    [one] { $blobs } файл
    [few] { $blobs } файла
   *[other] { $blobs } файлов
}. Корень реестра:
cli-round-imported = { $count ->
    [one] Принято: { $rounds }, { $count } запись.
    [few] Принято: { $rounds }, { $count } записи.
   *[other] Принято: { $rounds }, { $count } записей.
}
cli-round-would-import = { $count ->
    [one] Ошибок нет. Было бы принято: { $rounds }, { $count } запись. Ничего не сохранено.
    [few] Ошибок нет. Было бы принято: { $rounds }, { $count } записи. Ничего не сохранено.
   *[other] Ошибок нет. Было бы принято: { $rounds }, { $count } записей. Ничего не сохранено.
}
cli-import-changed = { $changed ->
    [0] Ничего не изменилось.
    [one] Изменена { $changed } запись.
    [few] Изменены { $changed } записи.
   *[other] Изменено { $changed } записей.
}
cli-import-would-change = Изменилось бы: { $changed }. Осталось бы прежним: { $unchanged }. Ничего не сохранено.
cli-marked = { $changed ->
    [one] Помечена { $changed } запись.
    [few] Помечены { $changed } записи.
   *[other] Помечено { $changed } записей.
}
cli-report-basis = Основан на { $total ->
    [one] { $total } версии записи
   *[other] { $total } версиях записей
}; { $changed ->
    [0] ни одна из доступных вам с тех пор не изменилась.
    [one] из доступных вам с тех пор изменилась { $changed }.
   *[other] из доступных вам с тех пор изменились { $changed }.
}

## Слова
cli-nothing = Показывать нечего.
cli-nothing-waits = Этого человека ничего не ожидает.
cli-part-shown = Показано: { $shown } из { $total }. Остальное — с параметром --offset.
cli-yes = да
cli-no = нет
cli-since = с { $date }
cli-version-of = версия { $version }
cli-owner-secretariat = секретариат
cli-addressee-all = все государства раунда
cli-addressee-partners = партнёры
cli-answers-text = текст
cli-answers-yes-no = да или нет
cli-unverified = (не сверено)
cli-change-new = новое
cli-change-changed = изменено

## Заголовки частей
cli-heading-overdue = Просроченные мероприятия
cli-heading-to-answer = Рекомендации без ответа
cli-heading-legend = Условные обозначения
cli-heading-responses = Ответы государств
cli-heading-measures = Мероприятия
cli-heading-findings = Выводы
cli-heading-recommendations = Рекомендации
cli-heading-continues = Продолжает
cli-heading-continued-by = Продолжена
cli-heading-progress = Ход исполнения
cli-heading-programme = Программа
cli-heading-participants = Участники
cli-heading-visits = Посещения
cli-heading-files = Файлы
cli-heading-path = Путь к корню
cli-heading-checkpoint = Контрольная отметка

## Столбцы
cli-column-act = Действие
cli-column-active = Открыта
cli-column-addressees = Кому
cli-column-asks = О чём строка
cli-column-body = Ведомство
cli-column-cell = Ячейка
cli-column-cells = Ячейки
cli-column-change = Изменение
cli-column-citations = Ссылки на источники
cli-column-code = Код
cli-column-date = Дата
cli-column-dates = Даты
cli-column-due = Срок
cli-column-end = Конец
cli-column-expected-result = Ожидаемый результат
cli-column-fictitious = Вымышлено
cli-column-file = Файл
cli-column-files = Файлы
cli-column-formal-name = Полное наименование
cli-column-id = Идентификатор
cli-column-information = Сведения
cli-column-information-after = Сведения, новые
cli-column-information-before = Сведения, прежние
cli-column-instant = Когда
cli-column-instrument = Чем утверждён
cli-column-key = Ключ
cli-column-kind = Вид
cli-column-languages = Языки
cli-column-lead = Ответственный исполнитель
cli-column-leaf = Лист
cli-column-length = Размер
cli-column-login = Имя для входа
cli-column-mark = Отметка
cli-column-mark-after = Отметка, новая
cli-column-mark-before = Отметка, прежняя
cli-column-marking = Гриф и круг получателей
cli-column-marks = Отметки
cli-column-name = Название
cli-column-note = Примечание
cli-column-number = №
cli-column-operative-paragraphs = Пункты постановляющей части
cli-column-owner = Владелец
cli-column-place = Место
cli-column-positions = Позиции
cli-column-provider = Кем подготовлен
cli-column-reason = Основание
cli-column-recommendation = Рекомендация
cli-column-record = Запись
cli-column-remarks = Примечания
cli-column-revision = SHA-256
cli-column-role = Роль
cli-column-roles = Роли
cli-column-round = Раунд
cli-column-row = Строка
cli-column-rows = Строки матрицы
cli-column-says = Содержание
cli-column-scope = Для кого
cli-column-sequence = Место в реестре
cli-column-source = Источник
cli-column-start = Начало
cli-column-state = Государство
cli-column-states = Государства
cli-column-status = Состояние
cli-column-template = Шаблон
cli-column-text = Текст
cli-column-theme = Тема
cli-column-time = Время
cli-column-time-frame = Срок
cli-column-title = Название
cli-column-version = Версия
cli-column-wording = Формулировка

## Файлы приборов
cli-files-not-read = Не прочитано файлов: { $failed } из { $of }.
    .hint = Каждый назван выше, с причиной.
cli-spectrum-note = примечание
cli-spectrum-instrument-says = Вывод прибора
cli-column-format = Формат
cli-column-instrument-used = Прибор
cli-column-class = Класс
cli-column-confidence = Уверенность
cli-column-spectra = Спектров
cli-column-all-found = Всё найдено
cli-column-complete-and-correct = Полно и верно
cli-column-false-names = Ложных на спектр
cli-column-false-on-backgrounds = Ложных на фон
cli-column-false-nuclear = Ложных ядерных материалов
cli-spectrum-all = Все
cli-spectrum-unreadable = { $count ->
    [one] не прочитан { $count } файл
    [few] не прочитаны { $count } файла
   *[other] не прочитано { $count } файлов
}
cli-column-detector = Детектор
cli-column-live-time = Живое, с
cli-column-real-time = Полное, с
cli-column-channels = Каналов
cli-column-counts = Отсчётов
cli-column-energies = кэВ
cli-column-neutrons = Нейтроны
cli-column-dose-rate = мкЗв/ч
cli-column-alarms = Тревоги
cli-column-part-of = Часть образца
cli-column-parts = Части
cli-column-from = От кого
cli-column-to = Кому
cli-column-seal = Пломба
cli-column-breaks = Что не сходится
cli-column-technique = Метод

## Проверка участников
cli-column-list = Список
cli-column-entries = Записей
cli-column-names = Имён
cli-party-list-age = { $list }: записей { $entries }, опубликован { $date }, { $days ->
    [one] { $days } день
    [few] { $days } дня
   *[other] { $days } дней
} назад.
cli-party-list-too-old = ВНИМАНИЕ: список { $list } (записей { $entries }) опубликован { $date }, { $days ->
    [one] { $days } день
    [few] { $days } дня
   *[other] { $days } дней
} назад; допустимо не больше { $most }. Включённые позже найдены не будут. Возьмите список у издателя ещё раз.
cli-party-list-undated = ВНИМАНИЕ: в списке { $list } (записей { $entries }) не указано, когда он опубликован, или указан день, который ещё не наступил. Его возраст неизвестен: убедитесь, что он самый новый, и запишите день в файл TOML рядом с ним (sdn.toml для файлов CSV от OFAC): published = "2026-11-01"
cli-party-refused = { $count ->
    [one] { $count } строка осталась без ответа: причина указана в поле «refused».
    [few] { $count } строки остались без ответа: причина указана в поле «refused».
   *[other] { $count } строк остались без ответа: причина указана в поле «refused».
}
