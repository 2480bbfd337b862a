//! A table of goods: the lines of a declaration or an invoice, under the headings such tables have.

use domain::fault::Fault;

use crate::table::{Column, Layout, Table};

const LAYOUT: Layout = Layout {
    columns: &[
        Column::optional("id").headings(&["no", "no.", "number", "line", "№", "№ п/п", "номер", "номер товара"]),
        Column::required("description").headings(&[
            "goods",
            "description of goods",
            "goods description",
            "commodity description",
            "item",
            "product",
            "product name",
            "описание",
            "описание товара",
            "наименование",
            "наименование товара",
            "товар",
        ]),
        Column::optional("hs").headings(&[
            "hs code",
            "hs_code",
            "code",
            "commodity code",
            "tariff code",
            "тн вэд",
            "код тн вэд",
            "код тнвэд",
            "код товара",
        ]),
        Column::optional("cas").headings(&["cas no", "cas number", "номер cas"]),
        Column::optional("smiles").headings(&["inchi", "structure", "структура"]),
        Column::optional("name").headings(&["chemical name", "substance", "вещество", "название вещества"]),
        Column::optional("maker").headings(&["manufacturer", "brand", "изготовитель", "производитель"]),
        Column::optional("model").headings(&["type", "article", "модель", "марка", "артикул"]),
    ],
    by_beginning: true,
};

/// Rows that are read; a longer table is refused, because nobody would look through its answers.
pub const MOST_ROWS: usize = 20_000;

/// One line of goods, as written.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct GoodsRow {
    /// Its line in the file, or its row in the sheet, from 1.
    pub line: u64,
    /// Its number in the table; the line where the table has none.
    pub id: String,
    /// The description.
    pub description: String,
    /// The nomenclature code.
    pub hs: String,
    /// A CAS number.
    pub cas: String,
    /// A structure.
    pub smiles: String,
    /// The name of a substance.
    pub name: String,
    /// Who made it.
    pub maker: String,
    /// Its model.
    pub model: String,
}

/// Reads a table of goods, CSV or XLSX. Nothing, and a fault, when it has no column of descriptions or too many rows.
#[must_use]
pub fn read(file: &str, bytes: &[u8]) -> (Vec<GoodsRow>, Vec<Fault>) {
    let (table, mut faults) = Table::read(file, bytes, &[&LAYOUT]);
    let Some((table, _)) = table else { return (Vec::new(), faults) };
    if table.rows.len() > MOST_ROWS {
        faults.push(Fault::error("items-too-many").inside(file, None).with("limit", MOST_ROWS.to_string()));
        return (Vec::new(), faults);
    }
    let rows = table.iter().map(|row| {
        let cell = |name: &'static str| row.text(name).to_owned();
        let id = cell("id");
        GoodsRow {
            line: row.line(),
            id: if id.is_empty() { row.line().to_string() } else { id },
            description: cell("description"),
            hs: cell("hs"),
            cas: cell("cas"),
            smiles: cell("smiles"),
            name: cell("name"),
            maker: cell("maker"),
            model: cell("model"),
        }
    });
    (rows.collect(), faults)
}

#[cfg(test)]
mod tests {
    use super::read;
    use crate::faults_shown;

    #[test]
    fn a_russian_invoice_is_read_under_its_own_headings() {
        let (rows, faults) = read(
            "invoice.csv",
            "№ п/п;Наименование товара;Код ТН ВЭД\n1;Насос вакуумный;8414108100\n;Сушилка;\n".as_bytes(),
        );
        assert_eq!(faults, []);
        let shown: Vec<_> =
            rows.iter().map(|row| (row.id.as_str(), row.description.as_str(), row.hs.as_str())).collect();
        assert_eq!(shown, [("1", "Насос вакуумный", "8414108100"), ("3", "Сушилка", "")]);
    }

    #[test]
    fn a_table_without_descriptions_is_refused() {
        let (rows, faults) = read("x.csv", b"a,b\n1,2\n");
        assert!(rows.is_empty());
        assert!(!faults_shown(&faults).is_empty());
    }
}
