//! Cards in the hand: they hang on the pointer, a gap opens where they would land, and they settle
//! where they are let go.

use egui::{Area, Context, DragAndDrop, Id, Order, Pos2, Rect, Ui, Vec2, vec2};

use super::{BoardView, card};
use crate::app::Command;
use crate::model::{ApplicationId, StageId};
use crate::ui::scene::Scene;
use crate::ui::theme::{motion, space};

/// How far a card in the hand is lifted.
const LIFT: f32 = 2.0;

/// Cards that hang on the pointer.
#[derive(Debug)]
pub(super) struct Hand {
    /// The one that was taken.
    lead: ApplicationId,
    /// All that come along, in their order; with the one that was taken.
    cards: Vec<ApplicationId>,
    /// From the card's corner to where it was taken.
    grip: Vec2,
    pub(super) pointer: Option<Pos2>,
    /// Where they would land if they were let go now.
    pub(super) target: Option<(StageId, usize)>,
    /// Where gaps have opened, by the card below; each closes again.
    gaps: Vec<Gap>,
    /// Tells one drag from the next.
    number: u64,
}

/// A gap between two cards of a column, above that one; without one it is at the end.
type Gap = (StageId, Option<ApplicationId>);

/// A card that was let go, on its way to its place.
#[derive(Debug)]
pub(super) struct Settling {
    card: ApplicationId,
    /// Where its corner was.
    from: Pos2,
    /// When it was let go, in seconds of egui's clock.
    since: f64,
}

impl Hand {
    /// The pointer, if it is within `rect`.
    pub(super) fn over(&self, rect: Rect) -> Option<Pos2> {
        self.pointer.filter(|pointer| rect.contains(*pointer))
    }

    pub(super) fn holds(&self, id: ApplicationId) -> bool {
        self.cards.contains(&id)
    }

    /// The card that was taken.
    pub(super) fn lead(&self) -> ApplicationId {
        self.lead
    }

    /// How far the gap there is open, from 0 to 1.
    pub(super) fn opened(&mut self, ctx: &Context, gap: Gap, here: bool) -> f32 {
        let known = self.gaps.contains(&gap);
        if !here && !known {
            return 0.0;
        }
        let id = Id::unique(("gap", self.number, &gap));
        if !known {
            // It begins closed.
            ctx.animate_bool_with_time(id, false, 0.0);
            self.gaps.push(gap);
        }
        ctx.animate_bool_with_time(id, here, time(ctx, motion::QUICK))
    }

    fn corner(&self, pointer: Pos2) -> Pos2 {
        pointer - self.grip - vec2(0.0, LIFT)
    }
}

/// How long something may move: not at all where the system asks for less motion.
fn time(ctx: &Context, seconds: f32) -> f32 {
    if ctx.global_style().animation_time > 0.0 {
        seconds
    } else {
        0.0
    }
}

impl BoardView {
    /// Takes a card into the hand, and all that are marked with it.
    pub(super) fn take(
        &mut self,
        scene: &Scene<'_>,
        response: &egui::Response,
        lead: ApplicationId,
        pointer: Pos2,
    ) {
        let state = scene.state;
        let cards = if state.marked.contains(&lead) {
            state.board.in_order(&state.marked)
        } else {
            vec![lead]
        };
        response.dnd_set_drag_payload(lead);
        self.drags += 1;
        self.hand = Some(Hand {
            lead,
            cards,
            grip: pointer - response.rect.min,
            pointer: None,
            target: None,
            gaps: Vec::new(),
            number: self.drags,
        });
    }

    /// egui forgets what is dragged on Escape, and so do we.
    pub(super) fn follow_pointer(&mut self, ctx: &Context) {
        if !DragAndDrop::has_payload_of_type::<ApplicationId>(ctx) {
            self.hand = None;
        }
        if let Some(hand) = &mut self.hand {
            hand.pointer = ctx.input(|input| input.pointer.interact_pos());
            hand.target = None;
        }
    }

    pub(super) fn holds(&self, id: ApplicationId) -> bool {
        self.hand.as_ref().is_some_and(|hand| hand.holds(id))
    }

    /// Scrolls while a card is held at the left or right edge.
    pub(super) fn scroll_at_sides(&self, ui: &Ui, viewport: Rect) {
        let Some(pointer) = self.hand.as_ref().and_then(|hand| hand.pointer) else {
            return;
        };
        let seen = ui.clip_rect();
        let width = ui.min_rect().width();
        let delta = if pointer.x < seen.left() + space::XXL && viewport.min.x > 0.0 {
            space::M
        } else if pointer.x > seen.right() - space::XXL && viewport.max.x < width {
            -space::M
        } else {
            return;
        };
        ui.scroll_with_delta(vec2(delta, 0.0));
        ui.ctx().request_repaint();
    }

    /// What hangs on the pointer, lifted by two points.
    pub(super) fn ghost(&self, ctx: &Context, scene: &Scene<'_>) {
        let Some(hand) = &self.hand else {
            return;
        };
        let (Some(pointer), Some(application)) = (hand.pointer, scene.state.application(hand.lead))
        else {
            return;
        };
        Area::new(Id::unique("card in the hand"))
            .order(Order::Tooltip)
            .interactable(false)
            .constrain(false)
            .fixed_pos(hand.corner(pointer))
            .show(ctx, |ui| {
                card::ghost(ui, scene, application, self.width, hand.cards.len());
            });
    }

    pub(super) fn let_go(&mut self, ctx: &Context, scene: &mut Scene<'_>) {
        if self.hand.is_none() || !ctx.input(|input| input.pointer.any_released()) {
            return;
        }
        DragAndDrop::clear_payload(ctx);
        let Some(hand) = self.hand.take() else {
            return;
        };
        if let Some(pointer) = hand.pointer {
            self.settling = Some(Settling {
                card: hand.lead,
                from: hand.corner(pointer),
                since: ctx.input(|input| input.time),
            });
        }
        let Some((stage, index)) = hand.target else {
            return;
        };
        let stands_there = |card| {
            let place = scene.state.board.place(card);
            place.is_some_and(|(column, row)| {
                let column = scene.state.board.columns.get(column);
                row == index && column.is_some_and(|column| column.stage.id == stage)
            })
        };
        match hand.cards.as_slice() {
            [only] if stands_there(*only) => {}
            _ => scene.send(Command::MoveAll {
                applications: hand.cards,
                stage,
                index,
            }),
        }
    }

    /// How far from its place a card is that was let go just now.
    pub(super) fn settling(&mut self, ctx: &Context, id: ApplicationId, place: Pos2) -> Vec2 {
        let Some(settling) = self.settling.as_ref().filter(|one| one.card == id) else {
            return Vec2::ZERO;
        };
        let all = f64::from(time(ctx, motion::CALM));
        let gone = ctx.input(|input| input.time) - settling.since;
        if gone >= all {
            self.settling = None;
            return Vec2::ZERO;
        }
        ctx.request_repaint();
        #[expect(clippy::cast_possible_truncation, reason = "between 0 and 1")]
        let rest = 1.0 - (gone / all) as f32;
        (settling.from - place) * rest.powi(3)
    }
}
