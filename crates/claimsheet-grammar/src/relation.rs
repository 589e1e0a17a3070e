//! Dependency relations.

labels! {
    /// A relation of a token to its head, in the CLEAR scheme. The function word depends on the
    /// content word, except that a preposition heads its phrase and a form of "be" its predicate.
    Relation {
        Root = "ROOT": "head of the sentence",
        Acl = "acl": "clause that modifies a noun",
        Acomp = "acomp": "adjective that complements a verb",
        Advcl = "advcl": "adverbial clause",
        Advmod = "advmod": "adverb that modifies",
        Agent = "agent": "the by of a passive",
        Amod = "amod": "adjective that modifies a noun",
        Appos = "appos": "apposition",
        Attr = "attr": "noun that complements a copula",
        Aux = "aux": "auxiliary",
        Auxpass = "auxpass": "auxiliary of a passive",
        Case = "case": "possessive ending",
        Cc = "cc": "coordinating conjunction",
        Ccomp = "ccomp": "clause that complements a verb",
        Compound = "compound": "part of a compound",
        Conj = "conj": "conjunct",
        Csubj = "csubj": "clause as subject",
        Csubjpass = "csubjpass": "clause as subject of a passive",
        Dative = "dative": "indirect object",
        Dep = "dep": "unclassified",
        Det = "det": "determiner",
        Dobj = "dobj": "direct object",
        Expl = "expl": "expletive there",
        Intj = "intj": "interjection",
        Mark = "mark": "word that introduces a clause",
        Meta = "meta": "meta modifier",
        Neg = "neg": "negation",
        Nmod = "nmod": "noun that modifies a noun",
        Npadvmod = "npadvmod": "noun phrase used as an adverb",
        Nsubj = "nsubj": "subject",
        Nsubjpass = "nsubjpass": "subject of a passive",
        Nummod = "nummod": "number that modifies a noun",
        Oprd = "oprd": "complement of an object",
        Parataxis = "parataxis": "clause set beside another",
        Pcomp = "pcomp": "clause that complements a preposition",
        Pobj = "pobj": "object of a preposition",
        Poss = "poss": "possessor",
        Preconj = "preconj": "both, either, neither",
        Predet = "predet": "word before the determiner",
        Prep = "prep": "preposition that modifies",
        Prt = "prt": "particle of a verb",
        Punct = "punct": "mark",
        Quantmod = "quantmod": "modifier of a number",
        Relcl = "relcl": "relative clause",
        Xcomp = "xcomp": "clause without a subject that complements a verb",
    }
}

impl Relation {
    /// Whether the token is a subject: a nominal or a clause, active or passive.
    pub const fn is_subject(self) -> bool {
        matches!(self, Self::Nsubj | Self::Nsubjpass | Self::Csubj | Self::Csubjpass)
    }

    /// Whether the token heads a clause.
    pub const fn is_clause(self) -> bool {
        matches!(
            self,
            Self::Root
                | Self::Acl
                | Self::Advcl
                | Self::Ccomp
                | Self::Csubj
                | Self::Csubjpass
                | Self::Parataxis
                | Self::Pcomp
                | Self::Relcl
                | Self::Xcomp
        )
    }
}
