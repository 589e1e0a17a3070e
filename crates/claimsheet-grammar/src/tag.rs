//! Parts of speech.

labels! {
    /// A part of speech of the Penn Treebank, as `OntoNotes` has them.
    Tag {
        Nn = "NN": "noun, singular",
        Nns = "NNS": "noun, plural",
        Nnp = "NNP": "name, singular",
        Nnps = "NNPS": "name, plural",
        In = "IN": "preposition or subordinating conjunction",
        Dt = "DT": "determiner",
        Jj = "JJ": "adjective",
        Jjr = "JJR": "adjective, comparative",
        Jjs = "JJS": "adjective, superlative",
        Rb = "RB": "adverb",
        Rbr = "RBR": "adverb, comparative",
        Rbs = "RBS": "adverb, superlative",
        Rp = "RP": "particle of a verb",
        Vb = "VB": "verb, base form",
        Vbd = "VBD": "verb, past tense",
        Vbg = "VBG": "verb, -ing form",
        Vbn = "VBN": "verb, past participle",
        Vbp = "VBP": "verb, present tense, not third person singular",
        Vbz = "VBZ": "verb, present tense, third person singular",
        Md = "MD": "modal",
        To = "TO": "to",
        Cc = "CC": "coordinating conjunction",
        Cd = "CD": "cardinal number",
        Prp = "PRP": "personal pronoun",
        PrpPoss = "PRP$": "possessive pronoun",
        Wdt = "WDT": "wh-determiner",
        Wp = "WP": "wh-pronoun",
        WpPoss = "WP$": "possessive wh-pronoun",
        Wrb = "WRB": "wh-adverb",
        Pos = "POS": "possessive ending",
        Ex = "EX": "existential there",
        Pdt = "PDT": "predeterminer",
        Uh = "UH": "interjection",
        Fw = "FW": "foreign word",
        Ls = "LS": "list item marker",
        Add = "ADD": "address: e-mail, web",
        Afx = "AFX": "affix",
        Xx = "XX": "unknown",
        Nfp = "NFP": "superfluous punctuation",
        Sym = "SYM": "symbol",
        Dollar = "$": "currency sign",
        Hyph = "HYPH": "hyphen",
        Comma = ",": "comma",
        Stop = ".": "mark that ends a sentence",
        Colon = ":": "colon, semicolon, dash or dots",
        OpenQuote = "``": "opening quotation mark",
        CloseQuote = "''": "closing quotation mark",
        OpenBracket = "-LRB-": "opening bracket",
        CloseBracket = "-RRB-": "closing bracket",
    }
}

impl Tag {
    /// Whether it is a verb other than a modal.
    pub const fn is_verb(self) -> bool {
        matches!(self, Self::Vb | Self::Vbd | Self::Vbg | Self::Vbn | Self::Vbp | Self::Vbz)
    }

    /// Whether it is a verb with tense, or a modal.
    pub const fn is_finite(self) -> bool {
        matches!(self, Self::Vbd | Self::Vbp | Self::Vbz | Self::Md)
    }

    /// Whether it is a noun or a name.
    pub const fn is_noun(self) -> bool {
        matches!(self, Self::Nn | Self::Nns | Self::Nnp | Self::Nnps)
    }

    /// Whether it is a name.
    pub const fn is_name(self) -> bool {
        matches!(self, Self::Nnp | Self::Nnps)
    }

    /// Whether it is a mark.
    pub const fn is_punctuation(self) -> bool {
        self as u8 >= Self::Hyph as u8 || matches!(self, Self::Nfp)
    }
}
