//! Closed sets of labels.

/// Declares an enumeration of labels, each with its text in the training data and its meaning.
macro_rules! labels {
    ($(#[$meta:meta])* $name:ident { $($variant:ident = $text:literal: $doc:literal,)* }) => {
        $(#[$meta])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[repr(u8)]
        pub enum $name {
            $(#[doc = concat!("`", $text, "`: ", $doc, ".")] $variant,)*
        }

        impl $name {
            /// All of them, in the order of their indices.
            pub const ALL: &'static [Self] = &[$(Self::$variant,)*];

            /// How many there are.
            pub const COUNT: usize = Self::ALL.len();

            /// The text in the training data.
            pub const fn label(self) -> &'static str {
                match self {
                    $(Self::$variant => $text,)*
                }
            }

            /// What it means, in words.
            pub const fn meaning(self) -> &'static str {
                match self {
                    $(Self::$variant => $doc,)*
                }
            }

            /// The one with this text.
            pub fn of_label(label: &str) -> Option<Self> {
                match label {
                    $($text => Some(Self::$variant),)*
                    _ => None,
                }
            }

            /// The one with this index.
            pub fn of_index(index: usize) -> Option<Self> {
                Self::ALL.get(index).copied()
            }

            /// Its place in [`ALL`](Self::ALL).
            pub const fn index(self) -> usize {
                self as usize
            }
        }
    };
}
