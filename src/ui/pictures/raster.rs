//! Paints what egui tessellates with the processor alone.
//!
//! A picture test needs no graphics card, no driver and no window for it, and a picture is the same
//! on every machine. It does what egui asks of a painter and no more: triangles with a colour and a
//! texture at each corner, blended in gamma space, clipped to a rectangle.

#![expect(
    clippy::cast_possible_truncation,
    reason = "places between pixels become pixels"
)]

use std::collections::HashMap;

use egui::epaint::{ImageData, ImageDelta, Mesh, Primitive, Vertex};
use egui::{Color32, ColorImage, Context, FullOutput, Pos2, Rect, TextureId, TexturesDelta};
use egui_kittest::TestRenderer;
use image::{Rgba, RgbaImage};

/// A painter for a [`Harness`](egui_kittest::Harness).
#[derive(Default)]
pub(super) struct Raster {
    textures: HashMap<TextureId, ColorImage>,
}

impl TestRenderer for Raster {
    fn handle_delta(&mut self, delta: &mut TexturesDelta) {
        for (id, images) in delta.set.drain() {
            for image in images {
                self.update(id, image);
            }
        }
        for id in delta.free.drain() {
            self.textures.remove(&id);
        }
    }

    fn render(&mut self, ctx: &Context, output: &FullOutput) -> Result<RgbaImage, String> {
        let scale = ctx.pixels_per_point();
        let size = (ctx.content_rect().size() * scale).round();
        let mut canvas = Canvas::new(size.x as usize, size.y as usize);
        for clipped in ctx.tessellate(output.shapes.clone(), scale) {
            let Primitive::Mesh(mesh) = clipped.primitive else {
                return Err("a shape that only a graphics card paints".to_owned());
            };
            let texture = self.textures.get(&mesh.texture_id);
            let texture = texture.ok_or("a texture that was never handed over")?;
            canvas.paint(&mesh, texture, clipped.clip_rect, scale);
        }
        Ok(canvas.picture())
    }
}

impl Raster {
    fn update(&mut self, id: TextureId, delta: ImageDelta) {
        let ImageData::Color(patch) = delta.image;
        match (delta.pos, self.textures.get_mut(&id)) {
            (Some([left, top]), Some(whole)) => {
                for row in 0..patch.height() {
                    let from = row * patch.width();
                    let to = (top + row) * whole.width() + left;
                    whole.pixels[to..to + patch.width()]
                        .copy_from_slice(&patch.pixels[from..from + patch.width()]);
                }
            }
            _ => {
                self.textures.insert(id, patch.as_ref().clone());
            }
        }
    }
}

/// Pixels with their alpha multiplied in, row by row.
struct Canvas {
    width: usize,
    height: usize,
    pixels: Vec<[f32; 4]>,
}

impl Canvas {
    fn new(width: usize, height: usize) -> Self {
        Self {
            width,
            height,
            pixels: vec![[0.0; 4]; width * height],
        }
    }

    fn paint(&mut self, mesh: &Mesh, texture: &ColorImage, clip: Rect, scale: f32) {
        let clip = Clip::new(clip, scale, self);
        for corners in mesh.indices.chunks_exact(3) {
            let corner = |place: usize| {
                let mut vertex = mesh.vertices[corners[place] as usize];
                vertex.pos = (vertex.pos.to_vec2() * scale).to_pos2();
                vertex
            };
            let [a, mut b, mut c] = [corner(0), corner(1), corner(2)];
            let area = side(a.pos, b.pos, c.pos);
            if area < 0.0 {
                std::mem::swap(&mut b, &mut c);
            }
            if area != 0.0 {
                self.triangle([a, b, c], area.abs(), texture, clip);
            }
        }
    }

    /// Paints one triangle, its corners in clockwise order on the screen.
    fn triangle(&mut self, [a, b, c]: [Vertex; 3], area: f32, texture: &ColorImage, clip: Clip) {
        let xs = [a.pos.x, b.pos.x, c.pos.x];
        let ys = [a.pos.y, b.pos.y, c.pos.y];
        let (left, right) = span(xs, clip.left, clip.right);
        let (top, bottom) = span(ys, clip.top, clip.bottom);
        let plain = plain_color([a, b, c], texture);
        for y in top..bottom {
            for x in left..right {
                let at = Pos2::new(x as f32 + 0.5, y as f32 + 0.5);
                let inside = [(b, c), (c, a), (a, b)].map(|(from, to)| {
                    let distance = side(from.pos, to.pos, at);
                    (distance > 0.0 || (distance == 0.0 && owns(from.pos, to.pos)))
                        .then_some(distance / area)
                });
                let [Some(of_a), Some(of_b), Some(of_c)] = inside else {
                    continue;
                };
                let color = plain.unwrap_or_else(|| {
                    let parts = [(a, of_a), (b, of_b), (c, of_c)];
                    mixed(parts, texture)
                });
                blend(&mut self.pixels[y * self.width + x], color);
            }
        }
    }

    fn picture(&self) -> RgbaImage {
        let mut picture = RgbaImage::new(self.width as u32, self.height as u32);
        for (pixel, color) in picture.pixels_mut().zip(&self.pixels) {
            *pixel = Rgba(color.map(|part| (part * 255.0).round().clamp(0.0, 255.0) as u8));
        }
        picture
    }
}

/// The part of the canvas that may be painted on, in pixels; the ends do not belong to it.
#[derive(Clone, Copy)]
struct Clip {
    left: usize,
    right: usize,
    top: usize,
    bottom: usize,
}

impl Clip {
    fn new(rect: Rect, scale: f32, canvas: &Canvas) -> Self {
        let pixel =
            |points: f32, most: usize| (points * scale).round().clamp(0.0, most as f32) as usize;
        Self {
            left: pixel(rect.left(), canvas.width),
            right: pixel(rect.right(), canvas.width),
            top: pixel(rect.top(), canvas.height),
            bottom: pixel(rect.bottom(), canvas.height),
        }
    }
}

/// Twice the area of the triangle; positive where `at` lies on the inner side of the edge.
fn side(from: Pos2, to: Pos2, at: Pos2) -> f32 {
    (to.x - from.x) * (at.y - from.y) - (to.y - from.y) * (at.x - from.x)
}

/// Of two triangles that share an edge one paints the pixels on it: the one right of or below it.
fn owns(from: Pos2, to: Pos2) -> bool {
    to.y < from.y || (to.y == from.y && to.x > from.x)
}

/// The pixels between the least and the greatest of three places.
fn span(places: [f32; 3], least: usize, most: usize) -> (usize, usize) {
    let low = places.into_iter().fold(f32::INFINITY, f32::min).floor();
    let high = places.into_iter().fold(f32::NEG_INFINITY, f32::max).ceil();
    let within = |place: f32| (place.max(0.0) as usize).clamp(least, most.max(least));
    (within(low), within(high))
}

/// The colour of a triangle that has one everywhere.
fn plain_color(corners: [Vertex; 3], texture: &ColorImage) -> Option<[f32; 4]> {
    let [a, b, c] = corners;
    let same = a.color == b.color && b.color == c.color && a.uv == b.uv && b.uv == c.uv;
    same.then(|| mixed([(a, 1.0), (b, 0.0), (c, 0.0)], texture))
}

/// The colour at a point that lies so much at each corner.
fn mixed(parts: [(Vertex, f32); 3], texture: &ColorImage) -> [f32; 4] {
    let mut color = [0.0; 4];
    let mut uv = egui::Vec2::ZERO;
    for (vertex, share) in parts {
        uv += vertex.uv.to_vec2() * share;
        for (sum, part) in color.iter_mut().zip(to_parts(vertex.color)) {
            *sum += part * share;
        }
    }
    let texel = sample(texture, uv);
    std::array::from_fn(|place| color[place] * texel[place])
}

/// The texture between its four nearest texels.
fn sample(texture: &ColorImage, uv: egui::Vec2) -> [f32; 4] {
    let [width, height] = texture.size;
    let (x, y) = (uv.x * width as f32 - 0.5, uv.y * height as f32 - 0.5);
    let (x, y) = (x.max(0.0), y.max(0.0));
    let texel = |x: usize, y: usize| {
        let place = y.min(height - 1) * width + x.min(width - 1);
        to_parts(texture.pixels[place])
    };
    let (left, top) = (x as usize, y as usize);
    let (across, down) = (x - x.floor(), y - y.floor());
    let between = |a: [f32; 4], b: [f32; 4], share: f32| -> [f32; 4] {
        std::array::from_fn(|place| a[place] * (1.0 - share) + b[place] * share)
    };
    let above = between(texel(left, top), texel(left + 1, top), across);
    let below = between(texel(left, top + 1), texel(left + 1, top + 1), across);
    between(above, below, down)
}

fn to_parts(color: Color32) -> [f32; 4] {
    color.to_array().map(|part| f32::from(part) / 255.0)
}

fn blend(pixel: &mut [f32; 4], color: [f32; 4]) {
    let rest = 1.0 - color[3];
    for (below, above) in pixel.iter_mut().zip(color) {
        *below = above + *below * rest;
    }
}
