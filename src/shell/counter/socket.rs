//! The private socket in the folder of the house, by which the command line reaches who serves it.
//!
//! It is for the owner of the folder alone: the folder keeps others out, and so does the socket.

use super::super::error::Fault;
use axum::serve::Listener;
use std::fs::{self, File, Permissions};
use std::io;
use std::os::fd::AsRawFd;
use std::os::unix::fs::{MetadataExt, PermissionsExt};
use std::path::{Path, PathBuf};
use std::time::Duration;
use tokio::net::{UnixListener, UnixStream};

/// Name of the socket in the folder.
pub const SOCKET: &str = "leadstead.sock";

/// Bytes of a path the kernel takes for a socket, on every system we run on.
const PATH_MAX: usize = 100;

/// How long accepting rests after the system was out of something.
const REST: Duration = Duration::from_millis(100);

/// A socket that answers the owner of its folder. It is gone with the value.
pub struct PrivateSocket {
    listener: UnixListener,
    path: PathBuf,
    owner: u32,
}

impl PrivateSocket {
    /// Binds the socket of a folder. Only who has the data file open may do so: what stood there
    /// before was left behind by somebody who fell.
    pub fn bind(folder: &Path) -> Result<PrivateSocket, Fault> {
        let bound = || -> io::Result<PrivateSocket> {
            let path = folder.join(SOCKET);
            match fs::remove_file(&path) {
                Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(error),
                _ => {}
            }
            let near = Near::of(folder)?;
            let listener = UnixListener::bind(&near.path)?;
            fs::set_permissions(&path, Permissions::from_mode(0o600))?;
            Ok(PrivateSocket { listener, path, owner: fs::metadata(folder)?.uid() })
        };
        bound().map_err(Fault::of("opening the private socket"))
    }
}

impl Listener for PrivateSocket {
    type Io = UnixStream;
    type Addr = ();

    async fn accept(&mut self) -> (UnixStream, ()) {
        loop {
            match self.listener.accept().await {
                Ok((stream, _)) if is_from(&stream, self.owner) => return (stream, ()),
                Ok(_) => tracing::warn!("somebody else knocked at the private socket"),
                Err(_) => tokio::time::sleep(REST).await,
            }
        }
    }

    fn local_addr(&self) -> io::Result<()> {
        Ok(())
    }
}

impl Drop for PrivateSocket {
    fn drop(&mut self) {
        let _ = fs::remove_file(&self.path);
    }
}

fn is_from(stream: &UnixStream, owner: u32) -> bool {
    stream.peer_cred().is_ok_and(|peer| peer.uid() == owner)
}

/// Connects to whoever serves the house of a folder; `None` if nobody does.
pub async fn connect(folder: &Path) -> io::Result<Option<UnixStream>> {
    use io::ErrorKind::{ConnectionRefused, NotFound};
    if !folder.is_dir() {
        return Ok(None);
    }
    let near = Near::of(folder)?;
    match UnixStream::connect(&near.path).await {
        Ok(stream) => Ok(Some(stream)),
        Err(error) if matches!(error.kind(), NotFound | ConnectionRefused) => Ok(None),
        Err(error) => Err(error),
    }
}

/// The user the folder belongs to, unless it is us.
pub fn stranger_to(folder: &Path) -> Option<u32> {
    let owner = fs::metadata(folder).ok()?.uid();
    let us = fs::metadata("/proc/self").ok()?.uid();
    (owner != us).then_some(owner)
}

/// A path to the socket that is short enough, however long that of the folder is.
struct Near {
    path: PathBuf,
    /// Held open as long as the path goes through it.
    _folder: Option<File>,
}

impl Near {
    fn of(folder: &Path) -> io::Result<Near> {
        let path = folder.join(SOCKET);
        if path.as_os_str().len() < PATH_MAX {
            return Ok(Near { path, _folder: None });
        }
        let folder = File::open(folder)?;
        let path = PathBuf::from(format!("/proc/self/fd/{}/{SOCKET}", folder.as_raw_fd()));
        Ok(Near { path, _folder: Some(folder) })
    }
}
