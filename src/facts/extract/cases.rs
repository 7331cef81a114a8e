//! Cases of people, quotations, events and repeats, as data: a short article and the facts that it must give.
//!
//! A case of the fixture is `== name (kinds)`, the article, and after `--` one line for each fact
//! of these kinds, in the order of the text. Paragraphs stand apart by blank lines; `# ` begins a
//! headline, `## ` a standfirst, `### ` a crosshead, `! ` a caption, `- ` a list item. `published DATE` dates the article.

use crate::article::{Article, Block, Part};
use crate::facts::Facts;
use crate::facts::model::{At, Count, Date, Resembling};
use crate::facts::names::{Certainty, Direction};
use crate::source::Span;
use crate::text::Text;

/// Reads the article of a case.
fn article(lines: &[&str]) -> Article {
    let mut article = Article::default();
    for paragraph in lines.join("\n").split("\n\n") {
        let mut words = paragraph.trim();
        if let Some(day) = words.strip_prefix("published ") {
            article.published = day.parse().ok();
            continue;
        }
        let mut part = Part::Body;
        for (mark, of) in [
            ("### ", Part::Crosshead),
            ("## ", Part::Standfirst),
            ("# ", Part::Headline),
            ("! ", Part::Caption),
            ("- ", Part::List),
        ] {
            if let Some(rest) = words.strip_prefix(mark) {
                (words, part) = (rest, of);
                break;
            }
        }
        if words.is_empty() {
            continue;
        }
        let start = article.text.len();
        article.text.push_str(words);
        article.blocks.push(Block::new(part, Span::new(start, article.text.len())));
        article.text.push_str("\n\n");
    }
    article
}

/// What a case shows of its facts: one line for each, in the order of the text.
fn shown(article: &Article, kind: &str) -> Vec<String> {
    let text = Text::read(article);
    let facts = Facts::read(&text);
    let written = |span: Span| span.of(&article.text).to_owned();
    let sure = |at: At| if at.certainty == Certainty::Weak { " (weak)" } else { "" };
    let flags = |at: At| format!("{}{}", if at.negated { " (negated)" } else { "" }, sure(at));
    let event = |index: Option<u32>| match index.and_then(|index| facts.events.get(index as usize)) {
        Some(event) => event.key.split('#').next().unwrap_or_default().to_owned(),
        None => "none".to_owned(),
    };
    let person = |index: Option<u32>| match index.and_then(|index| facts.people.get(index as usize)) {
        Some(person) => person.name.key.to_string(),
        None => "none".to_owned(),
    };
    let source = |index: u32| facts.sources.get(index as usize).map_or(String::new(), |s| s.name.key.to_string());
    match kind {
        "quote" => {
            let line = |q: &crate::facts::model::Quote| {
                format!("{} {} | {}{}", q.kind.word(), q.words, written(q.at.span), sure(q.at))
            };
            facts.quotes.iter().map(line).collect()
        }
        "mismatch" => {
            facts.mismatches.iter().map(|m| format!("{} | {}{}", written(m.at.span), m.of, sure(m.at))).collect()
        }
        "likeness" => {
            let line = |l: &crate::facts::model::Likeness| {
                format!("{} | {} x {} | {}{}", written(l.at.span), l.times, l.thing.key, l.measures, sure(l.at))
            };
            facts.likenesses.iter().map(line).collect()
        }
        "rescaled" => {
            let line = |r: &crate::facts::model::Rescaled| {
                let (first, second) = (written(r.first), written(r.at.span));
                let same = if r.same { ", one thing" } else { "" };
                let again = if r.again { ", known" } else { "" };
                format!(
                    "{first} | {second} | {} | {} shared, {} near{same}{again}{}",
                    r.times,
                    r.shared,
                    r.near,
                    sure(r.at)
                )
            };
            facts.rescaled.iter().map(line).collect()
        }
        "enumeration" => {
            facts.enumerations.iter().map(|e| format!("{} | {}{}", e.entries, written(e.at.span), sure(e.at))).collect()
        }
        "sectioning" => facts.sectionings.iter().map(|s| format!("{} | {}", s.headings, written(s.at.span))).collect(),
        "unclosed" => {
            let line = |u: &crate::facts::model::Unclosed| {
                let said = u.attribution.map_or("-".to_owned(), written);
                format!("{} | {said}{}", written(u.at.span), sure(u.at))
            };
            facts.unclosed.iter().map(line).collect()
        }
        "unopened" => {
            let line = |u: &crate::facts::model::Unopened| {
                let said = u.attribution.map_or("-".to_owned(), written);
                format!("{} | {said}{}", written(u.at.span), sure(u.at))
            };
            facts.unopened.iter().map(line).collect()
        }
        "bracket" => facts.parentheses.iter().map(|p| format!("{}{}", written(p.at.span), sure(p.at))).collect(),
        "doubled" => {
            let line = |d: &crate::facts::model::Doubled| {
                format!("{} {} | {}", written(d.first), written(d.at.span), d.at.certainty.word())
            };
            facts.doubled.iter().map(line).collect()
        }
        "identifier" => {
            let line = |i: &crate::facts::model::Identifier| {
                let check = if i.fits { "fits" } else { "does not fit" };
                let expected = i.expected.as_deref().map_or(String::new(), |digit| format!(", {digit} would"));
                let fault = i.fault.as_deref().map_or(String::new(), |fault| format!(" | {fault}"));
                format!("{} | {} {check}{expected}{fault}", written(i.at.span), i.scheme)
            };
            facts.identifiers.iter().map(line).collect()
        }
        "phone" => {
            let line = |p: &crate::facts::model::Phone| format!("{} | {}: {}", written(p.at.span), p.plan, p.digits);
            facts.phones.iter().map(line).collect()
        }
        "address" => {
            let line = |a: &crate::facts::model::Address| {
                let near = a.near.as_deref().map_or(String::new(), |near| format!(" | near {near}"));
                let fault = a.fault.map_or(String::new(), |fault| format!(" | {fault}"));
                format!("{} | {}{near}{fault}", written(a.at.span), a.host.as_deref().unwrap_or("-"))
            };
            facts.addresses.iter().map(line).collect()
        }
        "handle" => {
            let line = |h: &crate::facts::model::Handle| {
                let near = h.near.as_deref().map_or(String::new(), |near| format!(" | near {near}"));
                format!("{}{near}", written(h.at.span))
            };
            facts.handles.iter().map(line).collect()
        }
        "reference" => {
            let line = |r: &crate::facts::model::Reference| format!("{} of {}", written(r.at.span), r.last);
            facts.references.iter().map(line).collect()
        }
        "acronym" => facts.acronyms.iter().map(|a| format!("{} | {}", a.short, a.initials)).collect(),
        "fragment" => facts.fragments.iter().map(|f| format!("{} | {}", written(f.at.span), f.what)).collect(),
        "gap" => {
            let line =
                |g: &crate::facts::model::Gap| format!("{} for {} | {}", g.number, g.expected, written(g.at.span));
            facts.gaps.iter().map(line).collect()
        }
        "echo" => {
            let line = |e: &crate::facts::model::Echo| {
                let pair = |pair: Option<(Span, Span)>| match pair {
                    Some((one, other)) => format!("{} / {}", written(one), written(other)),
                    None => "-".to_owned(),
                };
                let missing = e.missing.map_or(String::new(), |(words, _)| format!(" | without {}", written(words)));
                format!("{} | {}{missing}", pair(e.speakers), pair(e.changed))
            };
            facts.echoes.iter().map(line).collect()
        }
        "residue" => {
            let line = |r: &crate::facts::model::Residue| format!("{} | {}{}", written(r.at.span), r.what, sure(r.at));
            facts.residues.iter().map(line).collect()
        }
        "repeat" => {
            let line = |r: &crate::facts::model::Repeat| {
                let beside = if r.apart == 0 { " | adjacent" } else { "" };
                format!("{}{beside}{}", written(r.at.span), sure(r.at))
            };
            facts.repeats.iter().map(line).collect()
        }
        "event" => {
            let line = |e: &crate::facts::model::Event| {
                let modal = if e.modal { " modal" } else { "" };
                let key = e.key.split('#').next().unwrap_or_default();
                format!("{key} | {}{modal}{}", e.tense.word(), flags(e.at))
            };
            facts.events.iter().map(line).collect()
        }
        "count" => {
            let line =
                |c: &Count| format!("{} | {} {}{}", written(c.at.span), c.role.word(), event(c.event), flags(c.at));
            facts.counts.iter().map(line).collect()
        }
        "date" => {
            let line = |d: &Date| format!("{} | {} {}", written(d.at.span), d.role.word(), event(d.event));
            facts.dates.iter().map(line).collect()
        }
        "said" => facts.counts.iter().map(|c| format!("{} | {}", written(c.at.span), source(c.source))).collect(),
        "person" => {
            let line = |p: &crate::facts::model::Person| {
                let title = p.title.as_ref().map_or(String::new(), |title| format!(" | {}", title.key));
                let two = if p.ambiguous { " | ambiguous" } else { "" };
                format!("{} = {}{title}{two}{}", written(p.name.span), p.name.key, sure(p.at))
            };
            facts.people.iter().map(line).collect()
        }
        "title" => {
            let line = |t: &crate::facts::model::Title| {
                let org = t.org.as_ref().map_or(String::new(), |org| format!(" of {org}"));
                format!("{}: {}{org}", person(Some(t.person)), t.name.key)
            };
            facts.titles.iter().map(line).collect()
        }
        "age" => {
            let line = |a: &crate::facts::model::Age| {
                let now = if a.now { " | now" } else { "" };
                let then = match a.as_of.filter(|_| !a.now) {
                    Some(days) if days.first == days.last => format!(" | on {}", days.first),
                    Some(days) => format!(" | {} to {}", days.first, days.last),
                    None => String::new(),
                };
                format!("{} {}{now}{then}", person(a.person), written(a.figure.span))
            };
            facts.ages.iter().map(line).collect()
        }
        "birth" => {
            facts.births.iter().map(|b| format!("{} {}", person(Some(b.person)), written(b.date_span))).collect()
        }
        "death" => {
            facts.deaths.iter().map(|d| format!("{} {}", person(Some(d.person)), written(d.date_span))).collect()
        }
        "attribution" => {
            let line = |a: &crate::facts::model::Attribution| {
                let quote = a.quote.and_then(|q| facts.quotes.get(q as usize));
                let quote = quote.map_or(String::new(), |q| format!(" | {}", written(q.at.span)));
                format!("{} {}{quote}", source(a.speaker), a.verb.key)
            };
            facts.attributions.iter().map(line).collect()
        }
        "location" => facts.locations.iter().map(|l| l.name.key.to_string()).collect(),
        "capital" => {
            let place =
                |index: u32| facts.locations.get(index as usize).map_or(String::new(), |l| l.name.key.to_string());
            facts.capitals.iter().map(|c| format!("{} of {}{}", place(c.city), place(c.country), sure(c.at))).collect()
        }
        "score" => {
            let name =
                |name: &Option<crate::facts::model::Name>| name.as_ref().map_or("-", |name| &name.key).to_owned();
            let line = |s: &crate::facts::model::Score| {
                format!("{} | {} | {} over {}", written(s.at.span), s.outcome.word(), name(&s.winner), name(&s.loser))
            };
            facts.scores.iter().map(line).collect()
        }
        "bearing" => {
            let line = |b: &crate::facts::model::Bearing| {
                let off = b.off.map_or("-".to_owned(), |off| off.to_string());
                let near = if b.near { " | near" } else { "" };
                format!("{} {} of {} | {off} off{near}", written(b.city.span), b.actual, written(b.from.span))
            };
            facts.bearings.iter().map(line).collect()
        }
        "lookalike" => {
            let line = |l: &crate::facts::model::Lookalike| {
                let like = match l.like {
                    Resembling::Sound => "",
                    Resembling::Opposite => " (opposite)",
                    Resembling::Name => " (name)",
                };
                format!("{} for {}{like}", written(l.at.span), l.meant)
            };
            facts.lookalikes.iter().map(line).collect()
        }
        "post" => {
            let line =
                |p: &crate::facts::model::Post| format!("{} of {}: {}", p.office.key, p.land.key, person(p.holder));
            facts.posts.iter().map(line).collect()
        }
        "metonym" => {
            let line = |m: &crate::facts::model::Metonym| {
                format!("{} for {} | {}", written(m.city.span), m.country, m.like.as_deref().unwrap_or("-"))
            };
            facts.metonyms.iter().map(line).collect()
        }
        "dateline" => {
            let near = |at: Option<crate::source::Span>| at.map_or_else(|| "-".into(), written);
            facts.datelines.iter().map(|d| format!("{} | {}", written(d.at.span), near(d.near))).collect()
        }
        "coordinates" => facts
            .coordinates
            .iter()
            .map(|c| format!("{} {}", c.latitude.to_decimal(1), c.longitude.to_decimal(1)))
            .collect(),
        "placing" => {
            let line = |p: &crate::facts::model::Placing| {
                let fits = if p.fits { "fits" } else { "does not fit" };
                format!("{} in {} | {fits}{}", written(p.city.span), written(p.within.span), sure(p.at))
            };
            facts.placings.iter().map(line).collect()
        }
        "coast" => {
            let line = |c: &crate::facts::model::Coast| {
                let sea = c.sea.as_ref().map_or("any sea".into(), |sea| written(sea.span));
                format!("{} on {sea}{}", c.land.key, if c.fits { "" } else { " | no such coast" })
            };
            facts.coasts.iter().map(line).collect()
        }
        "border" => {
            let line = |b: &crate::facts::model::Border| {
                format!("{} and {}{}", b.land.key, b.other.key, if b.fits { "" } else { " | no such border" })
            };
            facts.borders.iter().map(line).collect()
        }
        "affiliation" => {
            let line = |a: &crate::facts::model::Affiliation| {
                format!("{}: {} of {}", person(Some(a.person)), a.party, a.state.as_deref().unwrap_or("-"))
            };
            facts.affiliations.iter().map(line).collect()
        }
        other => shown_relations(&facts, other, &written),
    }
}

/// What a case shows of the relations between its figures.
fn shown_relations(facts: &Facts, kind: &str, written: &dyn Fn(Span) -> String) -> Vec<String> {
    let count = |index: &u32| facts.counts.get(*index as usize).map_or(String::new(), |count| written(count.at.span));
    let measure = |index: u32| facts.measures.get(index as usize).map_or(String::new(), |fact| written(fact.at.span));
    let money = |index: u32| facts.moneys.get(index as usize).map_or(String::new(), |fact| written(fact.at.span));
    let percent = |index: u32| facts.percents.get(index as usize).map_or(String::new(), |fact| written(fact.at.span));
    let ratio = |index: u32| facts.ratios.get(index as usize).map_or(String::new(), |fact| written(fact.at.span));
    let end = |index: Option<u32>| {
        index.and_then(|index| facts.quantities.get(index as usize)).map_or(String::new(), |fact| written(fact.at.span))
    };
    let flag = |yes: bool, word: &str| if yes { format!(" | {word}") } else { String::new() };
    match kind {
        "chain" => {
            facts.chains.iter().map(|c| format!("{} | {} | {}", count(&c.first), c.joiner, count(&c.second))).collect()
        }
        "conversion" => {
            let line = |c: &crate::facts::model::Conversion| {
                format!("{} = {}{}", measure(c.first), measure(c.second), flag(c.difference, "difference"))
            };
            facts.conversions.iter().map(line).collect()
        }
        "lead" => {
            let line = |l: &crate::facts::model::Lead| {
                format!("{} - {} = {}", end(Some(l.first)), end(Some(l.second)), end(Some(l.apart)))
            };
            facts.leads.iter().map(line).collect()
        }
        "margin" => facts.margins.iter().map(|m| format!("{} of {}", end(Some(m.error)), count(&m.sample))).collect(),
        "exchange" => facts.exchanges.iter().map(|e| format!("{} = {}", money(e.first), money(e.second))).collect(),
        "restatement" => {
            facts.restatements.iter().map(|r| format!("{} = {}", ratio(r.ratio), percent(r.percent))).collect()
        }
        "share" => facts
            .shares
            .iter()
            .map(|s| {
                let said = s.percent.map(percent).or_else(|| s.ratio.map(ratio));
                let said = said.map_or(String::new(), |said| format!(" = {said}"));
                format!("{} of {}{said}", end(Some(s.part)), end(Some(s.whole)))
            })
            .collect(),
        "proportion" => {
            let line = |p: &crate::facts::model::Proportion| {
                format!("{} = {} of {}", end(Some(p.part)), percent(p.percent), p.whole.0)
            };
            facts.proportions.iter().map(line).collect()
        }
        "toll" => {
            let line = |t: &crate::facts::model::Toll| {
                format!("{}{}", written(t.at.span), if t.stated { " | stated" } else { "" })
            };
            facts.tolls.iter().map(line).collect()
        }
        "change" => {
            let line = |c: &crate::facts::model::Change| {
                let by = c.by.map_or(String::new(), |by| format!(" by {}", percent(by)));
                let part = c.part.map_or(String::new(), |part| format!(" by {}", ratio(part)));
                let by = by + &c.difference.map_or(String::new(), |by| format!(" by {}", end(Some(by))));
                let way = c.direction.map_or("", Direction::word);
                format!("{way} {} > {}{by}{part}", end(c.from), end(c.to)).replace("  ", " ").trim().to_owned()
            };
            facts.changes.iter().map(line).collect()
        }
        "multiple" => {
            let line = |m: &crate::facts::model::Multiple| {
                let way = m.direction.map_or(String::new(), |way| format!(" {}", way.word()));
                let of = m.of.as_ref().map_or(String::new(), |of| format!(" of {}", of.key));
                let ends = if m.from.or(m.to).is_some() {
                    format!(": {} > {}", end(m.from), end(m.to)).trim_end().to_owned()
                } else {
                    String::new()
                };
                let weak = if m.at.certainty == Certainty::Weak { " (weak)" } else { "" };
                let figure = m.figure.written.map_or(String::new(), |n| n.to_decimal(2));
                format!("{} = {figure}{way}{of}{ends}{weak}", written(m.at.span))
            };
            facts.multiples.iter().map(line).collect()
        }
        "breakdown" => {
            let line = |b: &crate::facts::model::Breakdown| {
                let parts: Vec<String> = b.parts.iter().map(count).collect();
                let flags = flag(b.exhaustive, "exhaustive")
                    + &flag(b.overlapping, "overlapping")
                    + &flag(b.opposed, "opposed");
                format!("{}: {}{flags}", count(&b.whole), parts.join(", "))
            };
            facts.breakdowns.iter().map(line).collect()
        }
        "total" => {
            let line = |t: &crate::facts::model::Total| {
                let parts: Vec<String> = t.parts.iter().map(|part| end(Some(*part))).collect();
                format!("{}: {}{}", end(Some(t.whole)), parts.join(", "), flag(t.partial, "partial"))
            };
            facts.totals.iter().map(line).collect()
        }
        "average" => {
            let line = |a: &crate::facts::model::Average| {
                format!("{} / {} = {}", end(Some(a.total)), end(Some(a.number)), end(Some(a.each)))
            };
            facts.averages.iter().map(line).collect()
        }
        "flow" => {
            let line = |f: &crate::facts::model::Flow| format!("{} = {}", end(Some(f.long)), end(Some(f.short)));
            facts.flows.iter().map(line).collect()
        }
        "net" => {
            let line = |n: &crate::facts::model::Net| {
                format!("{} - {} = {}", end(Some(n.more)), end(Some(n.less)), end(Some(n.net)))
            };
            facts.nets.iter().map(line).collect()
        }
        "majority" => {
            facts.majorities.iter().map(|m| format!("{}: {} said, {} over", written(m.won), m.by, m.over)).collect()
        }
        "partition" => {
            let line = |p: &crate::facts::model::Partition| written(p.at.span) + flag(p.closed, "closed").as_str();
            facts.partitions.iter().map(line).collect()
        }
        "history" => facts.histories.iter().map(|h| format!("{} after {}", written(h.at.span), h.earlier)).collect(),
        "respective" => facts.respectives.iter().map(|r| format!("{} names, {} figures", r.names, r.figures)).collect(),
        "listing" => {
            let line = |l: &crate::facts::model::Listing| {
                let items = l.items.iter().filter_map(|item| facts.items.get(*item as usize));
                let items: Vec<String> = items.map(|item| written(item.at.span)).collect();
                format!("{}: {}", count(&l.announced), items.join(", "))
            };
            facts.listings.iter().map(line).collect()
        }
        "range" => {
            let sure = |at: At| if at.certainty == Certainty::Weak { " (weak)" } else { "" };
            let line = |r: &crate::facts::model::Range| {
                format!("{} > {}{}", written(r.first_span), written(r.second_span), sure(r.at))
            };
            facts.ranges.iter().map(line).collect()
        }
        "landmark" => {
            let date = |index: u32| facts.dates.get(index as usize).map_or(String::new(), |d| written(d.at.span));
            let line = |l: &crate::facts::model::Landmark| {
                let told = l.told.map_or(String::new(), |told| format!(" | {}", date(told)));
                let fought = l.born.map_or(String::new(), |born| format!(" | fought, born {}", date(born)));
                format!("{}{told}{fought}{}", written(l.at.span), if l.fits { "" } else { " | no" })
            };
            facts.landmarks.iter().map(line).collect()
        }
        "limit" => {
            let line = |l: &crate::facts::model::Limit| {
                let end = |end: Option<crate::facts::exact::Exact>| end.map_or(String::new(), |end| end.to_string());
                format!(
                    "{}: {} by {} | {}..{}",
                    l.of,
                    written(l.figure.1),
                    written(l.by.span),
                    end(l.least),
                    end(l.most)
                )
            };
            facts.limits.iter().map(line).collect()
        }
        "redating" => {
            let date = |index: u32| facts.dates.get(index as usize).map_or(String::new(), |d| written(d.at.span));
            facts.redatings.iter().map(|r| format!("{} = {}", date(r.first), date(r.second))).collect()
        }
        "anniversary" => {
            let date = |index: u32| facts.dates.get(index as usize).map_or(String::new(), |d| written(d.at.span));
            let line = |a: &crate::facts::model::Anniversary| {
                format!("{} | {} to {}", written(a.at.span), date(a.since), a.as_of.last)
            };
            facts.anniversaries.iter().map(line).collect()
        }
        "clock_pair" => {
            let line = |p: &crate::facts::model::ClockPair| {
                format!("{} | {}", written(p.at.span), if p.fits { "fits" } else { "no" })
            };
            facts.clock_pairs.iter().map(line).collect()
        }
        "period" => {
            let length = |index: u32| facts.durations.get(index as usize).map_or(String::new(), |d| written(d.at.span));
            let line = |p: &crate::facts::model::Period| {
                let length = p.length.map_or(String::new(), |index| format!(" = {}", length(index)));
                format!("{}{length}", written(p.at.span))
            };
            facts.periods.iter().map(line).collect()
        }
        "whole" => {
            let line = |p: &crate::facts::model::Percent| {
                let whole = p.whole.as_ref().map_or("nothing", |whole| &*whole.key);
                format!("{} of {whole}", written(p.at.span))
            };
            facts.percents.iter().map(line).collect()
        }
        other => vec![format!("no kind {other}")],
    }
}

/// Checks every case of a fixture; says all that differ.
fn check(fixture: &str) {
    let mut wrong = String::new();
    for case in fixture.split("\n== ").skip(1) {
        let mut lines = case.lines();
        let name = lines.next().unwrap_or_default();
        let kinds = name.rsplit_once('(').map_or("", |(_, kinds)| kinds.trim_end_matches(')'));
        let lines: Vec<&str> = lines.collect();
        let cut = lines.iter().position(|line| *line == "--").unwrap_or_else(|| panic!("no -- in {name}"));
        let wanted: Vec<&str> = lines[cut + 1..].iter().copied().filter(|line| !line.is_empty()).collect();
        let article = article(&lines[..cut]);
        let got: Vec<String> = kinds.split(' ').flat_map(|kind| shown(&article, kind)).collect();
        if got != wanted {
            let lists = [lines[..cut].join("\n"), wanted.join("\n"), got.join("\n")].join("\n--\n");
            wrong.push_str(&["== ", name, " (article, wanted, got)\n", &lists, "\n\n"].concat());
        }
    }
    assert!(wrong.is_empty(), "\n{wrong}");
}

#[test]
fn quotes() {
    check(include_str!("../../../fixtures/facts/quotes.txt"));
}

#[test]
fn repeats() {
    check(include_str!("../../../fixtures/facts/repeats.txt"));
}

#[test]
fn slips_of_print() {
    check(include_str!("../../../fixtures/facts/slips.txt"));
}

#[test]
fn people() {
    check(include_str!("../../../fixtures/facts/people.txt"));
}

#[test]
fn sources() {
    check(include_str!("../../../fixtures/facts/sources.txt"));
}

#[test]
fn lives() {
    check(include_str!("../../../fixtures/facts/lives.txt"));
}

#[test]
fn events() {
    check(include_str!("../../../fixtures/facts/events.txt"));
}

#[test]
fn relations() {
    check(include_str!("../../../fixtures/facts/relations.txt"));
}

#[test]
fn limits() {
    check(include_str!("../../../fixtures/facts/limits.txt"));
}

#[test]
fn places() {
    check(include_str!("../../../fixtures/facts/places.txt"));
}

#[test]
fn scores() {
    check(include_str!("../../../fixtures/facts/scores.txt"));
}

#[test]
fn multiples() {
    check(include_str!("../../../fixtures/facts/multiples.txt"));
}

#[test]
fn times_told_twice() {
    check(include_str!("../../../fixtures/facts/times-told-twice.txt"));
}
