//! One clear line about what went wrong at start, and what to do.

/// What to tell whoever started it. Known troubles get their own sentence; others are told as they are.
pub fn of(error: &anyhow::Error) -> String {
    let told = format!("{error:#}");
    let has = |words: &[&str]| words.iter().any(|word| told.to_lowercase().contains(word));
    if has(&["no space left", "disk is full", "disk full", "database or disk is full"]) {
        return "the disk is full: free some space and start again; nothing that was there is lost"
            .to_owned();
    }
    // SQLite says only this much when there is no room for its shared memory.
    if has(&["disk i/o error"]) {
        return "the disk is full or does not take what is written: free some space, or look after the disk, and start \
                again; nothing that was there is lost"
            .to_owned();
    }
    if has(&["file is not a database", "malformed", "disk image"]) {
        return format!(
            "a database in the data folder is damaged: restore the folder from a backup, or choose another with --data \
             ({told})"
        );
    }
    told
}

#[cfg(test)]
mod tests {
    use anyhow::anyhow;

    use super::of;

    #[test]
    fn known_troubles_say_what_to_do() {
        assert!(of(&anyhow!("No space left on device (os error 28)")).contains("free some space"));
        assert!(of(&anyhow!("(code: 4874) disk I/O error")).contains("free some space"));
        assert!(of(&anyhow!("(code: 26) file is not a database")).contains("restore the folder"));
        assert_eq!(of(&anyhow!("port 8080 is in use")), "port 8080 is in use");
    }
}
