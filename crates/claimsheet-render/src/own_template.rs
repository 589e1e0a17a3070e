//! A house's own templates, rendered within limits: one that never ends, or that writes without end, is an error
//! and takes nothing along.

use super::{RenderError, wrong};
use minijinja::{Environment, Value};
use std::fs;
use std::sync::mpsc::{RecvTimeoutError, channel};
use std::time::{Duration, Instant};

/// The most steps that a template may take; the built-in one takes a few hundred a claim.
const STEPS: u64 = 50_000_000;

/// How long it may take.
const TIME: Duration = Duration::from_mins(1);

/// How many bytes of memory it may take beyond what the program has.
const MEMORY: u64 = 1 << 30;

/// How often that is looked at.
const BEAT: Duration = Duration::from_millis(10);

/// A house's own templates, which replace the built-in ones. The caller reads their files.
#[derive(Debug, Clone, Default)]
pub struct Templates {
    own: Vec<Template>,
}

#[derive(Debug, Clone)]
struct Template {
    file: String,
    name: String,
    text: String,
}

impl Templates {
    /// The names of the built-in templates that a house may replace.
    pub const FILES: &[&str] = &[crate::markdown::FILE, crate::html::PAGE, crate::html::STYLE];

    /// Replaces the built-in template `file`, one of [`FILES`](Self::FILES), by `text`; errors call it `name`.
    pub fn replace(&mut self, file: &str, name: String, text: String) {
        self.own.push(Template { file: file.to_owned(), name, text });
    }

    /// The name and text of what replaces `file`, if anything does.
    pub(crate) fn own(&self, file: &str) -> Option<(&str, &str)> {
        let own = self.own.iter().rev().find(|own| own.file == file);
        own.map(|own| (own.name.as_str(), own.text.as_str()))
    }
}

/// What the template `source` of the file `name` gives for this data.
///
/// # Errors
///
/// Where it is wrong, or needs more than the limits give.
pub(super) fn rendered(
    mut environment: Environment<'static>,
    name: &str,
    source: &str,
    data: Value,
) -> Result<String, RenderError> {
    environment.set_fuel(Some(STEPS));
    let (sender, receiver) = channel();
    let (own_name, own_source) = (name.to_owned(), source.to_owned());
    let before = memory();
    let begun = Instant::now();
    let spawned = std::thread::Builder::new().spawn(move || {
        let rendered = environment.render_named_str(&own_name, &own_source, data);
        let _ = sender.send(rendered.map_err(|error| wrong(&own_name, &error)));
    });
    if let Err(error) = spawned {
        return Err(RenderError::Data(error.to_string()));
    }
    let beyond = |limit: String| Err(RenderError::Limit { file: name.to_owned(), limit });
    loop {
        match receiver.recv_timeout(BEAT) {
            Ok(rendered) => return rendered,
            Err(RecvTimeoutError::Disconnected) => return beyond("the stack that a template has".to_owned()),
            Err(RecvTimeoutError::Timeout) if begun.elapsed() > TIME => {
                return beyond(format!("{} seconds", TIME.as_secs()));
            }
            Err(RecvTimeoutError::Timeout) => {}
        }
        if memory().saturating_sub(before) > MEMORY {
            return beyond(format!("{} megabytes of memory", MEMORY >> 20));
        }
    }
}

/// How many bytes of memory the program has; none where the system does not tell.
fn memory() -> u64 {
    let pages = fs::read_to_string("/proc/self/statm").ok();
    let pages = pages.and_then(|pages| pages.split_whitespace().nth(1)?.parse::<u64>().ok());
    pages.unwrap_or(0) * 4096
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(source: &str) -> Result<String, RenderError> {
        rendered(Environment::new(), "own.md", source, Value::from(1))
    }

    #[test]
    fn a_template_without_end_is_an_error_with_its_limit() {
        let told = |source: &str| of(source).unwrap_err().to_string();
        let steps = "{% for i in range(99999) %}{% for j in range(99999) %}{% endfor %}{% endfor %}";
        assert!(told(steps).contains("more than the steps"), "{}", told(steps));
        assert_eq!(of("{{ 1 + 1 }}").unwrap(), "2");
    }

    #[cfg(target_os = "linux")]
    #[test]
    fn a_template_that_grows_without_end_is_stopped() {
        let grows = "{% set ns = namespace(x='aaaaaaaaaa') %}{% for i in range(99999) %}{% set ns.x = ns.x ~ 'a' * 1000000 %}{% endfor %}";
        let told = of(grows).unwrap_err().to_string();
        assert!(told.contains("the template needs more than"), "{told}");
    }
}
