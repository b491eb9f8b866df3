//! Two changed versions of a search and what both began with become one that has the changes of
//! both.
//!
//! Applications are told apart by their id, and merged field by field; lists within them item by
//! item. Where both sides changed the same thing in different ways, ours stays in place and
//! theirs is kept whole, as an application of its own beside it. Settings have no such second
//! place: there ours stays, and the note says so (their file is among the backups).

use std::collections::{BTreeMap, BTreeSet};
use std::hash::{DefaultHasher, Hasher as _};
use std::sync::Arc;

use uuid::Uuid;

use crate::model::{
    Application, ApplicationId, Contact, Draft, Entry, JobSearch, Muted, Policy, Profile,
    Reminders, Settings, Spelling,
};

/// What came of a merge.
#[derive(Clone, Debug, PartialEq)]
pub struct Merged {
    /// The search with the changes of both.
    pub search: JobSearch,
    /// What the user should know, as sentences.
    pub notes: Vec<String>,
}

/// Merges `ours` and `theirs`, which both began as `base`.
pub fn merge(base: &JobSearch, ours: &JobSearch, theirs: &JobSearch) -> Merged {
    let mut clash = Clash::default();
    let settings = settings(base, ours, theirs, &mut clash);
    let mut search = settings.with(BTreeMap::new());
    let mut notes = Vec::new();
    if clash.happened {
        notes.push(
            "A setting was changed here and elsewhere in different ways. The one made here \
             stays; the other file is among the backups."
                .to_owned(),
        );
    }
    let copies = applications(base, ours, theirs, &mut search);
    settle_keys(theirs, &mut search);
    for copy in copies {
        notes.push(format!(
            "{}, {} was changed here and elsewhere in different ways. Both are kept; theirs is \
             marked “{OTHER_VERSION}”.",
            copy.company, copy.position
        ));
        put_beside(copy, &mut search);
    }
    Merged { search, notes }
}

/// Whether a note is about a version that was kept beside ours: the window asks about those.
pub fn is_about_versions(note: &str) -> bool {
    note.contains(OTHER_VERSION)
}

/// What marks the position of a second version.
const OTHER_VERSION: &str = "(other version)";

/// Whether something was changed by both sides in different ways.
#[derive(Default)]
struct Clash {
    happened: bool,
}

/// Merges the applications into `search`; returns their versions of those that clash.
fn applications(
    base: &JobSearch,
    ours: &JobSearch,
    theirs: &JobSearch,
    search: &mut JobSearch,
) -> Vec<Arc<Application>> {
    let ids: BTreeSet<ApplicationId> = ours
        .applications
        .keys()
        .chain(theirs.applications.keys())
        .copied()
        .collect();
    let mut copies = Vec::new();
    for id in ids {
        let (before, mine, other) = (
            base.application(id),
            ours.application(id),
            theirs.application(id),
        );
        let kept = match (mine, other) {
            (Some(mine), Some(other)) if same(mine, other) || unchanged(before, other) => {
                Some(Arc::clone(mine))
            }
            (Some(mine), Some(other)) if unchanged(before, mine) => Some(Arc::clone(other)),
            (Some(mine), Some(other)) => {
                let mut clash = Clash::default();
                let begun = before.map_or_else(|| empty_like(mine), |before| (**before).clone());
                let merged = application(&begun, mine, other, &mut clash);
                if clash.happened {
                    copies.push(Arc::clone(other));
                }
                Some(Arc::new(merged))
            }
            // Removed on one side: gone, unless the other side has changed it since.
            (Some(one), None) | (None, Some(one)) => {
                (!unchanged(before, one)).then(|| Arc::clone(one))
            }
            (None, None) => None,
        };
        if let Some(kept) = kept {
            search.applications.insert(id, kept);
        }
    }
    copies
}

/// Whether two searches are equal. Those that share their applications are compared in no time.
pub(crate) fn same_search(a: &JobSearch, b: &JobSearch) -> bool {
    Settings::of(a) == Settings::of(b)
        && a.applications.len() == b.applications.len()
        && a.applications
            .values()
            .zip(b.applications.values())
            .all(|(a, b)| same(a, b))
}

pub(crate) fn same(a: &Arc<Application>, b: &Arc<Application>) -> bool {
    Arc::ptr_eq(a, b) || a == b
}

fn unchanged(before: Option<&Arc<Application>>, now: &Arc<Application>) -> bool {
    before.is_some_and(|before| same(before, now))
}

/// What an application that both sides added began with.
fn empty_like(one: &Application) -> Application {
    Application {
        id: one.id,
        ..Application::new(String::new(), String::new(), String::new(), one.applied)
    }
}

/// Keeps `theirs` beside ours. The same version gets the same id again, so that it is never kept
/// twice.
fn put_beside(theirs: Arc<Application>, search: &mut JobSearch) {
    let mut hasher = DefaultHasher::new();
    hasher.write(format!("{theirs:?}").as_bytes());
    let (high, _) = theirs.id.0.as_u64_pair();
    let id = ApplicationId(Uuid::from_u64_pair(high, hasher.finish()));
    if search.applications.contains_key(&id) {
        return;
    }
    let mut copy = Arc::unwrap_or_clone(theirs);
    copy.id = id;
    copy.key = search.free_key(&copy.company, &copy.position);
    copy.position = format!("{} {OTHER_VERSION}", copy.position);
    search.put(copy);
}

/// Every version that was kept beside ours: the application in place, and the other version.
pub fn other_versions(search: &JobSearch) -> Vec<(ApplicationId, ApplicationId)> {
    let all = search.applications.values();
    all.filter(|one| one.position.ends_with(OTHER_VERSION))
        .filter_map(|copy| {
            // The first half of the id is that of the version in place.
            let (high, _) = copy.id.0.as_u64_pair();
            let [first, last] =
                [0, u64::MAX].map(|low| ApplicationId(Uuid::from_u64_pair(high, low)));
            let alike = search.applications.range(first..=last).map(|(_, one)| one);
            let mut alike = alike.filter(|one| !one.position.ends_with(OTHER_VERSION));
            let first = alike.clone().next();
            let same_company = alike.find(|one| one.company == copy.company);
            same_company.or(first).map(|ours| (ours.id, copy.id))
        })
        .collect()
}

/// Takes the mark of a second version off.
pub fn unmark(application: &mut Application) {
    if let Some(position) = application.position.strip_suffix(OTHER_VERSION) {
        application.position = position.trim_end().to_owned();
    }
}

/// Two sides may have given the same key to different applications; then ours gets a new one.
fn settle_keys(theirs: &JobSearch, search: &mut JobSearch) {
    let theirs_keys: BTreeMap<&str, ApplicationId> = theirs
        .applications
        .values()
        .map(|application| (application.key.as_str(), application.id))
        .collect();
    let doubled: Vec<Arc<Application>> = search
        .applications
        .values()
        .filter(|application| {
            !theirs.applications.contains_key(&application.id)
                && theirs_keys
                    .get(application.key.as_str())
                    .is_some_and(|id| search.applications.contains_key(id))
        })
        .cloned()
        .collect();
    for application in doubled {
        let mut application = Arc::unwrap_or_clone(application);
        application.key = search.free_key(&application.company, &application.position);
        search.put(application);
    }
}

/// Builds a struct field by field, each by [`one`] unless said otherwise. Naming every field, it
/// does not compile when one is added and forgotten here.
macro_rules! by_field {
    ($type:ident, $base:ident, $ours:ident, $theirs:ident, $clash:ident,
     { $($field:ident),* $(,)? } $(, $special:ident: $value:expr)* $(,)?) => {
        $type {
            $($field: one(&$base.$field, &$ours.$field, &$theirs.$field, $clash),)*
            $($special: $value,)*
        }
    };
}

fn settings(base: &JobSearch, ours: &JobSearch, theirs: &JobSearch, clash: &mut Clash) -> Settings {
    by_field!(Settings, base, ours, theirs, clash, { appearance, achievements },
        profile: profile(&base.profile, &ours.profile, &theirs.profile, clash),
        policy: policy(&base.policy, &ours.policy, &theirs.policy, clash),
        spelling: spelling(&base.spelling, &ours.spelling, &theirs.spelling, clash),
        reminders: reminders(&base.reminders, &ours.reminders, &theirs.reminders, clash),
        stages: list(
            &base.stages, &ours.stages, &theirs.stages,
            |stage| stage.id.clone(), one, clash,
        ),
        templates: map(&base.templates, &ours.templates, &theirs.templates, clash),
        unfinished: map(&base.unfinished, &ours.unfinished, &theirs.unfinished, clash),
        scenarios: list(
            &base.scenarios, &ours.scenarios, &theirs.scenarios,
            |own| own.scenario, one, clash,
        ),
        muted: muted(&base.muted, &ours.muted, &theirs.muted, clash),
        views: list(
            &base.views, &ours.views, &theirs.views,
            |view| view.name.clone(), one, clash,
        ),
    )
}

fn profile(base: &Profile, ours: &Profile, theirs: &Profile, clash: &mut Clash) -> Profile {
    by_field!(Profile, base, ours, theirs, clash, { name, sign_off, signature, phone, linkedin })
}

fn policy(base: &Policy, ours: &Policy, theirs: &Policy, clash: &mut Clash) -> Policy {
    by_field!(Policy, base, ours, theirs, clash, {
        morning, evening, weekend, days_off, first_check_in_days, overdue_days, interval_days,
        check_applied, applied_days,
    })
}

fn spelling(base: &Spelling, ours: &Spelling, theirs: &Spelling, clash: &mut Clash) -> Spelling {
    by_field!(Spelling, base, ours, theirs, clash,
        { off, dialect },
        words: list(&base.words, &ours.words, &theirs.words, Clone::clone, one, clash),
    )
}

fn reminders(
    base: &Reminders,
    ours: &Reminders,
    theirs: &Reminders,
    clash: &mut Clash,
) -> Reminders {
    by_field!(Reminders, base, ours, theirs, clash,
        { off, quiet_hours, on_days_off, sound, hide_names, calendar },
        silent: list(&base.silent, &ours.silent, &theirs.silent, |kind| *kind, one, clash),
    )
}

fn application(
    base: &Application,
    ours: &Application,
    theirs: &Application,
    clash: &mut Clash,
) -> Application {
    by_field!(Application, base, ours, theirs, clash,
        { id, key, company, position, applied, stage, url, location, source, salary, advert },
        tags: list(&base.tags, &ours.tags, &theirs.tags, Clone::clone, one, clash),
        documents: list(
            &base.documents, &ours.documents, &theirs.documents,
            |document| document.place.clone(), one, clash,
        ),
        contacts: list(
            &base.contacts, &ours.contacts, &theirs.contacts,
            |person| person.name.clone(), contact, clash,
        ),
        history: history(base, ours, theirs, clash),
        drafts: list(
            &base.drafts, &ours.drafts, &theirs.drafts,
            |draft| (draft.scenario, draft.person.clone()), draft, clash,
        ),
        // Where a card lies is not worth a second version of it.
        rank: one(&base.rank, &ours.rank, &theirs.rank, &mut Clash::default()),
        unknown: map(&base.unknown, &ours.unknown, &theirs.unknown, clash),
    )
}

fn contact(base: &Contact, ours: &Contact, theirs: &Contact, clash: &mut Clash) -> Contact {
    by_field!(Contact, base, ours, theirs, clash,
        { name, called, role, email, phone, linkedin, prefers, manager, agency, arranged, withheld, since },
        unknown: map(&base.unknown, &ours.unknown, &theirs.unknown, clash),
    )
}

fn draft(base: &Draft, ours: &Draft, theirs: &Draft, clash: &mut Clash) -> Draft {
    by_field!(Draft, base, ours, theirs, clash,
        { scenario, person, subject, body },
        ignored: muted(&base.ignored, &ours.ignored, &theirs.ignored, clash),
        // It explains the words, and is not worth a second version of them.
        said: map(&base.said, &ours.said, &theirs.said, &mut Clash::default()),
    )
}

fn muted(base: &[Muted], ours: &[Muted], theirs: &[Muted], clash: &mut Clash) -> Vec<Muted> {
    list(base, ours, theirs, Muted::clone, one::<Muted>, clash)
}

fn entry(base: &Entry, ours: &Entry, theirs: &Entry, clash: &mut Clash) -> Entry {
    by_field!(Entry, base, ours, theirs, clash,
        { id, at, event, origin },
        unknown: map(&base.unknown, &ours.unknown, &theirs.unknown, clash),
    )
}

/// A history is in the order of recording; ids of entries are, too.
fn history(
    base: &Application,
    ours: &Application,
    theirs: &Application,
    clash: &mut Clash,
) -> Vec<Entry> {
    let (base, ours, theirs) = (&base.history, &ours.history, &theirs.history);
    let mut merged = list(base, ours, theirs, |entry| entry.id, entry, clash);
    let (changed_here, changed_there) = (ours != base, theirs != base);
    if changed_here && changed_there {
        let old: BTreeSet<_> = base.iter().map(|entry| entry.id).collect();
        merged.sort_by_key(|entry| (!old.contains(&entry.id)).then_some(entry.id));
    }
    merged
}

/// The changed one of two values; ours where both are.
fn one<T: Clone + PartialEq>(base: &T, ours: &T, theirs: &T, clash: &mut Clash) -> T {
    if ours == base {
        theirs.clone()
    } else {
        clash.happened |= ours != theirs && theirs != base;
        ours.clone()
    }
}

/// Merges lists item by item: ours in our order, then what they added.
fn list<T, K>(
    base: &[T],
    ours: &[T],
    theirs: &[T],
    key: impl Fn(&T) -> K,
    merge: impl Fn(&T, &T, &T, &mut Clash) -> T,
    clash: &mut Clash,
) -> Vec<T>
where
    T: Clone + PartialEq,
    K: Ord,
{
    if theirs == base || ours == theirs {
        return ours.to_vec();
    }
    if ours == base {
        return theirs.to_vec();
    }
    let (Some(before), Some(mine), Some(others)) =
        (by_key(base, &key), by_key(ours, &key), by_key(theirs, &key))
    else {
        // Items that cannot be told apart cannot be merged one by one.
        return one(&base.to_vec(), &ours.to_vec(), &theirs.to_vec(), clash);
    };
    let mut merged = Vec::with_capacity(ours.len());
    for item in ours {
        match (before.get(&key(item)), others.get(&key(item))) {
            (Some(base), Some(other)) => merged.push(merge(base, item, other, clash)),
            (None, Some(other)) => {
                clash.happened |= item != *other;
                merged.push(item.clone());
            }
            (Some(base), None) if *base == item => {}
            (_, None) => merged.push(item.clone()),
        }
    }
    for item in theirs {
        let stays = match (before.get(&key(item)), mine.get(&key(item))) {
            (_, Some(_)) => false,
            (Some(base), None) => *base != item,
            (None, None) => true,
        };
        if stays {
            merged.push(item.clone());
        }
    }
    merged
}

/// The items by their keys; nothing if two have the same.
fn by_key<T, K: Ord>(items: &[T], key: impl Fn(&T) -> K) -> Option<BTreeMap<K, &T>> {
    let map: BTreeMap<K, &T> = items.iter().map(|item| (key(item), item)).collect();
    (map.len() == items.len()).then_some(map)
}

fn map<T: Clone + PartialEq>(
    base: &BTreeMap<String, T>,
    ours: &BTreeMap<String, T>,
    theirs: &BTreeMap<String, T>,
    clash: &mut Clash,
) -> BTreeMap<String, T> {
    let names: BTreeSet<&String> = ours.keys().chain(theirs.keys()).collect();
    let mut merged = BTreeMap::new();
    for name in names {
        let (before, mine, other) = (base.get(name), ours.get(name), theirs.get(name));
        // Removed here and changed there: the change stays.
        let kept = one(&before, &mine, &other, clash).or(other.filter(|_| other != before));
        if let Some(kept) = kept {
            merged.insert(name.clone(), kept.clone());
        }
    }
    merged
}
