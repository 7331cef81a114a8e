//! Chains: two counts in one sentence with at most three words between them.

use super::{Reading, SpotKind, Spots, weaker};
use crate::facts::model::Chain;
use crate::text::TokenKind;

/// The most words between the two counts.
const REACH: usize = 3;

pub(super) fn read(reading: &mut Reading<'_>, spots: &Spots) {
    for sentence in spots.by_sentence() {
        for index in sentence.clone().skip(1) {
            let (Some(first), Some(second)) = (spots.get(index - 1), spots.get(index)) else { continue };
            if first.kind != SpotKind::Count || second.kind != SpotKind::Count || second.first < first.end {
                continue;
            }
            let between = first.end..second.first;
            let text = reading.text;
            let only_words = between.clone().all(|at| text.kind(at) == TokenKind::Word);
            if between.is_empty() || between.len() > REACH || !only_words {
                continue;
            }
            let joiner: Vec<&str> = between.map(|at| text.lower(at)).collect();
            let joiner = joiner.join(" ").into_boxed_str();
            let at = reading.at(first.at.span.to(second.at.span), weaker(first.at.certainty, second.at.certainty));
            reading.facts.chains.push(Chain { at, first: first.index, joiner, second: second.index });
        }
    }
}
