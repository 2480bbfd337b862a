//! Lists of current records: one statement for a page, built from the question, and one that counts the whole.

use domain::body::Kind;
use domain::ids::RecordId;
use sqlx::Row as _;

use crate::account_secrets::parsed;
use crate::connection::Store;
use crate::error::{StoreError, refused};
use crate::query::{Order, Page, Query};
use crate::reading::stored;
use crate::statement::Statement;

/// A search for more different words than this uses the first of them: SQLite limits the depth of an expression.
const MOST_WORDS: usize = 50;
/// A word is compared by its first characters: SQLite limits the length of a pattern.
const LONGEST_WORD: usize = 500;

impl Store {
    /// A page of current records, and how many there are in all. Both are of one moment.
    ///
    /// # Errors
    /// [`StoreError::Damaged`] when a stored revision cannot be read.
    pub async fn list(&self, query: &Query) -> Result<Page, StoreError> {
        let refused = refused("list records");
        if finds_nothing(query) {
            return Ok(Page { records: Vec::new(), total: 0 });
        }
        let mut snapshot = self.snapshot().await?;
        let rows = page(query).ready().map_err(&refused)?.fetch_all(&mut *snapshot).await.map_err(&refused)?;
        // A page that is the whole list, or ends it, needs no counting.
        let seen = rows.len() as u64;
        let ends = query.limit.is_none_or(|limit| seen < u64::from(limit)) && (seen > 0 || query.offset == 0);
        let total = if ends {
            u64::from(query.offset) + seen
        } else {
            let counted: i64 = counting(query)
                .ready()
                .map_err(&refused)?
                .fetch_one(&mut *snapshot)
                .await
                .and_then(|row| sqlx::Row::try_get(&row, 0))
                .map_err(&refused)?;
            counted.unsigned_abs()
        };
        snapshot.commit().await.map_err(&refused)?;
        Ok(Page { records: rows.iter().map(stored).collect::<Result<_, _>>()?, total })
    }

    /// How many current records there are, whatever the limit and offset of the question.
    ///
    /// # Errors
    /// When the database refuses.
    pub async fn count(&self, query: &Query) -> Result<u64, StoreError> {
        let refused = refused("count records");
        if finds_nothing(query) {
            return Ok(0);
        }
        let counted: i64 = counting(query)
            .ready()
            .map_err(&refused)?
            .fetch_one(self.reader())
            .await
            .and_then(|row| sqlx::Row::try_get(&row, 0))
            .map_err(&refused)?;
        Ok(counted.unsigned_abs())
    }

    /// How many current records there are under each parent that has any, whatever the limit and offset of the question.
    /// Records without a parent are left out.
    ///
    /// # Errors
    /// [`StoreError::Damaged`] when the lookup cannot be read.
    pub async fn count_by_parent(&self, query: &Query) -> Result<Vec<(RecordId, u64)>, StoreError> {
        let refused = refused("count records");
        if finds_nothing(query) {
            return Ok(Vec::new());
        }
        let rows = by_parent(query).ready().map_err(&refused)?.fetch_all(self.reader()).await.map_err(&refused)?;
        let mut counts = Vec::with_capacity(rows.len());
        for row in &rows {
            let parent: &str = row.try_get("parent").map_err(&refused)?;
            if !parent.is_empty() {
                let counted: i64 = row.try_get("total").map_err(&refused)?;
                counts.push((parsed(row, "parent")?, counted.unsigned_abs()));
            }
        }
        Ok(counts)
    }
}

/// How many current records there are under each parent that has any, in no order.
pub(crate) fn by_parent(query: &Query) -> Statement {
    let mut statement = Statement::new("SELECT r.parent, count(*) AS total FROM record r");
    conditions(query, &mut statement);
    statement.text(" GROUP BY r.parent");
    statement
}

/// Nobody's audience: an empty list, which SQL could not even ask.
fn finds_nothing(query: &Query) -> bool {
    query.audiences.as_ref().is_some_and(Vec::is_empty)
}

/// The page is chosen by the narrow rows of the lookup; only then are the revisions of the chosen ones read.
pub(crate) fn page(query: &Query) -> Statement {
    let (order, again) = match query.order {
        // Several parents are found by their index and then sorted. Left to itself, SQLite would rather walk through
        // everything of the kind, because it comes sorted.
        Order::Natural if query.parents.len() > 1 => {
            (" ORDER BY r.sort || '', r.name, r.record", " ORDER BY p.sort, p.name, p.record")
        }
        Order::Natural => (" ORDER BY r.sort, r.name, r.record", " ORDER BY p.sort, p.name, p.record"),
        Order::Recent => (" ORDER BY r.sequence DESC", " ORDER BY p.sequence DESC"),
    };
    let mut statement = Statement::new(
        "SELECT p.record, p.sequence, v.sha256, v.bytes
         FROM (SELECT r.record, r.version, r.sequence, r.sort, r.name FROM record r",
    );
    conditions(query, &mut statement);
    statement.text(order);
    if query.limit.is_some() || query.offset > 0 {
        // Only SQLite needs a limit before an offset; a list that long does not exist.
        statement.text(" LIMIT ").value(query.limit.map_or(i64::MAX, i64::from));
        statement.text(" OFFSET ").value(i64::from(query.offset));
    }
    statement.text(") p JOIN revision v ON v.record = p.record AND v.version = p.version").text(again);
    statement
}

/// Counts what [`page`] would give without limit and offset.
pub(crate) fn counting(query: &Query) -> Statement {
    let mut statement = Statement::new("SELECT count(*) AS total FROM record r");
    conditions(query, &mut statement);
    statement
}

fn conditions(query: &Query, statement: &mut Statement) {
    let mut begun = false;
    let mut next = |statement: &mut Statement| {
        statement.text(if begun { " AND " } else { " WHERE " });
        begun = true;
    };
    if let Some(kind) = query.kind {
        next(statement);
        statement.text("r.kind = ").value(Kind::as_str(kind));
    }
    match query.parents.as_slice() {
        [] => {}
        [parent] => {
            next(statement);
            statement.text("r.parent = ").value(parent.to_string());
        }
        parents => {
            next(statement);
            statement.text("r.parent IN ").ids(parents);
        }
    }
    if let Some(owner) = &query.owner {
        next(statement);
        statement.text("r.owner = ").value(owner.to_string());
    }
    if let Some(name) = &query.name {
        next(statement);
        statement.text("r.name = ").value(name.clone());
    }
    if let Some(audiences) = &query.audiences {
        next(statement);
        statement.text("r.audience IN ").list(audiences.iter().cloned());
    }
    for (name, value) in &query.facets {
        next(statement);
        statement.text("r.record IN (SELECT f.record FROM facet f WHERE f.name = ").value(name.clone());
        statement.text(" AND f.value = ").value(value.clone()).text(")");
    }
    if let Some((name, value)) = &query.facet_below {
        next(statement);
        statement.text("r.record IN (SELECT f.record FROM facet f WHERE f.name = ").value(name.clone());
        statement.text(" AND f.value < ").value(value.clone()).text(")");
    }
    for (name, value) in &query.without {
        next(statement);
        statement.text("NOT EXISTS (SELECT 1 FROM facet f WHERE f.record = r.record AND f.name = ");
        statement.value(name.clone()).text(" AND f.value = ").value(value.clone()).text(")");
    }
    if let Some((kind, name)) = &query.without_child {
        next(statement);
        statement.text("NOT EXISTS (SELECT 1 FROM record c WHERE c.kind = ").value(kind.as_str());
        statement.text(" AND c.parent = r.record AND c.name = ").value(name.clone()).text(")");
    }
    for word in query.text.iter().flat_map(|text| words(text)) {
        next(statement);
        statement.text("r.folded LIKE ").value(pattern(&word)).text(" ESCAPE '\\'");
    }
}

/// The different words of a search, folded as the stored text is.
pub(crate) fn words(text: &str) -> Vec<String> {
    let mut words: Vec<String> = Vec::new();
    for word in text::fold(text).split_whitespace() {
        let word: String = word.chars().take(LONGEST_WORD).collect();
        if !words.contains(&word) && words.len() < MOST_WORDS {
            words.push(word);
        }
    }
    words
}

/// A pattern that finds this word anywhere, whatever signs it contains.
fn pattern(word: &str) -> String {
    let mut pattern = String::with_capacity(word.len() + 2);
    pattern.push('%');
    for c in word.chars() {
        if matches!(c, '%' | '_' | '\\') {
            pattern.push('\\');
        }
        pattern.push(c);
    }
    pattern.push('%');
    pattern
}

#[cfg(test)]
mod tests {
    use super::{pattern, words};

    #[test]
    fn signs_of_patterns_are_only_signs() {
        for (word, expect) in [("a", "%a%"), ("50%", "%50\\%%"), ("a_b", "%a\\_b%"), ("\\", "%\\\\%")] {
            assert_eq!(pattern(word), expect);
        }
    }

    #[test]
    fn a_search_is_cut_into_different_words() {
        assert_eq!(words("  licence\n of  licence "), ["licence", "of"]);
        assert_eq!(words(&"я".repeat(1000))[0].chars().count(), 500);
    }
}
