# Страницы раундов и их частей.

## Раунды
web-rounds-title = Раунды
web-rounds-lead = Встречи, на которых государства вместе рассматривают, как они осуществляют резолюцию.
web-rounds-empty = К вам пока не поступил ни один раунд.
web-rounds-empty-first-step = Раунд вводит секретариат — на этой странице или из папки с помощью командной строки.
web-rounds-new = Ввести раунд
web-rounds-count = { $count ->
    [one] { $count } раунд
    [few] { $count } раунда
   *[many] { $count } раундов
}
web-rounds-column-title = Раунд
web-rounds-column-kind = Вид
web-rounds-column-dates = Даты
web-rounds-column-place = Место
web-rounds-column-states = Государства

## Один раунд
web-round-edit = Изменить сведения о раунде
web-round-dates = Даты
web-round-place = Место
web-round-host = Принимающая сторона
web-round-kind = Вид
web-round-purpose = Цель
web-round-framework = В рамках
web-round-working-languages = Рабочие языки
web-round-template = Форма матрицы
web-round-organisers = Организаторы
web-round-states = Государства
web-round-column-state = Государство
web-round-column-roles = В каком качестве
web-round-column-matrix = Матрица
web-round-earlier = Предыдущие встречи
web-round-themes = Темы
web-round-theme-priority = названа правительствами приоритетной
web-round-theme-compare = Сопоставить строки
web-round-themes-empty = Темы пока не названы.
web-round-programme = Программа
web-round-programme-empty = Программа пуста.
web-round-programme-empty-first-step = Добавьте первый пункт, например открытие встречи.
web-round-programme-add = Добавить пункт
web-round-column-time = Время
web-round-column-item = Пункт
web-round-column-speakers = Выступающие
web-round-participants = Делегации и участники
web-round-participants-empty = Участники пока не внесены.
web-round-participants-empty-first-step = Каждое государство вносит свою делегацию, остальных участников — секретариат.
web-round-participants-add = Добавить участника
web-round-participants-others = Другие участники
web-round-participants-count = { $count ->
    [one] { $count } участник
    [few] { $count } участника
   *[many] { $count } участников
}
web-round-column-name = Имя
web-round-column-position = Должность
web-round-column-body = Ведомство или организация
web-round-column-capacity = В качестве
web-round-visits = Посещения
web-round-visits-empty = Посещения не внесены.
web-round-visits-empty-first-step = Внесите, что посетили или посетят делегации; у описания увиденного — отдельный гриф.
web-round-visits-add = Добавить посещение
web-round-visit-number = Посещение { $number }
web-round-visit-account = Описание увиденного
web-round-visit-account-show = Прочитать описание
web-round-visit-account-add = Написать описание
web-round-visit-account-edit = Изменить описание
web-round-visit-account-note = Описание увиденного никогда не попадает в доклад.
web-round-findings = Выводы
web-round-findings-empty = Выводов пока нет.
web-round-findings-empty-first-step = Сопоставьте строки одной темы и запишите общие черты и различия.
web-round-findings-add = Записать вывод
web-round-findings-all = Все выводы раунда
web-round-recommendations = Рекомендации
web-round-recommendations-empty = Рекомендаций пока нет.
web-round-recommendations-empty-first-step = Предложите рекомендацию на основе вывода.
web-round-recommendations-add = Предложить рекомендацию
web-round-recommendations-all = Все рекомендации раунда
web-round-decisions = Решения
web-round-cooperation = Вопросы дальнейшего сотрудничества
web-round-output = Итог
web-round-next = Следующий раунд
web-round-next-host = Принимает
web-round-next-invited = Приглашены
web-round-statements = Положения для доклада
web-round-reports = Доклады
web-round-reports-empty = Доклад этого раунда ещё не составлен.
web-round-reports-build = Составить доклад
web-round-on-this-page = На этой странице
web-round-export = Выгрузить
web-round-export-programme = Программа
web-round-export-participants = Участники
web-round-export-findings = Выводы
web-round-export-recommendations = Рекомендации
web-round-change = Изменить

## Форма раунда
web-round-form-new = Новый раунд
web-round-form-edit = Изменение сведений о раунде
web-round-form-lead = Программа, участники и посещения добавляются на странице раунда. Пустые строки не сохраняются.
web-round-form-key = Ключ
web-round-form-key-hint = Краткое имя: строчные латинские буквы, цифры и дефисы, например dushanbe-2017. Входит в имена файлов и не меняется.
web-round-form-title = Название
web-round-form-kind = Вид
web-round-form-training = Государства вымышленные: об этом говорит каждая страница, файл и распечатка
web-round-form-template = Форма матрицы
web-round-form-template-none = нет
web-round-form-purpose = Цель
web-round-form-framework = Проект или механизм, в рамках которого проводится раунд
web-round-form-host = Принимающая сторона
web-round-form-host-state = Принимающее государство
web-round-form-host-state-none = не указано
web-round-form-place = Место
web-round-form-start = Первый день
web-round-form-end = Последний день
web-round-form-languages = Рабочие языки
web-round-form-languages-hint = Двухбуквенные коды через пробел: en ru
web-round-form-states = Государства и в каком качестве каждое участвует
web-round-form-organiser = Организатор { $number }
web-round-form-organisation-name = Название
web-round-form-organisation-short = Сокращение
web-round-form-organisation-role = В каком качестве
web-round-form-theme = Тема { $number }
web-round-form-theme-key = Ключ
web-round-form-theme-title = Название
web-round-form-theme-paragraphs = Пункты резолюции
web-round-form-theme-rows = Строки матрицы
web-round-form-theme-priority = Правительства назвали её приоритетной
web-round-form-decision = Решение { $number }
web-round-form-cooperation = Вопрос дальнейшего сотрудничества { $number }
web-round-form-output = Что представляется и кому
web-round-form-next = Следующий раунд
web-round-form-next-when = Когда
web-round-form-next-host-state = Принимающее государство
web-round-form-next-place = Место
web-round-form-next-text = Решение словами
web-round-form-next-invited = Кто приглашён
web-round-form-source = Источник этих сведений
web-round-form-source-title = Как он называется
web-round-form-source-publisher = Кем опубликован
web-round-form-source-url = Адрес
web-round-form-source-date = Дата
web-round-form-save = Сохранить раунд

## Форма пункта программы
web-programme-form-new = Новый пункт программы
web-programme-form-edit = Изменение пункта программы
web-programme-form-date = День
web-programme-form-start = Начало
web-programme-form-end = Окончание
web-programme-form-time-hint = Часы и минуты: 09:30
web-programme-form-theme = Тема
web-programme-form-theme-none = нет
web-programme-form-title = Название
web-programme-form-speakers = Выступающие
web-programme-form-save = Сохранить пункт

## Форма участника
web-participant-form-new = Новый участник
web-participant-form-edit = Изменение сведений об участнике
web-participant-form-lead = Персональные данные: вносите только то, что нужно раунду.
web-participant-form-state = Делегация
web-participant-form-state-none = вне делегаций
web-participant-form-name = Имя
web-participant-form-position = Должность
web-participant-form-body = Ведомство или организация
web-participant-form-role = В качестве
web-participant-form-save = Сохранить участника

## Формы посещения
web-visit-form-new = Новое посещение
web-visit-form-edit = Изменение посещения { $number }
web-visit-form-number = Номер
web-visit-form-date = День
web-visit-form-title = Что посетили
web-visit-form-host = Кто принимал
web-visit-form-summary = Что об этом может сказать доклад
web-visit-form-save = Сохранить посещение
web-visit-account-form = Описание увиденного: посещение { $number }
web-visit-account-form-lead = Что увидели делегации. У описания отдельный гриф, и оно никогда не попадает в доклад.
web-visit-account-form-text = Что увидели
web-visit-account-form-handling = Гриф
web-visit-account-form-sharing = Круг получателей
web-visit-account-form-save = Сохранить описание

## Что не удалось прочитать
fault-time-not-read = «{ $value }» — не время суток
    .hint = Укажите часы и минуты: 09:30.
fault-language-not-read = «{ $value }» — не код языка
    .hint = Укажите две строчные латинские буквы: en, ru, tg.
web-field-training = Вымышленные государства
