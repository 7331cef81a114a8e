//! What a reader may be told: the date where the source has none, and the names of things in front matter and HTML.

use jiff::civil::Date;

/// What readers go by; the default suits most newsrooms.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ReadOptions {
    /// The day of publication of articles that do not give one.
    pub published: Option<Date>,
    /// The keys of front matter.
    pub front_matter: FrontMatterKeys,
    /// The names in HTML.
    pub html: HtmlNames,
}

/// The keys of front matter, the first that is there counts; case makes no difference.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FrontMatterKeys {
    /// The headline's.
    pub title: Vec<String>,
    /// The standfirst's.
    pub standfirst: Vec<String>,
    /// The day of publication's.
    pub date: Vec<String>,
    /// The stets'; all that are there count.
    pub stet: Vec<String>,
}

/// The names by which HTML pages say what a thing is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HtmlNames {
    /// Classes of the standfirst.
    pub standfirst: Vec<String>,
    /// Names or properties of a `meta` element that gives the day of publication.
    pub date: Vec<String>,
}

fn owned(names: &[&str]) -> Vec<String> {
    names.iter().map(|&name| name.to_owned()).collect()
}

impl Default for FrontMatterKeys {
    fn default() -> Self {
        Self {
            title: owned(&["title", "headline"]),
            standfirst: owned(&["standfirst", "dek", "subtitle", "description", "summary", "excerpt"]),
            date: owned(&["date", "published", "publishDate", "pubdate", "datePublished", "published_at"]),
            stet: owned(&["stet", "stets"]),
        }
    }
}

impl Default for HtmlNames {
    fn default() -> Self {
        Self {
            standfirst: owned(&["standfirst", "dek", "subtitle", "summary", "lede", "description", "subheadline"]),
            date: owned(&[
                "article:published_time",
                "og:published_time",
                "datePublished",
                "parsely-pub-date",
                "sailthru.date",
                "dcterms.created",
                "dc.date",
                "pubdate",
                "date",
            ]),
        }
    }
}
