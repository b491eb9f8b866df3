//! Files and pages that belong to an application, and the text of its advert.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use egui::{Align, Layout, Response, Ui};
use serde::{Deserialize, Serialize};

use super::form::{self, Leave, Opener};
use crate::app::{Command, Edit, Effect};
use crate::model::{Application, ApplicationId, Document};
use crate::ui::icons;
use crate::ui::scene::Scene;
use crate::ui::theme::{UiExt as _, size, space};
use crate::ui::widgets::button::{Button, IconButton};
use crate::ui::widgets::field::TextField;
use crate::ui::widgets::menu::{MenuItem, menu_on};
use crate::ui::widgets::text::Text;

pub(super) type Forms = BTreeMap<ApplicationId, Form>;

/// How much of an advert is shown unless it is unfolded.
const ROWS: usize = 4;
/// So many bytes fit into those rows.
const SHORT: usize = 200;

/// What can be added, in a menu.
pub(super) fn ways_to_add(
    ui: &mut Ui,
    scene: &mut Scene<'_>,
    application: &Application,
    forms: &mut Forms,
    opener: &Response,
) {
    let id = application.id;
    let item = |words| MenuItem::new(words);
    if item("Attach a file…")
        .icon(icons::PAPERCLIP)
        .show(ui)
        .clicked()
    {
        scene.send(Command::Ask(Effect::ChooseDocument(id)));
    }
    if item("Attach a link").icon(icons::LINK).show(ui).clicked() {
        forms.insert(id, Form::link(opener));
    }
    let words = if application.advert.is_empty() {
        "Keep the advert’s text"
    } else {
        "Change the advert’s text"
    };
    if item(words).icon(icons::FILE_TEXT).show(ui).clicked() {
        forms.insert(id, Form::advert(application, opener));
    }
}

pub(super) fn show(
    ui: &mut Ui,
    scene: &mut Scene<'_>,
    application: &Application,
    forms: &mut Forms,
    unfolded: &mut bool,
) {
    let id = application.id;
    let is_empty = application.documents.is_empty() && application.advert.is_empty();
    if is_empty && !forms.contains_key(&id) {
        return;
    }
    super::heading(ui, "Documents", |ui| {
        let add = Button::link("Add")
            .name("Add a document")
            .icon(icons::PAPERCLIP)
            .show(ui);
        menu_on(&add, |ui| ways_to_add(ui, scene, application, forms, &add));
    });
    if let Some(form) = forms.get_mut(&id)
        && form.show(ui, scene, application)
    {
        forms.remove(&id);
    }
    for document in &application.documents {
        ui.push_id(&document.place, |ui| one(ui, scene, application, document));
    }
    if !application.advert.is_empty() {
        advert(ui, &application.advert, unfolded);
    }
}

fn one(ui: &mut Ui, scene: &mut Scene<'_>, application: &Application, document: &Document) {
    ui.horizontal_top(|ui| {
        ui.vertical(|ui| {
            ui.set_width(ui.available_width() - space::XL - space::S);
            ui.spacing_mut().item_spacing.y = space::XS / 2.0;
            let icon = if document.is_link() {
                icons::ARROW_SQUARE_OUT
            } else {
                icons::FILE
            };
            let label = document.label();
            if Button::link(label).icon(icon).show(ui).clicked() {
                scene.send(Command::Ask(Effect::OpenDocument(document.place.clone())));
            }
            let color = ui.tokens().muted;
            Text::new(&document.place)
                .size(size::SMALL)
                .color(color)
                .rows(1)
                .show(ui);
        });
        ui.with_layout(Layout::right_to_left(Align::Min), |ui| {
            let name = format!("{}: more", document.label());
            let more = IconButton::new(icons::DOTS_THREE, &name).small().show(ui);
            menu_on(&more, |ui| menu(ui, scene, application.id, document));
        });
    });
}

fn menu(ui: &mut Ui, scene: &mut Scene<'_>, id: ApplicationId, document: &Document) {
    if !document.is_link() {
        let folder = MenuItem::new("Show the folder").icon(icons::FOLDER_OPEN);
        if folder.show(ui).clicked() {
            scene.send(Command::Ask(Effect::ShowFolder(folder_of(scene, document))));
        }
        let is_beside = Path::new(&document.place).is_relative();
        let copy = MenuItem::new("Copy it beside the job search").icon(icons::COPY);
        if !is_beside && copy.show(ui).clicked() {
            let place = document.place.clone();
            scene.send(Command::Ask(Effect::CopyDocument(id, place)));
        }
    }
    let remove = MenuItem::new("Detach").icon(icons::TRASH).destructive();
    if remove.show(ui).clicked() {
        let place = document.place.clone();
        scene.send(Command::edit(id, Edit::Detach(place)));
    }
}

/// The folder that a document lies in.
fn folder_of(scene: &Scene<'_>, document: &Document) -> PathBuf {
    let own = scene.state.file.as_deref().and_then(Path::parent);
    let path = own.unwrap_or(Path::new("")).join(&document.place);
    path.parent().map(Path::to_owned).unwrap_or_default()
}

fn advert(ui: &mut Ui, text: &str, unfolded: &mut bool) {
    Text::new("The advert").semibold().rows(1).show(ui);
    let color = ui.tokens().muted;
    let words = Text::new(text).size(size::SMALL).color(color);
    let words = if *unfolded { words } else { words.rows(ROWS) };
    words.show(ui);
    if text.lines().count() <= ROWS && text.len() <= SHORT {
        return;
    }
    let label = if *unfolded {
        "Show less"
    } else {
        "Show all of it"
    };
    if Button::link(label).show(ui).clicked() {
        *unfolded = !*unfolded;
    }
}

/// What is typed.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct Form {
    #[serde(skip)]
    opener: Opener,
    #[serde(skip)]
    fresh: bool,
    #[serde(skip)]
    tried: bool,
    what: What,
}

#[derive(Debug, Serialize, Deserialize)]
enum What {
    Link { place: String, name: String },
    Advert(String),
}

impl Form {
    fn link(opener: &Response) -> Self {
        let (place, name) = (String::new(), String::new());
        Self::of(What::Link { place, name }, opener)
    }

    fn advert(application: &Application, opener: &Response) -> Self {
        Self::of(What::Advert(application.advert.clone()), opener)
    }

    fn of(what: What, opener: &Response) -> Self {
        Self {
            opener: Opener::new(opener),
            fresh: true,
            tried: false,
            what,
        }
    }

    /// Shows the form; whether it is done with.
    fn show(&mut self, ui: &mut Ui, scene: &mut Scene<'_>, application: &Application) -> bool {
        let leave = form::sheet(ui, |ui| {
            let entered = self.fields(ui);
            let pressed = form::buttons(ui, "Save", |_| {});
            pressed.or(entered.then_some(Leave::Save))
        });
        self.fresh = false;
        let done = match leave {
            None => false,
            Some(Leave::Cancel) => true,
            Some(Leave::Save) => self.save(scene, application),
        };
        if done {
            self.opener.refocus(ui);
        }
        done
    }

    fn fields(&mut self, ui: &mut Ui) -> bool {
        match &mut self.what {
            What::Link { place, name } => {
                let wrong = (self.tried && !is_address(place))
                    .then_some("Write an address that begins with https://");
                let place = TextField::new("Address", place)
                    .example("https://…")
                    .error(wrong)
                    .focus(self.fresh)
                    .show(ui);
                let name = TextField::new("What it is", name)
                    .example("Their blog on queues")
                    .show(ui);
                form::entered(&place) || form::entered(&name)
            }
            What::Advert(text) => {
                TextField::new("The advert’s text", text)
                    .example("Paste it here: adverts vanish")
                    .rows(8)
                    .focus(self.fresh)
                    .show(ui);
                false
            }
        }
    }

    fn save(&mut self, scene: &mut Scene<'_>, application: &Application) -> bool {
        self.tried = true;
        let edit = match &self.what {
            What::Link { place, .. } if !is_address(place) => return false,
            What::Link { place, name } => Edit::Attach(Document {
                place: place.trim().to_owned(),
                name: name.trim().to_owned(),
                since: None,
            }),
            What::Advert(text) => Edit::Advert(text.trim().to_owned()),
        };
        scene.send(Command::edit(application.id, edit));
        true
    }
}

fn is_address(place: &str) -> bool {
    let document = Document {
        place: place.trim().to_owned(),
        ..Document::default()
    };
    document.is_link() && !document.place.contains(char::is_whitespace)
}
