//! A card's stage follows what happens, and where the user put it, it stays until something newer
//! happens.

use super::story::{Ending, Meeting, Point, Story};
use crate::model::{Event, ReplyKind, StageId, StageMeaning};

pub(super) fn stage(story: &Story<'_>) -> StageId {
    let search = story.context.search;
    let standard = |meaning| search.stage_meaning(meaning);
    if let Some((ending, point)) = story.over {
        return put_by_hand(story)
            .filter(|(stage, put)| {
                ending == Ending::ByUser
                    && put.order >= point.order
                    && story.meaning(stage) == StageMeaning::Closed
            })
            .map_or_else(
                || standard(StageMeaning::Closed),
                |(stage, _)| stage.clone(),
            );
    }
    let mut latest = story
        .application
        .stage
        .clone()
        .unwrap_or_else(|| standard(StageMeaning::Applied));
    let mut put = story.point(0, story.application.applied);
    let mut order = 0;
    for h in &story.happened {
        let to = match &h.entry.event {
            Event::Stage { to } => to.clone(),
            Event::Reply(reply) if reply.kind == ReplyKind::Offer => standard(StageMeaning::Offer),
            _ => continue,
        };
        (latest, put, order) = (to, h.point, h.point.order);
    }
    // An offer outlives an interview; what the user did by hand gives way to a newer one.
    let offer_stands = story.open_offer().is_some();
    let newer = story
        .meetings
        .iter()
        .filter(|meeting| is_newer(story, meeting, order, &put));
    let mut is_ahead = None;
    for meeting in newer {
        is_ahead = Some(is_ahead.unwrap_or(false) || meeting.end.moment > story.now());
    }
    match is_ahead {
        Some(_) if offer_stands && story.meaning(&latest) == StageMeaning::Offer => latest,
        Some(true) => standard(StageMeaning::Interviewing),
        Some(false) => standard(StageMeaning::Waiting),
        None => latest,
    }
}

/// An interview moves the card when it is recorded, and again when it ends.
fn is_newer(story: &Story<'_>, meeting: &Meeting<'_>, order: usize, put: &Point) -> bool {
    let ended_since = meeting.end.moment <= story.now() && meeting.end.is_after(put);
    meeting.start.order > order || ended_since
}

fn put_by_hand<'s>(story: &'s Story<'_>) -> Option<(&'s StageId, Point)> {
    let born = story
        .application
        .stage
        .as_ref()
        .map(|stage| (stage, story.point(0, story.application.applied)));
    let moved = story
        .happened
        .iter()
        .rev()
        .find_map(|h| match &h.entry.event {
            Event::Stage { to } => Some((to, h.point)),
            _ => None,
        });
    moved.or(born)
}
