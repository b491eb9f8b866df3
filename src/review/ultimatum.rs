//! `ultimatum`: a demand for a decision or an answer by a day, and an offer that nobody recorded.

use std::sync::LazyLock;

use super::phrases::Phrases;
use super::text::Word;
use super::{Check, Desk, Finding, Part};
use crate::etiquette;
use crate::model::{Event, ReplyKind, Scenario};

static DEMANDS: LazyLock<Phrases> = LazyLock::new(|| {
    Phrases::new(&[
        "i|we need|require|demand|must|expect|want have? a|an|your|the|some|any * answer|decision|response|reply|confirmation|offer|feedback|verdict|commitment * BY",
        "i|we need|expect|require|want you|an * answer|decide|decision|hear|know|respond|reply * BY",
        "i|we need|expect|require|want to hear|know|get|have|receive|see * BY",
        "i|we must have|hear|know * BY",
        "i'm|am|are expecting|awaiting|demanding * answer|decision|response|reply|hear * BY",
        "please|kindly respond|reply|answer|decide|confirm|advise|revert * BY",
        "please|kindly BY respond|reply|answer|decide|confirm",
        "please|kindly make|give|send|share|provide * decision|answer|verdict|response * BY",
        "please|kindly|just let me know BY END",
        "let me know * decision|verdict|outcome|answer|either * BY",
        "let me|us have * decision|verdict|answer|response|reply BY",
        "please|kindly ensure * {answer} * BY",
        "please|kindly make sure * {answer} * BY",
        "i|i'd|we would|must|do|have? to? request|urge|expect|appreciate|demand * decision|verdict|yes|commitment|outcome|notify or? no? * BY",
        "i|we need|expect|require|want|urge|do need? you to decide|make|let|tell|give|confirm|answer|reply|respond|hire|call|get|choose * BY",
        "i|i'd|we need|must|want|have|require to? know DAY whether|if i|i'm|i've|you|you're",
        "please|kindly|must|to {tell} me|us BY * {answer}",
        "you must|need|have to? make|give|improve|raise|present|extend * offer|answer|decision * BY",
        "failing which",
        "after|beyond|past that|then|this i|i'll|we|we'll will|shall|must|have? have? to? withdraw|accept|decline|commit|sign",
        "after|beyond|past that|then|this i|i'll|we|we'll will|shall|must|have? have? to? move|look on|elsewhere|ahead",
        "let me know BY if|whether i|i'm|you|your have|are|want|will|plan|decision|got|am",
        "get back to me * BY",
        "if i don't|haven't|didn't|do|have|did not? hear|heard|receive|received|get|got * BY * will|i'll|shall|must|have",
        "if i don't|haven't|didn't|do|have|did not? hear|heard|receive|received|get|got * will|i'll|shall|must|have * accept|take|withdraw|move|look|go|sign|choose",
        "either you * or i|i'll|i'm|we|we'll",
        "unless i|you * will|i'll|we'll|shall|must|have * accept|take|withdraw|move|look|assume",
        "otherwise i|i'll|we|we'll * accept|withdraw|elsewhere|decline|assume|sign",
        "otherwise i|i'll|we|we'll * take another|the|their|a * offer|job|role|position",
        "or i|i'll will|have|must|accept|withdraw|take|shall to? accept|withdraw|take|move|walk|look",
        "or else",
        "you have|have|got until|till * DAY",
        "give|giving you|them until|till * DAY",
        "you must|need|have to? decide|answer|respond|reply|choose|act",
        "my|the deadline for your|you|the to? answer|decision|decide|response|reply|answering",
        "i|i'll|we will|can|can't|cannot|won't not? wait any|no|much|past|longer|beyond|until|after longer|past|DAY",
        "i|i'll|we will|can|could only wait|keep|hold|remain|guarantee * until|till|through DAY",
        "take it or leave it",
        "final|last chance",
        "final|last opportunity to|for you|decide|respond|reply|answer|hire|me",
        "decision|answer|response|reply is|are required|needed|expected|due BY",
        "i|we insist",
        "should you fail * respond|reply|answer|decide",
    ])
});

/// A day by which the user must decide: of an offer, and no demand where one is recorded.
static OWN_DEADLINE: LazyLock<Phrases> = LazyLock::new(|| {
    Phrases::new(&[
        "i|we|and need|have|must|need to? decide|choose BY",
        "i|we need|have|must to? give|answer|reply|respond to? them|another|other|somebody * BY",
    ])
});

/// Mentions of an offer of somebody else's.
static OFFERS: LazyLock<Phrases> = LazyLock::new(|| {
    Phrases::new(&[
        "another|other|competing|competitive|second|rival|different|multiple|several|two|three|outstanding|pending offer|offers",
        "another|other|competing|second|rival|different job|written|formal|verbal offer|offers",
        "i|i've|have|we've received|had|got|been|accepted have? given|made|extended? an|a|offers * offer|offers",
        "i|i've|have received|got|accepted|hold|holding|secured|have an|a|my|some * offer|offers",
        "am|i'm holding|considering|weighing|sitting an|a|on|my * offer|offers",
        "offer|offers from|with|at|by another|a|other|somewhere|elsewhere|different company|firm|employer|organisation|organization|team|place|companies|employers",
        "another|different|second * has|have offered me",
        "somebody|someone|they|they've|company|firm|employer|organisation|organization|agency has|have offered me",
        "somebody|someone|they|they've|{employer} has|have? offered me * {job}|salary|money|package|more",
        "has|have|them|they|which|who made|given|extended|sent|presented me|us an|a|their|one * offer|contract",
        "i|i've|been|was|am|got offered a|an|the|another new|permanent|full|temporary|senior|junior|good|similar|better|paid|different? time? {job}",
        "offered me a|an|the|another new|permanent|full|temporary|senior|junior|good|similar|better|paid|different? time? {job}",
        "waiting|waits for|on my signature",
        "offer|offers elsewhere",
        "offers on the|my table",
    ])
});

/// Words of an offer that is only wished for, or is the employer's own, or is an offer to help.
const NOT_AN_OFFER: [&str; 22] = [
    "your",
    "hope",
    "would",
    "wish",
    "if",
    "once",
    "when",
    "special",
    "price",
    "customer",
    "customers",
    "help",
    "product",
    "products",
    "market",
    "marketing",
    "sales",
    "discount",
    "students",
    "subscription",
    "before",
    "should",
];

/// So many words before a mention of an offer may take it back.
const NEAR: usize = 4;

pub(super) fn check(desk: &Desk, findings: &mut Vec<Finding>) {
    let offers_matter = !is_recorded(desk)
        && !matches!(
            desk.draft.scenario,
            Some(
                Scenario::Withdraw
                    | Scenario::Accept
                    | Scenario::AskForTime
                    | Scenario::AnswerRejection
            )
        );
    for (part, text) in desk.parts() {
        for sentence in text.sentences() {
            if let Some(phrase) = DEMANDS.first(sentence) {
                findings.push(demand(desk, part, text.sentence_around(sentence, phrase)));
            } else if offers_matter && let Some(phrase) = OWN_DEADLINE.first(sentence) {
                findings.push(demand(desk, part, text.sentence_around(sentence, phrase)));
            } else if offers_matter && let Some(phrase) = unrecorded_offer(sentence) {
                let place = text.sentence_around(sentence, phrase);
                findings.push(Finding {
                    suggestions: vec![String::new()],
                    ..desk.finding(Check::Ultimatum, part, place, offer_message())
                });
            }
        }
    }
}

fn demand(desk: &Desk, part: Part, place: (usize, usize)) -> Finding {
    let message = "This asks for an answer by a day as if it were owed, which mostly ends a conversation: ask kindly where things stand instead.";
    Finding {
        suggestions: vec![
            "Could you tell me when you expect to decide?".to_owned(),
            String::new(),
        ],
        ..desk.finding(Check::Ultimatum, part, place, message.to_owned())
    }
}

fn offer_message() -> String {
    "This speaks of another offer, and none is recorded: record it if there is one, else take it out, as only what is true helps you."
        .to_owned()
}

/// Whether any other application has an offer, or this one has.
fn is_recorded(desk: &Desk) -> bool {
    desk.ctx.search.applications.values().any(|app| {
        app.history.iter().any(
            |entry| matches!(&entry.event, Event::Reply(reply) if reply.kind == ReplyKind::Offer),
        ) && etiquette::open_offer(app, desk.ctx).is_some()
    })
}

fn unrecorded_offer(sentence: &[Word]) -> Option<(usize, usize)> {
    let place = OFFERS.first(sentence)?;
    // What stands far from the offer says nothing of it.
    let from = sentence.partition_point(|word| word.start < place.0);
    let to = sentence.partition_point(|word| word.end <= place.1);
    let near = sentence
        .get(from.saturating_sub(NEAR)..(to + 1).min(sentence.len()))
        .unwrap_or_default();
    // “I should mention that I have an offer” is no condition, “should I get one” is.
    let mentions = |index: usize| {
        index
            .checked_sub(1)
            .and_then(|before| near.get(before))
            .is_some_and(|before| matches!(before.folded.as_str(), "i" | "we"))
    };
    let harmless = near.iter().enumerate().any(|(index, word)| {
        NOT_AN_OFFER.contains(&word.folded.as_str())
            && !(word.folded == "should" && mentions(index))
    });
    (!harmless).then_some(place)
}
