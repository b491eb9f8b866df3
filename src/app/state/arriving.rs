//! People, invitations and mails taken in: the dialog that asks, and the one step it is.

use std::sync::Arc;

use super::State;
use crate::app::arriving::{ArrivalsOffer, title};
use crate::app::change::Change;
use crate::app::command::Effect;
use crate::app::dialog::Dialog;
use crate::exchange::arrivals::Arrivals;
use crate::exchange::mail::Mail;
use crate::time::Clock;

impl State {
    pub(super) fn offer_arrivals(&mut self, mut arrivals: Arrivals, clock: &Clock) -> Vec<Effect> {
        arrivals.place(&self.search, clock);
        self.dialog = Some(Dialog::Arrivals(ArrivalsOffer(Arc::new(arrivals))));
        Vec::new()
    }

    /// A mail that brings an invitation is an interview; any other is a reply.
    pub(super) fn received(&mut self, mail: Mail, clock: &Clock) -> Vec<Effect> {
        match mail.invitation(clock) {
            Some(arrivals) => self.offer_arrivals(arrivals, clock),
            None => {
                self.dialog = Some(Dialog::Received(Arc::new(mail)));
                Vec::new()
            }
        }
    }

    pub(super) fn take_in_arrivals(&mut self, arrivals: &Arrivals, clock: &Clock) -> Vec<Effect> {
        let taken = arrivals.take_in(&self.search, clock);
        let title = title(&arrivals.name, taken.counts);
        let change = Change::between(title, &self.search, &taken.search);
        if change.is_empty() {
            self.say(change.title, false);
            return Vec::new();
        }
        let mut effects = vec![Effect::BackUp];
        effects.extend(self.make(change, clock));
        effects
    }
}
