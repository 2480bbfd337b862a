//! `states.toml`: the States by their code.

use domain::fault::Fault;
use domain::owner::StateCode;
use domain::state::State;

use super::context::Context;
use super::folder::Folder;
use crate::toml_file;

/// Reads the States, and makes them known to the rest of the folder.
pub(super) fn read(folder: &mut Folder<'_>, context: &mut Context<'_>) -> Vec<State> {
    let Some(file) = folder.file("states.toml") else { return Vec::new() };
    let mut faults = Vec::new();
    let states = toml_file::read(file.path, file.bytes, &mut faults, |root, faults| {
        let mut states: Vec<(u64, State)> = Vec::new();
        for mut fields in root.tables("state", faults) {
            fields.require("code", faults);
            let code = fields.parse::<StateCode>("code", "state-code-wrong", faults);
            let short = fields.localized("short", faults);
            let formal = fields.localized("formal", faults);
            let fictitious = fields.boolean("fictitious", faults);
            let source = fields.text("source", faults);
            if let Some(code) = code {
                if let Some((line, _)) = states.iter().find(|(_, state)| state.code == code) {
                    let fault = Fault::error("listed-twice").with("what", code.as_str());
                    faults.push(fields.fault("code", fault.with("other", line.to_string())));
                }
                context.states.insert(code.clone(), Some(fictitious));
                let state = State { code, short, formal, fictitious, source };
                context.check(state.clone(), &fields);
                states.push((fields.line(), state));
            }
            fields.finish(faults);
        }
        states.into_iter().map(|(_, state)| state).collect()
    });
    context.faults.append(&mut faults);
    states.unwrap_or_default()
}
