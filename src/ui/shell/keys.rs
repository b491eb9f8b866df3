//! The keys that work everywhere in the window.

use egui::{Context, Key, KeyboardShortcut, Modifiers};

use crate::app::{Chord, Go, UserCommand};
use crate::ui::scene::Scene;

/// The keys as egui has them.
pub fn shortcut(chord: Chord) -> Option<KeyboardShortcut> {
    let mut modifiers = Modifiers::NONE;
    if chord.command {
        modifiers |= Modifiers::COMMAND;
    }
    if chord.shift {
        modifiers |= Modifiers::SHIFT;
    }
    if chord.alt {
        modifiers |= Modifiers::ALT;
    }
    Some(KeyboardShortcut::new(modifiers, Key::from_name(chord.key)?))
}

/// The keys of a command that are shown beside it.
pub fn first(command: UserCommand) -> Option<KeyboardShortcut> {
    shortcut(*command.chords().first()?)
}

/// The keys of a command as this platform writes them.
pub fn shown(ctx: &Context, command: UserCommand) -> Option<String> {
    if let Some(words) = command.keys_in_words() {
        return Some(words.to_owned());
    }
    let keys = ctx.format_shortcut(&first(command)?);
    // The one key that everybody knows by its sign.
    Some(keys.replace("Questionmark", "?"))
}

/// Carries out the keys that were pressed. `typing` is whether a text field has the keyboard: what
/// could be meant for the text goes to the text.
pub(super) fn listen(ctx: &Context, scene: &mut Scene<'_>, typing: bool) {
    if scene.state.dialog.is_some() {
        return;
    }
    for (command, chord) in by_precedence() {
        let types = !chord.command && !is_function_key(chord);
        let for_text = types || matches!(command, UserCommand::Undo | UserCommand::Redo);
        if typing && for_text {
            continue;
        }
        let Some(keys) = shortcut(chord) else {
            continue;
        };
        if ctx.input_mut(|input| input.consume_shortcut(&keys))
            && let Some(command) = command.command(scene.state)
        {
            scene.send(command);
        }
    }
    let popup = egui::Popup::is_any_open(ctx);
    let dragging = egui::DragAndDrop::has_any_payload(ctx);
    if !typing && !popup && !dragging {
        let escape = ctx.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Escape));
        if escape {
            scene.go(Go::Back);
        }
    }
}

/// Whether the keys of a command were pressed, which then mean nothing else.
pub fn pressed(ctx: &Context, command: UserCommand) -> bool {
    let mut chords = command.chords().iter();
    chords.any(|chord| {
        shortcut(*chord).is_some_and(|keys| ctx.input_mut(|input| input.consume_shortcut(&keys)))
    })
}

/// “F8” types nothing.
fn is_function_key(chord: Chord) -> bool {
    let number = chord.key.strip_prefix('F').unwrap_or_default();
    !number.is_empty() && number.chars().all(|c| c.is_ascii_digit())
}

/// All keys, those with Shift first: egui takes Ctrl+Shift+Z for Ctrl+Z as well.
fn by_precedence() -> impl Iterator<Item = (UserCommand, Chord)> {
    let all = || {
        UserCommand::ALL
            .iter()
            .filter(|command| command.is_heard_everywhere())
            .flat_map(|command| command.chords().iter().map(|chord| (*command, *chord)))
    };
    let with_shift = all().filter(|(_, chord)| chord.shift);
    with_shift.chain(all().filter(|(_, chord)| !chord.shift))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_key_of_a_command_exists() {
        let all = UserCommand::ALL.iter();
        let chords =
            all.flat_map(|command| command.chords().iter().map(move |one| (command, *one)));
        for (command, chord) in chords {
            assert!(shortcut(chord).is_some(), "{command:?} {chord:?}");
        }
    }
}
