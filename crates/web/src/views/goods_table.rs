//! A table of goods: upload it, watch it being worked through, save it with the candidates beside each line.

use std::sync::Arc;

use app::goods::identify::offered;
use app::{Permission, Refusal, TableFormat};
use askama::Template;
use axum::http::StatusCode;
use axum::routing::get;
use domain::fault::Fault;

use crate::desk::{Answer, Desk, go, page, page_as};
use crate::form::{Choice, Form};
use crate::jobs::Outcome;
use crate::layout::{Chrome, Section};
use crate::views::Routes;

/// The routes of this file.
pub fn routes() -> Routes {
    Routes::new().route("/goods/table", get(choose).post(upload).layer(crate::takes_files()))
}

#[derive(Template)]
#[template(path = "goods_table.html")]
struct TablePage {
    c: Chrome,
    f: Form,
    /// The lists that may be asked; fewer than two need no choice.
    lists: Vec<Choice>,
}

async fn choose(desk: Desk) -> Answer {
    page(&shown(&desk, Form::new()).await?)
}

async fn shown(desk: &Desk, mut f: Form) -> Result<TablePage, crate::refusal::Refused> {
    let offered = offered(desk.node(), &desk.actor).await?;
    if f.all("list").next().is_none() {
        offered.iter().filter(|(_, usual)| *usual).for_each(|(edition, _)| f.add("list", &edition.key));
    }
    let name = |edition: &app::list::open::Edition| report::goods::comparison::name(&edition.head, desk.t.language());
    let lists = offered.iter().map(|(edition, _)| Choice::new(&edition.key, name(edition))).collect();
    Ok(TablePage { c: desk.chrome(Section::Goods, desk.t.text("web-goods-table-title")), f, lists })
}

async fn upload(desk: Desk, mut form: Form) -> Answer {
    if !desk.actor.may_somewhere(Permission::IdentifyGoods) {
        return Err(Refusal::NotAllowed(Permission::IdentifyGoods).into());
    }
    let Some(upload) = form.take_upload("file") else {
        let f = form.faulty(desk.t, &[Fault::error("field-missing").at("file")]);
        return page_as(StatusCode::UNPROCESSABLE_ENTITY, &shown(&desk, f).await?);
    };
    let chosen: Vec<String> = form.all("list").map(str::to_owned).collect();
    let (node, actor, language) = (Arc::clone(&desk.site.node), desk.actor.clone(), desk.t.language());
    let id = node.surroundings.new_id();
    let path = desk.site.jobs.begin(id, &desk.actor, "goods", move |job| async move {
        let tell = |done: u64, total: u64| job.tell("web-job-goods-step", done, Some(total));
        let given = (upload.file_name.as_str(), upload.bytes.as_slice());
        let wanted = (TableFormat::Xlsx, language);
        let made = app::goods::table::identify_table(&node, &actor, given, wanted, &chosen, &tell).await?;
        Ok(Outcome::File(Arc::new(made)))
    });
    go(&path)
}
