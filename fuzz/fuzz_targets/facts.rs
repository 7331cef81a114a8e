//! Any bytes as an article of any format: they are read or refused, and every fact quotes the words at its place.

#![no_main]

use factlint::article::{READERS, ReadOptions, Shape, read, read_record};
use factlint::facts::Facts;
use factlint::report::facts::records;
use factlint::text::Text;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    // The first byte chooses the format, so that a corpus keeps its cases apart.
    let Some((first, bytes)) = bytes.split_first() else { return };
    let Some(reader) = READERS.get(usize::from(*first) % READERS.len()) else { return };
    let options = ReadOptions { published: "2024-05-01".parse().ok(), ..ReadOptions::default() };
    let article = match reader.shape {
        Shape::File => read("fuzz", bytes.to_vec(), reader, &options),
        Shape::Lines => read_record("fuzz", bytes, &options),
    };
    let Ok(article) = article else { return };
    let text = Text::read(&article);
    let facts = Facts::read(&text);
    for record in records(&text, &facts) {
        let field = article.fields.iter().find(|field| field.name == record.field);
        let words = field.and_then(|field| field.text.get(record.start as usize..record.end as usize));
        assert_eq!(words, Some(record.text), "{record:?}");
    }
});
