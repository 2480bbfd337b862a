//! Who acts, and what they are permitted. The first line of every verb is [`Actor::permit`]; nothing can be read or
//! written without the [`Permit`] it gives.

use std::collections::BTreeSet;

use domain::account::Account;
use domain::act::{ActPerson, Face};
use domain::body::Kind;
use domain::ids::{Id, RecordId};
use domain::localized::Localized;
use domain::marking::{Audience, Reader};
use domain::owner::{Owner, StateCode};
use domain::role::Role;
use domain::round::Round;
use store::{Query, Store, Stored};

use crate::permission::{Permission, Relation, allows, reads_for_the_laboratory};
use crate::refusal::Refusal;

/// A person who is signed in, or who holds the node's folder and uses the command line.
#[derive(Debug, Clone)]
pub struct Actor {
    /// The account.
    pub account: RecordId,
    /// What the person signs in with.
    pub login: String,
    /// The person's name.
    pub name: Localized,
    /// The State the person belongs to.
    pub state: Option<StateCode>,
    /// What the person comes to do.
    pub roles: Vec<Role>,
    /// Through which face the person acts.
    pub face: Face,
    /// The rounds that the person's State takes part in.
    rounds: BTreeSet<Id<Round>>,
}

impl Actor {
    /// The actor of an account as it stands now.
    ///
    /// # Errors
    /// When the store cannot be read.
    pub async fn load(store: &Store, account: &Stored, face: Face) -> Result<Option<Self>, Refusal> {
        let Some(person) = account.noun::<Account>().filter(|person| person.active) else { return Ok(None) };
        let rounds = match &person.state {
            None => BTreeSet::new(),
            Some(state) => {
                let query = Query::of(Kind::Round).facet("state", state.as_str());
                store.list(&query).await?.records.iter().map(|round| Id::new(round.revision.record)).collect()
            }
        };
        Ok(Some(Self {
            account: account.revision.record,
            login: person.login.clone(),
            name: person.name.clone(),
            state: person.state.clone(),
            roles: person.roles.clone(),
            face,
            rounds,
        }))
    }

    /// Whether the person has this role.
    #[must_use]
    pub fn is(&self, role: Role) -> bool {
        self.roles.contains(&role)
    }

    /// The owner of what this person makes.
    #[must_use]
    pub fn owner(&self) -> Owner {
        self.state.clone().map_or(Owner::Secretariat, Owner::State)
    }

    /// The person as an act names them.
    #[must_use]
    pub fn person(&self) -> ActPerson {
        ActPerson { account: self.account, login: self.login.clone(), roles: self.roles.clone() }
    }

    /// The person as an audience asks for them.
    #[must_use]
    pub fn reader(&self) -> Reader {
        Reader {
            state: self.state.clone(),
            reviews: self.roles.iter().any(|role| role.reviews() || role.works_on_goods()),
            leads: self.is(Role::NationalCoordinator) || self.is(Role::ReleasingOfficer),
            secretariat: self.is(Role::Secretariat),
            committee: self.is(Role::CommitteeExpert),
            rounds: self.rounds.clone(),
        }
    }

    /// Whether any role allows this, standing so.
    #[must_use]
    pub fn may(&self, permission: Permission, relation: Relation) -> bool {
        self.roles.iter().any(|role| allows(*role, permission, relation))
    }

    /// Whether the person may do this at all, to anything. Pages use it to show what can be done.
    #[must_use]
    pub fn may_somewhere(&self, permission: Permission) -> bool {
        Relation::ALL.iter().any(|relation| self.may(permission, *relation))
    }

    /// Whether the person may do this to something of this owner, within this round if in one. Pages use it to offer
    /// only what would be accepted; the verbs decide for themselves.
    #[must_use]
    pub fn may_with(&self, permission: Permission, owner: &Owner, round: Option<Id<Round>>) -> bool {
        self.may(permission, self.relation(owner, round))
    }

    /// The first line of every verb.
    ///
    /// # Errors
    /// [`Refusal::NotAllowed`] when no role allows it to anything.
    pub fn permit(&self, permission: Permission) -> Result<Permit<'_>, Refusal> {
        if self.may_somewhere(permission) {
            let mut reader = self.reader();
            reader.reviews |= self.roles.iter().any(|role| reads_for_the_laboratory(*role, permission));
            Ok(Permit { actor: self, permission, reader })
        } else {
            Err(Refusal::NotAllowed(permission))
        }
    }

    /// How the person stands to something of this owner, within this round if in one.
    fn relation(&self, owner: &Owner, round: Option<Id<Round>>) -> Relation {
        let own = match owner {
            Owner::State(code) => self.state.as_ref() == Some(code),
            Owner::Secretariat => self.is(Role::Secretariat),
        };
        if own {
            Relation::Own
        } else if round.is_some_and(|round| self.rounds.contains(&round)) {
            Relation::Round
        } else {
            Relation::Other
        }
    }
}

/// The permission to do one thing, still to be held against what it is done to.
#[derive(Debug, Clone)]
pub struct Permit<'a> {
    /// Who.
    pub actor: &'a Actor,
    /// What.
    pub permission: Permission,
    reader: Reader,
}

impl Permit<'_> {
    /// Whether a record with this audience reaches the person.
    #[must_use]
    pub fn reaches(&self, audience: &Audience) -> bool {
        audience.includes(&self.reader)
    }

    /// Against the node as a whole.
    ///
    /// # Errors
    /// [`Refusal::NotAllowed`].
    pub fn on_node(&self) -> Result<(), Refusal> {
        self.refuse_unless(self.actor.may(self.permission, Relation::Own))
    }

    /// Against something new of this owner, within this round if in one.
    ///
    /// # Errors
    /// [`Refusal::NotAllowed`].
    pub fn on_new(&self, owner: &Owner, round: Option<Id<Round>>) -> Result<(), Refusal> {
        self.refuse_unless(self.actor.may(self.permission, self.actor.relation(owner, round)))
    }

    /// Against a record, within this round if in one: it must reach the person, else it is not there at all.
    ///
    /// # Errors
    /// [`Refusal::NotFound`] or [`Refusal::NotAllowed`].
    pub fn on(&self, record: &Stored, round: Option<Id<Round>>) -> Result<(), Refusal> {
        if !self.reaches(&record.revision.audience()) {
            return Err(Refusal::NotFound(record.revision.body.kind().as_str()));
        }
        self.on_new(&record.revision.owner, round)
    }

    fn refuse_unless(&self, allowed: bool) -> Result<(), Refusal> {
        if allowed { Ok(()) } else { Err(Refusal::NotAllowed(self.permission)) }
    }

    /// The keys of all audiences that reach the person: what lists are filtered by.
    ///
    /// # Errors
    /// When the store cannot be read.
    pub async fn audiences(&self, store: &Store) -> Result<Vec<String>, Refusal> {
        Ok(store
            .audiences()
            .await?
            .into_iter()
            .filter(|key| key.parse::<Audience>().is_ok_and(|audience| self.reaches(&audience)))
            .collect())
    }
}
