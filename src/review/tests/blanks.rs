//! Blanks, in every style.

use super::*;

#[test]
fn blanks_are_found_in_every_style() {
    table(
        Check::Placeholder,
        &[
            ("Thank you, [Name], for your time.", &["[Name]"]),
            (
                "We spoke about [what you talked about].",
                &["[what you talked about]"],
            ),
            ("I admire <Company>.", &["<Company>"]),
            ("I admire <<company name>>.", &["<<company name>>"]),
            ("The {position} role.", &["{position}"]),
            ("The {{ position }} role.", &["{{ position }}"]),
            ("Hello ${first_name}, thanks.", &["${first_name}"]),
            ("We met on ____ at noon.", &["____"]),
            ("In my time at ..., I learnt a lot.", &["..."]),
            ("I have X years of experience.", &["X"]),
            ("I want to join Company XYZ soon.", &["Company XYZ"]),
            ("My number is XXX.", &["XXX"]),
            ("I saved xxxx hours.", &["xxxx"]),
            ("I earn €XXk now.", &["XX"]),
            ("I want to join Company Name soon.", &["Company Name"]),
            ("I want to join COMPANY NAME soon.", &["COMPANY NAME"]),
            ("Kind regards,\nYour Name", &["Your Name"]),
            ("Dear Hiring Manager Name,", &["Hiring Manager Name"]),
            ("Dear ,\nthank you.", &["Dear ,"]),
            ("Dear,\nthank you.", &["Dear,"]),
            ("Hi NAME, thank you.", &["NAME"]),
            ("Hello %FIRST_NAME%, thank you.", &["%FIRST_NAME%"]),
            ("Hello %%name%%, thank you.", &["%%name%%"]),
            ("Hello *|FNAME|*, thank you.", &["*|FNAME|*"]),
            ("Hello «Name», thank you.", &["«Name»"]),
            ("Insert detail here and go on.", &["Insert detail here"]),
            ("TODO: mention the project.", &["TODO"]),
            ("We met on ...... at noon.", &["......"]),
            ("We met at ??? on Monday.", &["???"]),
            ("I like [Company](https://x.example).", &["[Company]"]),
            (
                "See https://linkedin.example/in/{your-name}.",
                &["{your-name}"],
            ),
            ("【name】様", &["【name】"]),
            (
                "[Name] and [Company] and {role}",
                &["[Name]", "[Company]", "{role}"],
            ),
            ("Call me on [phone number].", &["[phone number]"]),
            ("See [link].", &["[link]"]),
            ("We met on [2 dates].\nOn [date].", &["[date]"]),
            ("Naïve café [Náme] ends.", &["[Náme]"]),
        ],
    );
}

#[test]
fn brackets_that_belong_there_are_no_blanks() {
    table(
        Check::Placeholder,
        &[
            ("See [the talk](https://x.example/talk).", &[]),
            ("See [the talk][1].\n\n[1]: https://x.example", &[]),
            ("As shown before [1], [2, 3] and [12].", &[]),
            ("Write to Sam <sam@taylor.example>.", &[]),
            ("See <https://x.example/a>, or <x.example>.", &[]),
            ("I worked there (2019–2025).", &[]),
            ("You said “[we] ship daily” and “... [...] again”.", &[]),
            ("You wrote “teh [sic] plan”.", &[]),
            ("The cell holds {income - rent}.", &[]),
            ("I like Vec<String>, arr[i], list[str] and {1, 2}.", &[]),
            ("If x < y and z > w, fine.", &[]),
            ("I <3 this, and 3 < 4 > 2.", &[]),
            ("The company name is well known; your name came up.", &[]),
            ("Super size XXL, Article XX, the XX century.", &[]),
            ("I know snake_case, __init__ and a_b.", &[]),
            ("Well... that was it....", &[]),
            ("____________________\nSam Taylor", &[]),
            ("[x] done\n[ ] open", &[]),
            ("Really?? Yes.", &[]),
            ("100% sure that 50% is right, at 5%.", &[]),
            ("I read [Smith 2024] and [RFC 9110].", &[]),
            ("MY NAME IS SAM AND THE COMPANY IS GOOD", &[]),
            ("Réunion « très utile » hier.", &[]),
            ("The JSON is {\"a\": 1}.", &[]),
            ("I finished my TODO list.", &[]),
            ("Max xx is a band. Maxxx too.", &[]),
            ("Dear Dana,\nthank you.", &[]),
            ("Hello,\nthank you.", &[]),
        ],
    );
}

#[test]
fn a_blank_in_a_letter_is_found_and_filled_where_it_can_be() {
    let case = searching();
    let letter = case.write(Scenario::ThankYou, Some("Dana Wu"), &[]);
    let draft = Draft {
        subject: &letter.subject,
        body: &letter.body,
        scenario: Some(Scenario::ThankYou),
        to: &letter.to,
        ..Draft::default()
    };
    let blanks: Vec<_> = review_of(&case, &draft)
        .into_iter()
        .filter(|f| f.check == Check::Placeholder)
        .collect();
    assert_eq!(blanks.len(), letter.missing.len());
    let draft = Draft {
        body: "[Company Name], {{position}}, Dear [Name], [Your Name]",
        to: &letter.to,
        ..Draft::default()
    };
    let filled: Vec<_> = review_of(&case, &draft)
        .into_iter()
        .flat_map(|f| f.suggestions)
        .collect();
    assert_eq!(
        filled,
        ["Acme Robotics", "Backend engineer", "Dana", "Sam Taylor"]
    );
}
