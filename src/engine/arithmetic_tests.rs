//! Tables of sums, products and built-in functions.

use super::arithmetic::work_out;
use super::functions::call;
use super::term::{Term, What};
use super::test_terms::{date, term};
use super::world::World;
use crate::article::Article;
use crate::facts::Facts;
use crate::facts::exact::Exact;
use crate::facts::interval::Interval;
use crate::facts::quantity::Quantity;
use crate::facts::schema::View;
use crate::language::rule::Function;
use crate::language::rule::Operator::{self, Minus, Over, Plus, Times};
use crate::text::Text;
use proptest::prelude::*;

fn check(cases: &[(&str, Operator, &str, &str)]) {
    for (left, operator, right, expected) in cases {
        let found = work_out(*operator, &term(left), &term(right));
        assert_eq!(plain(found), plain(term(expected)), "{left} {operator:?} {right}");
    }
}

/// Without the unit that it is told in.
fn plain(mut term: Term<'static>) -> Term<'static> {
    if let What::Quantity(quantity) = &mut term.what {
        quantity.to_mut().unit = None;
    }
    term
}

#[test]
fn sums() {
    check(&[
        ("2", Plus, "3", "5"),
        ("[1, 2]", Plus, "[10, 20)", "[11, 22)"),
        ("[1, 2]", Minus, "[1, 2]", "[-1, 1]"),
        ("(150, ∞)", Minus, "50", "(100, ∞)"),
        ("7%", Minus, "5%", "2pp"),
        ("7%", Plus, "5%", "12%"),
        ("5%", Plus, "2pp", "7%"),
        ("2pp", Plus, "1pp", "3pp"),
        ("0.25 share", Plus, "25%", "0.5 share"),
        ("5 GBP", Plus, "6 GBP", "11 GBP"),
        ("5 GBP", Plus, "6 USD", "absent"),
        ("5 GBP", Plus, "6", "absent"),
        ("5 m", Plus, "6 kg", "absent"),
        ("30C", Minus, "20C", "10 warmth"),
        ("30C", Plus, "20C", "absent"),
        ("30C", Plus, "2 warmth", "32C"),
        ("2017-12-19", Minus, "2017-12-09", "10 days"),
        ("2017-12", Minus, "2017-12-01", "[0, 30]days"),
        ("2017-12-19", Plus, "10 days", "2017-12-29"),
        ("2017-12-19", Minus, "19 days", "2017-11-30"),
        ("2017-12-19", Times, "19 days", "absent"),
        ("absent", Plus, "3", "absent"),
        ("“a”", Plus, "3", "absent"),
    ]);
}

#[test]
fn products_and_quotients() {
    check(&[
        ("2", Times, "3", "6"),
        ("[2, 3]", Times, "[-1, 4]", "[-3, 12]"),
        ("20%", Times, "150", "30"),
        ("20%", Times, "800 GBP", "160 GBP"),
        ("800 GBP", Times, "20%", "160 GBP"),
        ("20%", Times, "50%", "0.1 share"),
        ("2", Times, "3 days", "6 days"),
        ("2 m", Times, "3 m", "6 m2"),
        ("2 m/day", Times, "3 days", "6 m"),
        ("2pp", Times, "3", "6pp"),
        ("5 GBP", Times, "6 GBP", "absent"),
        ("6", Over, "3", "2"),
        ("6", Over, "0", "(∞, ∞)"),
        ("6", Over, "[-1, 1]", "(∞, ∞)"),
        ("1", Over, "[1, ∞)", "(0, 1]"),
        ("2pp", Over, "5%", "0.4 share"),
        ("2pp", Over, "1pp", "2 share"),
        ("2%", Over, "1%", "2 share"),
        ("30%", Over, "2", "15%"),
        ("30", Over, "50%", "60"),
        ("800 GBP", Over, "640 GBP", "1.25 share"),
        ("800 GBP", Over, "4", "200 GBP"),
        ("800 GBP", Over, "50%", "1600 GBP"),
        ("800 GBP", Over, "4 USD", "absent"),
        ("6 m", Over, "3 days", "2 m/day"),
        ("6 m", Over, "3 m", "2 share"),
        ("30C", Over, "3 m", "absent"),
    ]);
}

#[test]
fn years() {
    let cases = [
        ("1990-05-01", "2024-05-01", 34, 34),
        ("1990-05-02", "2024-05-01", 33, 33),
        ("year-1990", "2024-05-01", 33, 34),
        ("1990-05", "2024-05-01", 33, 34),
        ("year-1990", "year-2024", 33, 34),
        ("2000-02-29", "2021-02-28", 20, 21),
        ("2000-02-29", "2021-03-01", 21, 21),
        ("2000-02-29", "2024-02-28", 23, 23),
        ("2024-05-01", "1990-05-01", -34, -34),
    ];
    for (from, to, least, most) in cases {
        let found = super::arithmetic::years_between(date(from).unwrap(), date(to).unwrap());
        let years = |n: i128| Exact::whole(n).times(Exact::fraction(146_097, 400).unwrap()).unwrap();
        assert_eq!(found.interval, Interval::closed(years(least), years(most)), "{from} to {to}");
    }
}

#[test]
fn functions() {
    use Function::{
        Abs, DaysBetween, Distinct, First, Last, Max, Min, Nearest, Round, SentencesBetween, Size, Sum, Weekday,
    };
    let cases: &[(Function, &[&str], &str)] = &[
        (Abs, &["-3"], "3"),
        (Abs, &["[-3, 2]"], "[0, 3]"),
        (Abs, &["[-3, -2) GBP"], "(2, 3] GBP"),
        (Sum, &["{1; 2; [3, 4]}"], "[6, 7]"),
        (Sum, &["{45%; 35%; 30%}"], "110%"),
        (Sum, &["{}"], "0"),
        (Sum, &["{1; absent}"], "absent"),
        (Sum, &["{1 GBP; 2 USD}"], "absent"),
        (Size, &["{1; absent; 1}"], "3"),
        (Size, &["{}"], "0"),
        (Size, &["3"], "absent"),
        (Min, &["{3; 1; 2}"], "1"),
        (Min, &["3", "2"], "2"),
        (Min, &["[1, 5]", "[2, 3]"], "[1, 3]"),
        (Max, &["[1, 5]", "[2, 3]"], "[2, 5]"),
        (Max, &["[1, ∞)", "7"], "[7, ∞)"),
        (Max, &["3 GBP", "2 USD"], "absent"),
        (Max, &["2017-12-19", "year-2018"], "year-2018"),
        (Min, &["{}"], "absent"),
        (First, &["{3; 1; 2}"], "3"),
        (Last, &["{3; 1; 2}"], "2"),
        (Last, &["{}"], "absent"),
        (Distinct, &["{3; 1; 3}"], "{3; 1}"),
        (Round, &["2.5"], "3"),
        (Round, &["2.345", "2"], "2.35"),
        (Round, &["[1.2, 3.7)%"], "[1, 4]%"),
        (Weekday, &["2017-12"], "absent"),
        (Nearest, &["2017-12-19", "2017-12-19"], "absent"),
        (DaysBetween, &["2017-12-19", "2017-12-29"], "10 days"),
        (DaysBetween, &["2017-12-19", "2017-12"], "[-18, 12]days"),
        (SentencesBetween, &["3", "4"], "absent"),
        (Abs, &[], "absent"),
    ];
    let article = Article::default();
    let text = Text::read(&article);
    let facts = Facts::default();
    let world = World::new(View { article: &article, text: &text, facts: &facts }, &[]);
    for (function, arguments, expected) in cases {
        let arguments: Vec<Term<'_>> = arguments.iter().map(|argument| term(argument)).collect();
        let found = call(*function, &arguments, &world).into_owned();
        assert_eq!(plain(found), plain(term(expected)), "{function:?} {arguments:?}");
    }
    let tuesday = call(Weekday, &[term("2017-12-19")], &world);
    assert!(matches!(tuesday.what, What::Named(named) if named.word() == "Tuesday"));
    // A Thursday and a Tuesday: two days off, in either direction at most three.
    for (weekday_of, to, expected) in
        [("2017-12-21", "2017-06-27", "2017-06-29"), ("2017-12-18", "2017-06-25", "2017-06-26")]
    {
        let weekday = call(Weekday, &[term(weekday_of)], &world).into_owned();
        assert_eq!(call(Nearest, &[weekday, term(to)], &world), term(expected));
    }
}

#[test]
fn possible_members_widen() {
    let article = Article::default();
    let text = Text::read(&article);
    let facts = Facts::default();
    let world = World::new(View { article: &article, text: &text, facts: &facts }, &[]);
    let set = Term::set(vec![term("1"), Term { possible: true, ..term("4") }]);
    assert_eq!(call(Function::Size, std::slice::from_ref(&set), &world), term("[1, 2]"));
    assert_eq!(call(Function::Sum, std::slice::from_ref(&set), &world), term("[1, 5]"));
    assert_eq!(call(Function::Last, &[set], &world), term("1"));
}

fn any_interval() -> impl Strategy<Value = (i128, i128)> {
    (-6_i128..6, 0_i128..5).prop_map(|(low, length)| (low, low + length))
}

proptest! {
    /// What is worked out holds the result of every choice of numbers inside.
    #[test]
    fn intervals_hold_every_result((a, b) in any_interval(), (c, d) in any_interval()) {
        let quantity = |low, high| Term::quantity(Quantity::number(Interval::closed(Exact::whole(low), Exact::whole(high))));
        for operator in [Plus, Minus, Times, Over] {
            let found = work_out(operator, &quantity(a, b), &quantity(c, d));
            let What::Quantity(found) = found.what else { panic!("two numbers always give one") };
            for (x, y) in (a..=b).flat_map(|x| (c..=d).map(move |y| (Exact::whole(x), Exact::whole(y)))) {
                let exact = match operator {
                    Plus => x.plus(y),
                    Minus => x.minus(y),
                    Times => x.times(y),
                    Over => x.over(y),
                };
                if let Some(exact) = exact {
                    prop_assert!(found.interval.holds(Interval::exactly(exact)), "{x} {operator:?} {y}");
                }
            }
        }
    }
}
