//! Exact rational figures with checked arithmetic.

use num_rational::Ratio;
use num_traits::{CheckedAdd, CheckedDiv, CheckedMul, CheckedSub, ToPrimitive, Zero};
use std::fmt;

/// An exact rational number. Arithmetic gives `None` where 128 bits do not suffice.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Exact(Ratio<i128>);

impl Exact {
    /// Zero.
    pub const ZERO: Self = Self(Ratio::new_raw(0, 1));
    /// One.
    pub const ONE: Self = Self(Ratio::new_raw(1, 1));

    /// A whole number.
    pub const fn whole(n: i128) -> Self {
        Self(Ratio::new_raw(n, 1))
    }

    /// The fraction `over / under`; `None` where `under` is zero.
    pub fn fraction(over: i128, under: i128) -> Option<Self> {
        (under != 0 && over != i128::MIN && under != i128::MIN).then(|| Self(Ratio::new(over, under)))
    }

    /// Ten to the power `n`, for `n` from -30 to 30.
    pub fn power_of_ten(n: i32) -> Option<Self> {
        let power = 10_i128.checked_pow(n.unsigned_abs()).filter(|_| n.unsigned_abs() <= 30)?;
        if n < 0 { Self::fraction(1, power) } else { Some(Self::whole(power)) }
    }

    /// Reads digits with an optional sign and decimal point: `1200`, `-0.25`.
    pub fn parse(digits: &str) -> Option<Self> {
        let (negative, digits) = match digits.strip_prefix('-') {
            Some(rest) => (true, rest),
            None => (false, digits),
        };
        let (whole, decimals) = digits.split_once('.').unwrap_or((digits, ""));
        if whole.is_empty() && decimals.is_empty() || decimals.len() > 24 {
            return None;
        }
        let mut over: i128 = 0;
        for digit in whole.bytes().chain(decimals.bytes()) {
            let digit = digit.is_ascii_digit().then(|| i128::from(digit - b'0'))?;
            over = over.checked_mul(10)?.checked_add(digit)?;
        }
        let under = 10_i128.checked_pow(decimals.len() as u32)?;
        Self::fraction(if negative { -over } else { over }, under)
    }

    /// The sum.
    pub fn plus(self, other: Self) -> Option<Self> {
        self.0.checked_add(&other.0).map(Self)
    }

    /// The difference.
    pub fn minus(self, other: Self) -> Option<Self> {
        self.0.checked_sub(&other.0).map(Self)
    }

    /// The product.
    pub fn times(self, other: Self) -> Option<Self> {
        self.0.checked_mul(&other.0).map(Self)
    }

    /// The quotient; `None` for a division by zero.
    pub fn over(self, other: Self) -> Option<Self> {
        if other.0.is_zero() { None } else { self.0.checked_div(&other.0).map(Self) }
    }

    /// The number with the other sign.
    #[must_use]
    pub fn negated(self) -> Self {
        Self(-self.0)
    }

    /// The number without its sign.
    #[must_use]
    pub fn abs(self) -> Self {
        if self < Self::ZERO { self.negated() } else { self }
    }

    /// Whether it is a whole number.
    pub fn is_whole(self) -> bool {
        self.0.is_integer()
    }

    /// The number above the line, in lowest terms.
    pub fn numerator(self) -> i128 {
        *self.0.numer()
    }

    /// The number below the line, in lowest terms; positive.
    pub fn denominator(self) -> i128 {
        *self.0.denom()
    }

    /// The largest whole number that is not above it.
    pub fn floor(self) -> i128 {
        self.0.floor().to_integer()
    }

    /// The nearest double.
    pub fn to_f64(self) -> f64 {
        self.0.to_f64().unwrap_or(f64::NAN)
    }

    /// Rounded half away from zero to `decimals` places; `None` on overflow.
    pub fn rounded(self, decimals: u32) -> Option<Self> {
        let scale = Self::power_of_ten(decimals.cast_signed())?;
        let scaled = self.times(scale)?;
        Self(scaled.0.round()).over(scale)
    }

    /// Digits with grouping commas and up to `decimals` decimals, without trailing zeros: `1,234.5`.
    pub fn to_decimal(self, decimals: u32) -> String {
        let decimals = decimals.min(20);
        let rounded = self.rounded(decimals).unwrap_or(self);
        let magnitude = rounded.abs();
        let whole = magnitude.floor();
        let grouped = grouped(whole);
        let mut text = if rounded < Self::ZERO { format!("-{grouped}") } else { grouped };
        let rest = magnitude
            .minus(Self::whole(whole))
            .and_then(|rest| rest.times(Self::power_of_ten(decimals.cast_signed())?));
        if let Some(rest) = rest.map(Self::floor).filter(|&rest| rest > 0) {
            let places = format!("{rest:0width$}", width = decimals as usize);
            text.push('.');
            text.push_str(places.trim_end_matches('0'));
        }
        text
    }
}

fn grouped(whole: i128) -> String {
    let digits = whole.to_string();
    let mut text = String::with_capacity(digits.len() + digits.len() / 3);
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

impl fmt::Display for Exact {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.to_decimal(6))
    }
}

impl From<i64> for Exact {
    fn from(n: i64) -> Self {
        Self::whole(i128::from(n))
    }
}
