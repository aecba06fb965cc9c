//! `leadstead token`: keys for programs that use the API.

use super::args::{NewTokenArgs, OutputArgs, RevokeArgs, TokenCommand};
use super::reach::{Missing, Reached};
use super::trouble::Trouble;
use super::{print, print_json, say};
use crate::shell::config::Config;
use crate::shell::counter::{ListedToken, MadeToken, NewToken, TokenName};
use crate::shell::store::office::Scope;

/// Does one of the commands about tokens.
pub async fn run(config: Config, command: TokenCommand) -> Result<(), Trouble> {
    let house = Reached::house(config, Missing::Fails).await?;
    match command {
        TokenCommand::New(args) => make(house, args).await,
        TokenCommand::List(output) => list(house, output).await,
        TokenCommand::Revoke(args) => revoke(house, args).await,
    }
}

async fn make(house: Reached, args: NewTokenArgs) -> Result<(), Trouble> {
    let scopes = args.scope.into_iter().map(Scope::from).collect();
    let made: MadeToken = house.post("/tokens", &NewToken { name: args.name, scopes }).await?;
    if args.output.json {
        return print_json(&made);
    }
    say("Keep it safe: it is shown this once.");
    print(&made.token)
}

async fn list(house: Reached, output: OutputArgs) -> Result<(), Trouble> {
    let tokens: Vec<ListedToken> = house.get("/tokens").await?;
    if output.json {
        return print_json(&tokens);
    }
    for token in tokens {
        let scopes: Vec<&str> = token.scopes.iter().map(|scope| scope.key()).collect();
        let state = if token.revoked { "\trevoked" } else { "" };
        print(&format!("{}\t{}\t{}{state}", token.name, scopes.join(","), token.made_at))?;
    }
    Ok(())
}

async fn revoke(house: Reached, args: RevokeArgs) -> Result<(), Trouble> {
    let name = TokenName { name: args.name };
    let revoked: TokenName = house.post("/tokens/revoke", &name).await?;
    if args.output.json {
        return print_json(&revoked);
    }
    print(&format!("The token “{}” opens nothing any more.", revoked.name))
}
