# Таблицы для других программ. Заголовки плана — те же, что в папке раунда.
table-template = Форма матрицы: { $template }
table-as-of = По состоянию на { $date }

table-plan-number = №
table-plan-paragraphs = Пункт резолюции / строка матрицы
table-plan-measure = Мероприятие
table-plan-result = Ожидаемый результат
table-plan-form = Форма завершения
table-plan-time = Срок
table-plan-bodies = Ответственные исполнители
table-plan-funding = Источник финансирования (партнёры)
table-plan-indicator = Индикатор
table-plan-assistance = Требуемая помощь
table-plan-status = Ход исполнения
table-plan-quarter = { $quarter ->
    [1] I квартал { $year }
    [2] II квартал { $year }
    [3] III квартал { $year }
   *[4] IV квартал { $year }
}
table-plan-month = { $month } { $year }
table-plan-span = { $start } – { $end }
table-plan-by = до { $end }
table-plan-from = с { $start }

table-recommendation-number = №
table-recommendation-addressees = Адресаты
table-recommendation-theme = Тема
table-recommendation-paragraphs = Пункт резолюции
table-recommendation-text = Рекомендация
table-recommendation-due = Срок
table-recommendation-state = Государство
table-recommendation-position = Позиция
table-recommendation-date = Дата ответа
table-recommendation-reasons = Основания
table-recommendation-measures = Мероприятия
table-recommendation-continues = Продолжает
table-recommendation-progress-date = Последнее сообщение
table-recommendation-progress-status = Ход исполнения
table-recommendation-progress-text = О чём сообщено

table-finding-number = №
table-finding-kind = Вид
table-finding-theme = Тема
table-finding-states = Государства
table-finding-title = Заголовок
table-finding-text = Вывод
table-finding-basis = Основание

table-act-sequence = №
table-act-instant = Время (всемирное)
table-act-person = Лицо
table-act-roles = Роли
table-act-verb = Действие
table-act-kind = Вид записи
table-act-record = Запись
table-act-version = Редакция
table-act-revision = SHA-256 редакции
table-act-face = Способ
table-act-reason = Основание

table-name-matrix = Матрица { $state }
table-name-plan = План { $state }
table-name-recommendations = Рекомендации
table-name-participants = Участники
table-name-programme = Программа
table-name-findings = Выводы
table-name-acts = Реестр
