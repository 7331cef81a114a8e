//! Which noun is a kind of which.

use super::entry::Entry;

static STARTS: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/lexicon.starts"));
static PARENTS: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/lexicon.parents"));

/// No noun has as many meanings above it.
const MOST: usize = 128;

/// Whether one of the meanings of `noun` is a meaning of `kind` or lies under one.
pub(super) fn is_below(noun: Entry, kind: Entry) -> bool {
    let mut seen = [0; MOST];
    let mut count = 0;
    let push = |seen: &mut [u16; MOST], count: &mut usize, node| {
        let known = seen.iter().take(*count).any(|&other| other == node);
        if !known && let Some(free) = seen.get_mut(*count) {
            *free = node;
            *count += 1;
        }
    };
    for node in noun.kinds() {
        push(&mut seen, &mut count, node);
    }
    let mut at = 0;
    while at < count {
        let node = seen.get(at).copied().unwrap_or_default();
        if kind.kinds().any(|other| other == node) {
            return true;
        }
        for parent in parents(node) {
            push(&mut seen, &mut count, parent);
        }
        at += 1;
    }
    false
}

fn parents(node: u16) -> impl Iterator<Item = u16> {
    let (starts, _) = STARTS.as_chunks::<2>();
    let start = |at: usize| starts.get(at).map_or(0, |bytes| usize::from(u16::from_le_bytes(*bytes)));
    let (nodes, _) = PARENTS.as_chunks::<2>();
    let from = start(usize::from(node));
    let to = start(usize::from(node) + 1);
    nodes.get(from..to).unwrap_or_default().iter().map(|parent| u16::from_le_bytes(*parent))
}
