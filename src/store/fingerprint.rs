use std::hash::{BuildHasher as _, Hasher as _};
use std::io::{self, Read};

use foldhash::quality::{FixedState, FoldHasher};

/// A file is read in parts of this size where it need not be in memory as a whole.
const PART: usize = 1 << 18;

/// Tells one content of a file from another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Fingerprint {
    length: u64,
    hash: u64,
}

impl Fingerprint {
    pub(crate) fn of(bytes: &[u8]) -> Self {
        let mut so_far = SoFar::new();
        bytes.chunks(PART).for_each(|part| so_far.add(part));
        so_far.end()
    }

    /// That of everything that can be read.
    pub(super) fn of_all(mut from: impl Read) -> io::Result<Self> {
        let mut so_far = SoFar::new();
        let mut part = Vec::with_capacity(PART);
        loop {
            part.clear();
            // Every part but the last is full, whatever a single read brings.
            from.by_ref().take(PART as u64).read_to_end(&mut part)?;
            so_far.add(&part);
            if part.len() < PART {
                return Ok(so_far.end());
            }
        }
    }
}

/// Of the parts that came so far.
struct SoFar {
    length: u64,
    hasher: FoldHasher<'static>,
}

impl SoFar {
    fn new() -> Self {
        Self {
            length: 0,
            hasher: FixedState::default().build_hasher(),
        }
    }

    fn add(&mut self, part: &[u8]) {
        self.length += part.len() as u64;
        if !part.is_empty() {
            self.hasher.write(part);
        }
    }

    fn end(self) -> Fingerprint {
        Fingerprint {
            length: self.length,
            hash: self.hasher.finish(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Gives a byte at a time, as a slow disk may.
    struct Slow<'a>(&'a [u8]);

    impl Read for Slow<'_> {
        fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
            let length = into.len().min(1);
            self.0.read(&mut into[..length])
        }
    }

    #[test]
    fn it_is_the_same_however_the_bytes_come() {
        for length in [0, 1, PART - 1, PART, PART + 1, 3 * PART] {
            let bytes: Vec<u8> = (0..=250).cycle().take(length).collect();
            let whole = Fingerprint::of(&bytes);
            assert_eq!(Fingerprint::of_all(bytes.as_slice()).unwrap(), whole);
            if length <= PART + 1 {
                assert_eq!(Fingerprint::of_all(Slow(&bytes)).unwrap(), whole);
            }
            let mut other = bytes.clone();
            other.push(0);
            assert_ne!(Fingerprint::of(&other), whole);
            if let Some(first) = other.first_mut() {
                *first ^= 1;
                other.pop();
                assert_eq!(Fingerprint::of(&other) == whole, length == 0);
            }
        }
    }
}
