# Страницы планов действий, мероприятий и хода исполнения.

## Планы
web-plans-title = Планы действий
web-plans-lead = Добровольные национальные планы действий по осуществлению резолюции: что государство наметило, к какому сроку и как продвигается исполнение.
web-plans-empty = К вам пока не поступил ни один план действий.
web-plans-empty-first-step = Начните план своего государства или попросите его национального координатора открыть план участникам раунда.
web-plans-new = Начать план действий
web-plans-overdue = Просроченные во всех планах
web-plans-count = { $count ->
    [one] { $count } план
    [few] { $count } плана
   *[many] { $count } планов
}
web-plans-column-state = Государство
web-plans-column-title = План
web-plans-column-period = Период
web-plans-column-adopted = Утверждён
web-plans-column-marking = Гриф и круг получателей

## Один план
web-plan-period = Период
web-plan-adopted = Утверждён
web-plan-instrument = Акт об утверждении
web-plan-timeline = График
web-plan-timeline-note = Полоса идёт от первого до последнего дня, который может означать срок; заштрихованы сроки, известные с точностью до квартала или года. Тонкая линия — сегодняшний день.
web-plan-measures = Мероприятия
web-plan-measures-empty = В плане пока нет мероприятий.
web-plan-measures-empty-first-step = Добавьте первое мероприятие или загрузите таблицу плана в формате XLSX или CSV.
web-plan-filter-none = Ни одно мероприятие не подходит под условия отбора.
web-plan-filter-clear = Показать все мероприятия
web-plan-count = { $count ->
    [one] { $count } мероприятие
    [few] { $count } мероприятия
   *[many] { $count } мероприятий
}
web-plan-count-filtered = { $shown } из { $count ->
    [one] { $count } мероприятия
    [few] { $count } мероприятий
   *[many] { $count } мероприятий
}
web-plan-add-measure = Добавить мероприятие
web-plan-import = Загрузить таблицу
web-plan-edit = Изменить сведения о плане
web-plan-column-number = №
web-plan-column-measure = Мероприятие
web-plan-column-rows = Строки матрицы
web-plan-column-lead = Ответственный исполнитель
web-plan-column-time = Срок
web-plan-column-status = Состояние
web-plan-column-last = Последние сведения
web-plan-column-plan = План
web-plan-column-due = Срок истёк
web-plan-column-state = Государство
web-plan-filter-status = Состояние
web-plan-filter-row = Строка матрицы
web-plan-filter-text = Слова
web-plan-filter-any = любое
web-plan-filter-overdue = просрочено
web-plan-overdue = просрочено
web-plan-time-span = { $start } – { $end }
web-plan-time-quarter = { $quarter ->
    [1] I
    [2] II
    [3] III
   *[4] IV
} кв. { $year } г.
web-plan-time-from-day = с { $date }
web-plan-time-from-month = с { $month } { $year } г.
web-plan-time-from-quarter = с { $quarter ->
    [1] I
    [2] II
    [3] III
   *[4] IV
} кв. { $year } г.
web-plan-time-from-year = с { $year } г.
web-plan-time-until-day = до { $date }
web-plan-time-until-month = до конца { $month } { $year } г.
web-plan-time-until-quarter = до конца { $quarter ->
    [1] I
    [2] II
    [3] III
   *[4] IV
} кв. { $year } г.
web-plan-time-until-year = до конца { $year } г.
web-plan-no-report = пока нет

## Просроченные
web-overdue-title = Просроченные мероприятия
web-overdue-lead = Мероприятия всех открытых вам планов, срок которых истёк, а исполнение, по последним сведениям, не завершено. По состоянию на { $date }
web-overdue-empty = На сегодня просроченных мероприятий нет.
web-overdue-empty-first-step = Сроки указаны в планах действий.

## Форма плана
web-plan-form-new = Новый план действий
web-plan-form-edit = Изменение сведений о плане
web-plan-form-lead = Новый план виден только вашему государству, пока вы не измените круг получателей.
web-plan-form-title = Название
web-plan-form-instrument = Акт об утверждении
web-plan-form-adopted = Дата утверждения
web-plan-form-start = Начало
web-plan-form-end = Окончание
web-plan-form-save = Сохранить план

## Загрузка
web-plan-import-title = Загрузка мероприятий из таблицы
web-plan-import-lead = Файл XLSX или CSV с английскими или русскими столбцами. До сохранения вы увидите, что изменится. Файл на другом языке присоединяется к первому по номерам мероприятий.
web-plan-import-columns = Столбцы те же, что и при выгрузке этого плана: выгрузите его, заполните и загрузите снова.
web-plan-import-file = Файл (XLSX или CSV)
web-plan-import-upload = Показать изменения
web-plan-preview-title = Что изменит файл { $file }
web-plan-preview-summary = Новых мероприятий: { $new }. Изменённых: { $changed }. Без изменений: { $unchanged }.
web-plan-preview-nothing = Файл повторяет то, что уже стоит в плане. Принимать нечего.
web-plan-preview-faults = Файл нельзя принять, пока в нём не исправлены эти ошибки:
web-plan-preview-warnings = Прежде чем принять файл, обратите внимание:
web-plan-preview-accept = Принять все изменения
web-plan-preview-forget = Не принимать файл
web-plan-preview-again = Выбрать другой файл
web-plan-preview-new = новое
web-plan-preview-changed = изменено
web-plan-preview-field = Поле
web-plan-preview-before = Сейчас
web-plan-preview-after = В файле

## Одно мероприятие
web-measure-title = Мероприятие { $number }
web-measure-edit = Изменить мероприятие
web-measure-add-progress = Сообщить о ходе исполнения
web-measure-attach = Приложить документ
web-measure-paragraphs = Пункты резолюции
web-measure-rows = Строки матрицы
web-measure-expected-result = Ожидаемый результат
web-measure-form = Форма завершения
web-measure-time-frame = Срок
web-measure-lead = Ответственный исполнитель
web-measure-supporting = Соисполнители
web-measure-funding = Источник финансирования
web-measure-partners = Партнёры
web-measure-indicator = Индикатор
web-measure-assistance = Требуемая помощь
web-measure-status = Состояние
web-measure-progress = Ход исполнения
web-measure-progress-empty = О ходе исполнения пока не сообщалось.
web-measure-recommendations = Рекомендации, которые оно выполняет
web-measure-recommendations-empty = Ни одна рекомендация не ссылается на это мероприятие.
web-measure-documents = Документы
web-measure-documents-empty = Документы не приложены.
web-measure-overdue-since = просрочено с { $date }

## Форма мероприятия
web-measure-form-new = Новое мероприятие
web-measure-form-edit = Изменение мероприятия { $number }
web-measure-form-number = Номер
web-measure-form-number-hint = На номера ссылаются другие документы: сохранённый номер не меняется. Например, 17 или 17.1.
web-measure-form-paragraphs-hint = Через точку с запятой: 2; 3(d); 8(a)
web-measure-form-rows-hint = Через точку с запятой: II.10; IV.6
web-measure-form-text = Что предстоит сделать
web-measure-form-start = С какого времени
web-measure-form-end = До какого времени
web-measure-form-end-hint = Без этой даты мероприятие постоянное и просроченным не считается.
web-measure-form-date-hint = С известной точностью: 2026-08-02, 2026-08, 2026-Q3 или 2026
web-measure-form-supporting-hint = По одному ведомству в строке, в одинаковом порядке на обоих языках.
web-measure-form-none = не указано
web-measure-form-save = Сохранить мероприятие

## Форма сведений о ходе исполнения
web-progress-title = Сведения о ходе исполнения
web-progress-about-measure = Мероприятие { $number }
web-progress-about-recommendation = Рекомендация { $number }
web-progress-lead = Сведения добавляются и никогда не переписываются. Состояние мероприятия определяется последними из них.
web-progress-date = На какой день
web-progress-status = Состояние
web-progress-text = Что сделано
web-progress-evidence = Чем подтверждается
web-progress-evidence-hint = Документы, приложенные к мероприятию или рекомендации.
web-progress-save = Добавить сведения
web-progress-evidence-links = Подтверждение

## Что сделано, что не удалось прочитать
web-done-progress-added = Сведения добавлены.
fault-row-not-read = «{ $value }» — не строка матрицы
    .hint = Укажите раздел и номер: II.10 или III-NW.14.
fault-sent-at-the-same-moment = пока сведения отправлялись, кто-то изменил мероприятие
    .hint = Ничего не потеряно: отправьте форму ещё раз.
fault-time-frame-without-dates = не указано ни начало, ни окончание
    .hint = Достаточно одной из двух дат.
web-field-adopted = Дата утверждения
web-field-evidence = Подтверждение
