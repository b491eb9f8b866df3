/// What is shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Notification {
    /// A second one of the same number replaces the first.
    pub number: u32,
    /// One line.
    pub title: String,
    /// Some sentences, as plain text.
    pub body: String,
}

/// Something that shows notifications. It may take its time, and fail.
pub trait Desktop: Send + Sync {
    /// Shows one, and returns when it is shown.
    ///
    /// # Errors
    /// It is not shown, and why.
    fn show(&self, notification: &Notification) -> Result<(), String>;
}

/// The notification service of this system.
#[derive(Clone, Copy, Debug, Default)]
pub struct SystemDesktop;

/// What the program is called, and what its icon and desktop entry are called.
const NAME: &str = "Afterword";
#[cfg(all(unix, not(target_os = "macos")))]
const ENTRY: &str = "afterword";

impl Desktop for SystemDesktop {
    fn show(&self, notification: &Notification) -> Result<(), String> {
        let mut shown = notify_rust::Notification::new();
        shown
            .appname(NAME)
            .summary(&notification.title)
            .body(&notification.body);
        #[cfg(all(unix, not(target_os = "macos")))]
        {
            use notify_rust::Hint;
            let capabilities = notify_rust::get_capabilities().map_err(|error| plainly(&error))?;
            if capabilities.iter().any(|name| name == "body-markup") {
                shown.body(&escape(&notification.body));
            }
            shown
                .icon(ENTRY)
                .id(notification.number)
                .hint(Hint::DesktopEntry(ENTRY.to_owned()));
        }
        shown.show().map(drop).map_err(|error| plainly(&error))
    }
}

/// What went wrong, for people; the log has it in the system's words.
fn plainly(error: &notify_rust::error::Error) -> String {
    let technical = error.to_string();
    tracing::warn!("a notification was not shown: {technical}");
    in_plain_words(&technical).to_owned()
}

fn in_plain_words(technical: &str) -> &'static str {
    let says = |words: &[&str]| words.iter().any(|word| technical.contains(word));
    if says(&["ServiceUnknown", "was not provided", "NameHasNoOwner"]) {
        "no notification service runs on this desktop"
    } else if says(&["NoReply", "imeout", "timed out"]) {
        "the notification service does not answer"
    } else if says(&[
        "No such file",
        "DBUS_SESSION_BUS_ADDRESS",
        "onnection refused",
        "I/O error",
    ]) {
        "this session has no message bus to reach a notification service by"
    } else {
        "the notification service refused it"
    }
}

/// As the notification specification's markup asks for.
#[cfg(any(test, all(unix, not(target_os = "macos"))))]
fn escape(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_goes_wrong_is_said_in_plain_words() {
        let unknown = "org.freedesktop.DBus.Error.ServiceUnknown: The name was not provided by any .service files";
        assert_eq!(
            in_plain_words(unknown),
            "no notification service runs on this desktop"
        );
        assert_eq!(
            in_plain_words("org.freedesktop.DBus.Error.NoReply: too late"),
            "the notification service does not answer"
        );
        assert_eq!(
            in_plain_words("something new"),
            "the notification service refused it"
        );
    }

    #[test]
    fn markup_in_names_is_text() {
        assert_eq!(
            escape("<b>Quill</b> & Sons"),
            "&lt;b&gt;Quill&lt;/b&gt; &amp; Sons"
        );
    }
}
