//! `accounts.toml`: people who may sign in to a demonstration.

use domain::account::Account;
use domain::fault::Fault;
use domain::owner::StateCode;

use super::context::Context;
use super::folder::Folder;
use crate::toml_file;

/// Reads the accounts.
pub(super) fn read(folder: &mut Folder<'_>, context: &mut Context<'_>) -> Vec<Account> {
    let Some(file) = folder.file("accounts.toml") else { return Vec::new() };
    let mut faults = Vec::new();
    let accounts = toml_file::read(file.path, file.bytes, &mut faults, |root, faults| {
        let mut accounts: Vec<(u64, Account)> = Vec::new();
        for mut fields in root.tables("account", faults) {
            let account = Account {
                login: fields.text("login", faults),
                name: fields.localized("name", faults),
                state: fields.parse::<StateCode>("state", "state-code-wrong", faults),
                roles: fields.words("roles", faults),
                active: true,
                demo: true,
            };
            if let Some(state) = account.state.as_ref().filter(|state| !context.states.contains_key(state)) {
                let fault = Fault::error("state-unknown").with("state", state.as_str());
                faults.push(fields.fault("state", fault));
            }
            if let Some((line, _)) = accounts.iter().find(|(_, other)| other.login == account.login) {
                let fault = Fault::error("listed-twice").with("what", &account.login);
                faults.push(fields.fault("login", fault.with("other", line.to_string())));
            }
            context.check(account.clone(), &fields);
            accounts.push((fields.line(), account));
            fields.finish(faults);
        }
        accounts.into_iter().map(|(_, account)| account).collect()
    });
    context.faults.append(&mut faults);
    accounts.unwrap_or_default()
}
