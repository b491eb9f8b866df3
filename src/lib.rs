//! What to say after the interview, and when.
