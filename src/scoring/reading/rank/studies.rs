//! Whether a job title is that of somebody who studies.

use super::word::{is_of, rank_of_word};
use super::{BETWEEN_JOBS, Rank};
use crate::scoring::reading::words;

/// French, Spanish, Italian, Dutch and Polish, in this order.
const STUDIES: [&str; 17] = [
    "étudiant",
    "étudiante",
    "élève",
    "estudiante",
    "alumno",
    "alumna",
    "studente",
    "studentessa",
    "scolaro",
    "scolara",
    "leerling",
    "scholier",
    "studentka",
    "uczeń",
    "uczennica",
    "bezrobotny",
    "bezrobotna",
];

/// Words of English that name a person who studies, or stand before what is done for them.
const STUDIES_OR_IS_FOR: [&str; 4] = ["student", "pupil", "undergraduate", "jobseeker"];

/// Behind such a word: where or what they study.
const STUDIES_THERE: [&str; 16] = [
    "at", "in", "of", "from", "with", "der", "des", "an", "im", "am", "bei", "für", "aus", "de",
    "en", "mit",
];

/// Before such a word: what is done for those who study.
const DONE_FOR: [&str; 11] =
    ["of", "for", "to", "with", "der", "des", "für", "von", "de", "para", "di"];

/// Whether one of the jobs of a title is to study.
pub fn studies(title: &str) -> bool {
    title.split(BETWEEN_JOBS).flat_map(|job| job.split(['(', ')'])).any(is_student)
}

/// Whether a job is that of somebody who studies: they are said to, and to be nothing higher.
///
/// A director of student affairs does not, nor does a student recruitment manager.
fn is_student(job: &str) -> bool {
    let is_higher = |word: &str| matches!(rank_of_word(word, ""), Rank::Manages | Rank::Decides);
    let mut said = words(job);
    let mut before = "";
    while let Some(word) = said.next() {
        let mut behind = said.clone();
        let next = behind.clone().next();
        let is_there = next.is_some_and(|next| is_of(next, &STUDIES_THERE));
        let is_last = next.is_none_or(|next| is_of(next, &["and", "und"]));
        let is_who =
            names_who_studies(word) || is_of(word, &STUDIES_OR_IS_FOR) && (is_there || is_last);
        if is_who && !is_of(before, &DONE_FOR) {
            return is_there || !behind.any(is_higher);
        }
        if is_higher(word) {
            return false;
        }
        before = word;
    }
    false
}

/// Whether a word means nobody but a person who studies.
fn names_who_studies(word: &str) -> bool {
    is_of(word, &STUDIES)
        || is_of(word, &["schüler", "schülerin", "studentische", "studentischer"])
        || word.ends_with("studentin")
        || word.ends_with("student") && word != "student"
}

#[cfg(test)]
mod tests {
    use super::super::rank;
    use super::*;

    #[test]
    fn students_are_known() {
        for title in [
            "Student",
            "Werkstudentin",
            "Werkstudent Marketing",
            "PhD student",
            "PhD student, owner of a blog",
            "PhD student at the Chair of Marketing",
            "Student at Leeds",
            "Student der Informatik",
            "Studentische Hilfskraft",
            "Schüler",
        ] {
            assert_eq!(rank(title), Rank::Studies, "{title}");
        }
    }

    #[test]
    fn whoever_works_for_students_does_not_study() {
        for (title, is) in [
            ("Director of Student Affairs", Rank::Decides),
            ("Head of Student Services", Rank::Decides),
            ("Dean of the Student Body", Rank::Unknown),
            ("Student Recruitment Manager", Rank::Manages),
            ("Student Affairs Officer", Rank::Unknown),
            ("Founder and student", Rank::Decides),
            ("Student and founder", Rank::Decides),
            ("Leiterin Studentenwerk", Rank::Decides),
            ("Directeur de la vie étudiante", Rank::Decides),
            ("Teacher of students", Rank::Unknown),
        ] {
            assert_eq!(rank(title), is, "{title}");
        }
    }
}
