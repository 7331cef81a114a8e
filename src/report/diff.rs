//! What would change in a file, as a unified diff.

/// The changes from `old` to `new`, each with three lines around, as `patch` and git read them.
pub(crate) fn diff(name: &str, old: &str, new: &str) -> String {
    let lines = similar::TextDiff::from_lines(old, new);
    lines.unified_diff().context_radius(3).header(name, name).to_string()
}
