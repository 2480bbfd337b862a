# Что показывает гамма-спектр, словами для сотрудника. Нуклиды — данные и не склоняются.

## Ответ
spectrum-answer-identified = Спектр показывает: { $nuclides }.
spectrum-answer-natural-only = Видна только природная радиоактивность, как в почве, строительных материалах или удобрениях.
spectrum-answer-nothing-above-background = Сверх заданного фона ничего не видно.
spectrum-answer-unidentified = Видно нечто, что не опознано.
spectrum-answer-beta-possible = Излучение сверх фона есть, но линий нет: возможен бета-излучатель (тормозное излучение).
spectrum-answer-too-few-counts = Слишком мало отсчётов, чтобы что-либо сказать.
spectrum-answer-uncalibrated = В файле нет пригодной градуировки по энергии, поэтому назвать нуклид нельзя.
spectrum-positron-emitter = излучатель позитронов
spectrum-label-from = { $nuclide } (по { $through })
spectrum-label-series = ряд { $nuclide } ({ $through })
spectrum-label-series-alone = ряд { $nuclide }
spectrum-label-thorium-228 = ряд Th-228 (возможны Th-228, Ra-224 или U-232)
spectrum-confidence-high = высокая
spectrum-confidence-medium = средняя
spectrum-confidence-low = низкая
spectrum-about = { $nuclide }: уверенность { $confidence }; линий «за»: { $seen }, ожидаемых, но не найденных: { $missing }.
spectrum-used = Обычно встречается как: { $uses }.
spectrum-use-special-nuclear = ядерный материал
spectrum-use-source-material = уран или торий как исходный материал
spectrum-use-industrial = промышленный источник, прибор контроля или калибровочный источник
spectrum-use-medical = медицина
spectrum-use-natural = природная радиоактивность материалов
spectrum-use-other = исследования, продукт активации или деления
spectrum-shielded = Низкие линии слабее, чем были бы без преграды, как за экраном.
spectrum-alternatives = Те же линии могли бы дать и: { $nuclides }.
spectrum-natural-seen = Часть природного окружения: { $nuclides }.
spectrum-intrinsic-seen = La-138 — собственная активность кристалла детектора.
spectrum-unexplained = Пики, которые ничем из названного не объясняются, кэВ: { $energies }.

## Какая позиция и что дальше
spectrum-entry-special-nuclear = Специальный расщепляющийся материал подпадает под соглашение о гарантиях и под ядерные позиции контрольного списка (категория 0); следует проверить лицензию и уведомление.
spectrum-entry-source-material = Уран и торий — исходный материал: в зависимости от количества и формы его могут касаться ядерные позиции контрольного списка (категория 0) и соглашение о гарантиях.
spectrum-entry-radioactive = Его касаются национальные правила обращения с радиоактивными источниками (разрешение, транспортные документы); превышен ли уровень изъятия, зависит от активности.
spectrum-next-special-nuclear = Что дальше: держаться на расстоянии, не вскрывать, изолировать предмет, сообщить компетентному органу, повторить измерение прибором с лучшим разрешением и направить файл эксперту. Не действовать только на основании этого ответа.
spectrum-next-identified = Что дальше: сравнить с документами, измерить мощность дозы и нейтроны, действовать по национальной процедуре. Если нуклид, документы и предмет не согласуются, задержать предмет и обратиться к эксперту.
spectrum-next-natural = Что дальше: проверить, согласуются ли товар, форма показаний и мощность дозы с природной радиоактивностью и не повышены ли нейтроны. Решает сотрудник.
spectrum-next-unidentified = Что дальше: измерить ещё раз, дольше и ближе, с фоном; сохранить файл и направить его эксперту.
spectrum-next-too-few-counts = Что дальше: измерить ещё раз, дольше или ближе.
spectrum-next-uncalibrated = Что дальше: отградуировать прибор или выгрузить файл с градуировкой и измерить ещё раз.

## Замечания по ходу
spectrum-finding-spikes-passed-over = Каналы, выделяющиеся так, как не может ни один пик такого детектора, пропущены: { $channels }.
spectrum-finding-records-summed = Просуммировано записей файла: { $count }.
spectrum-finding-only-a-background = В файле только фон; он рассмотрен как есть.
spectrum-finding-background-no-live-time = Фон не использован: нет живого времени.
spectrum-finding-background-uncalibrated = Фон не использован: он не отградуирован.
spectrum-finding-class-estimated = В файле не сказано, какой это детектор; ширины пиков — как у { $class }.
spectrum-finding-axis-corrected = Шкала энергии исправлена по известным линиям: { $percent } % и { $offset } кэВ.
spectrum-finding-dead-time-high = Мёртвое время { $percent } %: каждое утверждение слабее.

## График
spectrum-plot-title = Гамма-спектр
spectrum-plot-energy = Энергия, кэВ
spectrum-plot-counts = Отсчётов на канал
spectrum-plot-log = Отсчёты в логарифмическом масштабе. Пунктир — фон, приведённый по живому времени.
spectrum-plot-linear = То же, отсчёты в линейном масштабе.
spectrum-plot-alternative = Отсчёты по энергии с подписанными линиями: { $nuclides }

## Отчёт об измерении
spectrum-report-kind = Отчёт о гамма-измерении
spectrum-report-marking = В материалы дела
spectrum-report-running-head = Гамма-измерение
spectrum-report-edition = Составлен { $date }
spectrum-report-started = Записано { $instant } по часам прибора
spectrum-report-not-started = В файле не сказано, когда сделана запись
spectrum-report-answer = Что показывает спектр
spectrum-report-plot = Спектр
spectrum-report-lines = Линии за и против
spectrum-report-basis = На чём это основано
spectrum-not-stated = не указано
spectrum-seconds = { $time } с
spectrum-fact-sha256 = Файл, SHA-256
spectrum-fact-live-time = Живое время
spectrum-fact-real-time = Реальное время
spectrum-fact-counts = Отсчёты
spectrum-fact-class = Класс детектора
spectrum-fact-width = Полная ширина на 662 кэВ
spectrum-fact-library = Ядерные данные
spectrum-fact-background = Фон
spectrum-column-what = Что
spectrum-column-value = Значение
spectrum-column-nuclide = Нуклид
spectrum-column-line = Линия, кэВ
spectrum-column-verdict = За или против
spectrum-column-net = Чистые отсчёты
spectrum-column-expected = Ожидалось
spectrum-column-limit = Предел обнаружения
spectrum-line-seen = есть
spectrum-line-missing = ожидалась, не видна
spectrum-line-below-limit = не могла быть видна
spectrum-net-counts = { $net } ± { $doubt }
spectrum-plot-log-alone = Отсчёты в логарифмическом масштабе.
spectrum-plot-channel = Канал
spectrum-report-case = Дело
spectrum-report-peaks = Пики
spectrum-peak-unexplained = не объяснён
spectrum-peak-other = ничто из названного; окружение и рассеяние
spectrum-column-energy = Энергия, кэВ
spectrum-column-width = Ширина, кэВ
spectrum-column-explained = Линии в нём
measurement-report-sample = Образец
measurement-report-description = Описание
measurement-report-operator = Кто измерил
measurement-report-started = Начато
measurement-report-calibration = Градуировка
measurement-report-geometry = Геометрия
measurement-report-result = Результат
measurement-report-method = Метод
measurement-report-conflicting = Данные против
measurement-report-verification = Второе лицо
measurement-report-not-verified = ещё не проверено
