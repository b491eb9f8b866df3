//! Where the window stands and how large it is: kept from one start to the next, and never out of
//! sight, as a monitor may be gone.

use egui::{Context, Pos2, Rect, Vec2, ViewportBuilder, ViewportCommand, vec2};
use serde::{Deserialize, Serialize};

/// The size of a window that was never open.
const USUAL: Vec2 = vec2(1280.0, 800.0);
/// No window is smaller.
pub(super) const SMALLEST: Vec2 = vec2(400.0, 300.0);
/// No monitor is larger; what a file says beyond it is a mistake.
const LARGEST: f32 = 20_000.0;
/// A window of which less can be seen is out of sight.
const IN_SIGHT: f32 = 64.0;

/// Where the window stands, in points of the system: those of its text size are others.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Placement {
    /// Its upper left corner; nothing where the system does not tell.
    position: Option<(f32, f32)>,
    /// The size of what is inside its frame.
    size: (f32, f32),
    /// Whether it fills its monitor; position and size are those it has otherwise.
    maximized: bool,
}

impl Default for Placement {
    fn default() -> Self {
        Self {
            position: None,
            size: USUAL.into(),
            maximized: false,
        }
    }
}

impl Placement {
    /// The window at that place, as far as it can be told before there is one.
    pub(super) fn put_into(self, viewport: ViewportBuilder) -> ViewportBuilder {
        let viewport = viewport
            .with_inner_size(sensible(self.size.into()))
            .with_min_inner_size(SMALLEST)
            .with_maximized(self.maximized);
        let is_sensible = |(x, y): &(f32, f32)| x.abs() <= LARGEST && y.abs() <= LARGEST;
        match self.position.filter(is_sensible) {
            Some(position) => viewport.with_position(position),
            None => viewport,
        }
    }

    /// The place of the window that is open; a window that fills its monitor or is put away keeps
    /// the one it had before.
    fn follow(&mut self, ctx: &Context) {
        let (info, points) = ctx.input(|input| (input.viewport().clone(), input.pixels_per_point));
        if info.minimized == Some(true) || info.fullscreen == Some(true) {
            return;
        }
        self.maximized = info.maximized == Some(true);
        if self.maximized {
            return;
        }
        let scale = points / info.native_pixels_per_point.unwrap_or(points);
        // Wayland tells nobody where a window stands, but how large it is.
        let inner = info.inner_rect.unwrap_or_else(|| ctx.content_rect());
        self.size = (inner.size() * scale).into();
        self.position = info.outer_rect.map(|outer| (outer.min * scale).into());
    }
}

fn sensible(size: Vec2) -> Vec2 {
    if size.is_finite() {
        size.clamp(SMALLEST, Vec2::splat(LARGEST))
    } else {
        USUAL
    }
}

/// Follows the window, and brings it back into sight where it is not.
#[derive(Debug, Default)]
pub(super) struct Placing {
    placement: Placement,
    /// The monitors that there were, and the window, when it was looked after last.
    seen: Option<(Vec<Rect>, Rect)>,
}

impl Placing {
    /// Begins with the place that the window was opened at.
    pub(super) fn at(placement: Placement) -> Self {
        Self {
            placement,
            seen: None,
        }
    }

    /// Where it stands now.
    pub(super) fn placement(&self) -> Placement {
        self.placement
    }

    /// Looks after the window once a frame.
    pub(super) fn follow(&mut self, ctx: &Context, frame: &eframe::Frame) {
        self.placement.follow(ctx);
        let Some((monitors, window)) = on_the_desk(frame) else {
            return;
        };
        let before = self.seen.replace((monitors, window));
        let Some((monitors, _)) = &self.seen else {
            return;
        };
        if before == self.seen || self.placement.maximized {
            return;
        }
        // What the user puts half out of sight stays there; at a start it is put right.
        let fits = match before {
            None => fitted(window, monitors),
            Some(_) => brought_back(window, monitors),
        };
        let Some(fitting) = fits else {
            return;
        };
        let points = ctx.pixels_per_point() / scale_of(frame);
        if fitting.size() != window.size() {
            let size = (fitting.size() / points).max(SMALLEST);
            ctx.send_viewport_cmd(ViewportCommand::InnerSize(size));
        }
        let corner = (fitting.min.to_vec2() / points).to_pos2();
        ctx.send_viewport_cmd(ViewportCommand::OuterPosition(corner));
    }
}

/// In which units monitors lie beside each other: points on a Mac, where pixels of two monitors
/// differ, pixels anywhere else.
fn scale_of(frame: &eframe::Frame) -> f32 {
    let scale = frame.winit_window().map(|window| window.scale_factor());
    if cfg!(target_os = "macos") {
        scale.map_or(1.0, narrow)
    } else {
        1.0
    }
}

/// The monitors and the window with its frame; nothing where the system does not tell.
fn on_the_desk(frame: &eframe::Frame) -> Option<(Vec<Rect>, Rect)> {
    let window = frame.winit_window()?;
    let own = |scale: f64| {
        if cfg!(target_os = "macos") {
            scale
        } else {
            1.0
        }
    };
    let rect = |x: i32, y: i32, width: u32, height: u32, scale: f64| {
        let [x, y] = [x, y].map(|at| narrow(f64::from(at) / scale));
        let [width, height] = [width, height].map(|size| narrow(f64::from(size) / scale));
        Rect::from_min_size(Pos2::new(x, y), vec2(width, height))
    };
    let monitors = window.available_monitors().map(|monitor| {
        let (at, size) = (monitor.position(), monitor.size());
        let scale = own(monitor.scale_factor());
        rect(at.x, at.y, size.width, size.height, scale)
    });
    let (at, size) = (window.outer_position().ok()?, window.outer_size());
    let scale = own(window.scale_factor());
    let window = rect(at.x, at.y, size.width, size.height, scale);
    Some((monitors.collect(), window))
}

/// As the window system of egui counts.
#[expect(clippy::cast_possible_truncation, reason = "pixels of a desk")]
fn narrow(value: f64) -> f32 {
    value as f32
}

/// Where the window belongs at a start: as a whole on the monitor that has most of it. Nothing if
/// it is there.
fn fitted(window: Rect, monitors: &[Rect]) -> Option<Rect> {
    let home = home(window, monitors)?;
    let size = window.size().min(home.size());
    let corner = window.min.clamp(home.min, home.max - size);
    let fitting = Rect::from_min_size(corner, size);
    (fitting != window).then_some(fitting)
}

/// Where a window belongs that nobody can see any more; nothing if it can be seen.
fn brought_back(window: Rect, monitors: &[Rect]) -> Option<Rect> {
    let is_seen = |monitor: &Rect| {
        let seen = window.intersect(*monitor);
        seen.width() >= IN_SIGHT.min(window.width())
            && seen.height() >= IN_SIGHT.min(window.height())
    };
    if monitors.iter().any(is_seen) {
        return None;
    }
    fitted(window, monitors)
}

/// The monitor that has most of the window, else the first one that is one.
fn home(window: Rect, monitors: &[Rect]) -> Option<Rect> {
    let area = |monitor: &Rect| {
        let shared = window.intersect(*monitor);
        shared.width().max(0.0) * shared.height().max(0.0)
    };
    let monitors = monitors.iter().filter(|monitor| monitor.is_positive());
    let first = monitors.clone().next().copied();
    let best = monitors.max_by(|a, b| area(a).total_cmp(&area(b))).copied();
    best.filter(|best| area(best) > 0.0).or(first)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rect(x: f32, y: f32, width: f32, height: f32) -> Rect {
        Rect::from_min_size(Pos2::new(x, y), vec2(width, height))
    }

    #[test]
    fn a_window_whose_monitor_is_gone_comes_back_whole() {
        let laptop = rect(0.0, 0.0, 1440.0, 900.0);
        let beside = rect(1440.0, 0.0, 2560.0, 1440.0);
        let window = rect(2000.0, 200.0, 1280.0, 800.0);
        let both = [laptop, beside];
        assert_eq!(fitted(window, &both), None);
        assert_eq!(brought_back(window, &both), None);
        let back = rect(160.0, 100.0, 1280.0, 800.0);
        assert_eq!(fitted(window, &[laptop]), Some(back));
        assert_eq!(brought_back(window, &[laptop]), Some(back));
        let large = rect(1500.0, 50.0, 2400.0, 1300.0);
        assert_eq!(brought_back(large, &[laptop]), Some(laptop));
        assert_eq!(brought_back(window, &[]), None, "there is nowhere to go");
    }

    #[test]
    fn what_hangs_over_an_edge_is_put_right_at_a_start_and_left_alone_later() {
        let monitor = [rect(0.0, 0.0, 1440.0, 900.0)];
        let window = rect(-300.0, 700.0, 1000.0, 600.0);
        assert_eq!(brought_back(window, &monitor), None);
        let put_right = rect(0.0, 300.0, 1000.0, 600.0);
        assert_eq!(fitted(window, &monitor), Some(put_right));
    }

    #[test]
    fn a_window_of_which_a_sliver_is_seen_is_out_of_sight() {
        let monitor = [rect(0.0, 0.0, 1440.0, 900.0)];
        let sliver = rect(1430.0, 0.0, 1000.0, 600.0);
        let back = rect(440.0, 0.0, 1000.0, 600.0);
        assert_eq!(brought_back(sliver, &monitor), Some(back));
    }

    #[test]
    fn a_size_out_of_a_file_is_never_senseless() {
        for (written, size) in [
            (vec2(10.0, -3.0), SMALLEST),
            (vec2(f32::NAN, 500.0), USUAL),
            (vec2(f32::INFINITY, 500.0), USUAL),
            (vec2(1e9, 500.0), vec2(LARGEST, 500.0)),
            (vec2(900.0, 700.0), vec2(900.0, 700.0)),
        ] {
            assert_eq!(sensible(written), size);
        }
        let wild = Placement {
            position: Some((f32::NAN, 1e30)),
            ..Placement::default()
        };
        assert_eq!(wild.put_into(ViewportBuilder::default()).position, None);
    }
}
