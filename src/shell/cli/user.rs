//! `leadstead user`: who may sign in.

use super::args::{AddUserArgs, DisableArgs, OutputArgs, PasswordArgs, UserCommand};
use super::reach::{Missing, Reached};
use super::trouble::Trouble;
use super::{print, print_json, say, secret};
use crate::language::Language;
use crate::shell::config::Config;
use crate::shell::counter::{Account, Added, Email, Gone, NewPassword, NewUser};

/// Does one of the commands about users.
pub async fn run(config: Config, command: UserCommand) -> Result<(), Trouble> {
    match command {
        UserCommand::Add(args) => add(config, args).await,
        UserCommand::List(output) => list(config, output).await,
        UserCommand::Password(args) => password(config, args).await,
        UserCommand::Disable(args) => disable(config, args).await,
    }
}

async fn add(config: Config, args: AddUserArgs) -> Result<(), Trouble> {
    let password = secret::password(args.secret)?;
    let house = Reached::house(config, Missing::IsMade).await?;
    let new = NewUser {
        email: args.email,
        name: args.name,
        role: args.role.into(),
        password,
        business: args.business,
        country: args.country,
        time_zone: args.time_zone,
        language: args.language,
    };
    let added: Added = house.post("/users", &new).await?;
    if args.output.json {
        return print_json(&added);
    }
    if let Some(language) = added.language.as_deref().and_then(Language::of) {
        say("The house is open: the starter playbook is in force, and this is its owner.");
        say(&format!("Its texts begin in {} ({}).", language.name(), language.code()));
    }
    if let (Some(zone), Some(currency)) = (&added.time_zone, &added.currency) {
        say(&format!(
            "It keeps the time of {zone} and counts in {currency}; `leadstead playbook` changes both."
        ));
    }
    print(&format!("{} may sign in as {}.", added.email, added.role.key()))?;
    tell(added.password.as_deref())
}

async fn password(config: Config, args: PasswordArgs) -> Result<(), Trouble> {
    let password = secret::password(args.secret)?;
    let house = Reached::house(config, Missing::Fails).await?;
    let new = NewPassword { email: args.email, password };
    let changed: Added = house.post("/users/password", &new).await?;
    if args.output.json {
        return print_json(&changed);
    }
    print(&format!("{} has a new password and is signed out everywhere.", changed.email))?;
    tell(changed.password.as_deref())
}

/// A password that was made up is shown this once.
fn tell(password: Option<&str>) -> Result<(), Trouble> {
    password.map_or(Ok(()), |password| print(&format!("Password: {password}")))
}

async fn list(config: Config, output: OutputArgs) -> Result<(), Trouble> {
    let accounts: Vec<Account> =
        Reached::house(config, Missing::Fails).await?.get("/users").await?;
    if output.json {
        return print_json(&accounts);
    }
    for account in &accounts {
        let role = account.role.map_or("nobody", |role| role.key());
        let state = if account.disabled { "\tdisabled" } else { "" };
        print(&format!("{}\t{role}\t{}{state}", account.email, account.name))?;
    }
    Ok(())
}

async fn disable(config: Config, args: DisableArgs) -> Result<(), Trouble> {
    let house = Reached::house(config, Missing::Fails).await?;
    let gone: Gone = house.post("/users/disable", &Email { email: args.email }).await?;
    if args.output.json {
        return print_json(&gone);
    }
    print(&format!(
        "{} may no longer sign in. Their open leads are handed on by the rules.",
        gone.email
    ))?;
    gone.hints.iter().for_each(|hint| say(hint));
    Ok(())
}
