//! "Did you mean": the known word that a misspelt one is nearest to.

/// The word of `known` that `word` most likely stands for: one slip away for short words, two for longer ones.
pub fn nearest<'k>(word: &str, known: impl IntoIterator<Item = &'k str>) -> Option<&'k str> {
    let word = word.to_lowercase();
    let slips = |candidate: &str| distance(&word, &candidate.to_lowercase());
    let allowed = match word.chars().count() {
        0 | 1 => 0,
        2..=4 => 1,
        _ => 2,
    };
    known
        .into_iter()
        .map(|candidate| (slips(candidate), candidate))
        .filter(|&(slips, candidate)| slips <= allowed && slips < candidate.chars().count())
        .min_by_key(|&(slips, _)| slips)
        .map(|(_, candidate)| candidate)
}

/// "did you mean" with the nearest of the known words, if one is near.
pub(super) fn did_you_mean<'k>(word: &str, known: impl IntoIterator<Item = &'k str>) -> Option<String> {
    nearest(word, known).map(|near| format!("did you mean `{near}`?"))
}

/// Letters to add, drop, change or swap with their neighbour to make one word of the other. Words of
/// more than 40 letters are not compared.
fn distance(a: &str, b: &str) -> usize {
    let (a, b): (Vec<char>, Vec<char>) = (a.chars().collect(), b.chars().collect());
    if a.len() > 40 || b.len() > 40 || a.len().abs_diff(b.len()) > 2 {
        return usize::MAX;
    }
    let mut before: Vec<usize> = Vec::new();
    let mut row: Vec<usize> = (0..=b.len()).collect();
    let mut last_a = None;
    for (at, &letter) in a.iter().enumerate() {
        let mut next = vec![at + 1];
        let mut last_b = None;
        for (to, &other) in b.iter().enumerate() {
            let cell = |row: &[usize], at: usize| row.get(at).copied().unwrap_or(usize::MAX / 2);
            let mut least = (cell(&row, to) + usize::from(letter != other))
                .min(cell(&row, to + 1) + 1)
                .min(next.last().copied().unwrap_or(usize::MAX / 2) + 1);
            if to > 0 && last_a == Some(other) && last_b == Some(letter) {
                least = least.min(cell(&before, to - 1) + 1);
            }
            next.push(least);
            last_b = Some(other);
        }
        before = std::mem::replace(&mut row, next);
        last_a = Some(letter);
    }
    row.last().copied().unwrap_or(usize::MAX)
}

#[cfg(test)]
mod tests {
    use super::nearest;

    #[test]
    fn near_words() {
        let known = ["message", "mark", "must", "noun", "let"];
        for (word, near) in [
            ("mesage", Some("message")),
            ("mrak", Some("mark")),
            ("nouns", Some("noun")),
            ("Noun", Some("noun")),
            ("x", None),
            ("headline", None),
            ("mu", None),
            ("", None),
        ] {
            assert_eq!(nearest(word, known), near, "{word}");
        }
    }
}
