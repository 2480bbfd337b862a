# В чём отказывает только интерфейс для программ.
refusal-version-needed = В запросе не указано, какую версию он изменяет.
    .hint = Прочитайте запись и укажите её версию в заголовке If-Match в кавычках: "3". Если записи ещё нет, укажите "0".
refusal-body-too-large = Тело запроса слишком велико.
    .hint = Для JSON допускается 1 МБ, для загрузки файлов — 26 МБ.
refusal-no-such-operation = Такой операции нет.
    .hint = Все операции описаны по адресу /api/v1/openapi.json.
refusal-method-not-allowed = По этому адресу такой метод не принимается.
    .hint = Все операции описаны по адресу /api/v1/openapi.json.
refusal-media-type-not-taken = Тип тела запроса здесь не принимается.
    .hint = JSON отправляйте как application/json, файлы — как multipart/form-data либо байтами с параметром file_name.
refusal-request-unreadable = Запрос не удаётся прочитать.
    .hint = Все операции описаны по адресу /api/v1/openapi.json.
refusal-failed = В программе произошёл сбой.
    .hint = По этому запросу ничего не сохранено. Причину оператор узла найдёт в журнале.

## Ошибки в запросе.
fault-json-unreadable = JSON не удаётся прочитать: { $what }
    .hint = Состав тел запросов описан по адресу /api/v1/openapi.json. Неизвестное поле отклоняется, чтобы описка не осталась незамеченной.
fault-query-unreadable = параметры адреса не удаётся прочитать: { $what }
    .hint = Параметры описаны по адресу /api/v1/openapi.json.
fault-value-unreadable = значение «{ $text }» записано не в той форме, которая здесь нужна
    .hint = Запишите так: { $example }
fault-limit-too-large = на странице не более { $most } записей
    .hint = Следующие запрашивайте с параметром offset.
fault-upload-unreadable = загрузку не удаётся прочитать: { $what }
    .hint = Отправьте multipart/form-data с файлом в каждой части либо байты одного файла с параметром file_name.
fault-upload-without-file = в загрузке нет файла
    .hint = Отправьте часть с именем файла либо байты с параметром file_name.
fault-upload-without-document = в загрузке нет части «document»
    .hint = Отправьте часть «document» со сведениями о файле в виде JSON и часть «file» с самим файлом.
fault-checkpoint-unreadable = контрольную отметку не удаётся прочитать, либо она подписана не ключом этого узла
    .hint = Отправьте весь текст подписанной отметки вместе со строкой подписи в точности так, как он был сохранён.
