//! Tables of three-way comparisons.

use super::answer::Answer::{self, Absent, No, Perhaps, Yes};
use super::compare::{compare, in_range, within};
use super::term::Term;
use super::test_terms::term;
use super::views::Views;
use crate::article::Article;
use crate::facts::Facts;
use crate::facts::exact::Exact;
use crate::facts::interval::Interval;
use crate::facts::quantity::Quantity;
use crate::facts::schema::View;
use crate::language::rule::Comparison::{
    self, AtLeast, AtMost, CanBe, Contains, Equal, Greater, Is, IsNot, KindOf, Less, OneOf, Unequal,
};
use crate::text::Text;
use proptest::prelude::*;

fn with_view<T>(run: impl FnOnce(Views<'_>) -> T) -> T {
    let article = Article::default();
    let text = Text::read(&article);
    run(Views::one(View { article: &article, text: &text, facts: &Facts::default() }))
}

fn check(cases: &[(&str, Comparison, &str, Answer)]) {
    with_view(|view| {
        for (left, comparison, right, expected) in cases {
            let found = compare(*comparison, &term(left), &term(right), view);
            assert_eq!(found, *expected, "{left} {comparison:?} {right}");
        }
    });
}

#[test]
fn figures() {
    check(&[
        ("150", Equal, "150", Yes),
        ("150", Equal, "151", No),
        ("[135, 165]", Equal, "150", Perhaps),
        ("[135, 165]", Equal, "[135, 165]", Perhaps),
        ("[135, 165]", Equal, "(165, ∞)", No),
        ("150", Unequal, "151", Yes),
        ("150", Unequal, "[150, 151]", Perhaps),
        ("150", Unequal, "150", No),
        ("150", Less, "151", Yes),
        ("150", Less, "150", No),
        ("[140, 150)", Less, "150", Yes),
        ("[140, 150]", Less, "150", Perhaps),
        ("(150, ∞)", Less, "150", No),
        ("150", AtMost, "150", Yes),
        ("(150, ∞)", AtMost, "150", No),
        ("[150, ∞)", AtMost, "150", Perhaps),
        ("(195, ∞)", AtMost, "197", Perhaps),
        ("151", Greater, "150", Yes),
        ("(150, ∞)", Greater, "150", Yes),
        ("150", Greater, "150", No),
        ("[150, 160]", Greater, "155", Perhaps),
        ("150", AtLeast, "150", Yes),
        ("[0, 150)", AtLeast, "150", No),
        ("[0, 150]", AtLeast, "150", Perhaps),
        ("[71.5, 72.5)%", CanBe, "72%", Yes),
        ("[71.5, 72.5)%", CanBe, "72.5%", No),
        ("(150, ∞)", CanBe, "150", No),
        ("[24, 99]", CanBe, "[60, 120]", Yes),
        ("absent", CanBe, "150", Absent),
        ("150", Equal, "absent", Absent),
        ("absent", Unequal, "absent", Absent),
    ]);
}

#[test]
fn kinds_of_figures() {
    check(&[
        ("0.25 share", Equal, "25%", Yes),
        ("0.25", CanBe, "25%", Yes),
        ("0.25", CanBe, "[24.5, 25.5)%", Yes),
        ("0.3", CanBe, "[24.5, 25.5)%", No),
        ("2", Equal, "2 share", Yes),
        ("2pp", Equal, "2%", Absent),
        ("2pp", Less, "3pp", Yes),
        ("5 GBP", Less, "6 GBP", Yes),
        ("5 GBP", Less, "6 USD", Absent),
        ("5 GBP", CanBe, "5", Absent),
        ("5 m", CanBe, "5 m", Yes),
        ("5 m", CanBe, "5 kg", Absent),
        ("5 m", CanBe, "5 days", Absent),
        ("3 days", AtMost, "4 days", Yes),
        ("3 cups", Equal, "3 cups", Yes),
        ("3 cups", Equal, "3 other", Absent),
        ("3", Less, "2017-12-19", Absent),
        ("5 GBP", Greater, "0", Yes),
        ("-5 m", Greater, "0", No),
        ("5C", Greater, "0", Absent),
        ("3", Is, "“3”", Absent),
    ]);
}

#[test]
fn dates() {
    check(&[
        ("2017-12-19", Equal, "2017-12-19", Yes),
        ("2017-12-19", Equal, "2017-12-20", No),
        ("2017-12-19", Equal, "2017-12", Perhaps),
        ("year-2017", Equal, "year-2017", Perhaps),
        ("year-2017", Unequal, "year-2018", Yes),
        ("2017-12-19", Less, "2018-01", Yes),
        ("2017-12-31", Less, "2018-01-01", Yes),
        ("2017-12-19", Less, "2017-12", Perhaps),
        ("2018-01", Less, "2017-12-31", No),
        ("2017-12-31", AtMost, "2017-12-31", Yes),
        ("year-2017", AtMost, "2017-12-31", Yes),
        ("2018-01", AtMost, "2017-12-31", No),
        ("year-2018", Greater, "year-2017", Yes),
        ("year-2018", AtLeast, "2018-06", Perhaps),
        ("year-1950", CanBe, "1950-05-03", Yes),
        ("year-1960", CanBe, "1950-05-03", No),
    ]);
}

#[test]
fn things_and_texts() {
    check(&[
        ("noun country", Is, "“country”", Yes),
        ("noun country", Is, "noun computer", No),
        ("noun country", IsNot, "noun computer", Yes),
        ("noun wannacry", Is, "“WannaCry”", Yes),
        ("name? smith", Is, "name smith", Perhaps),
        ("name? smith", IsNot, "name smith", Perhaps),
        ("name? smith", Is, "name lee", No),
        ("“ In ”", Is, "“in”", Yes),
        ("“Émile’s”", Is, "“émile's”", Yes),
        ("about", Is, "about", Yes),
        ("about", Is, "over", No),
        ("about", IsNot, "over", Yes),
        ("about", Is, "of", No),
        ("yes", Is, "no", No),
        ("yes", Equal, "yes", Yes),
        ("yes", Less, "no", Absent),
        ("absent", Is, "absent", Absent),
        ("absent", IsNot, "“in”", Absent),
    ]);
}

#[test]
fn lists_and_words() {
    check(&[
        ("“in”", OneOf, "{“in”; “across”}", Yes),
        ("“of”", OneOf, "{“in”; “across”}", No),
        ("“of”", OneOf, "{}", No),
        ("3", OneOf, "{1; [2, 4]}", Perhaps),
        ("name? smith", OneOf, "{name lee; name smith}", Perhaps),
        ("absent", OneOf, "{“in”}", Absent),
        ("noun nurse", KindOf, "noun nurse", Yes),
        ("3", KindOf, "noun nurse", Absent),
        ("“they could choose more than one”", Contains, "“More than one”", Yes),
        ("“they chose sometimes”", Contains, "“some”", No),
        ("“some of whom”", Contains, "{“overlap”; “some of”}", Yes),
        ("“the overlaps”", Contains, "“overlap”", No),
        ("“a £5 note”", Contains, "“£5”", Yes),
        ("“don’t go”", Contains, "“don't”", Yes),
        ("“”", Contains, "“a”", No),
        ("“a”", Contains, "“”", No),
        ("{“one”; “two words”}", Contains, "“words”", Yes),
    ]);
}

#[test]
fn tolerance() {
    let cases = [
        ("100", "5%", "104", Yes),
        ("100", "5%", "106", No),
        ("100", "5%", "[104, 106]", Perhaps),
        ("[95, 105]", "10%", "100", Yes),
        ("140", "10%", "150", Yes),
        ("99", "10%", "150", No),
        ("(140, ∞)", "10%", "150", Perhaps),
        ("(165, ∞)", "10%", "150", No),
        ("(166, ∞)", "10%", "150", No),
        ("-100", "5%", "-104", Yes),
        ("-100", "5%", "-106", No),
        ("10 days", "1 days", "11 days", Yes),
        ("10 days", "1 days", "12 days", No),
        ("10 days", "1", "11 days", Absent),
        ("10 GBP", "5%", "10 USD", Absent),
        ("2017-12-19", "2 days", "2017-12-21", Yes),
        ("2017-12-19", "2 days", "2017-12-22", No),
        ("2017-12-19", "2 days", "2017-12", Perhaps),
        ("absent", "5%", "104", Absent),
        ("100", "absent", "104", Absent),
    ];
    for (value, tolerance, of, expected) in cases {
        let found = within(&term(value), &term(tolerance), &term(of));
        assert_eq!(found, expected, "{value} within {tolerance} of {of}");
    }
}

#[test]
fn ranges() {
    let cases = [
        ("3", "1", "5", Yes),
        ("5", "1", "5", Yes),
        ("6", "1", "5", No),
        ("[4, 6]", "1", "5", Perhaps),
        ("absent", "1", "5", Absent),
        ("2017-12-19", "2017-12-01", "2017-12-31", Yes),
    ];
    with_view(|view| {
        for (value, low, high, expected) in cases {
            let found = in_range(&term(value), &term(low), &term(high), view);
            assert_eq!(found, expected, "{value} in {low} to {high}");
        }
    });
}

fn any_interval() -> impl Strategy<Value = (Interval, i128, i128)> {
    (-6_i128..6, 0_i128..5)
        .prop_map(|(low, length)| (Interval::closed(Exact::whole(low), Exact::whole(low + length)), low, low + length))
}

proptest! {
    /// Against brute force over the whole numbers inside.
    #[test]
    fn certain_means_for_all((a, a_low, a_high) in any_interval(), (b, b_low, b_high) in any_interval()) {
        let holds = |comparison: Comparison, x: i128, y: i128| match comparison {
            Equal => x == y,
            Unequal => x != y,
            Less => x < y,
            AtMost => x <= y,
            Greater => x > y,
            AtLeast => x >= y,
            _ => unreachable!(),
        };
        let number = |interval| Term::quantity(Quantity::number(interval));
        for comparison in [Equal, Unequal, Less, AtMost, Greater, AtLeast] {
            let all: Vec<bool> = (a_low..=a_high)
                .flat_map(|x| (b_low..=b_high).map(move |y| (x, y)))
                .map(|(x, y)| holds(comparison, x, y))
                .collect();
            let expected = match (all.contains(&true), all.contains(&false)) {
                (true, false) => Yes,
                (false, true) => No,
                _ => Perhaps,
            };
            let found = with_view(|view| compare(comparison, &number(a), &number(b), view));
            prop_assert_eq!(found, expected, "{:?} {:?} {:?}", a, comparison, b);
        }
    }
}
