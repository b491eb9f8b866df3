use super::Home;

#[cfg(target_os = "linux")]
#[test]
fn without_a_display_the_agenda_is_printed() {
    let home = Home::with_events();
    let answer = home.run(&[]);
    assert_eq!(answer.code, 1);
    assert!(
        answer.out.contains("Thank Łukasz Żak, Globex"),
        "{}",
        answer.out
    );
    assert_eq!(answer.err.trim_end().lines().count(), 1, "{}", answer.err);
    assert!(answer.err.contains("display"), "{}", answer.err);
    assert!(home.run(&["--demo"]).out.contains("Thank "));
}

#[cfg(target_os = "linux")]
#[test]
fn a_display_that_nobody_serves_is_none() {
    let home = Home::with_events();
    let output = home.command(&[]).env("DISPLAY", ":4711").output().unwrap();
    let answer: super::Answer = output.into();
    assert_eq!(answer.code, 1);
    assert!(
        answer.out.contains("Thank Łukasz Żak, Globex"),
        "{}",
        answer.out
    );
}
