# Приложенные файлы.
web-document-attach-title = Приложить документ
web-document-attach-lead = Документ получает владельца, гриф и круг получателей той записи, к которой приложен. Принимаются PDF, DOCX, XLSX, PNG, JPEG и простой текст размером до { $limit }.
web-document-file = Файл
web-document-title = Название
web-document-language = Язык документа
web-document-language-none = не указан
web-document-translation = Оригинал или перевод
web-document-date = Дата документа
web-document-save = Приложить документ
web-document-column-title = Документ
web-document-column-date = Дата
web-document-column-language = Язык
web-document-column-size = Размер

## Языки документов и встреч
web-document-language-en = английский
web-document-language-ru = русский
web-document-language-tg = таджикский
web-document-language-ky = киргизский
web-document-language-be = белорусский
web-document-language-kk = казахский
web-document-language-uz = узбекский
web-document-language-fr = французский
web-document-language-es = испанский
web-document-language-zh = китайский
web-document-language-ar = арабский

## Введённое, которое не удалось прочитать
fault-choice-not-read = значения «{ $value }» среди вариантов нет
    .hint = Выберите из того, что предлагает форма.
fault-number-not-read = «{ $value }» — не целое число
    .hint = Введите только цифры.
fault-name-taken = «{ $name }» уже занято
    .hint = Выберите другое значение.
fault-date-not-read = «{ $value }» — не дата
    .hint = Напишите 2026-08-02, 2026-08, 2026-Q3 или 2026.
