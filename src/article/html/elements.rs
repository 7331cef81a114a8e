//! What the elements and classes of HTML say of the text in them.

use crate::article::Part;
use rustc_hash::FxHashMap;
use std::sync::LazyLock;

/// What an element does to the text in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::article) enum Role {
    /// Nothing: its text runs on.
    Inline,
    /// It is a block.
    Block,
    /// A paragraph, closed by the next block.
    Paragraph,
    /// Its text is left out.
    Skip,
    /// Its text is left out, and yet its text runs on around it.
    SkipInline,
    /// The story, or what holds it.
    Article,
    /// The same.
    Main,
    /// Furniture where it does not belong to a story; a headline in it may still be the story's.
    Header,
    /// A heading.
    Heading(u8),
    /// A list without numbers.
    List,
    /// A list with numbers.
    NumberedList,
    /// An item of a list.
    Item,
    /// All of it is quoted.
    Quote,
    /// A quotation in the text, printed with quotation marks.
    InlineQuote,
    /// Belongs to a picture.
    Figure,
    /// The line under a picture.
    Caption,
    /// A table.
    Table,
    /// A row.
    Row,
    /// A cell.
    Cell,
    /// A day or a time of day.
    Time,
    /// A raised character.
    Raised,
    /// Words for a machine.
    Code,
    /// A link.
    Link,
    /// A line break.
    Break,
    /// A line between blocks.
    Rule,
    /// Says something of the page.
    Meta,
    /// The title of the page.
    Title,
}

/// The elements by what they do; all others are inline, but for those of the page's own making.
const ELEMENTS: &[(Role, &[&str])] = &[
    (
        Role::Block,
        &[
            "address", "body", "center", "dd", "details", "div", "dl", "dt", "fieldset", "form", "hgroup", "html",
            "legend", "search", "section", "summary", "noframes", "frameset", "optgroup",
        ],
    ),
    (Role::Paragraph, &["p"]),
    (Role::Skip, &["nav", "aside", "footer", "dialog", "menu", "pre", "xmp", "listing", "plaintext"]),
    (
        Role::SkipInline,
        &[
            "script", "style", "template", "noscript", "svg", "math", "select", "textarea", "button", "iframe",
            "object", "audio", "video", "canvas", "map", "datalist", "noembed", "noframe", "applet", "del", "s",
            "strike", "rp", "rt",
        ],
    ),
    (Role::Article, &["article"]),
    (Role::Main, &["main"]),
    (Role::Header, &["header"]),
    (Role::Heading(1), &["h1"]),
    (Role::Heading(2), &["h2"]),
    (Role::Heading(3), &["h3"]),
    (Role::Heading(4), &["h4"]),
    (Role::Heading(5), &["h5"]),
    (Role::Heading(6), &["h6"]),
    (Role::List, &["ul", "dir"]),
    (Role::NumberedList, &["ol"]),
    (Role::Item, &["li"]),
    (Role::Quote, &["blockquote"]),
    (Role::InlineQuote, &["q"]),
    (Role::Figure, &["figure"]),
    (Role::Caption, &["figcaption"]),
    (Role::Table, &["table"]),
    (Role::Row, &["tr", "thead", "tbody", "tfoot", "caption", "colgroup"]),
    (Role::Cell, &["td", "th"]),
    (Role::Time, &["time"]),
    (Role::Raised, &["sup"]),
    (Role::Code, &["code", "kbd", "samp", "tt", "var"]),
    (Role::Link, &["a"]),
    (Role::Break, &["br"]),
    (Role::Rule, &["hr"]),
    (Role::Meta, &["meta"]),
    (Role::Title, &["title"]),
];

/// Elements that have no end tag.
const VOID: &[&str] = &[
    "area", "base", "basefont", "bgsound", "br", "col", "embed", "frame", "hr", "img", "input", "keygen", "link",
    "meta", "param", "source", "track", "wbr",
];

/// Classes by the part that they make of an element; those of the standfirst are settings.
const CLASSES: &[(Part, &[&str])] = &[
    (
        Part::Sidebar,
        &["byline", "article-byline", "author", "dateline", "timestamp", "credit", "photo-credit", "image-credit"],
    ),
    (Part::Caption, &["caption", "wp-caption-text", "image-caption", "photo-caption", "img-caption", "media-caption"]),
    (Part::Pullquote, &["pullquote", "pull-quote"]),
];

/// Values of `role` whose elements are left out.
const ROLES_LEFT_OUT: &[&str] = &[
    "navigation",
    "banner",
    "contentinfo",
    "complementary",
    "search",
    "dialog",
    "alertdialog",
    "menu",
    "menubar",
    "toolbar",
];

static BY_NAME: LazyLock<FxHashMap<&'static str, Role>> =
    LazyLock::new(|| ELEMENTS.iter().flat_map(|(role, names)| names.iter().map(|name| (*name, *role))).collect());

static BY_CLASS: LazyLock<FxHashMap<&'static str, Part>> =
    LazyLock::new(|| CLASSES.iter().flat_map(|(part, names)| names.iter().map(|name| (*name, *part))).collect());

impl Role {
    /// The role of an element.
    pub(in crate::article) fn of(name: &str) -> Self {
        let own = if name.contains('-') { Self::Block } else { Self::Inline };
        BY_NAME.get(name).copied().unwrap_or(own)
    }

    /// Whether a block that is open ends where the element begins or ends.
    pub(super) fn breaks(self) -> bool {
        match self {
            Self::Inline
            | Self::SkipInline
            | Self::InlineQuote
            | Self::Time
            | Self::Raised
            | Self::Code
            | Self::Link
            | Self::Break
            | Self::Meta => false,
            Self::Block
            | Self::Paragraph
            | Self::Skip
            | Self::Article
            | Self::Main
            | Self::Header
            | Self::Heading(_)
            | Self::List
            | Self::NumberedList
            | Self::Item
            | Self::Quote
            | Self::Figure
            | Self::Caption
            | Self::Table
            | Self::Row
            | Self::Cell
            | Self::Rule
            | Self::Title => true,
        }
    }
}

/// Whether an element has no end tag.
pub(super) fn is_void(name: &str) -> bool {
    VOID.contains(&name)
}

/// The part that one of an element's classes makes of it.
pub(super) fn part_of_class(classes: &str, standfirst: &[String]) -> Option<Part> {
    classes.split_ascii_whitespace().find_map(|class| {
        if standfirst.iter().any(|name| name.eq_ignore_ascii_case(class)) {
            return Some(Part::Standfirst);
        }
        BY_CLASS.get(class.to_ascii_lowercase().as_str()).copied()
    })
}

/// Whether an element with that `role` is left out.
pub(super) fn is_left_out(role: &str) -> bool {
    ROLES_LEFT_OUT.contains(&role.trim())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_there_once() {
        let names: Vec<&str> = ELEMENTS.iter().flat_map(|(_, names)| names.iter().copied()).collect();
        assert_eq!(names.len(), BY_NAME.len(), "an element with two roles");
        let classes: usize = CLASSES.iter().map(|(_, names)| names.len()).sum();
        assert_eq!(classes, BY_CLASS.len(), "a class with two parts");
    }

    #[test]
    fn classes_are_whole_words() {
        let standfirst = ["standfirst".to_owned(), "dek".to_owned()];
        let part = |classes| part_of_class(classes, &standfirst);
        assert_eq!(part("article Standfirst wide"), Some(Part::Standfirst));
        assert_eq!(part("byline"), Some(Part::Sidebar));
        assert_eq!(part("standfirst-wrap dekker desktop"), None);
        assert_eq!(part(""), None);
    }
}
