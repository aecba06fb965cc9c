//! The carrier that speaks SMTP with the one mail server of the house.
//!
//! One letter, one connection: nothing lives on between two letters, so nothing can have gone
//! stale when the next one leaves. Names are resolved by us and not by the C library, which a
//! static binary cannot count on.

use super::letter::{Letter, compose};
use super::reply::{self, Step};
use super::{About, Carrier, CarryFault, Mail};
use crate::shell::config::{Security, Smtp, is_private};
use hickory_resolver::TokioResolver;
use hickory_resolver::net::NetError;
use lettre::Address;
use lettre::transport::smtp::Error;
use lettre::transport::smtp::authentication::{Credentials, DEFAULT_MECHANISMS};
use lettre::transport::smtp::client::{AsyncSmtpConnection as Connection, TlsParameters};
use lettre::transport::smtp::commands::{Data, Mail as MailFrom, Rcpt};
use lettre::transport::smtp::extension::{ClientId, Extension, MailParameter};
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr};
use std::time::Duration;
use tokio::runtime::Builder;
use tokio::time::timeout;

/// A server may have many addresses; this many are tried.
const MOST_ADDRESSES: usize = 4;
/// How long we stay for the goodbye once the letter has been taken.
const GOODBYE: Duration = Duration::from_secs(1);
/// How long a server may think about a letter it has whole (RFC 5321, 4.5.3.2.6). Who leaves before
/// its yes sends the letter again.
const THOUGHT: Duration = Duration::from_secs(600);

const NO_SUCH_NAME: &str = "There is no mail server of that name.";
const NO_WORD: &str = "The name servers did not say where the mail server is.";

/// Carries letters to the mail server named in the settings.
pub struct SmtpCarrier {
    smtp: Smtp,
    tls: TlsParameters,
    thought: Duration,
}

impl SmtpCarrier {
    /// A carrier for these settings. The certificates named in them must be readable.
    pub fn new(smtp: Smtp) -> Result<SmtpCarrier, Error> {
        SmtpCarrier::thinking(smtp, THOUGHT)
    }

    /// Like [`SmtpCarrier::new`], for a server that may think so long about a letter it has whole.
    pub fn thinking(smtp: Smtp, thought: Duration) -> Result<SmtpCarrier, Error> {
        Ok(SmtpCarrier { tls: smtp.tls()?, smtp, thought })
    }

    async fn deliver(&self, letter: &Letter) -> Result<(), CarryFault> {
        let mut connection = self.connect().await?;
        if self.smtp.security == Security::StartTls {
            let hello = self.hello();
            let securing = connection.starttls(self.tls.clone(), &hello);
            self.within(Step::Securing, securing).await?;
        }
        self.log_in(&mut connection).await?;
        self.hand_over(&mut connection, letter).await?;
        // The letter is theirs now; whether they say goodbye changes nothing.
        let _ = timeout(GOODBYE, connection.quit()).await;
        Ok(())
    }

    /// A connection that has been greeted, to the first address that answers.
    ///
    /// Where none does, the first fault is told: the later addresses are rarely the ones meant.
    async fn connect(&self) -> Result<Connection, CarryFault> {
        let mut first = None;
        for address in self.addresses().await? {
            let tls = (self.smtp.security == Security::Tls).then(|| self.tls.clone());
            let hello = self.hello();
            let connecting = Connection::connect_tokio1(address, None, &hello, tls, None);
            match self.within(Step::Connecting, connecting).await {
                Ok(connection) => return Ok(connection),
                Err(fault) => first = first.or(Some(fault)),
            }
        }
        Err(first.unwrap_or_else(|| CarryFault::temporary(NO_SUCH_NAME)))
    }

    /// Where the mail server is, as far as we may speak with it there.
    async fn addresses(&self) -> Result<Vec<SocketAddr>, CarryFault> {
        let found = match timeout(self.smtp.timeout(), resolve(&self.smtp.host)).await {
            Ok(found) => found?,
            Err(_) => return Err(CarryFault::temporary(NO_WORD)),
        };
        let in_the_clear = self.smtp.security == Security::None && !self.smtp.insecure;
        if in_the_clear && !found.iter().copied().all(is_private) {
            return Err(CarryFault::about(
                About::Security,
                "The mail server is outside our own network, and without TLS anybody on the way \
                 could read the letters.",
            ));
        }
        let at_port = |address| SocketAddr::new(address, self.smtp.port());
        Ok(found.into_iter().take(MOST_ADDRESSES).map(at_port).collect())
    }

    async fn log_in(&self, connection: &mut Connection) -> Result<(), CarryFault> {
        let (Some(user), Some(password)) = (&self.smtp.user, &self.smtp.password) else {
            return Ok(());
        };
        let login = Credentials::new(user.clone(), password.reveal().to_owned());
        self.within(Step::LoggingIn, connection.auth(DEFAULT_MECHANISMS, &login)).await?;
        Ok(())
    }

    async fn hand_over(&self, to: &mut Connection, letter: &Letter) -> Result<(), CarryFault> {
        let parameters = address_parameters(to, &letter.to)?;
        let sender = MailFrom::new(Some(letter.from.clone()), parameters);
        self.within(Step::NamingSender, to.command(sender)).await?;
        let recipient = Rcpt::new(letter.to.clone(), Vec::new());
        self.within(Step::NamingRecipient, to.command(recipient)).await?;
        self.within(Step::HandingOver, to.command(Data)).await?;
        waiting(self.thought, Step::HandingOver, to.message(&letter.bytes)).await?;
        Ok(())
    }

    /// Waits for one step, and no longer than the settings allow.
    async fn within<T>(
        &self,
        step: Step,
        doing: impl Future<Output = Result<T, Error>>,
    ) -> Result<T, CarryFault> {
        waiting(self.smtp.timeout(), step, doing).await
    }

    fn hello(&self) -> ClientId {
        ClientId::Domain(self.smtp.helo().to_owned())
    }
}

/// Waits for one step, and no longer than so long.
async fn waiting<T>(
    longest: Duration,
    step: Step,
    doing: impl Future<Output = Result<T, Error>>,
) -> Result<T, CarryFault> {
    match timeout(longest, doing).await {
        Ok(done) => done.map_err(|error| reply::fault(step, &error)),
        Err(_) => Err(reply::silence(longest)),
    }
}

impl Carrier for SmtpCarrier {
    fn carry(&self, mail: &Mail) -> Result<(), CarryFault> {
        let letter = compose(mail, &self.smtp)?;
        let runtime = Builder::new_current_thread().enable_all().build();
        let runtime = runtime.map_err(|error| {
            CarryFault::temporary(format!("The system has nothing left to send with: {error}."))
        })?;
        runtime.block_on(self.deliver(&letter))
    }
}

/// What must be agreed on before an address can be named: one outside ASCII needs a server that
/// can write it.
fn address_parameters(
    connection: &Connection,
    to: &Address,
) -> Result<Vec<MailParameter>, CarryFault> {
    if AsRef::<str>::as_ref(to).is_ascii() {
        return Ok(Vec::new());
    }
    if connection.server_info().supports_feature(Extension::SmtpUtfEight) {
        return Ok(vec![MailParameter::SmtpUtfEight]);
    }
    Err(CarryFault::of_the_address("The mail server cannot write to an address with such letters."))
}

/// The addresses of a host; none is not an error here.
async fn resolve(host: &str) -> Result<Vec<IpAddr>, CarryFault> {
    if let Ok(address) = host.parse() {
        return Ok(vec![address]);
    }
    // A machine without any name server still knows itself.
    if host == "localhost" {
        return Ok(vec![Ipv4Addr::LOCALHOST.into(), Ipv6Addr::LOCALHOST.into()]);
    }
    let lost = |error: NetError| {
        CarryFault::temporary(if error.is_no_records_found() { NO_SUCH_NAME } else { NO_WORD })
    };
    let resolver = TokioResolver::builder_tokio().and_then(|builder| builder.build());
    let found = resolver.map_err(lost)?.lookup_ip(host).await.map_err(lost)?;
    Ok(found.iter().collect())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::shell::config::Config;

    #[test]
    fn a_server_may_think_for_ten_minutes_about_a_letter_it_has() {
        let text = "[smtp]\nhost = \"localhost\"\nfrom = \"hello@example.com\"\n";
        let smtp = Config::parse(text).expect("the settings are right").smtp;
        let carrier = SmtpCarrier::new(smtp.expect("a mail server")).expect("a carrier");
        assert_eq!(carrier.thought, Duration::from_secs(10 * 60));
    }
}
