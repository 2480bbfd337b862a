# Идентификация товаров: основания, слова ответа, общие для всех видов доступа.

goods-no-candidate = Кандидатов не найдено. Это не означает, что товар не контролируется.
goods-not-a-clearance = Кандидаты показывают, где смотреть. Решает человек; отсутствие кандидатов не является разрешением.
goods-strong-mark = { "● " }
goods-sure = уверенность около { $sure } % · { $list }

## Основания
goods-reason-cas = в списке указан номер CAS { $cas }
goods-reason-cas-named = в списке указан номер CAS { $cas } ({ $name })
goods-reason-cas-of-note = номер CAS { $cas } указан здесь только в примечании: прочтите, исключает ли оно вещество или называет его частью товара
goods-reason-structure = структура — это { $name } (CAS { $cas }, InChIKey { $key })
goods-reason-skeleton = в структуре те же связи, что у { $name }{ $cas ->
    [none] { "" }
   *[other] { " " }(CAS { $cas })
}; отличаются изотопы, заряд или пространственное расположение
goods-reason-parent = наибольшая часть структуры — { $name }{ $cas ->
    [none] { "" }
   *[other] { " " }(CAS { $cas })
}: соль, гидрат или смесь
goods-reason-family = структура относится к семейству, которое описано в этой позиции словами
goods-reason-chemical-itself = «{ $written }» названо в этой позиции{ $cas ->
    [none] { "" }
   *[other] { " " }(CAS { $cas })
}
goods-reason-chemical = «{ $written }» — название вещества { $name }{ $cas ->
    [none] { "" }
   *[other] { " " }(CAS { $cas })
}
goods-reason-chemical-loose = «{ $written }» может быть другим написанием названия { $name }{ $cas ->
    [none] { "" }
   *[other] { " " }(CAS { $cas })
}: части названия те же, проверьте положение каждой группы
goods-reason-organism-itself = «{ $written }» назван в этой позиции
goods-reason-organism = «{ $written }» — название { $name }
goods-reason-organism-former = «{ $written }» — прежнее название ({ $time }) { $name }
goods-reason-code = в самом описании указано «{ $written }»
goods-reason-words = в этой позиции списка те же слова: { $words }
goods-reason-kind = «{ $written }»: торговое название товаров, на которые эта позиция может распространяться при любых показателях
goods-reason-kind-figures = «{ $written }»: позиция охватывает такие товары только при определённых показателях; сравните их с паспортом изделия, большинство таких товаров их не достигает
goods-reason-nomenclature = товары этой позиции декларируют в { $heading }, и указан код { $code }
goods-reason-nomenclature-elsewhere = против: код { $code } обычно относится к товарам повседневного спроса; это делает позицию менее вероятной, но не исключает её
goods-reason-everyday = против: слова товаров повседневного спроса ({ $words })

## Оценка
goods-eval-set = Набор
goods-eval-covered = Товары из списка
goods-eval-first = Верная позиция первая
goods-eval-five = В первых пяти
goods-eval-path = Верный подпункт первый
goods-eval-strong-right = Сильный кандидат
goods-eval-not-covered = Товары не из списка
goods-eval-strong-wrongly = Всё равно сильный
goods-eval-without = Без кандидатов

## Способы
goods-channel-cas = номер CAS
goods-channel-structure = структура
goods-channel-name = название
goods-channel-code = указанный код
goods-channel-text = слова
goods-channel-nomenclature = код номенклатуры

## Ошибки
fault-thesaurus-line = эту строку тезауруса невозможно прочитать
    .hint = Столбцы описаны в data/thesaurus/README.md; они разделены знаками табуляции.
fault-description-cut = описание длинное; просмотрено только его начало
    .hint = Давайте строки счёта по одной.
fault-item-empty = о товаре ничего не известно
    .hint = Укажите описание, код номенклатуры, номер CAS, структуру или название.
fault-structure-unreadable = структуру «{ $text }» невозможно прочитать: { $why }
    .hint = Скопируйте SMILES, InChI или InChIKey ещё раз, целиком. Всё остальное, что известно, просмотрено.
fault-nomenclature-unreadable = «{ $text }» не является кодом номенклатуры
    .hint = Укажите не менее четырёх цифр, например 8413 50.
fault-item-unreadable = эта строка не является товаром: { $why }
    .hint = В каждой строке один объект JSON, например {"{"}"id":"1","description":"…"{"}"}.
fault-case-unreadable = эта строка не является случаем: { $why }
    .hint = Товар с полем "expect": список кодов или путей, пустой для товаров не из списка.

## Таблица
goods-table-name = Товары
goods-table-id = №
goods-table-description = Описание
goods-table-hs = Код номенклатуры
goods-table-look = Что делать
goods-table-path = Позиция
goods-table-title = Название
goods-table-list = Список
goods-table-sure = Уверенность, %
goods-table-reasons = Почему
goods-table-faults = Не прочитано
goods-table-stop = остановить и посмотреть
goods-table-see = посмотреть кандидатов
goods-table-none = кандидатов нет; это не разрешение
