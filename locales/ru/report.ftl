# Доклад о раунде. Предложения построены так, чтобы не склонять названия: они — данные.

## На каждой странице
report-training-band = Учебные данные. Таких государств нет.
report-marking = { $handling }, { $sharing }
report-sharing-states = { $sharing }: { $states }
report-page-before = стр.
report-page-between = из
report-running-head = { $kind }, { $place }, { $year }
report-not-translated = { $text } [перевод отсутствует]
report-unnamed = не указано

## Титульный блок
report-title-kind = Доклад по итогам { $kind }
report-kind-peer-review = партнёрского обзора осуществления резолюции 1540 (2004)
report-kind-consultations = консультаций по осуществлению резолюции 1540 (2004)
report-place-and-dates = { $place }, { $dates }
report-states = { $states }
report-edition = Редакция { $scope }, по состоянию на { $date }

## Проект вербальной ноты
report-note-draft = Проект для постоянных представительств. Не подписан, не направлен. Дополняется каждым государством до представления.
report-note-senders = { $count ->
    [1] Постоянное представительство при Организации Объединённых Наций: { $states }
   *[other] Постоянные представительства при Организации Объединённых Наций: { $states }
}
report-note-number = № ____________/{ $year }
report-note-addressee = Председателю Комитета Совета Безопасности, учреждённого резолюцией 1540 (2004)
report-note-opening = { $count ->
    [1] Постоянное представительство при Организации Объединённых Наций ({ $states }) свидетельствует своё уважение Председателю Комитета Совета Безопасности, учреждённого резолюцией 1540 (2004), и имеет честь настоящим препроводить доклад по итогам { $kind }. Место и дата проведения: { $place }, { $dates }.
   *[other] Постоянные представительства при Организации Объединённых Наций следующих государств: { $states } — имеют честь обратиться к Председателю Комитета Совета Безопасности, учреждённого резолюцией 1540 (2004), с тем чтобы представить доклад по итогам { $kind }. Место и дата проведения: { $place }, { $dates }.
}
report-note-request = { $count ->
    [1] Постоянное представительство было бы признательно за доведение настоящей ноты и прилагаемого доклада до сведения членов Комитета.
   *[other] Постоянные представительства были бы признательны за доведение настоящей ноты и прилагаемого доклада до сведения членов Комитета.
}
report-note-closing = { $count ->
    [1] Постоянное представительство ({ $states }) пользуется случаем, чтобы возобновить Председателю Комитета уверения в своём весьма высоком уважении.
   *[other] Постоянные представительства указанных государств ({ $states }) пользуются случаем, чтобы возобновить Председателю Комитета уверения в своём весьма высоком уважении.
}
report-note-place-and-date = Нью-Йорк, ____________ { $year } года

## Разделы
report-part = { $number }. { $title }
report-part-introduction = Введение
report-part-method = Организация и метод работы
report-part-participants = Участники
report-part-findings = Выводы по темам
report-part-visits = Посещения
report-part-practices = Эффективная практика
report-part-recommendations = Рекомендации
report-part-follow-up = Итоги, последующие действия и следующий раунд
report-annex = Приложение { $number }. { $title }
report-annex-only = Приложение. { $title }
report-annex-programme = Программа
report-annex-participants = Участники по делегациям
report-annex-matrix = Сопоставление матриц по темам
report-annex-plans = Планы действий
report-annex-recommendations = Рекомендации, ответы и последующие действия
report-annex-earlier = Рекомендации предыдущих раундов и ход их выполнения
report-annex-record = Записи и источники

## Введение
report-held = { $kind ->
    [peer-review] Партнёрский обзор осуществления резолюции 1540 (2004) состоялся { $dates }. Место проведения: { $place }.
   *[consultations] Консультации по осуществлению резолюции 1540 (2004) состоялись { $dates }. Место проведения: { $place }.
}
report-took-part = { $count ->
    [1] Государство раунда: { $states }.
   *[other] Государства раунда: { $states }.
}
report-host = Принимающая сторона: { $host }.
report-purpose = Цель: { $purpose }
report-framework = Рамки: { $framework }
report-earlier = Раунду предшествовали:
report-earlier-item = { $title }, { $place }, { $when }
report-earlier-item-without-place = { $title }, { $when }
report-source = Источник: { $source }.

## Организация и метод работы
report-organised-by = { $count ->
    [1] Организатор: { $organisers }.
   *[other] Организаторы: { $organisers }.
}
report-supported-by = При содействии: { $organisers }.
report-organiser-with-short = { $name } ({ $short })
report-roles = Государства участвовали в следующем качестве:
report-roles-item = { $state }: { $roles }
report-languages = Рабочие языки: { $languages }.
language-en = английский
language-ru = русский
report-themes = { $count ->
    [one] В ходе раунда рассматривалась { $count } тема:
    [few] В ходе раунда рассматривались { $count } темы:
   *[other] В ходе раунда рассматривались { $count } тем:
}
report-theme-item = { $title }
report-theme-item-priority = { $title } — приоритет правительств
report-matrix-method = Приводимые матрицы составлены по форме: { $template }. Отметки в них указывают на факты. Они не измеряют соблюдение обязательств, и государства по ним не сопоставляются.

## Участники
report-participants-of = { $count ->
    [one] { $delegation }: { $count } человек.
    [few] { $delegation }: { $count } человека.
   *[other] { $delegation }: { $count } человек.
}
report-participants-with-head = { $count ->
    [one] { $delegation }: { $count } человек; глава делегации: { $head }.
    [few] { $delegation }: { $count } человека; глава делегации: { $head }.
   *[other] { $delegation }: { $count } человек; глава делегации: { $head }.
}
report-participants-organisations = Организации и другие участники
report-participants-annex = Список участников по делегациям приведён в приложении.

## Выводы
report-theme-heading = { $title }
report-theme-heading-with-paragraphs = { $title } ({ $paragraphs })
report-operative-paragraphs = { $count ->
    [1] пункт { $paragraphs } постановляющей части
   *[other] пункты { $paragraphs } постановляющей части
}
report-discussion = Обсуждение
report-other-findings = Прочие выводы
report-other-practices = Прочая практика
report-finding = { $kind } ({ $states }). { $text }
report-finding-titled = { $kind } ({ $states }). { $title }. { $text }
report-all-states = все государства раунда
report-basis = { $text } [Основание: { $basis }]
report-basis-rows = { $count ->
    [1] { $state }, строка матрицы { $items }
   *[other] { $state }, строки матрицы { $items }
}
report-basis-measures = { $count ->
    [1] { $state }, мероприятие { $items }
   *[other] { $state }, мероприятия { $items }
}
report-basis-visit = посещение { $number }

## Посещения
report-visit = Посещение { $number }: { $title }.
report-visit-details = { $visit } { $details }
report-visit-on = Дата: { $date }.
report-visit-host = Принимающий орган: { $host }.

## Рекомендации
report-recommendations-to = Адресат: { $addressees }
report-addressee-all = все государства раунда
report-addressee-partners = организации-партнёры
report-recommendation = Рекомендация { $number }. { $text }
report-recommendation-about = Рекомендация { $number } ({ $paragraphs }). { $text }
report-recommendation-due = { $text } Срок: { $due }
report-response = Ответ государства ({ $state }), { $date }: { $position }.
report-response-with-reasons = Ответ государства ({ $state }), { $date }: { $position }. { $reasons }

## Итоги, последующие действия и следующий раунд
report-decisions = { $count ->
    [1] Делегации приняли следующее решение:
   *[other] Делегации приняли следующие решения:
}
report-cooperation = { $count ->
    [1] Дальнейшего сотрудничества требует следующий вопрос:
   *[other] Дальнейшего сотрудничества требуют следующие вопросы:
}
report-output = Представляется: { $output }
report-next = Следующий раунд: { $when }
report-next-place = Место проведения: { $place }.
report-next-host = Принимающее государство: { $host }.
report-next-invited = Приглашаются: { $invited }.
report-follow-up-annex = Ответы, мероприятия и сообщения о ходе исполнения изложены в приложениях. Каждая рекомендация сохраняется и рассматривается на последующих раундах независимо от ответа.

## Программа и участники
report-programme-time = Время
report-programme-item = Пункт
report-programme-speakers = Докладчики
report-time-span = { $start }–{ $end }
report-participant-name = Имя и должность
report-participant-body = Орган, организация
report-participant-role = В качестве

## Сопоставление матриц
report-matrix-intro = Форма: { $template }. Буквы N, C и B обозначают предусмотренные формой виды оружия, LF — национальную правовую базу, ENF — правоприменение. Пустая рамка означает незаполненное поле.
report-matrix-row = Строка
report-matrix-confidence = Формулировка: { $confidence }
report-matrix-status = Состояние матриц: { $states }.
report-matrix-status-of = { $state } — { $status }
report-matrix-absent = матрицы в этой записи нет
report-matrix-continued = { $title } (продолжение)
report-mark-yes = ДА
report-mark-no = НЕТ
report-citation = { $citation } [{ $translation }]
report-citation-parts = { $instrument }, { $article }
report-citation-dated = { $citation } ({ $date })
report-citation-cell = { $cell }: { $citation }
report-legend = Пояснения к знакам этой версии формы
report-legend-mark = Знак
report-legend-meaning = Значение
report-legend-unverified = { $meaning } (не сверено)
report-confidences = Насколько известны формулировки строк
report-confidence-code = Обозначение
report-template-note = Примечание к форме: { $note }
report-template-source = Источник формы: { $source }.

## Планы действий
report-plan = { $state }: { $title }
report-plan-adopted = Утверждён: { $instrument }.
report-plan-adopted-on = Утверждён: { $instrument }, { $date }
report-plan-period = Период: { $start } — { $end }
report-plan-overdue = { $count ->
    [0] По состоянию на { $date } мероприятий с истекшим сроком нет.
    [one] По состоянию на { $date } срок истёк, а об исполнении не сообщалось, по { $count } мероприятию: { $numbers }.
   *[other] По состоянию на { $date } срок истёк, а об исполнении не сообщалось, по { $count } мероприятиям: { $numbers }.
}
report-plan-timeline = График плана ({ $state }) по состоянию на { $date }
report-plan-timeline-alternative = Для каждого мероприятия плана показана полоса: номер, срок и ход исполнения словами. Те же сведения приведены в таблице ниже.
report-measure-number = №
report-measure-text = Мероприятие
report-measure-time = Срок
report-measure-status = Ход исполнения и последнее сообщение
report-measure-lead = Ответственный: { $lead }
report-measure-supporting = Соисполнители: { $bodies }
report-measure-result = Ожидаемый результат: { $result }
report-measure-rows = Строки матрицы: { $rows }
report-measure-assistance = Требуемая помощь: { $assistance }
report-measure-overdue = срок истёк
report-progress = { $date }: { $text }
report-progress-status = { $date }, { $status }: { $text }
report-progress-by = { $state }, { $date }, { $status }: { $text }
report-time-from-to = { $start } — { $end }
report-time-by = до: { $end }
report-time-from = с: { $start }

## Рекомендации и последующие действия
report-recommendation-number = №
report-recommendation-text = Рекомендация
report-recommendation-responses = Ответы
report-recommendation-follow-up = Последующие действия
report-recommendation-to = Адресат: { $addressees }
report-recommendation-due-line = Срок: { $due }
report-recommendation-measures = Мероприятия: { $measures }
report-recommendation-continues = Продолжает: { $recommendations }
report-recommendation-continued = Продолжена рекомендацией { $numbers } этого раунда
report-no-response = ответ не зарегистрирован
report-no-follow-up = сообщений нет
report-follow-up-intro = Ответы даны адресатами. Последующие действия — то, о чём сообщили государства и партнёры, и мероприятия, которыми выполняется рекомендация.
report-earlier-round = { $title }, { $place }, { $dates }

## Записи и источники
report-record = Подготовлено по реестру узла «{ $node }» ({ $count ->
    [one] { $acts } действие
    [few] { $acts } действия
   *[other] { $acts } действий
}) по состоянию на { $date }.
report-record-source = Сведения о раунде взяты из следующего открытого источника: { $source }.
report-record-training = Все государства, органы, лица и документы в этом докладе вымышлены.
report-source-parts = { $title }, { $publisher }
report-record-no-grade = В докладе зафиксировано то, что заявили государства и к чему совместно пришли делегации. Оценки соблюдения обязательств он не содержит.

## График
timeline-title = График: { $plan }
timeline-today = { $date }
timeline-overdue = срок истёк
timeline-open-end = срок не установлен

## Что может не удаться при подготовке доклада или таблицы
fault-report-typesetting = Не удалось сверстать доклад.
    .hint = Это ошибка программы, а не записи. Отметьте раунд, языки и время и сообщите тем, кто обслуживает узел; подробности — в журнале.
fault-report-pdf = Доклад свёрстан, но записать его как архивный PDF не удалось.
    .hint = Это ошибка программы, а не записи. Пока можно пользоваться файлом DOCX; подробности — в журнале.
fault-report-figure = Не удалось построить график в докладе.
    .hint = Это ошибка программы, а не записи. Пока можно пользоваться файлом PDF; подробности — в журнале.
fault-report-packing = Не удалось собрать файл DOCX.
    .hint = Это ошибка программы, а не записи. Пока можно пользоваться файлом PDF; подробности — в журнале.
fault-table-xlsx = Не удалось записать таблицу в формате XLSX.
    .hint = Лист вмещает миллион строк, ячейка — 32 767 знаков. Выгрузите меньшую часть или используйте CSV, где таких ограничений нет.
fault-table-csv = Не удалось записать таблицу в формате CSV.
    .hint = Повторите попытку или выгрузите таблицу в формате XLSX; подробности — в журнале.
