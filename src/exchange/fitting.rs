//! Which application something belongs to that came in from elsewhere: by who sent it, and by what
//! it speaks of.

use crate::model::{Application, ApplicationId, Event, JobSearch, name_key, same_name};

/// What tells where something belongs.
#[derive(Clone, Debug, Default)]
pub(super) struct Clues {
    /// Email addresses of those who sent it or take part.
    pub(super) addresses: Vec<String>,
    /// Their names.
    pub(super) names: Vec<String>,
    /// Its title or subject.
    pub(super) title: String,
    /// Its text.
    pub(super) text: String,
}

/// Where something may belong.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Fits {
    /// The applications that it may belong to, the likeliest first.
    pub all: Vec<ApplicationId>,
    /// The one that leaves no doubt.
    pub sure: Option<ApplicationId>,
}

/// So much of a text is looked through; what follows is old mail and small print.
const LOOKED_AT: usize = 4_000;
/// Below this it may be chance.
const WORTH_SAYING: u32 = 3;
/// From this on it is no chance.
const SURE: u32 = 5;

impl Clues {
    /// Looks through all applications.
    pub(super) fn fits(&self, search: &JobSearch, is_alive: impl Fn(&Application) -> bool) -> Fits {
        let words = Words::of(self);
        let mut ranked: Vec<(u32, bool, &Application)> = search
            .applications
            .values()
            .map(|application| (words.weight(application), application.as_ref()))
            .filter(|(weight, _)| *weight >= WORTH_SAYING)
            .map(|(weight, application)| (weight, is_alive(application), application))
            .collect();
        // Stable: of equals, the one that was added last comes first.
        ranked.reverse();
        ranked.sort_by_key(|(weight, alive, _)| std::cmp::Reverse((*weight, *alive)));
        let sure = match ranked.as_slice() {
            [(weight, ..)] if *weight >= SURE => ranked.first(),
            [best, next, ..] if best.0 >= SURE && (best.0, best.1) > (next.0, next.1) => {
                ranked.first()
            }
            _ => None,
        };
        Fits {
            sure: sure.map(|(.., application)| application.id),
            all: ranked.iter().map(|(.., one)| one.id).collect(),
        }
    }
}

/// The clues, prepared for many applications.
struct Words {
    addresses: Vec<String>,
    /// The parts of the addresses' domains that may be a company's name.
    hosts: Vec<String>,
    names: Vec<String>,
    title: String,
    thread: String,
    text: String,
}

impl Words {
    fn of(clues: &Clues) -> Self {
        let addresses: Vec<String> = clues.addresses.iter().map(|a| a.to_lowercase()).collect();
        let title = name_key(&clues.title);
        let begin: String = clues.text.chars().take(LOOKED_AT).collect();
        Self {
            hosts: addresses
                .iter()
                .flat_map(|address| hosts(address))
                .collect(),
            names: clues.names.iter().map(|name| name_key(name)).collect(),
            thread: thread(&title).to_owned(),
            text: name_key(&begin),
            title,
            addresses,
        }
    }

    /// How much speaks for an application.
    fn weight(&self, application: &Application) -> u32 {
        let company = company_key(&application.company);
        let position = name_key(&application.position);
        let mut weight = 0;
        if self.knows_address(application) {
            weight += 8;
        }
        if self.knows_name(application) {
            weight += 5;
        }
        if self.answers(application) {
            weight += 5;
        }
        if !company.is_empty() {
            if self.hosts.contains(&squeezed(&company)) {
                weight += 5;
            }
            if holds(&self.title, &company) || self.names.iter().any(|it| holds(it, &company)) {
                weight += 4;
            } else if holds(&self.text, &company) {
                weight += 3;
            }
        }
        // Many positions are called alike: the name only tells one at a company from the other.
        if weight > 0 && !position.is_empty() {
            if holds(&self.title, &position) {
                weight += 2;
            } else if holds(&self.text, &position) {
                weight += 1;
            }
        }
        weight
    }

    fn knows_address(&self, application: &Application) -> bool {
        let mut known = application.contacts.iter().map(|contact| &contact.email);
        known.any(|email| {
            let email = email.trim().to_lowercase();
            !email.is_empty() && self.addresses.contains(&email)
        })
    }

    /// First names alone are too common.
    fn knows_name(&self, application: &Application) -> bool {
        let full = |name: &&str| name.trim().contains(' ');
        let mut known = application.people().into_iter().filter(full);
        known.any(|person| self.names.iter().any(|name| same_name(name, person)))
    }

    /// Whether it has the subject of a letter that was sent.
    fn answers(&self, application: &Application) -> bool {
        let mut sent = application
            .history
            .iter()
            .filter_map(|entry| match &entry.event {
                Event::Sent(message) => Some(name_key(&message.subject)),
                _ => None,
            });
        !self.thread.is_empty()
            && self.thread != self.title
            && sent.any(|subject| thread(&subject) == self.thread)
    }
}

/// A subject without what answering and forwarding put before it; in small letters.
fn thread(subject: &str) -> &str {
    const MARKS: [&str; 8] = ["re:", "aw:", "fw:", "fwd:", "wg:", "sv:", "tr:", "rv:"];
    let mut subject = subject.trim();
    while let Some(rest) = MARKS.iter().find_map(|mark| subject.strip_prefix(mark)) {
        subject = rest.trim_start();
    }
    subject
}

/// Parts of an address's domain, but for its last; nothing of a domain where everybody has mail.
fn hosts(address: &str) -> Vec<String> {
    let Some((_, domain)) = address.rsplit_once('@') else {
        return Vec::new();
    };
    if is_for_everybody(domain) {
        return Vec::new();
    }
    let Some((before, _)) = domain.rsplit_once('.') else {
        return Vec::new();
    };
    before
        .split('.')
        .map(squeezed)
        .filter(|part| part.len() > 2)
        .collect()
}

/// Whether anybody can have an address there, so that it tells nothing of an employer.
pub(super) fn is_for_everybody(domain: &str) -> bool {
    const DOMAINS: [&str; 14] = [
        "gmail.com",
        "googlemail.com",
        "outlook.com",
        "hotmail.com",
        "live.com",
        "yahoo.com",
        "icloud.com",
        "me.com",
        "gmx.de",
        "gmx.net",
        "web.de",
        "proton.me",
        "protonmail.com",
        "aol.com",
    ];
    DOMAINS.contains(&domain)
}

/// A company's name without what the law adds to it, in small letters.
pub(super) fn company_key(company: &str) -> String {
    const LEGAL: [&str; 18] = [
        "inc",
        "incorporated",
        "llc",
        "ltd",
        "limited",
        "plc",
        "corp",
        "corporation",
        "co",
        "company",
        "gmbh",
        "ag",
        "se",
        "sa",
        "bv",
        "ab",
        "oy",
        "spa",
    ];
    let key = name_key(company);
    let words: Vec<&str> = key
        .split(|c: char| c.is_whitespace() || matches!(c, '.' | ','))
        .filter(|word| !word.is_empty())
        .collect();
    let own = words
        .iter()
        .rposition(|word| !LEGAL.contains(word) && *word != "&");
    let end = own.map_or(words.len(), |last| last + 1);
    words.get(..end).unwrap_or(&words).join(" ")
}

/// Letters and digits alone, as in the name of a domain.
fn squeezed(name: &str) -> String {
    name.chars().filter(|c| c.is_alphanumeric()).collect()
}

/// Whether `words` stand in `text`, and not within other words.
fn holds(text: &str, words: &str) -> bool {
    let is_edge = |c: Option<char>| c.is_none_or(|c| !c.is_alphanumeric());
    text.match_indices(words).any(|(start, _)| {
        let (before, rest) = text.split_at(start);
        let after = rest.get(words.len()..).unwrap_or_default();
        is_edge(before.chars().next_back()) && is_edge(after.chars().next())
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::exchange::events;

    const EVENTS: &str = r#"{"application":"a","event":"applied","at":"2026-11-02","company":"Acme, Inc.","position":"Engineer"}
{"application":"a","event":"contact","at":"2026-11-02","name":"Dana Wu","email":"dana@hiring.example"}
{"application":"a","event":"sent","at":"2026-11-03","scenario":"question","to":["Dana Wu"],"subject":"The start date"}
{"application":"b","event":"applied","at":"2026-11-02","company":"Quill & Sons","position":"Backend engineer"}
{"application":"c","event":"applied","at":"2026-11-02","company":"Quill & Sons","position":"Analyst"}
{"application":"d","event":"applied","at":"2026-11-02","company":"Next","position":"Engineer"}"#;

    fn fits(clues: &Clues) -> (Vec<String>, Option<String>) {
        let zone = "Europe/Berlin".parse().unwrap();
        let search = events::import(&JobSearch::default(), EVENTS, zone)
            .unwrap()
            .search;
        let key = |id: &ApplicationId| search.application(*id).unwrap().key.clone();
        let fits = clues.fits(&search, |_| true);
        (
            fits.all.iter().map(key).collect(),
            fits.sure.as_ref().map(key),
        )
    }

    fn mail(address: &str, title: &str, text: &str) -> Clues {
        Clues {
            addresses: vec![address.to_owned()],
            title: title.to_owned(),
            text: text.to_owned(),
            ..Clues::default()
        }
    }

    #[test]
    fn an_address_a_domain_or_a_thread_leaves_no_doubt() {
        for (clues, key) in [
            (mail("DANA@hiring.example", "Hello", ""), "a"),
            (mail("jobs@mail.acme.co.example", "Hello", ""), "a"),
            (
                mail("noreply@ats.example", "Re: AW: The start date", ""),
                "a",
            ),
            (
                mail("x@quill-sons.example", "Your application as Analyst", ""),
                "c",
            ),
        ] {
            assert_eq!(fits(&clues).1.as_deref(), Some(key), "{clues:?}");
        }
    }

    #[test]
    fn what_may_be_chance_is_asked_about() {
        for (clues, all) in [
            (mail("x@quill-sons.example", "Hello", ""), vec!["c", "b"]),
            (
                mail("x@gmail.com", "News", "We at Acme have news"),
                vec!["a"],
            ),
            (mail("x@gmail.com", "Engineer wanted", ""), vec![]),
            (mail("x@ats.example", "acmeist", "Nextcloud"), vec![]),
        ] {
            assert_eq!(
                fits(&clues),
                (all.into_iter().map(str::to_owned).collect(), None)
            );
        }
    }

    #[test]
    fn a_company_is_known_without_what_the_law_adds() {
        for name in ["Acme", "ACME Inc.", "Acme, Inc", "Acme GmbH & Co"] {
            assert_eq!(company_key(name), "acme", "{name}");
        }
        assert_eq!(company_key("Quill & Sons"), "quill & sons");
        assert_eq!(company_key("Co"), "co");
    }
}
