//! What is printed: quotation marks, brackets, links, lists, and what went wrong with them.

use super::values::{block_word, maybe_text, text, words, yes_no};
use super::{FieldSchema, KindSchema};
use crate::facts::exact::Exact;
use crate::facts::model::Resembling;
use crate::facts::value::{Type, Value};

kinds! {
    Enumeration "enumeration" enumerations "the numbered entries of an article" {
        "entries": always (Exact) "how many there are" => |f, _| Value::new(Value::exact(Exact::from(i64::from(f.entries))));
    }
    Sectioning "sectioning" sectionings "the crossheads of an article in which nothing is numbered or listed" {
        "headings": always (Exact) "how many there are" => |f, _| Value::new(Value::exact(Exact::from(i64::from(f.headings))));
    }
    Unclosed "unclosed" unclosed "a quotation mark that nothing closes" {
        "attribution": maybe (Text) "the words inside that say whose the quotation is" => |f, v| f.attribution.map_or(Value::ABSENT, |at| words(at, v));
    }
    Unopened "unopened" unopened "a closing quotation mark that nothing opens" {
        "attribution": maybe (Text) "the words after it that say whose the quotation is" => |f, v| f.attribution.map_or(Value::ABSENT, |at| words(at, v));
    }
    Parenthesis "bracket" parentheses "a bracket without its partner" {
        "opens": always (YesNo) "whether it is the opening one" => |f, _| yes_no(f.opens);
    }
    Doubled "doubled" doubled "a word printed twice in a row" {
        "first": always (Text) "the word the first time" => |f, v| words(f.first, v);
    }
    Residue "residue" residues "what was meant for the desk or the machine and got into print" {
        "what": always (Text) "what it is: `dummy text`, `words to come`…" => |f, _| text(f.what);
        "sign": always (YesNo) "whether it is one damaged sign, not words" => |f, _| yes_no(f.sign);
    }
    Identifier "identifier" identifiers "a number that carries a check of its own: an ISBN, an IBAN" {
        "scheme": always (Text) "its scheme" => |f, _| text(f.scheme);
        "fits": always (YesNo) "whether its check fits its digits" => |f, _| yes_no(f.fits);
        "expected": maybe (Text) "the last digit that would fit, where the scheme has one" => |f, _| maybe_text(f.expected.as_deref());
        "fault": maybe (Text) "what is wrong with its form" => |f, _| maybe_text(f.fault.as_deref());
    }
    Phone "phone" phones "a telephone number" {
        "plan": always (Text) "the code of its country; for the United Kingdom with the figure after it" => |f, _| text(&f.plan);
        "digits": always (Exact) "the digits after the code of the country" => |f, _| Value::new(Value::exact(Exact::from(i64::from(f.digits))));
    }
    Address "address" addresses "an address of the web or of mail" {
        "host": maybe (Text) "the host, without `www.`" => |f, _| maybe_text(f.host.as_deref());
        "fault": maybe (Text) "what is wrong with it" => |f, _| maybe_text(f.fault);
        "near": maybe (Text) "another host of the article that differs in one letter" => |f, _| maybe_text(f.near.as_deref());
    }
    Link "link" links "a link of the markup" {
        "target": always (Text) "where it leads" => |f, _| text(&f.target);
        "named": maybe (Text) "the host or the address of mail that its words are" => |f, _| maybe_text(f.named.as_deref());
        "host": maybe (Text) "the host that it leads to" => |f, _| maybe_text(f.host.as_deref());
        "agrees": maybe (YesNo) "whether it leads to where its words say" => |f, _| f.agrees.map_or(Value::ABSENT, yes_no);
        "fault": maybe (Text) "what is wrong with the target" => |f, _| maybe_text(f.fault);
    }
    Handle "handle" handles "a hashtag or a handle" {
        "name": always (Text) "with its sign, lower case" => |f, _| text(&f.name);
        "near": maybe (Text) "another of the article that differs in one letter" => |f, _| maybe_text(f.near.as_deref());
    }
    Reference "reference" references "a reference to a table or figure of the article" {
        "noun": always (Text) "what is referred to" => |f, _| text(f.noun);
        "number": always (Exact) "its number" => |f, _| Value::new(Value::exact(Exact::from(i64::from(f.number))));
        "last": always (Exact) "the number of the last one that the article has" => |f, _| Value::new(Value::exact(Exact::from(i64::from(f.last))));
    }
    Acronym "acronym" acronyms "a long name whose short form stands behind it in brackets" {
        "short": always (Text) "the letters of the short form" => |f, _| text(&f.short);
        "initials": always (Text) "the first letters of the words of the name" => |f, _| text(&f.initials);
    }
    Fragment "fragment" fragments "a paragraph that breaks off or ends with a stray word" {
        "what": always (Text) "what it does" => |f, _| text(f.what);
    }
    Lookalike "lookalike" lookalikes "a word or name that is like the one that belongs there" {
        "meant": always (Text) "the word that is usual there" => |f, _| text(f.meant);
        "opposite": always (YesNo) "whether that is the opposite: “halve literacy rates”" => |f, _| yes_no(f.like == Resembling::Opposite);
        "misspelled": always (YesNo) "whether it is the same name, spelled otherwise" => |f, _| yes_no(f.like == Resembling::Name);
    }
    Echo "echo" echoes "a quotation that comes again, in other words or from another mouth" {
        "first": always (Text) "where it stood first" => |f, v| words(f.first, v);
        "first_speaker": maybe (Text) "who says it first, where two say it" => |f, v| f.speakers.map_or(Value::ABSENT, |(one, _)| words(one, v));
        "speaker": maybe (Text) "who says it again, where two say it" => |f, v| f.speakers.map_or(Value::ABSENT, |(_, other)| words(other, v));
        "first_word": maybe (Text) "the word that differs, first" => |f, v| f.changed.map_or(Value::ABSENT, |(one, _)| words(one, v));
        "word": maybe (Text) "the word that differs, again" => |f, v| f.changed.map_or(Value::ABSENT, |(_, other)| words(other, v));
        "missing": maybe (Text) "the words that one of the two has and the other has not" => |f, v| f.missing.map_or(Value::ABSENT, |(at, _)| words(at, v));
        "without": maybe (Text) "the one that has not" => |f, v| f.missing.map_or(Value::ABSENT, |(_, at)| words(at, v));
    }
    Gap "numbering_gap" gaps "a numbered entry whose number does not follow the one before" {
        "previous": always (Text) "the entry before" => |f, v| words(f.previous, v);
        "number": always (Exact) "its number" => |f, _| Value::new(Value::exact(Exact::from(i64::from(f.number))));
        "expected": always (Exact) "the number that would follow" => |f, _| Value::new(Value::exact(Exact::from(i64::from(f.expected))));
    }
    Repeat "repeat" repeats "a block that is printed twice" {
        "what": always (Text) "what is printed twice: `paragraph`, `caption`, `list item`…" => |f, _| text(block_word(f.at.part));
        "first": always (Text) "where it stood first" => |f, v| words(f.first, v);
        "words": always (Exact) "how many words it has" => |f, _| Value::new(Value::exact(Exact::from(i64::from(f.words))));
        "adjacent": always (YesNo) "whether nothing stands between the two" => |f, _| yes_no(f.apart == 0);
        "apart": always (Exact) "how many blocks stand between the two" => |f, _| Value::new(Value::exact(Exact::from(i64::from(f.apart))));
    }
}
