//! Identify a table of goods: the same table comes back with the candidates beside each line.

use domain::language::Language;
use identify::{Identification, Item, OneOrMany, Scratch};
use intake::goods_table::{self, GoodsRow};
use locale::{Catalogue, Translator};
use report::{CellValue, Column, Sheet};

use crate::actor::Actor;
use crate::export::{Exported, TableFormat, sheet_file};
use crate::goods::lists::open;
use crate::goods::wording::{reason, title};
use crate::node::Node;
use crate::permission::Permission;
use crate::refusal::Refusal;

/// Candidates of a line that are written at most.
const MOST_SHOWN: usize = 3;

/// Lines between two tellings of the progress.
const TELL_EVERY: usize = 200;

/// Reads a table of goods (CSV or XLSX) and writes it with candidates, code, confidence and reasons. `chosen` names the
/// lists that are asked; `tell` hears how many lines of how many are done.
///
/// # Errors
/// [`Refusal::NotAllowed`]; [`Refusal::Invalid`] when the table cannot be read.
pub async fn identify_table(
    node: &Node,
    actor: &Actor,
    (file_name, bytes): (&str, &[u8]),
    (format, language): (TableFormat, Language),
    chosen: &[String],
    tell: &(dyn Fn(u64, u64) + Send + Sync),
) -> Result<Exported, Refusal> {
    let permit = actor.permit(Permission::IdentifyGoods)?;
    let (rows, faults) = goods_table::read(file_name, bytes);
    if faults.iter().any(domain::fault::Fault::is_error) {
        return Err(Refusal::Invalid(faults));
    }
    let lists = open(node, &permit, chosen).await?;
    let t = Catalogue::embedded().translator(language);
    let mut sheet = Sheet {
        name: t.text("goods-table-name"),
        notes: vec![t.text("goods-not-a-clearance")],
        columns: columns(t),
        rows: Vec::with_capacity(rows.len()),
    };
    sheet.notes.extend(lists.lists().map(|(id, version)| format!("{id} {version}")));
    let mut scratch = Scratch::default();
    for (done, row) in rows.iter().enumerate() {
        if done % TELL_EVERY == 0 {
            tell(done as u64, rows.len() as u64);
            // Others are served in between.
            tokio::task::yield_now().await;
        }
        let answer = lists.identify(&item(row), &mut scratch);
        sheet.rows.push(line(t, row, &answer));
    }
    sheet_file(node, &sheet, &format!("goods-{language}"), format)
}

fn item(row: &GoodsRow) -> Item {
    let given = |text: &String| Some(text.clone()).filter(|text| !text.is_empty());
    Item {
        id: row.id.clone(),
        description: given(&row.description),
        hs: given(&row.hs),
        cas: given(&row.cas).map(OneOrMany::One),
        smiles: given(&row.smiles),
        name: given(&row.name),
        maker: given(&row.maker),
        model: given(&row.model),
        ..Item::default()
    }
}

fn columns(t: Translator) -> Vec<Column> {
    let column =
        |key: &str, width: u16| Column { key: key.to_owned(), heading: t.text(&format!("goods-table-{key}")), width };
    let mut columns = vec![column("id", 8), column("description", 50), column("hs", 14), column("look", 10)];
    for _ in 0..MOST_SHOWN {
        columns.extend([
            column("path", 14),
            column("list", 20),
            column("title", 36),
            column("sure", 10),
            column("reasons", 50),
        ]);
    }
    columns.push(column("faults", 40));
    columns
}

fn line(t: Translator, row: &GoodsRow, answer: &Identification) -> Vec<CellValue> {
    let look = if answer.candidates.iter().any(|candidate| candidate.strong) {
        t.text("goods-table-stop")
    } else if answer.candidates.is_empty() {
        t.text("goods-table-none")
    } else {
        t.text("goods-table-see")
    };
    let mut cells: Vec<CellValue> =
        vec![row.id.clone().into(), row.description.clone().into(), row.hs.clone().into(), look.into()];
    for place in 0..MOST_SHOWN {
        match answer.candidates.get(place) {
            Some(candidate) => {
                let reasons: Vec<String> = candidate.reasons.iter().map(|one| reason(t, one)).collect();
                cells.push(candidate.path.clone().into());
                cells.push(format!("{} {}", candidate.list, candidate.version).into());
                cells.push(title(candidate, t.language()).into());
                cells.push(CellValue::Number((candidate.confidence * 100.0).round() as i64));
                cells.push(reasons.join("; ").into());
            }
            None => cells.extend(std::iter::repeat_n(CellValue::Empty, 5)),
        }
    }
    let faults: Vec<String> = answer.faults.iter().map(|fault| t.fault(fault).message).collect();
    cells.push(faults.join("; ").into());
    cells
}
