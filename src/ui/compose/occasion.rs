//! The occasion: which letter it is, when it is due, and why.

use egui::{Align, Align2, CursorIcon, Layout, Response, Role, ScrollArea, Sense, Ui, WidgetInfo};

use super::desk::{Desk, Mode, is_personal};
use crate::app::{Command, Dialog, words};
use crate::etiquette::{self, Rule, Status};
use crate::model::{Channel, Prefers, Scenario, same_name};
use crate::ui::fonts;
use crate::ui::icons::{self, Icon};
use crate::ui::rules;
use crate::ui::scene::Scene;
use crate::ui::theme::{Tone, UiExt as _, metrics, radius, size, space};
use crate::ui::widgets::menu::{MenuItem, menu_on};
use crate::ui::widgets::pill::pill;
use crate::ui::widgets::text::{self, Text, muted, section};

/// The scenarios as one looks for them.
pub(in crate::ui) const GROUPS: &[(&str, &[Scenario])] = &[
    (
        "Before an interview",
        &[
            Scenario::ConfirmInterview,
            Scenario::RescheduleInterview,
            Scenario::MissedCall,
        ],
    ),
    (
        "After an interview",
        &[
            Scenario::ThankYou,
            Scenario::LinkedInConnect,
            Scenario::SendPromised,
        ],
    ),
    (
        "While you wait",
        &[
            Scenario::CheckInFirst,
            Scenario::CheckInSecond,
            Scenario::CheckInFinal,
            Scenario::LinkedInFinal,
            Scenario::Value,
            Scenario::News,
            Scenario::Question,
            Scenario::Phone,
            Scenario::ThankReferrer,
        ],
    ),
    (
        "When they have written",
        &[
            Scenario::AnswerUpdate,
            Scenario::AnswerRejection,
            Scenario::Accept,
            Scenario::AskForTime,
        ],
    ),
    (
        "Other offers, and goodbye",
        &[
            Scenario::OtherOfferMention,
            Scenario::OtherOfferExpedite,
            Scenario::LastWord,
            Scenario::Withdraw,
        ],
    ),
];

/// Width of the menu of occasions.
const CHOICES: f32 = 280.0;

/// Shows the occasion; `focus` gives it the keyboard.
pub(super) fn show(ui: &mut Ui, scene: &mut Scene<'_>, desk: &Desk, focus: bool) {
    ui.horizontal(|ui| {
        let button = chooser(ui, scene.state.search.label_of(desk.scenario));
        if focus {
            button.request_focus();
        }
        menu_on(&button, |ui| choices(ui, scene, desk));
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            rules::why(ui, scene, rule(desk));
            if let Some((tone, icon, words)) = status(scene, desk) {
                pill(ui, tone, icon, &words);
            }
        });
    });
    // A sheet without a letter says it itself.
    if matches!(desk.mode, Mode::Letter) {
        muted(ui, &why(scene, desk));
    }
    for word in [passed_on(desk), prefers_email(desk)].into_iter().flatten() {
        muted(ui, &word);
    }
}

/// The name of the occasion, to be pressed for others.
fn chooser(ui: &mut Ui, label: &str) -> Response {
    let tokens = ui.tokens();
    let caret = size::ICON + space::XS * 1.5;
    let room = ui.available_width() - caret;
    let font = fonts::semibold(size::LARGE);
    let galley = text::layout(ui, label, font, tokens.text, room, 1);
    let wanted = egui::vec2(galley.size().x + caret, metrics::CONTROL);
    let (rect, response) = ui.allocate_exact_size(wanted, Sense::click());
    let color = if response.hovered() {
        tokens.accent
    } else {
        tokens.text
    };
    let top = (rect.center().y - galley.size().y / 2.0).round();
    let left = rect.left();
    ui.painter()
        .galley_with_override_text_color(egui::pos2(left, top), galley, color);
    ui.painter().text(
        egui::pos2(rect.right() - size::ICON / 2.0, rect.center().y),
        Align2::CENTER_CENTER,
        icons::CARET_DOWN.glyph(),
        fonts::icon(size::ICON),
        color,
    );
    if response.has_focus() {
        let around = rect.expand(space::XS / 2.0);
        let ring = ui.tokens().ring_stroke();
        let kind = egui::StrokeKind::Outside;
        ui.painter()
            .rect_stroke(around, radius::CONTROL, ring, kind);
    }
    response.widget_info(|| WidgetInfo::labeled(Role::Button, ui.is_enabled(), label));
    ui.ctx().accesskit_node_builder(response.id, |node| {
        node.set_description("Choose another occasion");
    });
    response.on_hover_cursor(CursorIcon::PointingHand)
}

fn choices(ui: &mut Ui, scene: &mut Scene<'_>, desk: &Desk) {
    let room = ui.ctx().content_rect().bottom() - ui.min_rect().top() - space::XL;
    ui.set_max_height(room);
    ui.set_min_width(CHOICES);
    ScrollArea::vertical().max_height(room).show(ui, |ui| {
        for (place, (name, scenarios)) in GROUPS.iter().enumerate() {
            ui.horizontal(|ui| {
                ui.add_space(space::S);
                ui.vertical(|ui| {
                    ui.add_space(if place == 0 { space::XS } else { space::S });
                    section(ui, name);
                });
            });
            for scenario in *scenarios {
                choice(ui, scene, desk, *scenario);
            }
        }
        own_choices(ui, scene, desk);
        ui.add_space(space::XS);
    });
}

/// The letters of the user's own.
fn own_choices(ui: &mut Ui, scene: &mut Scene<'_>, desk: &Desk) {
    ui.horizontal(|ui| {
        ui.add_space(space::S);
        ui.vertical(|ui| {
            ui.add_space(space::S);
            section(ui, "Your own");
        });
    });
    for own in &scene.state.search.scenarios {
        choice(ui, scene, desk, own.scenario);
    }
    let new = MenuItem::new("New letter of your own…").icon(icons::PLUS);
    if new.show(ui).clicked() {
        scene.send(Command::dialog(Dialog::OwnScenario { rename: None }));
    }
}

fn choice(ui: &mut Ui, scene: &mut Scene<'_>, desk: &Desk, scenario: Scenario) {
    let ctx = scene.state.context(scene.clock);
    let permission = etiquette::may(&desk.application, &ctx, scenario, None);
    let icon = match scenario.channel() {
        _ if !permission.allowed => icons::LOCK_SIMPLE,
        Channel::Email => icons::ENVELOPE_SIMPLE,
        Channel::LinkedIn => icons::LINKEDIN_LOGO,
        Channel::Phone => icons::PHONE,
    };
    let called = scene.state.search.label_of(scenario);
    let label = match permission.from.filter(|_| !permission.allowed) {
        Some(from) => {
            let day = words::day(scene.clock.zone.date(from), scene.clock);
            format!("{called}, from {day}")
        }
        None => called.to_owned(),
    };
    let mut item = MenuItem::new(&label).icon(icon);
    if scenario == desk.scenario {
        item = item.checked(true);
    }
    let mut response = item.show(ui);
    if !permission.allowed {
        let why = permission.why.clone();
        ui.ctx().accesskit_node_builder(response.id, |node| {
            node.set_description(why.clone());
        });
        response = response.on_hover_ui(|ui| {
            ui.set_max_width(metrics::TOOLTIP);
            Text::new(&why).size(size::SMALL).show(ui);
        });
    }
    if response.clicked() && scenario != desk.scenario {
        scene.send(Command::compose(desk.application.id, scenario, None));
    }
}

/// When it is due, in a few words.
fn status(scene: &Scene<'_>, desk: &Desk) -> Option<(Tone, Icon, String)> {
    let clock = scene.clock;
    if matches!(desk.mode, Mode::Sent(..)) {
        return Some((Tone::Done, icons::CHECK, "sent".to_owned()));
    }
    if let Some(from) = desk.permission.from.filter(|_| !desk.permission.allowed) {
        let words = format!("from {}", words::moment(from, clock));
        return Some((Tone::Neutral, icons::LOCK_SIMPLE, words));
    }
    if !desk.permission.allowed {
        return Some((Tone::Neutral, icons::LOCK_SIMPLE, "not now".to_owned()));
    }
    let action = desk.action.as_ref()?;
    Some(match (action.status, action.late) {
        (Status::Late, Some(late)) => (Tone::Late, icons::WARNING, words::lateness(late, clock)),
        _ if action.optional => (Tone::Neutral, icons::CLOCK, "if you like".to_owned()),
        (Status::Waiting, _) => {
            let words = format!("due {}", words::moment(action.due, clock));
            (Tone::Neutral, icons::CLOCK, words)
        }
        (_, Some(late)) => {
            let words = format!("due by {}", words::deadline(late, clock));
            (Tone::Due, icons::CLOCK, words)
        }
        (_, None) => (Tone::Due, icons::CLOCK, "due now".to_owned()),
    })
}

/// The rule that lets it be sent now, or does not.
fn rule(desk: &Desk) -> Rule {
    match &desk.action {
        Some(action) if desk.permission.allowed => action.rule,
        _ => desk.permission.rule,
    }
}

fn why(scene: &Scene<'_>, desk: &Desk) -> String {
    match &desk.action {
        Some(action) if desk.permission.allowed => action.why(&desk.application, scene.clock),
        _ => desk.permission.why.clone(),
    }
}

/// Where an address is withheld, the letter takes a way round.
fn passed_on(desk: &Desk) -> Option<String> {
    let (person, to) = (desk.person.as_deref()?, desk.to.first()?);
    let is_round = is_personal(desk.scenario) && !same_name(person, to);
    is_round.then(|| format!("It goes to {to}, who passes it on to {person}."))
}

/// A call is not for everybody.
fn prefers_email(desk: &Desk) -> Option<String> {
    let name = desk
        .to
        .first()
        .filter(|_| desk.scenario == Scenario::Phone)?;
    let contact = desk.application.contact(name)?;
    (contact.prefers == Some(Prefers::Email)).then(|| format!("{name} prefers email."))
}
