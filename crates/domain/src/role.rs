//! What a person comes to do.

crate::words! {
    /// A role. An account has one or more; what each may do is the permission matrix of `app`.
    Role {
        /// National coordinator (1540 point of contact): keeps the State's matrix and plan true, speaks for the State.
        NationalCoordinator = "national-coordinator",
        /// Contributor of a ministry or agency: fills in its own measures and answers.
        Contributor = "contributor",
        /// Delegate, reviewer from a peer State: reads what was shared, notes findings.
        Delegate = "delegate",
        /// Secretariat of the round: prepares it, keeps its papers.
        Secretariat = "secretariat",
        /// Licensing officer.
        LicensingOfficer = "licensing-officer",
        /// Customs or border officer.
        BorderOfficer = "border-officer",
        /// Analyst of an identification centre.
        Analyst = "analyst",
        /// Trainer.
        Trainer = "trainer",
        /// Trainee.
        Trainee = "trainee",
        /// Auditor: verifies that nothing was changed after the fact.
        Auditor = "auditor",
        /// The Committee's expert: reads what was submitted.
        CommitteeExpert = "committee-expert",
        /// Releasing officer: lets a revision leave; never its author.
        ReleasingOfficer = "releasing-officer",
        /// Administrator of the node: accounts, backup. Reads no State's data by virtue of the role.
        Administrator = "administrator",
    }
}

impl Role {
    /// Whether the role takes part in the review on behalf of its State, and so reads what its State keeps to itself
    /// and what was shared with the State as a participant of a round.
    #[must_use]
    pub fn reviews(self) -> bool {
        matches!(self, Self::NationalCoordinator | Self::Contributor | Self::Delegate | Self::ReleasingOfficer)
    }

    /// Whether the role works on goods for its State, and so reads what its State keeps to itself about them. Which kinds
    /// of record that are, the permissions of the role say.
    #[must_use]
    pub fn works_on_goods(self) -> bool {
        matches!(self, Self::LicensingOfficer | Self::BorderOfficer | Self::Analyst)
    }

    /// Whether a person with this role belongs to a State. The others serve the round, the node or the Committee.
    #[must_use]
    pub fn belongs_to_state(self) -> bool {
        !matches!(self, Self::Secretariat | Self::Auditor | Self::CommitteeExpert | Self::Administrator)
    }
}
