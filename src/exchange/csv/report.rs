use chrono::NaiveDate;

/// What an import makes of a table: the preview before it, and what is said after it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Report {
    /// How many rows become applications that are new.
    pub new: usize,
    /// How many change an application that is there.
    pub changed: usize,
    /// How many say what is known already.
    pub same: usize,
    /// How many do not come in.
    pub left_out: usize,
    /// What is to be said of single rows, in their order; at most [`Report::MOST_REMARKS`].
    pub remarks: Vec<Remark>,
    /// How many remarks there are in all.
    pub remarks_in_all: usize,
    /// The first rows, as they come in; at most [`Report::MOST_LINES`].
    pub lines: Vec<Line>,
}

/// Something to be said of one row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Remark {
    /// The row, as a spreadsheet counts.
    pub row: u64,
    /// The column's name, if it is about one.
    pub column: Option<String>,
    /// What there is to say, without a full stop.
    pub text: String,
    /// Whether the row does not come in.
    pub left_out: bool,
}

/// A row as it comes in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// The row, as a spreadsheet counts.
    pub row: u64,
    /// The company.
    pub company: String,
    /// The position.
    pub position: String,
    /// The day of application.
    pub applied: NaiveDate,
    /// The stage's name, or how it ended.
    pub stage: String,
    /// What becomes of it.
    pub fate: Fate,
}

/// What becomes of a row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fate {
    /// It is a new application.
    New,
    /// It changes an application that is there, in these points.
    Changed(Vec<&'static str>),
    /// All of it is known.
    Same,
}

impl Report {
    /// More than anybody reads.
    pub const MOST_REMARKS: usize = 1_000;
    /// So many rows show whether the columns are understood.
    pub const MOST_LINES: usize = 200;

    /// How many rows come in or are known already.
    pub fn taken(&self) -> usize {
        self.new + self.changed + self.same
    }

    pub(super) fn remark(&mut self, remark: Remark) {
        self.remarks_in_all += 1;
        if remark.left_out {
            self.left_out += 1;
        }
        if self.remarks.len() < Self::MOST_REMARKS {
            self.remarks.push(remark);
        }
    }

    pub(super) fn line(&mut self, line: Line) {
        match line.fate {
            Fate::New => self.new += 1,
            Fate::Changed(_) => self.changed += 1,
            Fate::Same => self.same += 1,
        }
        if self.lines.len() < Self::MOST_LINES {
            self.lines.push(line);
        }
    }
}

impl Remark {
    /// It as a line: “Row 12, column “Date Applied”: …”.
    pub fn sentence(&self) -> String {
        match &self.column {
            Some(column) => format!("Row {}, column “{column}”: {}", self.row, self.text),
            None => format!("Row {}: {}", self.row, self.text),
        }
    }
}
