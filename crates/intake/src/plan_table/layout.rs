//! The headings of action plans in English and in Russian. No form is prescribed, so each column has the headings that
//! plans are known to use; a heading may also go on after one of them.

use crate::table::{Column, Layout};

/// The English layout.
pub(super) const ENGLISH: Layout = Layout {
    columns: &[
        Column::required("number").headings(&["No.", "Number", "#", "Item", "Nr"]),
        Column::optional("references").headings(&[
            "OP / matrix row",
            "OP",
            "Operative paragraph",
            "Paragraph of the resolution",
            "Matrix row",
            "Resolution paragraph",
            "UNSCR 1540 paragraph",
        ]),
        Column::required("text").headings(&["Measure", "Activity", "Activities", "Action", "Task", "Description"]),
        Column::optional("expected_result").headings(&["Expected result", "Expected outcome", "Result", "Outcome"]),
        Column::optional("form").headings(&["Form of completion", "Form", "Output", "Completion form"]),
        Column::required("time_frame").headings(&[
            "Time frame",
            "Timeframe",
            "Timeline",
            "Deadline",
            "Term",
            "Due date",
            "Period",
            "Implementation period",
            "Date of implementation",
            "When",
        ]),
        Column::required("lead").headings(&[
            "Responsible bodies",
            "Responsible",
            "Lead",
            "Lead body",
            "Lead agency",
            "Implementing",
            "Executors",
            "Body responsible",
        ]),
        Column::optional("supporting").headings(&["Supporting bodies", "Co-executors", "Participating", "Supporting"]),
        Column::optional("funding").headings(&[
            "Source of funding (partners)",
            "Source of funding",
            "Sources of funding",
            "Funding",
            "Financing",
            "Budget",
        ]),
        Column::optional("partners").headings(&["Partners", "Partner organisations", "Donors"]),
        Column::optional("indicator").headings(&["Indicator", "Performance indicator", "Indicators"]),
        Column::optional("assistance_needed").headings(&["Assistance needed", "Assistance", "Required assistance"]),
        Column::optional("status").headings(&["Status", "Progress", "Implementation status", "State of play"]),
    ],
    by_beginning: true,
};

/// The Russian layout.
pub(super) const RUSSIAN: Layout = Layout {
    columns: &[
        Column::required("number").headings(&["№", "№ п/п", "№ пп", "п/п", "Номер", "№ пункта"]),
        Column::optional("references").headings(&[
            "Пункт резолюции / строка матрицы",
            "Пункт резолюции",
            "Постановляющий пункт",
            "Строка матрицы",
            "Пункт матрицы",
        ]),
        Column::required("text").headings(&[
            "Мероприятие",
            "Мероприятия",
            "Наименование мероприятия",
            "Наименование мероприятий",
            "Содержание мероприятия",
            "Меры",
            "Мера",
            "Действие",
            "Действия",
            "Задача",
        ]),
        Column::optional("expected_result").headings(&[
            "Ожидаемый результат",
            "Ожидаемые результаты",
            "Результат",
            "Планируемый результат",
        ]),
        Column::optional("form").headings(&[
            "Форма завершения",
            "Форма исполнения",
            "Форма реализации",
            "Вид документа",
        ]),
        Column::required("time_frame").headings(&[
            "Срок",
            "Сроки",
            "Срок исполнения",
            "Сроки исполнения",
            "Срок выполнения",
            "Срок реализации",
            "Период реализации",
        ]),
        Column::required("lead").headings(&[
            "Ответственные исполнители",
            "Ответственный исполнитель",
            "Ответственные",
            "Ответственный",
            "Исполнители",
            "Исполнитель",
            "Ответственные органы",
            "Ответственные государственные органы",
        ]),
        Column::optional("supporting").headings(&["Соисполнители", "Соисполнитель", "Участвующие органы"]),
        Column::optional("funding").headings(&[
            "Источник финансирования (партнёры)",
            "Источник финансирования",
            "Источники финансирования",
            "Финансирование",
        ]),
        Column::optional("partners").headings(&[
            "Партнёры",
            "Организации-партнёры",
            "Международные партнёры",
            "Доноры",
        ]),
        Column::optional("indicator").headings(&["Индикатор", "Индикаторы", "Показатель", "Показатели"]),
        Column::optional("assistance_needed").headings(&[
            "Требуемая помощь",
            "Потребность в помощи",
            "Необходимая помощь",
        ]),
        Column::optional("status").headings(&[
            "Ход исполнения",
            "Ход выполнения",
            "Статус",
            "Состояние",
            "Отметка об исполнении",
        ]),
    ],
    by_beginning: true,
};
