use super::taking::Fate;
use crate::model::{Application, Contact, same_name};
use crate::time::{Clock, When};

/// Somebody who is known from elsewhere.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Person {
    /// Their name.
    pub name: String,
    /// Whom they work for.
    pub company: String,
    /// What they do.
    pub role: String,
    /// Email address.
    pub email: String,
    /// Telephone number.
    pub phone: String,
    /// LinkedIn profile.
    pub linkedin: String,
}

impl Person {
    /// What they do, and for whom.
    pub fn describe(&self) -> String {
        let parts = [
            self.role.as_str(),
            self.company.as_str(),
            self.email.as_str(),
        ];
        let parts = parts.into_iter().filter(|part| !part.is_empty());
        parts.collect::<Vec<_>>().join(", ")
    }

    /// Adds them as a contact. What is known of a contact stays, and what is not is filled in: so
    /// the same people again change nothing.
    pub(super) fn put_into(&self, application: &mut Application, clock: &Clock) -> Fate {
        let known = application
            .contacts
            .iter_mut()
            .find(|contact| same_name(&contact.name, &self.name));
        match known {
            Some(known) => match self.complete(known) {
                changes if changes.is_empty() => Fate::Same,
                changes => Fate::Changed(changes),
            },
            None => {
                let mut contact = Contact::named(self.name.clone());
                contact.since = Some(When::Day(clock.today()));
                self.complete(&mut contact);
                application.contacts.push(contact);
                Fate::New
            }
        }
    }

    /// Fills in what is not known; what that was.
    fn complete(&self, contact: &mut Contact) -> Vec<&'static str> {
        let mut changes = Vec::new();
        for (place, value, name) in [
            (&mut contact.role, &self.role, "role"),
            (&mut contact.email, &self.email, "email"),
            (&mut contact.phone, &self.phone, "phone"),
            (&mut contact.linkedin, &self.linkedin, "LinkedIn"),
        ] {
            if place.is_empty() && !value.is_empty() {
                place.clone_from(value);
                changes.push(name);
            }
        }
        changes
    }
}
