# Рамка каждой страницы и слова, которые могут понадобиться на любой из них.
web-language-name = Русский
web-in-language-en = английский
web-in-language-ru = русский
web-languages = Язык
web-navigation = Разделы
web-skip-to-content = Перейти к содержанию
web-nav-home = Главная
web-nav-rounds = Раунды
web-nav-matrices = Матрицы
web-nav-plans = Планы
web-nav-recommendations = Рекомендации
web-nav-reports = Доклады
web-nav-goods = Товары
web-nav-register = Реестр
web-nav-accounts = Учётные записи
web-nav-states = Государства
web-nav-templates = Формы матриц
web-own-password = Сменить свой пароль
web-sign-out = Выйти
web-foot = Tripoint записывает факты. Он не ставит оценок и не сравнивает государства по достижениям.
web-keys = Alt+L — сменить язык
web-secretariat = Секретариат
web-nobody-else = никто более
web-yes = да
web-no = нет
web-nothing = ничего
web-source = Источник
web-no-translation = Перевода на язык этой страницы нет.
web-owner-is = Владелец: { $owner }
web-version-history = Версия { $version }, история
web-where = Где
web-to-home = Перейти на главную страницу
web-cancel = Отменить
web-save = Сохранить
web-field = Поле
web-actions = Действия
web-reason = Основание изменения
web-reason-hint = Необязательно. Записывается в реестр рядом с вашим именем.
web-export-as = Сохранить таблицу как
web-filter = Показать
web-filter-clear = Показать всё
web-filter-text = Слова
web-any = все
web-count = { $count ->
    [one] { $count } строка
    [few] { $count } строки
   *[other] { $count } строк
}
web-pages = Страницы списка
web-page-before = Предыдущие строки
web-page-after = Следующие строки
web-page-range = { $first }–{ $last } из { $total }
web-faults-title = { $count ->
    [one] Нужно исправить { $count } место
    [few] Нужно исправить { $count } места
   *[other] Нужно исправить { $count } мест
}

## После сделанного
web-done-saved = Сохранено. Изменение внесено в реестр.
web-done-unchanged = Ничего не изменилось.
web-done-signed-out = Вы вышли.
web-done-password = Новый пароль установлен. Все сеансы этой учётной записи завершены.
web-done-imported = Файл принят. Каждое изменение внесено в реестр отдельным действием.
web-done-discarded = Файл отложен. Ничего не изменилось.
web-done-advanced = Матрица переведена на следующий этап.
web-done-marked = Гриф и круг получателей изменены.
web-done-released = Разрешение на передачу записано.
web-done-attached = Документ приложен.
web-done-built = Доклад составлен.

## Отказы самих страниц
web-refusal-no-such-page = Такой страницы нет.
    .hint = Проверьте адрес или начните с главной страницы.
web-refusal-foreign-origin = Запрос пришёл не со страницы этого сайта.
    .hint = Ничего не изменилось. Откройте страницу здесь и отправьте форму ещё раз. Если промежуточная программа удаляет заголовок Origin, пользуйтесь программным интерфейсом.
web-refusal-too-large = Отправлено больше, чем принимается.
    .hint = Ничего не сохранено. Форма — до 256 кБ, файл — до 25 МБ. Более длинные тексты прилагаются отдельным документом.
web-refusal-unreadable = Отправленное не читается как форма этого сайта.
    .hint = Ничего не сохранено. Вернитесь, обновите страницу и отправьте её ещё раз.
web-refusal-wrong-method = Эту страницу нельзя использовать таким образом.
    .hint = Откройте её с той страницы, к которой она относится.
web-refusal-failed = Сбой программы.
    .hint = Из этого изменения ничего не сохранено. Причину оператор узла найдёт в журнале.

## Две версии
web-conflict-title = Запись тем временем изменил другой человек
web-conflict-lead = Пока вы писали, была сохранена версия { $version }. Сравните обе и решите, какая останется.
web-conflict-table = Обе версии по полям
web-conflict-stored = Сохранено сейчас
web-conflict-yours = Ваша версия
web-conflict-same = Обе версии совпадают.
web-conflict-take-mine = Сохранить мою поверх новой версии
web-conflict-keep-theirs = Оставить сохранённую версию

## Длительные работы
web-job-verify = Проверка реестра
web-job-report = Составление доклада
web-job-begins = Начинается…
web-job-of = { $done } из { $total }
web-job-leave = Эту страницу можно покинуть и вернуться к ней позже.

## Главная
web-home-title = Что ждёт вас
web-home-nothing-waits = Сейчас вас ничего не ждёт.
web-home-all-to-answer = Все рекомендации нашему государству
web-home-to-answer = { $count ->
    [one] { $count } рекомендация без ответа вашего государства
    [few] { $count } рекомендации без ответа вашего государства
   *[other] { $count } рекомендаций без ответа вашего государства
}
web-home-overdue = { $count ->
    [one] { $count } мероприятие с истёкшим сроком
    [few] { $count } мероприятия с истёкшим сроком
   *[other] { $count } мероприятий с истёкшим сроком
}
web-home-recommendation = Рекомендация { $number }
web-home-measure = Мероприятие { $number }
web-home-due = срок: { $date }
web-home-was-due = срок истёк: { $date }
web-home-context = Раунд и доклады
web-home-round = Раунд
web-home-next-round = Следующий раунд
web-home-no-round = Доступных вам раундов пока нет.
web-home-reports = Последние доклады

## Вход
web-sign-in-title = Вход
web-sign-in-lead = Узел { $node }
web-sign-in = Войти
web-login = Имя для входа
web-password = Пароль
web-demo-people = Участники демонстрации
web-demo-people-hint = Их пароли программа напечатала, когда создавала этот узел.
fault-sign-in-wrong = Неверное имя для входа или пароль.
    .hint = Проверьте и то и другое. Если пароль утрачен, новый может установить администратор узла.
fault-sign-in-too-often = { $seconds ->
    [one] Слишком много неудачных попыток. Подождите { $seconds } секунду.
    [few] Слишком много неудачных попыток. Подождите { $seconds } секунды.
   *[other] Слишком много неудачных попыток. Подождите { $seconds } секунд.
}
    .hint = Каждая следующая неудача удваивает ожидание, но не более чем до четверти часа.
web-nav-spectra = Спектры
web-nav-samples = Образцы
web-done-acknowledged = Подтверждено.
web-done-verified = Решение записано.

web-nav-for-review = Обзор
web-nav-for-controls = Контроль
web-nav-for-node = Узел
web-home-tools = Инструменты национального контроля
web-home-no-review = Вам также открыты
web-tool-goods = Опишите товар или вставьте таблицу товаров: какие позиции контрольных списков могут его касаться и почему.
web-tool-determinations = Критерии позиции вопрос за вопросом; результат можно подписать.
web-tool-lists = Найти позицию, загрузить национальный список, увидеть изменения и различия между государствами.
web-tool-spectra = Дать файл гамма-спектрометра: какие нуклиды он показывает, с линиями за и против, на графике.
web-tool-samples = Предметы, взятые на исследование: пломбы, передачи, измерения и результаты.
