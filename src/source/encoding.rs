//! Reads the bytes of a file as text: UTF-8, or what a byte order mark or a declared charset says.

use super::DiskMap;
use encoding_rs::{DecoderResult, EncoderResult, Encoding, UTF_8, UTF_16BE, UTF_16LE};
use std::fmt;

/// A text and where its characters stand on disk.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Decoded {
    /// The text; the byte order mark of a UTF-8 file is still its first character.
    pub text: String,
    /// The way back to the bytes of the file.
    pub disk: DiskMap,
    /// What its bytes are read by; nothing stands for UTF-8.
    pub charset: Option<&'static Encoding>,
}

/// Why bytes are no text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Undecodable {
    /// Offsets of 32 bits do not reach the end.
    TooLong,
    /// A NUL byte: the file is no text at all.
    Binary(BadByte),
    /// Not UTF-8, and nothing says what else.
    Undeclared(BadByte),
    /// Not what the byte order mark or the declared charset says.
    Malformed(&'static str, BadByte),
    /// A declared charset that nobody knows.
    UnknownCharset(String, BadByte),
}

/// The first byte that cannot be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct BadByte {
    /// Its offset in the file.
    pub offset: usize,
    /// Its line, from one.
    pub line: usize,
}

impl Undecodable {
    /// The place of the first byte that cannot be read.
    pub fn bad_byte(&self) -> Option<BadByte> {
        match self {
            Self::TooLong => None,
            Self::Binary(bad) | Self::Undeclared(bad) | Self::Malformed(_, bad) | Self::UnknownCharset(_, bad) => {
                Some(*bad)
            }
        }
    }
}

impl fmt::Display for BadByte {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "byte {} (line {})", self.offset, self.line)
    }
}

impl fmt::Display for Undecodable {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::TooLong => write!(f, "longer than 4 GiB"),
            Self::Binary(at) => write!(f, "not a text: there is a NUL at {at}"),
            Self::Undeclared(at) => write!(f, "not UTF-8: {at} cannot be read"),
            Self::Malformed(name, at) => write!(f, "not {name}, as the file says it is: {at} cannot be read"),
            Self::UnknownCharset(name, at) => {
                write!(f, "neither UTF-8 nor a known charset (the file says `{name}`): {at} cannot be read")
            }
        }
    }
}

/// Reads `bytes` as text. A byte order mark decides; then `declared`, the charset that the file names.
///
/// Bytes that are sound UTF-8 are read as such although a charset of single bytes is declared: pages are
/// converted more often than their declarations are.
pub fn decode(bytes: Vec<u8>, declared: Option<&str>) -> Result<Decoded, Undecodable> {
    if u32::try_from(bytes.len()).is_err() {
        return Err(Undecodable::TooLong);
    }
    let decoded = match Encoding::for_bom(&bytes) {
        Some((encoding, mark)) if encoding != UTF_8 => stepwise(encoding, &bytes, mark)?,
        Some(_) => utf8(bytes)?,
        None => declared_or_utf8(bytes, declared)?,
    };
    if u32::try_from(decoded.text.len()).is_err() {
        return Err(Undecodable::TooLong);
    }
    if let Some(nul) = memchr::memchr(0, decoded.text.as_bytes()) {
        let line = memchr::memchr_iter(b'\n', decoded.text.as_bytes().get(..nul).unwrap_or_default()).count() + 1;
        let offset = decoded.disk.on_disk(super::Span::new(nul, nul)).start as usize;
        return Err(Undecodable::Binary(BadByte { offset, line }));
    }
    Ok(decoded)
}

fn declared_or_utf8(bytes: Vec<u8>, declared: Option<&str>) -> Result<Decoded, Undecodable> {
    if let Some(nul) = memchr::memchr(0, &bytes) {
        return Err(Undecodable::Binary(bad_byte(&bytes, nul)));
    }
    // A charset that is read byte by byte cannot be UTF-16: the declaration itself was.
    let charset = declared.map(|label| Encoding::for_label(label.as_bytes()).map(Encoding::output_encoding));
    let other = match charset {
        Some(Some(encoding)) if encoding != UTF_8 => encoding,
        Some(Some(_)) => return utf8(bytes).map_err(|error| as_declared(error, UTF_8.name())),
        Some(None) => {
            let unknown = |error| match error {
                Undecodable::Undeclared(bad) => {
                    Undecodable::UnknownCharset(declared.unwrap_or_default().to_owned(), bad)
                }
                error => error,
            };
            return utf8(bytes).map_err(unknown);
        }
        None => return utf8(bytes),
    };
    if other.is_single_byte() && std::str::from_utf8(&bytes).is_ok() { utf8(bytes) } else { stepwise(other, &bytes, 0) }
}

fn as_declared(error: Undecodable, name: &'static str) -> Undecodable {
    match error {
        Undecodable::Undeclared(bad) => Undecodable::Malformed(name, bad),
        error => error,
    }
}

fn utf8(bytes: Vec<u8>) -> Result<Decoded, Undecodable> {
    match String::from_utf8(bytes) {
        Ok(text) => Ok(Decoded { text, ..Decoded::default() }),
        Err(error) => {
            let offset = error.utf8_error().valid_up_to();
            Err(Undecodable::Undeclared(bad_byte(error.as_bytes(), offset)))
        }
    }
}

fn bad_byte(bytes: &[u8], offset: usize) -> BadByte {
    let line = memchr::memchr_iter(b'\n', bytes.get(..offset).unwrap_or(bytes)).count() + 1;
    BadByte { offset, line }
}

/// The bytes of words in a charset; the error is the first character that it does not have.
pub fn encode(words: &str, charset: &'static Encoding) -> Result<Vec<u8>, char> {
    // The library reads these two and writes neither.
    if charset == UTF_16LE {
        return Ok(words.encode_utf16().flat_map(u16::to_le_bytes).collect());
    }
    if charset == UTF_16BE {
        return Ok(words.encode_utf16().flat_map(u16::to_be_bytes).collect());
    }
    let mut steps = charset.new_encoder();
    let mut bytes = Vec::new();
    let mut rest = words;
    loop {
        let room = steps.max_buffer_length_from_utf8_without_replacement(rest.len()).unwrap_or(rest.len() * 4 + 16);
        bytes.reserve(room);
        match steps.encode_from_utf8_to_vec_without_replacement(rest, &mut bytes, true) {
            (EncoderResult::InputEmpty, _) => return Ok(bytes),
            (EncoderResult::Unmappable(character), _) => return Err(character),
            (EncoderResult::OutputFull, read) => rest = rest.get(read..).unwrap_or_default(),
        }
    }
}

/// Decodes byte by byte, so that each character is known to come from just those bytes.
fn stepwise(encoding: &'static Encoding, bytes: &[u8], from: usize) -> Result<Decoded, Undecodable> {
    let mut steps = encoding.new_decoder_without_bom_handling();
    let text = String::with_capacity(bytes.len());
    let mut decoded = Decoded { text, disk: DiskMap::default(), charset: Some(encoding) };
    let malformed = |at| Err(Undecodable::Malformed(encoding.name(), bad_byte(bytes, at)));
    let (mut began, mut at) = (from, from);
    let mut out = [0; 16];
    while let Some(byte) = bytes.get(at) {
        if began == at && encoding.is_ascii_compatible() && byte.is_ascii() {
            let rest = bytes.get(at..).unwrap_or_default();
            let plain = rest.get(..Encoding::ascii_valid_up_to(rest)).unwrap_or_default();
            decoded.disk.push(decoded.text.len(), at, 1, 1);
            decoded.text.push_str(std::str::from_utf8(plain).unwrap_or_default());
            at += plain.len();
            began = at;
            continue;
        }
        let (result, _, written) = steps.decode_to_utf8_without_replacement(&[*byte], &mut out, false);
        if matches!(result, DecoderResult::Malformed(..)) {
            return malformed(began);
        }
        at += 1;
        if let Some(read) = out.get(..written).filter(|read| !read.is_empty()) {
            decoded.disk.push(decoded.text.len(), began, written as u8, (at - began) as u8);
            decoded.text.push_str(std::str::from_utf8(read).unwrap_or_default());
            began = at;
        }
    }
    match steps.decode_to_utf8_without_replacement(&[], &mut out, true).0 {
        DecoderResult::Malformed(..) => malformed(began),
        DecoderResult::InputEmpty | DecoderResult::OutputFull => Ok(decoded),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::Span;

    /// Decodes, and checks that each word of the text is found at the given bytes on disk.
    fn check(bytes: &[u8], declared: Option<&str>, text: &str, words: &[(&str, u32, u32)]) {
        let decoded = decode(bytes.to_vec(), declared).unwrap();
        assert_eq!(decoded.text, text);
        for &(word, start, end) in words {
            let at = text.find(word).unwrap();
            let span = Span::new(at, at + word.len());
            let disk = Span { start, end };
            assert_eq!(decoded.disk.on_disk(span), disk, "{word}");
            assert_eq!(decoded.disk.in_text(disk), span, "{word}");
            if let Some(charset) = decoded.charset.filter(|charset| charset.name() != "ISO-2022-JP") {
                let written = encode(word, charset).unwrap();
                assert_eq!(Some(written.as_slice()), bytes.get(disk.range()), "{word}");
            }
        }
    }

    #[test]
    fn texts_and_their_places_on_disk() {
        check(b"caf\xe9 and bar", Some("iso-8859-1"), "café and bar", &[("café", 0, 4), ("bar", 9, 12)]);
        check(b"\x80 5 \x93hi\x94", Some("windows-1252"), "€ 5 “hi”", &[("€", 0, 1), ("5", 2, 3), ("“hi”", 4, 8)]);
        check("café bar".as_bytes(), Some("latin1"), "café bar", &[("bar", 6, 9)]);
        check(b"\xef\xbb\xbfone", None, "\u{feff}one", &[("one", 3, 6)]);
        let wide: Vec<u8> = "\u{feff}a€😀b".encode_utf16().flat_map(u16::to_le_bytes).collect();
        check(&wide, None, "a€😀b", &[("a", 2, 4), ("€", 4, 6), ("😀", 6, 10), ("b", 10, 12)]);
        let wide: Vec<u8> = "\u{feff}née 7".encode_utf16().flat_map(u16::to_be_bytes).collect();
        check(&wide, None, "née 7", &[("née", 2, 8), ("7", 10, 12)]);
        check(b"\x83\x65\x83X\x83g 7", Some("shift_jis"), "テスト 7", &[("ス", 2, 4), ("7", 7, 8)]);
        check(b"a \x1b$B%F\x1b(B 7", Some("iso-2022-jp"), "a テ 7", &[("a", 0, 1), ("7", 11, 12)]);
        check(b"\x88\x62 7", Some("big5"), "\u{ca}\u{304} 7", &[("7", 3, 4)]);
        check(b"\x81\x30\x81\x30 7", Some("gb18030"), "\u{80} 7", &[("7", 5, 6)]);
    }

    #[test]
    fn characters_that_a_charset_lacks() {
        let latin = Encoding::for_label(b"latin1").unwrap();
        assert_eq!(encode("caf\u{e9} \u{3bb}", latin), Err('\u{3bb}'));
        assert_eq!(encode("caf\u{e9}", latin), Ok(b"caf\xe9".to_vec()));
    }

    #[test]
    fn bytes_that_are_no_text() {
        let bad = |bytes: &[u8], declared| decode(bytes.to_vec(), declared).unwrap_err().to_string();
        assert_eq!(bad(b"one\ncaf\xe9 ", None), "not UTF-8: byte 7 (line 2) cannot be read");
        assert_eq!(bad(b"one\n\0two", None), "not a text: there is a NUL at byte 4 (line 2)");
        assert_eq!(bad(b"o\0n\0e\0", None), "not a text: there is a NUL at byte 1 (line 1)");
        assert_eq!(bad(b"\xff\xfea\0\0\0", None), "not a text: there is a NUL at byte 4 (line 1)");
        assert_eq!(bad(b"\xff\xfea\0b", None), "not UTF-16LE, as the file says it is: byte 4 (line 1) cannot be read");
        assert_eq!(bad(b"caf\xe9", Some("utf-8")), "not UTF-8, as the file says it is: byte 3 (line 1) cannot be read");
        assert_eq!(
            bad(b"a\n\x83", Some("shift_jis")),
            "not Shift_JIS, as the file says it is: byte 2 (line 2) cannot be read"
        );
        assert_eq!(
            bad(b"caf\xe9", Some("klingon")),
            "neither UTF-8 nor a known charset (the file says `klingon`): byte 3 (line 1) cannot be read"
        );
    }
}
