//! What has a name in the public formats is written by that name, as text, in every one of them.

use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

use super::{
    Channel, Density, Dialect, Doing, Format, Order, Outcome, Prefers, ReplyKind, Scenario,
};

macro_rules! by_name {
    ($($type:ident)*) => {$(
        impl Serialize for $type {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(self.name())
            }
        }

        impl<'de> Deserialize<'de> for $type {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                let name = String::deserialize(deserializer)?;
                let named = Self::ALL.iter().find(|one| one.name() == name);
                named.copied().ok_or_else(|| {
                    let names: Vec<_> = Self::ALL.iter().map(|one| one.name()).collect();
                    let names = names.join(", ");
                    de::Error::custom(format!("“{name}” is not known here; expected one of {names}"))
                })
            }
        }
    )*};
}

by_name! { Channel Density Dialect Doing Format Order Outcome Prefers ReplyKind }

impl Serialize for Scenario {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.name())
    }
}

impl<'de> Deserialize<'de> for Scenario {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let name = String::deserialize(deserializer)?;
        name.parse().map_err(de::Error::custom)
    }
}
