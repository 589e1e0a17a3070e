//! Entities: names, dates and amounts.

labels! {
    /// A type of entity, as `OntoNotes` has them.
    EntityType {
        Person = "PERSON": "people, also fictional",
        Norp = "NORP": "nationalities, religious and political groups",
        Fac = "FAC": "buildings, airports, roads",
        Org = "ORG": "companies, agencies, institutions, teams",
        Gpe = "GPE": "countries, cities, states",
        Loc = "LOC": "other places: mountains, seas",
        Product = "PRODUCT": "things one can buy",
        Event = "EVENT": "wars, storms, games, festivals",
        WorkOfArt = "WORK_OF_ART": "titles of books, songs, films",
        Law = "LAW": "laws with a name",
        Language = "LANGUAGE": "languages",
        Date = "DATE": "dates and periods of a day and more, ages",
        Time = "TIME": "times and periods shorter than a day",
        Percent = "PERCENT": "percentages",
        Money = "MONEY": "amounts of money, with the unit",
        Quantity = "QUANTITY": "measures of weight, length and the like",
        Ordinal = "ORDINAL": "first, second",
        Cardinal = "CARDINAL": "other numbers",
    }
}

impl EntityType {
    /// Whether it is a name rather than a date or an amount.
    pub const fn is_name(self) -> bool {
        (self as u8) < Self::Date as u8
    }
}

/// A token's part in an entity.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Entity {
    /// Type of the entity.
    pub kind: EntityType,
    /// Whether the token is its first.
    pub begins: bool,
}

impl Entity {
    /// How many labels a token can have: none, and the first or a further token of each type.
    pub const LABELS: usize = 1 + 2 * EntityType::COUNT;

    /// The entity with this label; 0 is none.
    pub fn of_index(index: usize) -> Option<Self> {
        let at = index.checked_sub(1)?;
        Some(Self { kind: EntityType::of_index(at / 2)?, begins: at % 2 == 0 })
    }

    /// The label of an entity or none, the inverse of [`of_index`](Self::of_index).
    pub fn index(entity: Option<Self>) -> usize {
        entity.map_or(0, |entity| 1 + 2 * entity.kind.index() + usize::from(!entity.begins))
    }

    /// The entity of a `B-ORG`, `I-ORG` or `O`.
    pub fn of_label(label: &str) -> Option<Self> {
        let (place, kind) = label.split_once('-')?;
        Some(Self { kind: EntityType::of_label(kind)?, begins: place == "B" })
    }
}
