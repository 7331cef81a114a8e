//! Rules across the archive: the articles that may break one together are read again once all are read.
//!
//! Of an article that gives something to such a rule, its name is kept and where it can be read again. What came from a
//! stream is kept itself.

use super::input::{self, Found, Origin, Unread};
use super::rows::Rows;
use super::rulebook::Rulebook;
use super::walk::reason;
use crate::article::{Article, ReadOptions};
use crate::engine::{Joined, Running, Side, Views};
use crate::facts::Facts;
use crate::facts::schema::View;
use crate::lint::across::{self, Candidate, Candidates, Given, Told};
use crate::lint::finding::{Elsewhere, Finding};
use crate::lint::given_up;
use crate::text::Text;
use rayon::iter::{IntoParallelRefIterator, ParallelIterator};
use std::collections::BTreeMap;
use std::sync::Arc;

/// So many rows are held before they are kept in files: some 70 MB.
const ROWS: usize = 1_000_000;

/// At most so many articles are held at a time.
const HELD: usize = 256;

/// What the articles of the run give to rules across the archive.
#[derive(Default)]
pub(super) struct Archive {
    given: across::Archive,
    kept: Vec<Kept>,
    /// What was too much to be held.
    rows: Rows,
}

/// An article that gives something.
struct Kept {
    name: String,
    file: String,
    source: Kind,
    /// Whether something was found in it by itself.
    found: bool,
}

enum Kind {
    Again(Origin),
    Held(Arc<Elsewhere>),
}

/// Findings by the number of the article that they are of.
type Findings = BTreeMap<u32, (Arc<Elsewhere>, Vec<Finding>)>;

impl Archive {
    /// Keeps what is needed of an article; `found` says whether something is found in it by itself.
    pub(super) fn keep(
        &mut self,
        (name, file): (&str, &str),
        article: &Article,
        origin: Option<&Origin>,
        given: &[Given],
        found: bool,
    ) {
        if given.is_empty() {
            return;
        }
        self.given.add(self.kept.len() as u32, article.published, given);
        if self.given.rows() >= ROWS {
            self.rows.add(&mut self.given);
        }
        let (name, file) = (name.to_owned(), file.to_owned());
        let source = if let Some(origin) = origin {
            Kind::Again(origin.clone())
        } else {
            let (name, file, article) = (name.clone(), file.clone(), article.clone());
            Kind::Held(Arc::new(Elsewhere { name, file, article }))
        };
        self.kept.push(Kept { name, file, source, found });
    }

    /// What the rules across the archive find, in the order of the articles that it is of; `options` are those that the
    /// articles were read with the first time, since facts are known by their numbers.
    pub(super) fn joined(self, book: &Rulebook, options: &ReadOptions) -> Joining {
        let Self { mut given, kept, mut rows } = self;
        let fuel = Running::default().fuel;
        let mut came = Candidates::default();
        let mut joining = Joining::default();
        if rows.are_none() {
            given.candidates(&book.pack, fuel, &mut came);
        } else if let Err(error) = rows.each(&mut given, &mut |given| given.candidates(&book.pack, fuel, &mut came)) {
            let why = format!("what articles gave to rules across it cannot be read again: {}", reason(&error));
            joining.unread.push(Unread::new("the archive".to_owned(), why));
        }
        let Candidates { all, given_up: too_many, .. } = came;
        let too_many = too_many.into_iter().filter_map(|rule| book.pack.rules.get(rule));
        let given_up = too_many.map(|rule| {
            let told = Unread::new("the archive".to_owned(), format!("{}: {}", rule.id, given_up(fuel)));
            told.help("a condition that more must share makes fewer candidates".to_owned())
        });
        joining.given_up = given_up.collect();
        let mut found = Findings::new();
        let mut told = Told::default();
        let mut rest = all.as_slice();
        while !rest.is_empty() {
            let (batch, numbers) = batch(rest);
            rest = rest.get(batch.len()..).unwrap_or_default();
            let read: Vec<Result<Arc<Elsewhere>, Unread>> =
                numbers.par_iter().map(|&number| again(kept.get(number as usize), options)).collect();
            let mut articles = Vec::new();
            for (number, read) in numbers.into_iter().zip(read) {
                match read {
                    Ok(article) => articles.push((number, article)),
                    Err(unread) => joining.unread.push(unread),
                }
            }
            join(book, batch, &articles, &mut told, &mut found);
        }
        let had = |number: u32| kept.get(number as usize).is_some_and(|kept| kept.found);
        let of_article = |(number, (article, mut findings)): (u32, (Arc<Elsewhere>, Vec<Finding>))| {
            let main = |finding: &Finding| finding.marks.first().map(|mark| mark.place);
            findings.sort_by(|a, b| (main(a), &a.rule).cmp(&(main(b), &b.rule)));
            OfArticle { article, findings, had: had(number) }
        };
        joining.found = found.into_iter().map(of_article).collect();
        joining
    }
}

/// What came of the rules across the archive.
#[derive(Default)]
pub(super) struct Joining {
    pub(super) found: Vec<OfArticle>,
    /// Articles that could not be read again.
    pub(super) unread: Vec<Unread>,
    /// The rules that were given up.
    pub(super) given_up: Vec<Unread>,
}

/// The findings of an article.
pub(super) struct OfArticle {
    pub(super) article: Arc<Elsewhere>,
    /// In the order of the text.
    pub(super) findings: Vec<Finding>,
    /// Whether something is found in it by itself.
    pub(super) had: bool,
}

/// As many of the candidates as have few enough articles, and the numbers of these.
fn batch(candidates: &[Candidate]) -> (&[Candidate], Vec<u32>) {
    let mut numbers: Vec<u32> = Vec::new();
    let mut count = 0;
    for candidate in candidates {
        if numbers.len() >= HELD {
            break;
        }
        for number in candidate.articles {
            if let Err(at) = numbers.binary_search(&number) {
                numbers.insert(at, number);
            }
        }
        count += 1;
    }
    (candidates.get(..count).unwrap_or_default(), numbers)
}

/// Reads an article again.
fn again(kept: Option<&Kept>, options: &ReadOptions) -> Result<Arc<Elsewhere>, Unread> {
    let Some(Kept { name, file, source, .. }) = kept else {
        return Err(Unread::new(String::new(), "it cannot be found again"));
    };
    match source {
        Kind::Held(article) => Ok(Arc::clone(article)),
        Kind::Again(origin) => {
            let Found { name, file, article, .. } = input::again(name, file, origin, options)?;
            Ok(Arc::new(Elsewhere { name, file, article }))
        }
    }
}

/// Adds what is found on the candidates of a batch.
fn join(
    book: &Rulebook,
    batch: &[Candidate],
    articles: &[(u32, Arc<Elsewhere>)],
    told: &mut Told,
    found: &mut Findings,
) {
    let texts: Vec<Text<'_>> = articles.par_iter().map(|(_, elsewhere)| Text::read(&elsewhere.article)).collect();
    let both: Vec<_> = articles.iter().zip(&texts).collect();
    let read =
        |((_, elsewhere), text): &(&(u32, Arc<Elsewhere>), &Text<'_>)| book.linter_for(&elsewhere.file).facts(text);
    let facts: Vec<Facts> = both.par_iter().map(read).collect();
    let view = |number: u32| {
        let at = articles.binary_search_by_key(&number, |(number, _)| *number).ok()?;
        let ((_, elsewhere), text, facts) = (articles.get(at)?, texts.get(at)?, facts.get(at)?);
        Some((elsewhere, View { article: &elsewhere.article, text, facts }))
    };
    let views = |candidate: &Candidate| {
        let [first, second] = candidate.articles;
        let ((first, one), (second, other)) = (view(first)?, view(second)?);
        Some(([first, second], Views::two(one, other)?))
    };
    let joined: Vec<Option<Joined>> = batch
        .par_iter()
        .map(|candidate| {
            let ([first, _], views) = views(candidate)?;
            book.linter_for(&first.file).joined(candidate, views)
        })
        .collect();
    for (candidate, joined) in batch.iter().zip(joined) {
        let Some(joined) = joined.filter(|joined| told.is_news(candidate, joined)) else { continue };
        let Some((sides, views)) = views(candidate) else { continue };
        let [first, second] = sides;
        let linter = book.linter_for(&first.file);
        let Some((side, finding)) = linter.finding(candidate, joined, views, sides) else { continue };
        let [one, other] = candidate.articles;
        let (number, article) = match side {
            Side::First => (one, first),
            Side::Second => (other, second),
        };
        found.entry(number).or_insert_with(|| (Arc::clone(article), Vec::new())).1.push(finding);
    }
}

#[cfg(test)]
mod tests {
    use super::{Candidate, Candidates, HELD, Rows, across, batch};
    use crate::engine::{Row, Side, Worth};
    use crate::facts::schema::Kind;
    use crate::facts::value::FactRef;
    use crate::language::rule::Pack;
    use crate::lint::across::Given;

    #[test]
    fn rows_in_files_give_what_rows_in_memory_do() {
        let rules = "rule test/born\n  title \"x\"\n  draft\n  across archive\n  for each pair of birth a, b\n  \
                     where a.person is b.person\n  must a.date can be b.date\n  message \"x\"\n  mark a \"x\"\n  mark b \"x\"\n";
        let (pack, mistakes) = crate::language::load(&[("a.rules", rules)], &|_| Err(String::new()));
        assert!(pack.rules.len() == 1, "{mistakes:?}");
        let row = |variable, index: u32, of: u32| Given {
            rule: 0,
            row: Row {
                variable,
                fact: FactRef { kind: Kind::Birth, index },
                key: u64::from(of % 97).wrapping_mul(0x9e37_79b9_7f4a_7c15),
                value: Worth::Same(u64::from(of % 5)),
            },
        };
        let given = |of: u32| [row(Side::First, 0, of), row(Side::Second, 0, of), row(Side::First, 1, of * 7)];
        let candidates = |pack: &Pack, every: u32, fuel: u64| {
            let (mut archive, mut rows, mut found) =
                (across::Archive::default(), Rows::default(), Candidates::default());
            for article in 0..600 {
                archive.add(article, None, &given(article));
                if article % every == every - 1 {
                    rows.add(&mut archive);
                }
            }
            if rows.are_none() {
                archive.candidates(pack, fuel, &mut found);
            } else {
                rows.each(&mut archive, &mut |archive| archive.candidates(pack, fuel, &mut found)).unwrap();
            }
            (found.all, found.given_up)
        };
        for fuel in [u64::MAX, 500] {
            let (in_memory, given_up) = candidates(&pack, u32::MAX, fuel);
            assert_eq!((in_memory.is_empty(), given_up.is_empty()), (false, fuel == u64::MAX));
            for every in [1, 7, 250, 600] {
                assert_eq!(candidates(&pack, every, fuel), (in_memory.clone(), given_up.clone()), "{every} {fuel}");
            }
        }
    }

    #[test]
    fn a_batch_holds_few_articles_and_all_candidates_come() {
        let fact = FactRef { kind: Kind::Birth, index: 0 };
        let candidate = |first, second| Candidate { articles: [first, second], facts: [fact, fact], rule: 0 };
        let candidates: Vec<Candidate> = (0..1_000).map(|first| candidate(first, first + 1_000)).collect();
        let (mut rest, mut seen) = (candidates.as_slice(), 0);
        while !rest.is_empty() {
            let (batch, numbers) = batch(rest);
            assert!(!batch.is_empty() && numbers.len() <= HELD + 1 && numbers.is_sorted());
            seen += batch.len();
            rest = &rest[batch.len()..];
        }
        assert_eq!(seen, candidates.len());
    }
}
