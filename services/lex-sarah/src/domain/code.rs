//! Enums whose variants have one word each: the same in the database, on the wire and in the names of texts.

/// A word that is none of those an enum knows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not a word that is known here")]
pub struct UnknownCode;

/// Defines an enum with a word for each variant. The word is taken as a token: handed on as a literal, the document of the API does not
/// see it.
macro_rules! coded {
    ($(#[$doc:meta])* $Name:ident { $($(#[$each:meta])* $Variant:ident = $code:tt,)+ }) => {
        $(#[$doc])*
        #[derive(
            Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash,
            serde::Serialize, serde::Deserialize, utoipa::ToSchema,
        )]
        pub enum $Name {
            $($(#[$each])* #[serde(rename = $code)] $Variant,)+
        }

        impl $Name {
            pub const ALL: &'static [Self] = &[$(Self::$Variant),+];

            pub const fn code(self) -> &'static str {
                match self {
                    $(Self::$Variant => $code),+
                }
            }
        }

        impl std::str::FromStr for $Name {
            type Err = $crate::domain::UnknownCode;

            fn from_str(code: &str) -> Result<Self, $crate::domain::UnknownCode> {
                Self::ALL.iter().copied().find(|known| known.code() == code).ok_or($crate::domain::UnknownCode)
            }
        }
    };
}

pub(crate) use coded;
