//! Giving memory back that only the start needed.
#![allow(unsafe_code)]

/// The agent at rest is held below this, in bytes.
#[cfg(target_os = "linux")]
const ENOUGH: usize = 11 << 20;

/// Gives memory back where the process holds more than an agent at rest needs: after its start, and
/// after it has shown something.
#[cfg(target_os = "linux")]
pub(super) fn trim() {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    if resident(&status).is_some_and(|bytes| bytes > ENOUGH) {
        give_back();
    }
}

#[cfg(not(target_os = "linux"))]
pub(super) fn trim() {}

/// What the process holds in memory, in bytes.
#[cfg(target_os = "linux")]
fn resident(status: &str) -> Option<usize> {
    let line = status
        .lines()
        .find_map(|line| line.strip_prefix("VmRSS:"))?;
    let kibibytes: usize = line.split_whitespace().next()?.parse().ok()?;
    kibibytes.checked_mul(1024)
}

/// Has the system take the program's code out of this process's memory again: it is in the file,
/// and what is used comes back by itself, a page at a time. The agent uses a small part of a large
/// program, of which reading the command line and the file has brought in far more.
#[cfg(target_os = "linux")]
fn give_back() {
    let Ok(program) = std::env::current_exe() else {
        return;
    };
    let Ok(maps) = std::fs::read_to_string("/proc/self/maps") else {
        return;
    };
    let program = program.to_string_lossy();
    for (start, end) in maps.lines().filter_map(|line| code(line, &program)) {
        // SAFETY: the range is a mapping of this program's file that nothing can write to, as the
        // kernel has just said; its pages hold what the file holds. Dropping them changes no byte
        // that anybody can read: the next access reads the file again.
        unsafe {
            let begin = std::ptr::without_provenance_mut(start);
            libc::madvise(begin, end - start, libc::MADV_DONTNEED);
        }
    }
}

/// The range of a line of the memory map, if it is code of that program.
#[cfg(target_os = "linux")]
fn code(line: &str, program: &str) -> Option<(usize, usize)> {
    let mut fields = line.split_whitespace();
    let (range, rights) = (fields.next()?, fields.next()?);
    if rights != "r-xp" || fields.nth(3)? != program {
        return None;
    }
    let (start, end) = range.split_once('-')?;
    let number = |text| usize::from_str_radix(text, 16).ok();
    Some((number(start)?, number(end)?))
}

#[cfg(all(test, target_os = "linux"))]
mod tests {
    use super::*;

    #[test]
    fn only_code_of_the_program_itself_is_given_back() {
        for (line, range) in [
            (
                "55d0a000-55d0c000 r-xp 00001000 fe:00 1234   /usr/bin/afterword",
                Some((0x55d0_a000, 0x55d0_c000)),
            ),
            (
                "55d0a000-55d0c000 r--p 00001000 fe:00 1234   /usr/bin/afterword",
                None,
            ),
            (
                "55d0a000-55d0c000 rw-p 00001000 fe:00 1234   /usr/bin/afterword",
                None,
            ),
            (
                "55d0a000-55d0c000 r-xp 00001000 fe:00 1234   /usr/lib/libc.so.6",
                None,
            ),
            ("55d0a000-55d0c000 r-xp 00000000 00:00 0", None),
            ("nonsense", None),
        ] {
            assert_eq!(code(line, "/usr/bin/afterword"), range, "{line}");
        }
    }

    #[test]
    fn what_is_held_is_read_from_what_the_kernel_says() {
        let status = "Name:\tafterword\nVmSize:\t   90000 kB\nVmRSS:\t   18436 kB\nThreads:\t7\n";
        assert_eq!(resident(status), Some(18_436 * 1024));
        assert_eq!(resident("Name:\tafterword\n"), None);
        let own = std::fs::read_to_string("/proc/self/status").unwrap();
        assert!(resident(&own).is_some_and(|bytes| bytes > 1 << 20));
    }

    #[test]
    fn the_program_runs_on_without_its_code_in_memory() {
        for _ in 0..3 {
            give_back();
            assert_eq!(format!("{:x}", 1_u128 << 77), "20000000000000000000");
        }
    }
}
