# Страницы рекомендаций.
web-recommendations-title = Рекомендации
web-recommendations-lead = Реестр по всем раундам. Рекомендация переходит из раунда в раунд; ни одна не снимается.
web-recommendations-empty = Подходящих рекомендаций нет.
web-recommendations-empty-first-step = Рекомендация предлагается на странице раунда на основе вывода.
web-recommendations-count = { $count ->
    [one] { $count } рекомендация
    [few] { $count } рекомендации
   *[many] { $count } рекомендаций
}
web-recommendations-filter-round = Раунд
web-recommendations-filter-addressee = Кому
web-recommendations-filter-theme = Тема
web-recommendations-filter-text = Слова
web-recommendations-column-number = №
web-recommendations-column-text = Рекомендация
web-recommendations-column-addressees = Кому
web-recommendations-column-responses = Ответы
web-recommendations-column-measures = Мероприятия
web-recommendations-column-progress = Последние сведения
web-recommendations-column-due = Срок
web-recommendations-addressee-all = всем государствам раунда
web-recommendations-addressee-partners = партнёрам
web-recommendations-no-response = ожидается
web-recommendations-no-progress = пока нет
web-recommendations-no-due = не указан

web-recommendation-title = Рекомендация { $number }
web-recommendation-addressees = Кому
web-recommendation-theme = Тема
web-recommendation-paragraphs = Пункты резолюции
web-recommendation-due = Срок
web-recommendation-edit = Изменить рекомендацию
web-recommendation-respond = Ответить за государство: { $state }
web-recommendation-revise = Пересмотреть ответ: { $state }
web-recommendation-report-progress = Сообщить о ходе исполнения
web-recommendation-attach = Приложить документ
web-recommendation-findings = Из каких выводов вытекает
web-recommendation-findings-empty = Выводы не указаны.
web-recommendation-responses = Ответы государств
web-recommendation-responses-empty = Ответов пока нет.
web-recommendation-responses-empty-first-step = Отвечает национальный координатор: поддержана, поддержана частично или принята к сведению, с указанием причин.
web-recommendation-response-awaited = ответ ожидается
web-recommendation-response-history = Прежние ответы: { $state }
web-recommendation-measures = Мероприятия по её выполнению
web-recommendation-measures-empty = Мероприятия не указаны либо вам не открыты.
web-recommendation-follow-up = Ход исполнения
web-recommendation-follow-up-empty = О ходе исполнения пока не сообщалось.
web-recommendation-earlier = Продолжает
web-recommendation-later = Продолжена
web-recommendation-documents = Документы
web-recommendation-documents-empty = Документы не приложены.
web-recommendation-of-round = { $round }, рекомендация { $number }

web-recommendation-form-new = Новая рекомендация
web-recommendation-form-edit = Изменение рекомендации { $number }
web-recommendation-form-number = Номер
web-recommendation-form-addressees = Кому
web-recommendation-form-theme = Тема
web-recommendation-form-theme-none = нет
web-recommendation-form-paragraphs = Пункты резолюции
web-recommendation-form-paragraphs-hint = Через точку с запятой: 2; 3(d); 8(a)
web-recommendation-form-text = Что рекомендуется
web-recommendation-form-due = Срок
web-recommendation-form-due-hint = С согласованной точностью: 2026-08-02, 2026-08, 2026-Q3 или 2026
web-recommendation-form-findings = Из каких выводов вытекает
web-recommendation-form-measures = Мероприятия по её выполнению
web-recommendation-form-continues = Какие прежние рекомендации продолжает
web-recommendation-form-save = Сохранить рекомендацию

web-respond-title = Ответ на рекомендацию { $number }
web-respond-revise-title = Пересмотр ответа на рекомендацию { $number }
web-respond-lead = Ответ государства: { $state }. Его можно пересмотреть; все редакции сохраняются.
web-respond-position = Позиция
web-respond-reasons = Причины
web-respond-reasons-hint = Нужны, если рекомендация поддержана не полностью.
web-respond-date = Дата ответа
web-respond-save = Ответить

web-done-responded = Ответ записан.
