//! The people on the employer's side.

use std::collections::BTreeMap;

use egui::{Align, Layout, Response, Ui};
use serde::{Deserialize, Serialize};

use super::form::{self, Leave, Opener};
use crate::app::{Command, Edit};
use crate::compose;
use crate::model::{Application, ApplicationId, Contact, Prefers, same_name};
use crate::ui::icons;
use crate::ui::scene::Scene;
use crate::ui::theme::{UiExt as _, size, space};
use crate::ui::widgets::button::{Button, IconButton};
use crate::ui::widgets::field::TextField;
use crate::ui::widgets::segmented::segmented;
use crate::ui::widgets::text::{Text, caption, muted};
use crate::ui::widgets::toggle::checkbox;

type Forms = BTreeMap<(ApplicationId, Option<String>), Form>;

pub(super) fn show(
    ui: &mut Ui,
    scene: &mut Scene<'_>,
    application: &Application,
    forms: &mut Forms,
) {
    let new = (application.id, None);
    super::heading(ui, "People", |ui| {
        let add = Button::link("Add a person").icon(icons::USER_PLUS).show(ui);
        if add.clicked() && !forms.contains_key(&new) {
            forms.insert(new.clone(), Form::new(None, &add));
        }
    });
    if let Some(form) = forms.get_mut(&new)
        && form.show(ui, scene, application)
    {
        forms.remove(&new);
    }
    let people = application.people();
    if people.is_empty() && !forms.contains_key(&new) {
        muted(ui, "Nobody yet. Who invited you, and whom did you meet?");
    }
    for name in people {
        ui.push_id(name, |ui| one(ui, scene, application, name, forms));
    }
}

/// A person, or the form for them.
fn one(
    ui: &mut Ui,
    scene: &mut Scene<'_>,
    application: &Application,
    name: &str,
    forms: &mut Forms,
) {
    let key = (application.id, Some(name.to_owned()));
    if let Some(form) = forms.get_mut(&key) {
        if form.show(ui, scene, application) {
            forms.remove(&key);
        }
        return;
    }
    let known = application.contact(name).cloned();
    let contact = known.unwrap_or_else(|| Contact::named(name));
    let mut edit = None;
    ui.horizontal_top(|ui| {
        ui.vertical(|ui| {
            ui.set_width(ui.available_width() - space::XL - space::S);
            ui.spacing_mut().item_spacing.y = space::XS / 2.0;
            summary(ui, application, &contact);
        });
        ui.with_layout(Layout::right_to_left(Align::Min), |ui| {
            let words = format!("Edit {name}");
            edit = Some(
                IconButton::new(icons::PENCIL_SIMPLE, &words)
                    .small()
                    .show(ui),
            );
        });
    });
    if let Some(edit) = edit.filter(Response::clicked) {
        forms.insert(key, Form::new(Some(&contact), &edit));
    }
}

/// Name and role, the ways to reach them, what is particular, and how letters address them.
fn summary(ui: &mut Ui, application: &Application, contact: &Contact) {
    let color = ui.tokens().muted;
    Text::new(&contact.name).semibold().rows(2).show(ui);
    let mut role = contact.role.clone();
    for (holds, words) in [
        (contact.manager, "hiring manager"),
        (contact.agency, "works for the agency"),
        (contact.arranged, "arranged the interview"),
    ] {
        if holds {
            role = if role.is_empty() {
                words.to_owned()
            } else {
                format!("{role}, {words}")
            };
        }
    }
    let mut ways: Vec<&str> = [&contact.email, &contact.phone, &contact.linkedin]
        .into_iter()
        .map(String::as_str)
        .filter(|way| !way.is_empty())
        .collect();
    if contact.withheld {
        ways.push("address not given");
    }
    match contact.prefers {
        Some(Prefers::Email) => ways.push("prefers email"),
        Some(Prefers::Phone) => ways.push("prefers the phone"),
        None => {}
    }
    let greeting = compose::greeting(application, Some(&contact.name));
    let greeting = format!("“{}”", greeting.trim_end_matches(','));
    for line in [role, ways.join(" · "), greeting] {
        if !line.is_empty() {
            Text::new(&line)
                .size(size::SMALL)
                .color(color)
                .rows(2)
                .show(ui);
        }
    }
}

/// What is typed of somebody.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct Form {
    #[serde(skip)]
    opener: Opener,
    #[serde(skip)]
    fresh: bool,
    #[serde(skip)]
    tried: bool,
    /// The name so far; nothing for somebody new.
    name: Option<String>,
    contact: Contact,
}

impl Form {
    fn new(contact: Option<&Contact>, opener: &Response) -> Self {
        Self {
            opener: Opener::new(opener),
            fresh: true,
            tried: false,
            name: contact.map(|contact| contact.name.clone()),
            contact: contact.cloned().unwrap_or_default(),
        }
    }

    fn show(&mut self, ui: &mut Ui, scene: &mut Scene<'_>, application: &Application) -> bool {
        let mut removed = false;
        let leave = form::sheet(ui, |ui| {
            let entered = self.fields(ui, application);
            let save = if self.name.is_some() { "Save" } else { "Add" };
            let known = self
                .name
                .as_deref()
                .and_then(|name| application.contact(name));
            let pressed = form::buttons(ui, save, |ui| {
                if known.is_some() {
                    let remove = Button::quiet("Remove").icon(icons::TRASH);
                    removed = remove.show(ui).clicked();
                }
            });
            pressed.or(entered.then_some(Leave::Save))
        });
        self.fresh = false;
        let done = match leave {
            _ if removed => {
                if let Some(name) = self.name.clone() {
                    scene.send(Command::edit(application.id, Edit::RemoveContact(name)));
                }
                true
            }
            None => false,
            Some(Leave::Cancel) => true,
            Some(Leave::Save) => self.save(scene, application),
        };
        if done {
            self.opener.refocus(ui);
        }
        done
    }

    fn fields(&mut self, ui: &mut Ui, application: &Application) -> bool {
        let wrong = self.wrong_name(application).filter(|_| self.tried);
        let contact = &mut self.contact;
        let name = TextField::new("Name", &mut contact.name)
            .example("Dana Wu")
            .error(wrong)
            .focus(self.fresh)
            .show(ui);
        let mut entered = form::entered(&name);
        for (label, example, value) in [
            (
                "In letters",
                "Ms. Wu, if not as the name tells",
                &mut contact.called,
            ),
            ("Role", "Engineering manager", &mut contact.role),
            ("Email", "dana@quill.example", &mut contact.email),
            ("Phone", "+44 20 7946 0000", &mut contact.phone),
            (
                "LinkedIn",
                "https://www.linkedin.com/in/…",
                &mut contact.linkedin,
            ),
        ] {
            let field = TextField::new(label, value).example(example).show(ui);
            entered |= form::entered(&field);
        }
        ui.scope(|ui| {
            ui.spacing_mut().item_spacing.y = space::XS;
            let options = [
                (None, "Either way"),
                (Some(Prefers::Email), "By email"),
                (Some(Prefers::Phone), "By phone"),
            ];
            caption(ui, "They like to be reached");
            segmented(
                ui,
                "How they like to be reached",
                &mut contact.prefers,
                &options,
            );
        });
        ui.scope(|ui| {
            ui.spacing_mut().item_spacing.y = space::XS;
            checkbox(ui, &mut contact.manager, "Is the hiring manager");
            checkbox(
                ui,
                &mut contact.agency,
                "Works for an agency that runs the process",
            );
            checkbox(ui, &mut contact.arranged, "Arranged the interview");
            checkbox(ui, &mut contact.withheld, "Their address was not given");
        });
        entered
    }

    fn wrong_name(&self, application: &Application) -> Option<&'static str> {
        let name = self.contact.name.trim();
        if name.is_empty() {
            return Some("What are they called?");
        }
        let own = self.name.as_deref().is_some_and(|own| same_name(own, name));
        let taken = !own
            && application
                .people()
                .into_iter()
                .any(|known| same_name(known, name));
        taken.then_some("Somebody here has this name already")
    }

    fn save(&mut self, scene: &mut Scene<'_>, application: &Application) -> bool {
        self.tried = true;
        if self.wrong_name(application).is_some() {
            return false;
        }
        let mut contact = self.contact.clone();
        for field in [
            &mut contact.name,
            &mut contact.called,
            &mut contact.role,
            &mut contact.email,
            &mut contact.phone,
            &mut contact.linkedin,
        ] {
            *field = field.trim().to_owned();
        }
        let edit = match self.name.clone() {
            Some(name) => Edit::ChangeContact { name, contact },
            None => Edit::AddContact(contact),
        };
        scene.send(Command::edit(application.id, edit));
        true
    }
}
