//! The page of a kind of mistake: what it means, and a case that has it.

use super::settings::{self, Asked, Settings, choose};
use crate::language::cases::{Case, Edit, Version, shown};
use crate::language::rule::RuleSource;
use crate::language::{Code, Mistake};
use std::sync::Arc;

/// What `factlint explain-error` says of a code.
#[derive(Debug)]
pub struct Page {
    /// The code.
    pub code: Code,
    /// What it means.
    pub about: String,
    /// What is said of the wrong example.
    pub mistake: Option<Mistake>,
    /// The lines of the right example.
    pub right: Vec<String>,
}

/// The page of a code.
pub fn page(code: Code) -> Page {
    let Some(case) = shown(code) else {
        return Page { code, about: String::new(), mistake: None, right: Vec::new() };
    };
    let mistake = mistakes(&case, Version::Wrong).into_iter().find(|mistake| mistake.code == code);
    let right = right(&case);
    Page { code, about: case.about, mistake, right }
}

/// What is wrong with the rules and the settings of a case.
pub(crate) fn mistakes(case: &Case, version: Version) -> Vec<Mistake> {
    let (pack, mut mistakes) = case.load(version);
    if !mistakes.is_empty() {
        return mistakes;
    }
    let text = if version == Version::Wrong { &case.settings.wrong } else { &case.settings.right };
    let source = RuleSource { name: settings::FILE.to_owned(), text: text.clone().unwrap_or_default() };
    let settings = match settings::read(&Arc::new(source)) {
        Ok(settings) => settings,
        Err(mistakes) => return mistakes,
    };
    mistakes.extend(without_packs(&settings));
    let all = vec![true; settings.sections.len()];
    mistakes.extend(choose(&settings, &all, &pack, &Asked::default()).err().into_iter().flatten());
    mistakes
}

/// The packs that settings ask for beside the built-in one: there are no others here.
fn without_packs(settings: &Settings) -> Vec<Mistake> {
    let packs = settings.packs.iter().flatten().filter(|pack| pack.what != settings::BUILT_IN);
    packs.filter_map(|pack| settings.unread_pack(&pack.what, pack.span, "there is no such file or folder")).collect()
}

fn right(case: &Case) -> Vec<String> {
    if let Some(settings) = &case.settings.right {
        return settings.lines().map(str::to_owned).collect();
    }
    if let Some(table) = &case.table.right {
        return table.lines().map(str::to_owned).collect();
    }
    // Of lines that are the same in both, one look is enough.
    let lines = |edit: &Edit| if edit.wrong == edit.right { Vec::new() } else { edit.right.clone() };
    let lines = case.edits.iter().flat_map(lines).filter(|line| !line.starts_with('#'));
    lines.map(str::to_owned).collect()
}

#[cfg(test)]
mod tests {
    use super::{mistakes, page};
    use crate::language::Code;
    use crate::language::cases::{Version, cases};

    #[test]
    fn each_page_shows_its_mistake() {
        for &code in Code::ALL {
            let page = page(code);
            assert!(page.mistake.is_some(), "{}", code.name());
            assert!(page.about.len() > 20, "{}", code.name());
        }
    }

    #[test]
    fn mistakes_of_settings_are_found_and_near_misses_are_not() {
        for case in cases().iter().filter(|case| case.settings.right.is_some()) {
            let found = mistakes(case, Version::Wrong);
            let names: Vec<&str> = found.iter().map(|mistake| mistake.code.name()).collect();
            assert_eq!(names, case.codes, "line {}", case.line);
            let label = &found[0].labels[0];
            assert_eq!(label.span.of(&label.source.text), case.at, "line {}", case.line);
            assert!(mistakes(case, Version::Right).is_empty(), "line {}", case.line);
        }
    }
}
