# Все закрытые наборы слов предметной области. Ключ — набор и слово, как оно стоит в записях и файлах.

## Зачем человек приходит
role-national-coordinator = национальный координатор
role-contributor = исполнитель от ведомства
role-delegate = член делегации
role-secretariat = секретариат
role-licensing-officer = сотрудник по лицензированию
role-border-officer = сотрудник таможенной или пограничной службы
role-analyst = аналитик центра идентификации
role-trainer = преподаватель
role-trainee = слушатель
role-auditor = аудитор
role-committee-expert = эксперт Комитета 1540
role-releasing-officer = уполномоченный на передачу
role-administrator = администратор узла

## Гриф и круг получателей
handling-unclassified = Без грифа
handling-confidential = Конфиденциально
handling-strictly-confidential = Строго конфиденциально
sharing-level-national = только для владельца
sharing-level-group = для названной группы государств
sharing-level-round = для участников раунда
sharing-level-committee = для Комитета 1540
sharing-level-public = для всеобщего сведения

## Матрица
mark-blank = пусто
mark-x = X
mark-question = ?
mark-na = NA
mark-yes = да
mark-no = нет
weapon-N = ядерное
weapon-C = химическое
weapon-B = биологическое
facet-LF = национальная правовая база
facet-ENF = правоприменение
matrix-status-draft = проект
matrix-status-state-comment = на рассмотрении государства
matrix-status-agreed = согласована государством
matrix-status-approved = одобрена для публикации
translation-original = текст оригинала
translation-official = официальный перевод
translation-unofficial = неофициальный перевод

## План действий. Те же слова стоят в файлах раунда.
form-of-completion-law = закон
form-of-completion-draft-law = законопроект
form-of-completion-decree = постановление
form-of-completion-order = приказ
form-of-completion-guideline = методические рекомендации
form-of-completion-training = обучение
form-of-completion-equipment = оборудование
form-of-completion-agreement = соглашение
form-of-completion-report = отчёт
form-of-completion-other = иное
funding-budget = бюджет
funding-partners = партнёры
funding-budget-and-partners = бюджет и партнёры
funding-none = нет
progress-status-not-started = не начато
progress-status-under-way = выполняется
progress-status-done = выполнено
progress-status-delayed = задерживается

## Раунд
round-kind-peer-review = партнёрский обзор
round-kind-consultations = консультации
state-role-reviewed = государство — объект обзора
state-role-reviewing = государство, проводящее обзор
state-role-host = принимающее государство
state-role-observer = наблюдатель
organiser-role-organiser = организатор
organiser-role-support = содействующая организация
statement-part-introduction = введение
statement-part-method = организация и метод работы
statement-part-discussion = обсуждение
statement-part-outcome = итоги
statement-part-follow-up = последующие действия
participant-role-head-of-delegation = глава делегации
participant-role-expert = эксперт
participant-role-contributor = представитель ведомства
participant-role-secretariat = секретариат
participant-role-resource-person = приглашённый эксперт
participant-role-observer = наблюдатель
participant-role-donor = донор
participant-role-interpreter = переводчик
finding-kind-situation = положение дел
finding-kind-common-point = общая черта
finding-kind-difference = различие
finding-kind-gap = пробел
finding-kind-effective-practice = эффективная практика
finding-kind-observation = наблюдение
position-supported = поддержана
position-supported-in-part = поддержана частично
position-noted = принята к сведению
report-scope-participants = для участников раунда
report-scope-committee = для Комитета 1540
report-scope-public = открытая запись

## Запись
kind-state = государство
kind-account = учётная запись
kind-template = шаблон матрицы
kind-matrix = матрица
kind-answer = ответ по ячейке
kind-plan = план действий
kind-measure = мероприятие
kind-progress = сведения о ходе исполнения
kind-round = раунд
kind-programme-item = пункт программы
kind-participant = участник
kind-visit = посещение
kind-visit-account = описание увиденного
kind-finding = вывод
kind-recommendation = рекомендация
kind-response = ответ государства
kind-document = документ
kind-report = доклад
kind-release = разрешение на передачу
face-web = страница
face-api = программный интерфейс
face-command-line = командная строка
severity-error = ошибка
severity-warning = предупреждение

## Записи лаборатории
kind-sample = образец
kind-custody-event = событие передачи
kind-laboratory-measurement = измерение
kind-laboratory-result = результат

## Какую опасность может представлять образец
sample-nature-radioactive = радиоактивный
sample-nature-chemical = химический
sample-nature-biological = биологический
sample-nature-mixed = несколько видов опасности
sample-nature-unknown = не известно

## Что произошло с образцом
custody-action-collect = отобран
custody-action-transfer = передан
custody-action-store = помещён на хранение
custody-action-open = вскрыт
custody-action-split = разделён
custody-action-approve-loss = утрата разрешена
custody-action-end = хранение завершено

## В каком состоянии найдена пломба
seal-state-intact = цела
seal-state-broken = нарушена
seal-state-none = пломбы нет

## Стороны передачи
custody-side-released = я передал(а)
custody-side-received = я принял(а)

## Что не сходится в цепочке хранения
custody-break-no-beginning = цепочка не начинается с отбора
custody-break-other-holder = передал не тот, у кого образец был до этого
custody-break-out-of-order = раньше предыдущего события
custody-break-not-acknowledged = подтвердили не все стороны
custody-break-other-seal = найдена не та пломба, что была наложена
custody-break-broken-seal = пломба была нарушена
custody-break-after-end = после завершения хранения

## Как измерено
technique-gamma-spectrum = гамма-спектр
technique-infrared = инфракрасный спектр
technique-raman = спектр комбинационного рассеяния
technique-mass-spectrum = масс-спектр
technique-chromatogram = хроматограмма
technique-pcr = ПЦР
technique-lateral-flow = тест-полоска
technique-other = другое

## Контроли
control-kind-no-template = контроль без матрицы
control-kind-positive = положительный контроль
control-kind-negative = отрицательный контроль
control-kind-extraction = контроль выделения
control-kind-control-line = контрольная линия
control-kind-blank = холостая проба

## Исходы
outcome-detected = обнаружено
outcome-not-detected = не обнаружено
outcome-inconclusive = не определено
outcome-invalid = недействительно

## Насколько твёрд результат
standing-presumptive = предварительно
standing-confirmed = подтверждено

## Что решил второй человек
decision-verified = проверено
decision-rejected = отклонено
## Виды списков
list-format-un = Совет Безопасности ООН
list-format-ofac = OFAC (США)
list-format-eu = Европейский союз
list-format-uk = Великобритания
list-format-national = своя таблица
