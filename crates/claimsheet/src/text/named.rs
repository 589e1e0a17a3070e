//! Enums whose variants have names: one table for code, JSON and configuration.

/// An enum and the names of its variants, as `pub enum Colour { Red = "red", … }`. Gives `ALL` and `name`, and
/// reads and writes the names in JSON.
macro_rules! named {
    (
        $(#[$meta:meta])*
        pub enum $Name:ident { $($(#[$doc:meta])* $Variant:ident = $name:literal,)+ }
    ) => {
        $(#[$meta])*
        #[derive(
            Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize,
        )]
        pub enum $Name {
            $($(#[$doc])* #[serde(rename = $name)] $Variant,)+
        }

        impl $Name {
            /// All of them, in order.
            pub const ALL: &[Self] = &[$(Self::$Variant),+];

            /// Its name, as in JSON.
            pub const fn name(self) -> &'static str {
                match self {
                    $(Self::$Variant => $name,)+
                }
            }
        }
    };
}
