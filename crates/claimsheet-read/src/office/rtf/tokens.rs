//! The tokens of RTF.

/// One token.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Token<'a> {
    /// `{`
    Open,
    /// `}`
    Close,
    /// `\name` or `\name12`
    Word(&'a str, Option<i32>),
    /// `\*`, `\~` and others that are no letter
    Symbol(u8),
    /// `\'92`
    Byte(u8),
    /// Text as it stands, without line ends.
    Text(&'a [u8]),
}

/// Goes over a file's tokens; anything is some row of tokens.
#[derive(Debug)]
pub(super) struct Tokens<'a> {
    rest: &'a [u8],
}

impl<'a> Tokens<'a> {
    pub(super) const fn new(bytes: &'a [u8]) -> Self {
        Self { rest: bytes }
    }

    fn take(&mut self, length: usize) -> &'a [u8] {
        let (taken, rest) = self.rest.split_at(length.min(self.rest.len()));
        self.rest = rest;
        taken
    }

    /// The token behind a backslash.
    fn control(&mut self) -> Option<Token<'a>> {
        let letters = self.rest.iter().take_while(|byte| byte.is_ascii_alphabetic()).count();
        if letters > 0 {
            let name = std::str::from_utf8(self.take(letters)).unwrap_or("");
            return Some(self.word(name));
        }
        match *self.take(1).first()? {
            b'\'' => {
                let digits = std::str::from_utf8(self.rest.get(..2).unwrap_or_default()).unwrap_or("");
                let byte = u8::from_str_radix(digits, 16).ok();
                self.take(byte.map_or(0, |_| 2));
                Some(Token::Byte(byte.unwrap_or(b' ')))
            }
            b'\n' | b'\r' => Some(Token::Word("par", None)),
            symbol => Some(Token::Symbol(symbol)),
        }
    }

    fn word(&mut self, name: &'a str) -> Token<'a> {
        let sign = usize::from(self.rest.first() == Some(&b'-'));
        let digits = self.rest.iter().skip(sign).take_while(|byte| byte.is_ascii_digit()).count();
        let number = (digits > 0).then(|| std::str::from_utf8(self.take(sign + digits)).ok()?.parse().ok()).flatten();
        if self.rest.first() == Some(&b' ') {
            self.take(1);
        }
        if let ("bin", Some(length)) = (name, number) {
            self.take(usize::try_from(length).unwrap_or(0));
        }
        Token::Word(name, number)
    }
}

impl<'a> Iterator for Tokens<'a> {
    type Item = Token<'a>;

    fn next(&mut self) -> Option<Token<'a>> {
        loop {
            match *self.rest.first()? {
                b'{' => {
                    self.take(1);
                    return Some(Token::Open);
                }
                b'}' => {
                    self.take(1);
                    return Some(Token::Close);
                }
                b'\\' => {
                    self.take(1);
                    return self.control();
                }
                b'\r' | b'\n' | 0 => {
                    self.take(1);
                }
                _ => {
                    let is_text = |byte: &&u8| !matches!(byte, b'{' | b'}' | b'\\' | b'\r' | b'\n' | 0);
                    let length = self.rest.iter().take_while(is_text).count();
                    return Some(Token::Text(self.take(length)));
                }
            }
        }
    }
}
