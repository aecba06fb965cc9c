//! The files of the house, and the names in them.

use std::fs;
use std::path::{Path, PathBuf};

/// One file under `src/`.
pub struct Source {
    /// From the root of the repository, with slashes.
    pub path: String,
    pub text: String,
    /// The module it is: `["shell", "web", "login"]`.
    pub module: Vec<String>,
}

impl Source {
    /// Whether it stands in the room that may touch the world.
    pub fn is_shell(&self) -> bool {
        self.path.starts_with("src/shell/")
    }
}

/// Every file under `src/`.
pub fn sources() -> Vec<Source> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut files = Vec::new();
    walk(&root.join("src"), &mut files);
    files.sort();
    files.into_iter().map(|file| read(root, &file)).collect()
}

fn walk(folder: &Path, files: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).expect("a folder that can be read") {
        let path = entry.expect("an entry that can be read").path();
        if path.is_dir() {
            walk(&path, files);
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            files.push(path);
        }
    }
}

fn read(root: &Path, file: &Path) -> Source {
    let path = file.strip_prefix(root).expect("it stands in the root").to_string_lossy();
    let path = path.replace('\\', "/");
    let inner = path.trim_start_matches("src/").trim_end_matches(".rs");
    let module = inner.trim_end_matches("/mod").split('/').map(str::to_owned).collect();
    let text = fs::read_to_string(file).expect("a file that can be read");
    Source { path, text, module }
}
