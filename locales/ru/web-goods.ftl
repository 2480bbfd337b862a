# Страницы о товарах.
web-goods-title = Идентификация товаров
web-goods-lead = Укажите, что известно о товаре. Ответ называет позиции списка, под которые он может подпадать, с основаниями. Ничего не записывается.
web-goods-description = Описание
web-goods-description-hint = Как в декларации или счёте, на русском или английском, с размерами и показателями.
web-goods-hs = Код номенклатуры
web-goods-hs-hint = ГС, КН или ТН ВЭД, не менее четырёх цифр
web-goods-cas = Номер CAS
web-goods-cas-hint = Например, 7664-39-3
web-goods-name = Химическое вещество или организм
web-goods-name-hint = Название в любой обычной форме
web-goods-smiles = Структура
web-goods-smiles-hint = SMILES, InChI или InChIKey
web-goods-maker = Изготовитель
web-goods-model = Модель
web-goods-parameters = Параметры
web-goods-parameters-hint = По одному в строке, название и значение с единицей, например «внутренний объём: 200 л»
web-goods-lists = Какие списки спросить
web-goods-lists-hint = Без выбора — новейшая редакция каждого
web-goods-no-criteria = Для этого списка в программе нет критериев: прочтите позицию и решите.
web-goods-do = Найти позиции
web-goods-to-table = Обработать целую таблицу
web-goods-answer = Где смотреть
web-goods-strong = Остановить и посмотреть
web-goods-sure = уверенность около { $sure } %
web-goods-weaker = { $count ->
    [one] { $count } более слабая подсказка
    [few] { $count } более слабые подсказки
   *[other] { $count } более слабых подсказок
}
web-goods-determine = Определить по критериям { $path }

web-goods-table-title = Идентификация таблицы товаров
web-goods-table-lead = Таблица возвращается как книга, в которой рядом с каждой строкой стоят кандидаты, уверенность и основания.
web-goods-table-file = Таблица
web-goods-table-file-hint = XLSX или CSV со строкой заголовков. Нужен столбец описаний; учитываются и столбцы кодов номенклатуры, номеров CAS, названий, изготовителей и моделей.
web-goods-table-do = Обработать таблицу

web-job-goods = Идентификация таблицы товаров
web-job-goods-step = Просматриваются строки
web-job-file-ready = Файл готов. Он хранится, пока работает программа.
web-job-file-save = Сохранить { $file }
