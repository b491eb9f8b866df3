//! The last line of a file: a comment by which damage is told from what Afterword wrote.

/// What the last line begins with. RON takes it for a comment.
const MARK: &[u8] = b"// checksum: crc32 ";

/// What the last line says of the lines above it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Seal {
    /// They are as Afterword wrote them.
    Whole,
    /// They have changed since: by hand, or by damage.
    Broken,
    /// There is no such line.
    None,
}

/// Adds the line to what stands above it.
pub(super) fn seal(text: &mut Vec<u8>) {
    let sum = digits(text);
    text.extend_from_slice(MARK);
    text.extend_from_slice(sum.as_bytes());
    text.push(b'\n');
}

/// What the last line says.
pub(super) fn check(bytes: &[u8]) -> Seal {
    let text = bytes.trim_ascii_end();
    let line = text.rsplit(|byte| *byte == b'\n').next().unwrap_or(text);
    let Some(sum) = line.strip_prefix(MARK) else {
        return Seal::None;
    };
    let above = text.get(..text.len() - line.len()).unwrap_or_default();
    if sum == digits(above).as_bytes() {
        Seal::Whole
    } else {
        Seal::Broken
    }
}

fn digits(text: &[u8]) -> String {
    format!("{:08x}", crc32fast::hash(text))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_change_above_the_line_is_noticed() {
        let mut text = b"(schema: 1)\n".to_vec();
        assert_eq!(check(&text), Seal::None);
        seal(&mut text);
        assert_eq!(check(&text), Seal::Whole);
        for bit in 0..11 * 8 {
            let mut flipped = text.clone();
            flipped[bit / 8] ^= 1 << (bit % 8);
            assert_eq!(check(&flipped), Seal::Broken, "bit {bit}");
        }
        text.pop();
        assert_eq!(check(&text), Seal::Whole, "the last line needs no end");
        text.pop();
        assert_eq!(check(&text), Seal::Broken);
    }
}
