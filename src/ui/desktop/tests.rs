//! The real outside on real files, without a window.

use std::fs;
use std::path::Path;
use std::time::{Duration, Instant};

use tempfile::TempDir;

use super::*;
use crate::app::{Details, Dialog, ExportPlan, Go, Progress};
use crate::exchange::{Format, Part};
use crate::store::Backup;
use crate::time::When;

/// A window without a window: the state, and the desktop around it.
struct Session {
    state: State,
    desktop: Desktop,
    ctx: Context,
}

impl Session {
    fn open(path: &Path) -> Self {
        let ctx = Context::default();
        let (state, start) = begin(path, true, &Clock::system()).unwrap();
        let mut desktop = Desktop::new(ClockSource::new(None), ctx.clone());
        desktop.start(start);
        Self {
            state,
            desktop,
            ctx,
        }
    }

    fn apply(&mut self, command: Command) {
        let clock = self.desktop.clock();
        for effect in self.state.apply(command, &clock) {
            self.desktop.perform(effect, &self.ctx);
        }
    }

    fn add(&mut self, company: &str) {
        let today = When::Day(self.desktop.clock().today());
        let details = Details::named(company.to_owned(), "Engineer".to_owned(), today);
        self.apply(Command::Add {
            details,
            stage: None,
        });
    }

    /// Lets frames pass until `reached`.
    #[track_caller]
    fn until(&mut self, reached: impl Fn(&State) -> bool) {
        let began = Instant::now();
        while !reached(&self.state) {
            assert!(
                began.elapsed() < Duration::from_secs(20),
                "never came: {:?} {:?}",
                self.state.saving,
                self.state.banners
            );
            for command in self.desktop.news(&self.state.search) {
                self.apply(command);
            }
            thread::sleep(Duration::from_millis(10));
        }
    }

    fn companies(&self) -> Vec<&str> {
        let all = self.state.search.applications.values();
        all.map(|application| application.company.as_str())
            .collect()
    }
}

fn has(company: &'static str) -> impl Fn(&State) -> bool {
    move |state| {
        let mut all = state.search.applications.values();
        all.any(|application| application.company == company)
    }
}

fn folder() -> TempDir {
    tempfile::tempdir().unwrap()
}

#[test]
fn what_is_done_is_there_after_a_restart() {
    let folder = folder();
    let file = folder.path().join("afterword.ron");
    let mut session = Session::open(&file);
    session.add("Acme");
    session.until(|state| state.saving == SaveStatus::Saving);
    session.until(|state| state.saving == SaveStatus::Saved);
    session.add("Bolt");
    session.desktop.close();
    let again = Session::open(&file);
    assert_eq!(again.companies(), ["Acme", "Bolt"]);
    assert_eq!(again.state.search, session.state.search);
}

#[test]
fn a_change_from_outside_is_taken_over_without_a_word_lost() {
    let folder = folder();
    let file = folder.path().join("afterword.ron");
    let mut here = Session::open(&file);
    here.add("Acme");
    here.until(|state| state.saving == SaveStatus::Saving);
    here.until(|state| state.saving == SaveStatus::Saved);
    let mut there = Session::open(&file);
    there.add("Bolt");
    there.desktop.close();
    here.until(has("Bolt"));
    assert_eq!(here.companies(), ["Acme", "Bolt"]);
}

#[test]
fn the_search_moves_to_another_file_with_what_is_done_meanwhile() {
    let folder = folder();
    let (old, new) = (folder.path().join("old.ron"), folder.path().join("new.ron"));
    let mut session = Session::open(&old);
    session.add("Acme");
    let _ = session
        .desktop
        .sender
        .send(News::Chosen(Chosen::Place, new.clone()));
    for command in session.desktop.news(&session.state.search.clone()) {
        session.apply(command);
    }
    session.add("Bolt");
    session.until(|state| state.file.as_deref() == Some(new.as_path()));
    session.desktop.close();
    assert_eq!(Session::open(&new).companies(), ["Acme", "Bolt"]);
    assert_eq!(Session::open(&old).companies(), ["Acme"]);
}

#[test]
fn another_file_is_opened() {
    let folder = folder();
    let (one, two) = (folder.path().join("one.ron"), folder.path().join("two.ron"));
    let mut session = Session::open(&two);
    session.add("Bolt");
    session.desktop.close();
    let mut session = Session::open(&one);
    session.add("Acme");
    session.apply(Command::Ask(Effect::Open(two)));
    session.until(has("Bolt"));
    assert_eq!(session.companies(), ["Bolt"]);
    assert!(session.state.history.undoable().is_none());
    session.desktop.close();
    assert_eq!(Session::open(&one).companies(), ["Acme"]);
}

#[test]
fn a_damaged_file_is_left_alone_and_gone_on_beside() {
    let folder = folder();
    let file = folder.path().join("afterword.ron");
    fs::write(&file, "(schema: 1, search: (").unwrap();
    let mut session = Session::open(&file);
    session.until(|state| state.dialog.is_some());
    assert_eq!(session.state.saving, SaveStatus::NotLoaded);
    session.add("Acme");
    assert_eq!(fs::read_to_string(&file).unwrap(), "(schema: 1, search: (");
    session.apply(Command::Ask(Effect::StartBeside(file.clone())));
    session.until(|state| state.dialog.is_none());
    session.add("Bolt");
    session.desktop.close();
    assert_eq!(Session::open(&file).companies(), ["Bolt"]);
    let kept = fs::read_dir(folder.path()).unwrap().flatten();
    let kept = kept.filter(|entry| entry.file_name().to_string_lossy().contains("damaged"));
    assert_eq!(kept.count(), 1);
}

#[test]
fn events_go_out_and_come_in() {
    let folder = folder();
    let events = folder.path().join("search.jsonl");
    let mut session = Session::open(&folder.path().join("one.ron"));
    session.add("Acme");
    let current = session.state.search.clone();
    session.desktop.export(events.clone(), plan(), &current);
    session.until(|state| !state.banners.is_empty());
    let mut other = Session::open(&folder.path().join("two.ron"));
    other.desktop.take_in_file(events);
    other.until(has("Acme"));
    other.apply(Command::Undo);
    assert!(other.companies().is_empty());
    // The ending that was left out would name a file that the desktop did not ask about.
    let before = fs::read(folder.path().join("search.jsonl")).unwrap();
    let chosen = folder.path().join("search");
    other.desktop.export(chosen, plan(), &JobSearch::default());
    other.until(|state| {
        let mut banners = state.banners.iter();
        banners.any(|banner| banner.kind == BannerKind::Failure)
    });
    let after = fs::read(folder.path().join("search.jsonl")).unwrap();
    assert_eq!(before, after);
    let stopped = plan();
    stopped.progress.stop();
    let zip = folder.path().join("all.zip");
    other.desktop.export(zip.clone(), stopped, &current);
    other.until(|state| {
        state
            .banners
            .iter()
            .any(|banner| banner.text.contains("stopped"))
    });
    assert!(!zip.exists());
}

fn plan() -> ExportPlan {
    ExportPlan {
        format: Format::Events,
        part: Part::default(),
        name: String::new(),
        progress: Progress::default(),
    }
}

#[test]
fn a_document_is_copied_beside_the_search_and_found_there() {
    let folder = folder();
    let cv = folder.path().join("cv.pdf");
    fs::write(&cv, "%PDF-1.7").unwrap();
    let mut session = Session::open(&folder.path().join("one.ron"));
    session.add("Acme");
    let id = *session.state.search.applications.keys().next().unwrap();
    let _ = session
        .desktop
        .sender
        .send(News::Chosen(Chosen::Document(id), cv.clone()));
    let place = |state: &State| {
        let acme = state.search.application(id).unwrap();
        acme.documents
            .first()
            .map(|document| document.place.clone())
    };
    session.until(|state| place(state) == cv.to_str().map(str::to_owned));
    let copy = Effect::CopyDocument(id, cv.to_string_lossy().into_owned());
    session.apply(Command::Ask(copy));
    let inner = "one documents/acme-engineer/cv.pdf";
    session.until(|state| place(state).as_deref() == Some(inner));
    assert!(folder.path().join(inner).is_file());
    session.apply(Command::Ask(Effect::OpenDocument("gone.pdf".to_owned())));
    session.until(|state| {
        let mut banners = state.banners.iter();
        banners.any(|banner| banner.text == "gone.pdf is not there any more.")
    });
    let script = folder.path().join("run.sh");
    fs::write(&script, "#!/bin/sh").unwrap();
    session.apply(Command::Ask(Effect::OpenDocument(
        script.to_string_lossy().into_owned(),
    )));
    session.until(|state| {
        let mut banners = state.banners.iter();
        banners.any(|banner| banner.text.starts_with("Only web and mail addresses"))
    });
}

#[test]
fn files_of_every_kind_are_offered() {
    let folder = folder();
    let mut session = Session::open(&folder.path().join("one.ron"));
    session.add("Acme");
    for (name, content) in [
        (
            "people.vcf",
            "BEGIN:VCARD\nVERSION:3.0\nFN:Dana Wu\nORG:Acme\nEND:VCARD\n",
        ),
        (
            "Connections.csv",
            "First Name,Last Name,URL,Email Address,Company,Position,Connected On\nAnn,Ito,,,Acme,,05 Mar 2024\n",
        ),
        (
            "invite.ics",
            "BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:1\nSUMMARY:Acme\nDTSTART:20261130T130000Z\nEND:VEVENT\nEND:VCALENDAR\n",
        ),
        ("mail.eml", "From: x@acme.example\nSubject: News\n\nHello\n"),
        ("table.csv", "Company,Position\nBolt,Engineer\n"),
    ] {
        let path = folder.path().join(name);
        fs::write(&path, content).unwrap();
        session.apply(Command::Ask(Effect::TakeInFile(path)));
        session.until(|state| state.dialog.is_some());
        session.apply(Command::Go(Go::CloseDialog));
        session.apply(Command::Ask(Effect::TakeInText(content.to_owned())));
        if name != "mail.eml" {
            session.until(|state| state.dialog.is_some());
        }
        session.apply(Command::Go(Go::CloseDialog));
    }
    let path = folder.path().join("broken.ics");
    fs::write(&path, "BEGIN:VCALENDAR\n").unwrap();
    session.apply(Command::Ask(Effect::TakeInFile(path)));
    session.until(|state| {
        state
            .banners
            .iter()
            .any(|banner| banner.text.contains("breaks off"))
    });
}

#[test]
fn a_backup_is_gone_back_to_in_one_step_that_can_be_undone() {
    let folder = folder();
    let file = folder.path().join("afterword.ron");
    let mut first = Session::open(&file);
    first.add("Acme");
    first.desktop.close();
    let mut session = Session::open(&file);
    session.add("Bolt");
    session.add("Cask");
    session.until(|state| state.saving == SaveStatus::Saving);
    session.until(|state| state.saving == SaveStatus::Saved);

    session.apply(Command::Ask(Effect::ListBackups {
        file: file.clone(),
        current: Box::new(session.state.search.clone()),
    }));
    session.until(|state| state.dialog.is_some());
    let Some(Dialog::Backups(all)) = session.state.dialog.take() else {
        panic!("no list of backups");
    };
    assert_eq!(all.len(), 1);
    assert_eq!(all[0].differs, "2 applications fewer");
    assert_eq!(
        all[0].preview,
        ["Goes: Bolt, Engineer", "Goes: Cask, Engineer"]
    );

    session.apply(Command::Ask(Effect::ReadBackup(all[0].clone())));
    session.until(|state| !has("Bolt")(state));
    assert_eq!(session.companies(), ["Acme"]);
    session.until(|state| state.saving == SaveStatus::Saving);
    session.until(|state| state.saving == SaveStatus::Saved);
    let backups = Backup::all(&file).unwrap();
    assert_eq!(backups.len(), 2, "what was there is kept");
    assert_eq!(backups[0].read().unwrap().applications.len(), 3);
    session.apply(Command::Undo);
    assert_eq!(session.companies(), ["Acme", "Bolt", "Cask"]);
}

#[test]
fn what_can_be_read_of_a_damaged_file_is_gone_on_with() {
    let folder = folder();
    let file = folder.path().join("afterword.ron");
    let mut session = Session::open(&file);
    session.add("Acme");
    session.add("Bolt");
    session.desktop.close();
    let text = fs::read_to_string(&file).unwrap();
    fs::write(
        &file,
        text.replacen("company: \"Acme\"", "company: Acme", 1),
    )
    .unwrap();

    let mut session = Session::open(&file);
    session.until(|state| state.dialog.is_some());
    let Some(Dialog::Damaged(damaged)) = &session.state.dialog else {
        panic!("no word on the damage");
    };
    assert_eq!(damaged.rest, (1, 1));
    session.apply(Command::Ask(Effect::Salvage(file)));
    session.until(has("Bolt"));
    assert_eq!(session.companies(), ["Bolt"]);
}

#[test]
fn a_second_version_is_taken_in_when_the_user_agrees_and_put_away_then() {
    let folder = folder();
    let file = folder.path().join("afterword.ron");
    let copy = folder
        .path()
        .join("afterword (conflicted copy 2026-11-23 101112).ron");
    let mut first = Session::open(&file);
    first.add("Acme");
    first.desktop.close();
    fs::copy(&file, &copy).unwrap();
    let mut other = Session::open(&copy);
    other.add("Bolt");
    other.desktop.close();

    let mut session = Session::open(&file);
    session.until(|state| !state.banners.is_empty());
    let banner = session.state.banners[0].clone();
    assert!(
        banner.text.contains("1 application more"),
        "{}",
        banner.text
    );
    assert!(copy.exists(), "nothing happens to it before");
    let (_, agree) = banner.actions[0].clone();
    session.apply(agree);
    session.until(has("Bolt"));
    session.until(|_| !copy.exists());
    assert_eq!(Session::open(&file).companies(), ["Acme", "Bolt"]);
    let backups = fs::read_dir(folder.path().join("backups")).unwrap();
    let mut names = backups.map(|entry| entry.unwrap().file_name().into_string().unwrap());
    assert!(names.any(|name| name.starts_with("afterword.merged-")));
}

#[test]
fn another_program_can_have_the_window_show_an_application() {
    let folder = folder();
    let file = folder.path().join("afterword.ron");
    let mut session = Session::open(&file);
    session.add("Acme");
    let acme = *session.state.search.applications.keys().next().unwrap();
    ask(&file, Request::Open(acme)).unwrap();
    session.until(|state| state.panel.is_some());
    session.desktop.close();
    assert!(
        ask(&file, Request::Show).is_err(),
        "a window that closed does not answer"
    );
}

#[test]
fn words_that_are_typed_are_kept_beside_the_file_they_are_of() {
    let folder = folder();
    let (one, two) = (folder.path().join("one.ron"), folder.path().join("two.ron"));
    let mut session = Session::open(&one);
    assert_eq!(session.desktop.words_before().as_deref(), Some(""));
    session.desktop.keep_words("Dear Dana");
    session.add("Acme");
    session.apply(Command::Ask(Effect::Open(two.clone())));
    session.until(|state| state.file.as_deref() == Some(two.as_path()));
    assert_eq!(session.desktop.words_before().as_deref(), Some(""));
    session.desktop.keep_words("Dear Ann");
    session.desktop.close();
    for (file, words) in [(&one, "Dear Dana"), (&two, "Dear Ann")] {
        let mut next = Session::open(file);
        assert_eq!(next.desktop.words_before().as_deref(), Some(words));
        assert_eq!(next.desktop.words_before(), None);
        next.desktop.close();
    }
}

#[test]
fn edits_outlive_a_place_that_cannot_be_moved_to() {
    let folder = folder();
    let file = folder.path().join("afterword.ron");
    let mut session = Session::open(&file);
    session.add("Acme");
    session.until(|state| state.saving == SaveStatus::Saving);
    session.until(|state| state.saving == SaveStatus::Saved);
    let valid = fs::read(&file).unwrap();
    fs::write(&file, "ruined").unwrap();
    session.until(|state| matches!(state.saving, SaveStatus::Failed(_)));
    session.add("Bolt");
    let nowhere = folder.path().join("backups");
    fs::create_dir_all(&nowhere).unwrap();
    let _ = session
        .desktop
        .sender
        .send(News::Chosen(Chosen::Place, nowhere));
    session.until(|state| {
        let mut failures = state.banners.iter();
        failures.any(|banner| banner.kind == BannerKind::Failure)
    });
    fs::write(&file, valid).unwrap();
    session.until(|state| state.saving == SaveStatus::Saved);
    session.desktop.close();
    assert_eq!(Session::open(&file).companies(), ["Acme", "Bolt"]);
}
