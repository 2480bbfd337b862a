# Страницы выводов.
web-findings-title = Выводы
web-findings-lead = Что отмечено в раундах; у каждого вывода указано, на чём он основан.
web-findings-empty = Подходящих выводов нет.
web-findings-empty-first-step = Запишите вывод на странице раунда или при сопоставлении строки по государствам.
web-findings-count = { $count ->
    [one] { $count } вывод
    [few] { $count } вывода
   *[many] { $count } выводов
}
web-findings-filter-round = Раунд
web-findings-filter-kind = Вид
web-findings-filter-theme = Тема
web-findings-filter-state = Государство
web-findings-filter-text = Слова
web-findings-column-number = №
web-findings-column-kind = Вид
web-findings-column-finding = Вывод
web-findings-column-states = Государства
web-findings-column-theme = Тема
web-findings-all-states = все государства раунда

web-finding-title = Вывод { $number }
web-finding-kind = Вид
web-finding-theme = Тема
web-finding-states = Государства
web-finding-basis = На чём основан
web-finding-basis-empty = Основания не указаны.
web-finding-basis-row = { $state }, строка матрицы { $row }
web-finding-basis-measure = { $state }, мероприятие { $number } плана действий
web-finding-basis-visit = Посещение { $number }
web-finding-recommendations = Вытекающие рекомендации
web-finding-edit = Изменить вывод
web-finding-recommend = Предложить рекомендацию на его основе

web-finding-form-new = Новый вывод
web-finding-form-edit = Изменение вывода { $number }
web-finding-form-number = Номер
web-finding-form-kind = Вид
web-finding-form-theme = Тема
web-finding-form-theme-none = нет
web-finding-form-states = Каких государств касается
web-finding-form-states-hint = Если ничего не выбрано — всех государств раунда.
web-finding-form-title = Краткий заголовок
web-finding-form-text = Что отмечено
web-finding-form-basis = На чём основан
web-finding-form-basis-hint = По одному в строке: XO:IV.6 (строка матрицы), XO:measure 4 (мероприятие), visit 1 (посещение)
web-finding-form-save = Сохранить вывод

fault-basis-not-read = «{ $value }» не называет ничего, на чём может быть основан вывод
    .hint = Строка матрицы: XO:IV.6; мероприятие: XO:measure 4; посещение: visit 1.
