//! What a column can mean, and the names that trackers and people give each meaning.

use std::fmt;
use std::str::FromStr;

/// What a column means.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Field {
    /// The company's name.
    Company,
    /// The position's name.
    Position,
    /// The advertisement.
    Link,
    /// Where it stands, in a word of the tracker's.
    Stage,
    /// The day it was sent.
    Applied,
    /// The day it was put on the wishlist.
    Saved,
    /// Whether it was sent: yes or no.
    WasSent,
    /// Where the work is.
    Location,
    /// Where it was found.
    Source,
    /// What it pays.
    Salary,
    /// What to do next: a day or words.
    Next,
    /// A note of the user's.
    Notes,
    /// Somebody on the employer's side.
    Contact,
    /// Their email address.
    ContactEmail,
    /// Their telephone number.
    ContactPhone,
    /// How it ended, beside the stage.
    Outcome,
    /// Nothing we know: it is kept in a note, with the column's name.
    Keep,
    /// Nothing worth keeping.
    Skip,
}

impl Field {
    /// All of them, the most important first.
    pub const ALL: [Self; 18] = [
        Self::Company,
        Self::Position,
        Self::Stage,
        Self::Applied,
        Self::Link,
        Self::Notes,
        Self::Location,
        Self::Salary,
        Self::Source,
        Self::Next,
        Self::Contact,
        Self::ContactEmail,
        Self::ContactPhone,
        Self::Saved,
        Self::WasSent,
        Self::Outcome,
        Self::Keep,
        Self::Skip,
    ];

    /// Its name on the command line.
    pub fn name(self) -> &'static str {
        match self {
            Self::Company => "company",
            Self::Position => "position",
            Self::Link => "link",
            Self::Stage => "stage",
            Self::Applied => "applied",
            Self::Saved => "saved",
            Self::WasSent => "was-sent",
            Self::Location => "place",
            Self::Source => "source",
            Self::Salary => "pay",
            Self::Next => "next",
            Self::Notes => "notes",
            Self::Contact => "contact",
            Self::ContactEmail => "contact-email",
            Self::ContactPhone => "contact-phone",
            Self::Outcome => "outcome",
            Self::Keep => "keep",
            Self::Skip => "skip",
        }
    }

    /// Its name for people.
    pub fn label(self) -> &'static str {
        match self {
            Self::Company => "Company",
            Self::Position => "Position",
            Self::Link => "Link",
            Self::Stage => "Stage",
            Self::Applied => "Day of application",
            Self::Saved => "Day it was saved",
            Self::WasSent => "Sent: yes or no",
            Self::Location => "Place",
            Self::Source => "Where it was found",
            Self::Salary => "Pay",
            Self::Next => "What is next",
            Self::Notes => "Notes",
            Self::Contact => "Contact",
            Self::ContactEmail => "Contact’s email",
            Self::ContactPhone => "Contact’s phone",
            Self::Outcome => "How it ended",
            Self::Keep => "Keep in a note",
            Self::Skip => "Leave out",
        }
    }

    /// Whether several columns may mean it.
    pub fn is_shared(self) -> bool {
        matches!(self, Self::Notes | Self::Keep | Self::Skip)
    }

    /// Whether its cells are days.
    pub(super) fn is_day(self) -> bool {
        matches!(self, Self::Applied | Self::Saved | Self::Next)
    }

    /// The names of columns that mean it, the clearest first, as [`plain`] writes them.
    fn names(self) -> &'static [&'static str] {
        match self {
            Self::Company => &[
                "company",
                "companyname",
                "employer",
                "organization",
                "organisation",
            ],
            Self::Position => &[
                "position",
                "jobtitle",
                "jobposition",
                "positiontitle",
                "rolename",
                "title",
                "role",
                "job",
            ],
            Self::Link => &[
                "joburl",
                "url",
                "link",
                "joblink",
                "jobposturl",
                "applicationurl",
                "postingurl",
                "jobpostinglink",
                "jobposting",
            ],
            Self::Stage => &["status", "stage", "list", "listname", "applicationstatus"],
            Self::Applied => &[
                "dateapplied",
                "applicationdate",
                "applieddate",
                "appliedon",
                "dateofapplication",
                "applied",
            ],
            Self::Saved => &[
                "datesaved",
                "saveddate",
                "dateadded",
                "savedon",
                "createdat",
            ],
            Self::Location => &["location", "place", "city", "joblocation"],
            Self::Source => &["source", "jobsource", "foundon", "platform"],
            Self::Salary => &[
                "salary",
                "pay",
                "advertisedsalary",
                "salaryrange",
                "compensation",
            ],
            Self::Next => &[
                "nextaction",
                "followupdate",
                "nextstep",
                "nextsteps",
                "followup",
                "followupon",
                "next",
            ],
            Self::Notes => &["notes", "note", "comments", "comment"],
            Self::Contact => &[
                "contact",
                "contactname",
                "contactperson",
                "recruiter",
                "recruitername",
                "hiringmanager",
            ],
            Self::ContactEmail => &["contactemail", "recruiteremail", "contactemailaddress"],
            Self::ContactPhone => &["contactphone", "contactphonenumber", "recruiterphone"],
            Self::Outcome => &["outcome"],
            Self::Skip => &["index", "id", "#", "no", "nr"],
            Self::WasSent | Self::Keep => &[],
        }
    }

    /// What a column of that name means, and how clearly: a smaller number is clearer.
    pub(super) fn named(column: &str) -> Option<(Self, usize)> {
        let name = plain(column);
        Self::ALL.iter().find_map(|field| {
            let place = field.names().iter().position(|known| *known == name)?;
            Some((*field, place))
        })
    }
}

impl fmt::Display for Field {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

impl FromStr for Field {
    type Err = String;

    fn from_str(name: &str) -> Result<Self, Self::Err> {
        Self::ALL
            .into_iter()
            .find(|field| field.name() == name.trim().to_lowercase())
            .ok_or_else(|| {
                let names: Vec<_> = Self::ALL.iter().map(|field| field.name()).collect();
                format!("“{name}” is none of {}", names.join(", "))
            })
    }
}

/// A name without capitals, spaces and marks, by which names of columns and stages are compared.
pub(super) fn plain(name: &str) -> String {
    let plain: String = name
        .chars()
        .filter(|c| c.is_alphanumeric())
        .flat_map(char::to_lowercase)
        .collect();
    if plain.is_empty() {
        name.trim().to_owned()
    } else {
        plain
    }
}

/// Which program made a table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Origin {
    /// LinkedIn's `Job Applications.csv`.
    LinkedInApplications,
    /// LinkedIn's `Saved Jobs.csv`.
    LinkedInSaved,
    /// LinkedIn's `Connections.csv`: people, not applications.
    LinkedInConnections,
    /// A download of Huntr.
    Huntr,
    /// JobSync's `jobs.csv`.
    JobSync,
    /// Teal, and trackers that export the same columns.
    Teal,
    /// Our own export.
    Afterword,
    /// Anything else.
    Spreadsheet,
}

impl Origin {
    /// Its name for people.
    pub fn label(self) -> &'static str {
        match self {
            Self::LinkedInApplications => "LinkedIn, job applications",
            Self::LinkedInSaved => "LinkedIn, saved jobs",
            Self::LinkedInConnections => "LinkedIn, connections",
            Self::Huntr => "Huntr",
            Self::JobSync => "JobSync",
            Self::Teal => "Teal or a similar tracker",
            Self::Afterword => "Afterword",
            Self::Spreadsheet => "A spreadsheet",
        }
    }

    /// Whether it comes from LinkedIn, which writes the month first.
    pub(super) fn is_linkedin(self) -> bool {
        matches!(self, Self::LinkedInApplications | Self::LinkedInSaved)
    }

    /// Which program writes these columns.
    pub(super) fn of(columns: &[String]) -> Self {
        let names: Vec<String> = columns.iter().map(|column| plain(column)).collect();
        let has = |wanted: &[&str]| wanted.iter().all(|name| names.iter().any(|n| n == name));
        if has(&["firstname", "lastname", "company", "connectedon"]) {
            Self::LinkedInConnections
        } else if has(&["applicationdate", "companyname", "jobtitle", "joburl"]) {
            Self::LinkedInApplications
        } else if has(&["saveddate", "companyname", "jobtitle", "joburl"]) {
            Self::LinkedInSaved
        } else if has(&["title", "companyname", "listname"]) {
            Self::Huntr
        } else if has(&["jobtitle", "company", "applied", "applieddate"]) {
            Self::JobSync
        } else if has(&["company", "position", "status", "outcome", "history"]) {
            Self::Afterword
        } else if has(&["company", "jobposition", "status"]) {
            Self::Teal
        } else {
            Self::Spreadsheet
        }
    }

    /// What a column means where this program means something else by it than others do.
    pub(super) fn own_meaning(self, column: &str) -> Option<Field> {
        let name = plain(column);
        match (self, name.as_str()) {
            // The applicant's own address and number, not those of somebody at the company.
            (Self::LinkedInApplications, "contactemail" | "contactphonenumber") => {
                Some(Field::Skip)
            }
            (Self::JobSync, "applied") => Some(Field::WasSent),
            (Self::Afterword, "history" | "next" | "nextdue") => Some(Field::Skip),
            _ => None,
        }
    }
}
