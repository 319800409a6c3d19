//! A complaint.

kernel::define_id!(
    /// A complaint, a view or praise.
    ComplaintId
);

words! {
    /// What the sender calls it. Staff judge at triage what it is.
    Kind {
        Complaint = "complaint",
        View = "view",
        Praise = "praise",
    }
}

words! {
    /// Who the sender is to the youth, as they say it themselves.
    Relation {
        Guardian = "guardian",
        Youth = "youth",
        CloseRelation = "close_relation",
        Staff = "staff",
        Other = "other",
        Unknown = "unknown",
    }
}

words! {
    /// How it came in.
    Channel {
        WebForm = "web_form",
        Api = "api",
    }
}
