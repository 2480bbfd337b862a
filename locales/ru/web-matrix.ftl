# Страницы матриц, их ячеек, загрузки и этапов; сопоставление строк; формы матриц.

## Список и начало работы
web-matrices-lead = Что каждое государство сообщает по каждой строке формы. Знак указывает на факт, а не на степень выполнения обязательств.
web-matrices-empty = Доступных вам матриц пока нет. Матрица появится здесь, когда государство начнёт её и предоставит вам доступ.
web-matrix-new = Начать матрицу
web-matrix-new-lead = { $state }: проект, который до передачи читает только ваше государство.
web-matrix-form = Форма матрицы
web-matrix-form-hint = Название формы показывает, насколько сверен её текст.
web-matrix-begin = Начать матрицу
web-state = Государство
web-status = Состояние
web-marking = Гриф и получатели
web-mark = Знак
web-section = Раздел
web-weapon = Вид оружия
web-row = Строка
web-row-number = №
web-cell = Ячейка
web-before = Было
web-after = Стало
web-new = новая
web-none = нет
web-not-said = не указано
web-close = Закрыть
web-unverified = не сверено
web-verified = сверено
web-paragraphs = Пункты постановляющей части
web-filter-nothing = По этому запросу ничего нет.
web-documents = Документы
web-documents-none = Документов не приложено.
web-document-attach = Приложить документ
web-history = История
web-history-none = Здесь пока ничего не сказано.
web-version = Версия { $version }
web-changes = { $count ->
    [0] Поля не изменились
    [one] Изменено { $count } поле
    [few] Изменено { $count } поля
   *[other] Изменено { $count } полей
}
web-cells = { $count ->
    [one] { $count } ячейка
    [few] { $count } ячейки
   *[other] { $count } ячеек
}

## Одна матрица
web-matrix-of = Матрица: { $state }
web-matrix-reports = Доклады Комитету
web-matrix-legend = Пояснения к форме
web-matrix-legend-lead = Знаки указывают на факты. О степени выполнения обязательств они не говорят.
web-matrix-cited = есть ссылка на документ
web-matrix-changed = изменено после последнего согласования
web-matrix-changes = Изменения
web-matrix-only-changed = только строки, изменённые после согласования
web-matrix-rows = { $count ->
    [one] { $count } строка
    [few] { $count } строки
   *[other] { $count } строк
}
web-matrix-information = Сведения
web-matrix-nothing-said = сведений нет
web-matrix-panel = Открытая ячейка
web-matrix-row-itself = строка в целом
web-matrix-steps = Этапы матрицы
web-matrix-next-step = Следующий этап
web-matrix-step-draft = Вернуть в проект для внесения изменений
web-matrix-step-state-comment = Передать государству на рассмотрение
web-matrix-step-agreed = Записать согласие государства
web-matrix-step-approved = Записать одобрение для публикации
web-matrix-advance = Перевести на этот этап
web-matrix-changed-cells = { $count ->
    [one] После последнего согласования матрицы изменена { $count } ячейка.
    [few] После последнего согласования матрицы изменены { $count } ячейки.
   *[other] После последнего согласования матрицы изменено { $count } ячеек.
}

## Одна ячейка
web-cell-edit = Ответить по этой ячейке
web-cell-answer = Ответ: { $cell }
web-cell-blank = Ячейка пуста. Пусто — не NA: это значит, что сведений нет или меры не выявлены.
web-cell-citations = Ссылки на документы
web-cell-citations-hint = Какая норма какого документа об этом говорит. Чтобы убрать ссылку, оставьте её поля пустыми.
web-cell-citation = Ссылка { $number }
web-cell-more-citations = Добавить место для ссылок
web-cell-information-hint = Сведения словами, так, как они должны стоять в матрице.
web-cell-remarks = Примечания
web-cell-remarks-hint = Всё, что читателю следует знать помимо этого.
web-cell-save = Сохранить ответ
web-cell-link = текст
web-cell-others = Другие ячейки этой строки
web-cell-compare = Сопоставить эту строку по государствам
web-cell-whole-page = Открыть отдельной страницей
web-mark-hint = Указание на факт. Значение каждого знака — по этой форме.
web-citation-instrument = Документ
web-citation-article = Статья
web-citation-article-hint = Как можно точнее: ст. 12, п. 3
web-citation-date = Дата документа
web-citation-language = Язык текста
web-citation-translation = Оригинал или перевод
web-citation-link = Адрес текста
web-citation-link-hint = Начинается с https:// или http://
web-citation-document = Приложенный текст
web-date-hint = 2017-08-02, 2017-08, 2017-Q3 или 2017: не точнее источника

web-citation-article-is = статья { $article }

## Ответы из файла
web-matrix-import = Загрузить ответы из файла
web-matrix-import-lead = Сначала вы увидите, что изменит файл. До вашего согласия ничего не сохраняется.
web-matrix-import-hint = CSV или XLSX, до 25 МБ, с графами сохранённой таблицы. Ячейка, которой нет в файле, не меняется.
web-matrix-import-start = Начать с таблицы этой матрицы (XLSX)
web-matrix-import-preview = Что изменит файл
web-import-file = Файл
web-import-preview = Показать, что он изменит
web-import-would-change = Изменит
web-import-unchanged = Совпадает с тем, что уже есть
web-import-errors = { $count ->
    [one] { $count } ошибка не позволяет принять файл
    [few] { $count } ошибки не позволяют принять файл
   *[other] { $count } ошибок не позволяют принять файл
}
web-import-warnings = { $count ->
    [one] Обратите внимание на { $count } место
    [few] Обратите внимание на { $count } места
   *[other] Обратите внимание на { $count } мест
}
web-import-severity = Важность
web-import-what = Что не так и что сделать
web-import-further = { $count ->
    [one] Не показано ещё { $count }.
   *[other] Не показано ещё { $count }.
}
web-import-accept = { $count ->
    [one] Принять { $count } изменение
    [few] Принять { $count } изменения
   *[other] Принять { $count } изменений
}
web-import-discard = Отложить файл
web-import-again = Предложить исправленный файл
web-import-changes = Изменения по ячейкам

## Сопоставление
web-compare-title = Сопоставить строку по государствам
web-compare-lead = Одна строка формы по государствам: знаки, сведения, ссылки, мероприятия.
web-compare-do = Сопоставить
web-compare-row = Строка { $row } по государствам
web-compare-rows = Соседние строки
web-compare-empty = Доступных вам матриц по этой форме нет.
web-compare-measures = Мероприятия по этой строке
web-compare-no-measures = доступных вам нет
web-compare-note = Государства стоят в алфавитном порядке этого языка. Пустой может быть и ячейка, к которой у вас нет доступа.
web-compare-note-finding = Записать вывод по этой строке

## Формы матриц
web-templates-lead = Формы, по которым составляются матрицы. Каждый заголовок, графа и знак — данные версии формы с указанием, насколько они сверены.
web-templates-empty = Форм матриц в этом узле нет. Их добавляет администратор.
web-template-version = Версия
web-template-date = Применялась
web-template-provider = Подготовил
web-template-counts = Состав
web-template-counts-are = строк: { $rows }; ячеек для знака: { $cells }; строк со сведениями: { $information }
web-template-meaning = Значение в этой форме
web-template-verified = Сверено по общедоступной копии
web-template-confidences = Насколько известен текст строки
web-template-confidence = Текст строки
web-template-answers = Что можно ответить
web-template-information = сведения
web-template-yes-no = сведения, да или нет

web-compare-open = открыть
web-record-version = { $kind }, версия { $version }
