//! Parts of names.

use text::{Script, hanja_and_other_to_latin, plain_latin, script_of, sound, to_latin};

use super::knowledge::{Frequency, Knowledge, knowledge};
use crate::party::PartyKind;

/// What a part of a name does in it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Role {
    /// A name: what tells one party from another.
    Name,
    /// A patronymic: Ivanovich, Олеговна, -оглы.
    Patronymic,
    /// A given name so frequent that alone it says little.
    Frequent,
    /// A beginning or an end that belongs to its neighbour: Abd, Abu, al-Din.
    Compound,
    /// A single letter that stands for a name.
    Initial,
    /// A number.
    Number,
    /// A general word of organisations: bank, trading, завод.
    General,
    /// al, bin, van, of, the.
    Particle,
    /// Mr, Sheikh, Dr.
    Title,
    /// A legal form: LLC, ООО, ҶДММ.
    Form,
}

impl Role {
    /// How much a part of this role says about who is meant, in hundredths of a name.
    #[must_use]
    pub const fn weight(self) -> u16 {
        match self {
            Self::Name | Self::Number => 100,
            Self::Frequent => 70,
            Self::Patronymic => 60,
            Self::Initial => 45,
            Self::General => 35,
            Self::Compound => 30,
            Self::Particle => 12,
            Self::Title => 6,
            Self::Form => 4,
        }
    }

    /// Whether a difference in such a part tells two parties apart.
    #[must_use]
    pub const fn distinguishes(self) -> bool {
        matches!(self, Self::Name | Self::Number | Self::Frequent | Self::Patronymic | Self::Initial | Self::Compound)
    }
}

/// One part of a name with everything that is compared.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Part {
    /// As written, small letters.
    pub text: String,
    /// Plain Latin letters: its own, or romanised.
    pub plain: String,
    /// Its sound key.
    pub sound: String,
    /// The alphabet it is written in.
    pub script: Script,
    /// What it does.
    pub role: Role,
    /// Groups of names with several forms that it is in, and of general words with one meaning.
    pub(crate) groups: [u16; 4],
    /// A legal form's kind, a number's value.
    pub(crate) value: u32,
    /// How many people have this name.
    pub(crate) frequency: Frequency,
}

impl Part {
    /// A part as it is written, already folded to small letters.
    pub(crate) fn new(text: &str, kind: PartyKind) -> Self {
        let script = script_of(text);
        let plain = match script {
            Script::Latin | Script::None => plain_latin(text),
            Script::Cyrillic => plain_latin(&to_latin(text, text::Reading::Russian)),
            _ => plain_latin(&hanja_and_other_to_latin(text)),
        };
        let knowledge = knowledge();
        let (role, groups, value) = role_of(knowledge, text, &plain, script, kind);
        let frequency = match knowledge.frequency(text) {
            Frequency::Rare => knowledge.frequency(&plain),
            known => known,
        };
        Self { text: text.to_owned(), sound: sound(text), plain, script, role, groups, value, frequency }
    }

    /// How much it says.
    #[must_use]
    pub fn weight(&self) -> u16 {
        // Two letters are shared by too many names to say as much as five.
        match (self.role, self.plain.len()) {
            (Role::Name, 0..=1) if self.script == Script::Latin => 45,
            (Role::Name, 0..=2) => 75,
            (Role::Name, 3) => 85,
            (role, _) => role.weight(),
        }
    }
}

impl Part {
    /// How rare it is: how much two people having it says for their being one, in hundredths of a rare name. Estimates: a
    /// frequent family name is shared by one in some hundred, a frequent given name by one in some thirty.
    pub(crate) fn rarity(&self) -> u32 {
        match (self.role, self.frequency) {
            (Role::Name | Role::Frequent, Frequency::Given) => 40,
            (Role::Name | Role::Frequent, Frequency::Both) => 45,
            (Role::Name | Role::Frequent, Frequency::Family) => 55,
            (Role::Frequent, Frequency::Rare) => 40,
            (Role::Name, Frequency::Rare) => match self.plain.len() {
                0..=2 => 60,
                3 => 80,
                _ => 100,
            },
            (Role::Number, _) => 100,
            (Role::Patronymic, _) => 50,
            (Role::General, _) => 35,
            (Role::Compound, _) => 20,
            (Role::Initial, _) => 15,
            (Role::Particle, _) => 3,
            (Role::Title | Role::Form, _) => 0,
        }
    }

    /// Whether two parts are known as two different names, so that a slip is no explanation of what differs.
    pub(crate) fn is_another_name(&self, other: &Self) -> bool {
        self.is_frequent() && other.is_frequent()
    }

    /// Whether many people have it.
    pub(crate) fn is_frequent(&self) -> bool {
        self.frequency != Frequency::Rare
    }
}

fn role_of(knowledge: &Knowledge, text: &str, plain: &str, script: Script, kind: PartyKind) -> (Role, [u16; 4], u32) {
    let mut groups = [0; 4];
    if let Some(value) = knowledge.number(text, kind) {
        return (Role::Number, groups, value);
    }
    let person = kind == PartyKind::Person;
    if !person {
        if let Some(class) = knowledge.form(text) {
            return (Role::Form, groups, class);
        }
        if let Some(meaning) = knowledge.general(text) {
            groups[0] = meaning;
            let role =
                if matches!(knowledge.role(text), Some(Role::Particle)) { Role::Particle } else { Role::General };
            return (role, groups, 0);
        }
    }
    if let Some(found) = knowledge.variants(text).or_else(|| knowledge.variants(plain)) {
        groups = found;
    }
    let role = knowledge.role(text).or_else(|| knowledge.is_title_of(text, kind).then_some(Role::Title));
    let role = match role {
        Some(Role::Title | Role::Compound | Role::Frequent)
            if !person && kind != PartyKind::Unknown && !knowledge.is_title_of(text, kind) =>
        {
            Role::Name
        }
        Some(role) => role,
        None if person && text.chars().count() == 1 && matches!(script, Script::Latin | Script::Cyrillic) => {
            Role::Initial
        }
        None if person && is_patronymic(text, script) => Role::Patronymic,
        None => Role::Name,
    };
    (role, groups, 0)
}

/// Whether the ending is that of an East Slavic or Turkic patronymic.
fn is_patronymic(text: &str, script: Script) -> bool {
    let endings: &[&str] = match script {
        Script::Cyrillic => {
            &["ович", "евич", "ьич", "овна", "евна", "ична", "івна", "ївна", "овіч", "евіч", "аўна", "еўна"]
        }
        Script::Latin => &[
            "ovich", "evich", "ovych", "evych", "yich", "ovna", "evna", "ichna", "ivna", "yvna", "avich", "auna",
            "ievich", "yevich", "ovic", "ovitch", "evitch", "owitsch", "ewitsch",
        ],
        _ => return false,
    };
    // Petrović and Rabinovich are family names too: the weight is lower, not nothing.
    text.chars().count() >= 6 && endings.iter().any(|ending| text.ends_with(ending))
}
