//! A picture of every view in both themes and two scales, compared with the one in `tests/pictures`.
//!
//! `UPDATE_SNAPSHOTS=1 cargo test --features picture-tests pictures` makes them anew, to be looked at
//! one by one before they are committed.

mod raster;

use std::sync::Arc;

use egui::{Theme, Vec2, vec2};
use egui_kittest::kittest::Queryable as _;
use egui_kittest::{Harness, SnapshotResults};

use super::testing::{Window, clock};
use crate::app::{Command, Dialog, Edit, Go, TableOffer, View};
use crate::etiquette::Rule;
use crate::exchange::arrivals::Arrivals;
use crate::exchange::csv::{Source, look_at};
use crate::exchange::demo;
use crate::model::{Document, JobSearch, Scenario};
use raster::Raster;

/// Every picture has so many pixels: a window in full at scale 1, and at scale 2 what is left of it
/// for somebody who wants everything twice as large.
const PIXELS: Vec2 = vec2(1280.0, 800.0);

/// All that the gallery has.
const GALLERY: Vec2 = vec2(880.0, 3420.0);

/// Compares the picture of one view in both themes and both scales.
#[track_caller]
fn check(name: &str, search: &JobSearch, scene: impl Fn(&mut Window)) {
    let mut results = SnapshotResults::new();
    for (theme, theme_name) in [(Theme::Light, "light"), (Theme::Dark, "dark")] {
        for scale in [1.0, 2.0] {
            let mut window = open(search.clone(), theme, PIXELS / scale, scale);
            scene(&mut window);
            results.add(
                window
                    .harness
                    .try_snapshot(format!("{name}_{theme_name}_{scale}")),
            );
        }
    }
}

/// A window in that theme, painted by [`Raster`].
fn open(mut search: JobSearch, theme: Theme, size: Vec2, scale: f32) -> Window {
    search.appearance.theme = match theme {
        Theme::Light => crate::model::Theme::Light,
        Theme::Dark => crate::model::Theme::Dark,
    };
    let builder = Harness::builder()
        .with_size(size)
        .with_pixels_per_point(scale)
        .allow_missing_glyphs()
        .with_os(egui::os::OperatingSystem::Nix)
        .renderer(Raster::default());
    Window::with(search, builder)
}

fn sample() -> JobSearch {
    demo(&clock())
}

fn go(view: View) -> impl Fn(&mut Window) {
    move |window| window.apply(Command::Go(Go::View(view)))
}

#[test]
fn today() {
    check("today", &sample(), go(View::Today));
}

#[test]
fn board() {
    check("board", &sample(), go(View::Board));
}

#[test]
fn insights() {
    check("insights", &sample(), go(View::Insights));
}

#[test]
fn settings() {
    check("settings", &sample(), go(View::Settings));
}

#[test]
fn first_start() {
    check("first_start", &JobSearch::default(), go(View::Today));
}

#[test]
fn application() {
    check("application", &sample(), |window| {
        let id = window.id("Fable & Finch Games");
        window.apply(Command::open(id));
    });
}

#[test]
fn compose() {
    check("compose", &sample(), |window| {
        let id = window.id("Fable & Finch Games");
        let person = Some("Jun Sato".to_owned());
        window.apply(Command::compose(id, Scenario::ThankYou, person));
    });
}

#[test]
fn palette() {
    check("palette", &sample(), |window| {
        window.apply(Command::dialog(Dialog::Palette));
    });
}

#[test]
fn rules() {
    check("rules", &sample(), |window| {
        window.apply(Command::Go(Go::Rules(Some(Rule::Promise))));
    });
}

/// The gallery is longer than a window; its picture shows all of it.
#[test]
fn gallery() {
    let mut results = SnapshotResults::new();
    for (theme, theme_name) in [(Theme::Light, "light"), (Theme::Dark, "dark")] {
        let mut window = open(JobSearch::default(), theme, GALLERY, 1.0);
        window.apply(Command::Go(Go::View(View::Gallery)));
        results.add(window.harness.try_snapshot(format!("gallery_{theme_name}")));
    }
}

#[test]
fn dialog() {
    check("dialog", &sample(), |window| {
        window.apply(Command::dialog(Dialog::NewApplication { stage: None }));
    });
}

const TABLE: &str = "Company,Job Position,Status,Date Applied,Job URL,Where\n\
    Quill & Sons,Backend engineer,Applied,23/09/2026,https://quill.example/1,London\n\
    Bolt Mobility,Data engineer,On hold,05/10/2026,https://bolt.example,Remote\n\
    Łódź Werke,Analyst,Rejected,31/02/2026,,Łódź\n\
    ,Nobody,Applied,,,\n";

#[test]
fn table() {
    check("table", &sample(), |window| {
        let table = look_at(Source::Text(Arc::from(TABLE))).unwrap();
        window.apply(Command::OfferTable(TableOffer(Arc::new(table))));
        window.look_ahead();
    });
}

const PEOPLE: &str = "BEGIN:VCARD\nFN:Priya Nair\nORG:Halden Energy\nTITLE:Head of Engineering\n\
    EMAIL:priya@halden-energy.example\nEND:VCARD\n\
    BEGIN:VCARD\nFN:Luis Prado\nORG:Initech\nEND:VCARD\n\
    BEGIN:VCARD\nORG:Acme\nEND:VCARD\n";

#[test]
fn people() {
    check("people", &sample(), |window| {
        let people = Arrivals::of_people(&Source::Text(Arc::from(PEOPLE))).unwrap();
        window.apply(Command::OfferArrivals(Box::new(people)));
    });
}

#[test]
fn documents() {
    check("documents", &sample(), |window| {
        let id = window.id("Halden Energy");
        for (place, name) in [
            ("/home/mina/Documents/CV 2026.pdf", "CV as it was sent"),
            ("https://halden-energy.example/engineering", ""),
        ] {
            let document = Document {
                place: place.to_owned(),
                name: name.to_owned(),
                since: None,
            };
            window.apply(Command::edit(id, Edit::Attach(document)));
        }
        let advert =
            "We keep the lights on.\nYou like platforms, and people who use them.".to_owned();
        window.apply(Command::edit(id, Edit::Advert(advert)));
        window.apply(Command::open(id));
        window.harness.get_by_label("The advert").scroll_to_me();
        window.harness.run();
    });
}
