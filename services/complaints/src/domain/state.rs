//! Where a complaint can stand, and what can be done with it (requirements I.2).

words! {
    State {
        /// It has come in (TF 2:9, FL 22 §).
        Received = "received",
        /// It is in the register (OSL 5:1).
        Registered = "registered",
        Triaged = "triaged",
        Inquiry = "inquiry",
        Answered = "answered",
        Measures = "measures",
        Closed = "closed",
        /// Removed by a disposal decision; the protocol remains.
        Disposed = "disposed",
        /// It is for another authority or unit.
        Redirected = "redirected",
        Split = "split",
        Merged = "merged",
        /// A view or praise: nothing to inquire into.
        NoComplaint = "no_complaint",
    }
}

words! {
    /// What can be done. Each that is built has an action of the same name.
    Verb {
        Submit = "submit",
        Register = "register",
        CorrectEntry = "correct_entry",
        Acknowledge = "acknowledge",
        Route = "route",
        /// It is about another unit than the sender said.
        Move = "move",
        Exclude = "exclude",
        /// It is not about the manager, whatever the sender has said.
        LetManagerIn = "let_manager_in",
        /// Somebody is given it to handle.
        Assign = "assign",
        /// Nobody in particular handles it any more.
        HandBack = "hand_back",
        /// Whoever it lies with is told once more that it waits.
        Remind = "remind",
        Triage = "triage",
        /// What was found at triage is judged anew: something else has come out.
        Rejudge = "rejudge",
        HandOver = "hand_over",
        FulfilDuty = "fulfil_duty",
        Redirect = "redirect",
        Split = "split",
        Merge = "merge",
        NoComplaint = "no_complaint",
        StartInquiry = "start_inquiry",
        /// What the inquiry found is written down.
        Inquire = "inquire",
        Note = "note",
        WriteToSender = "write_to_sender",
        WriteAgain = "write_again",
        /// The sender is not satisfied with the answer.
        AskNextLevel = "ask_next_level",
        Answer = "answer",
        Postpone = "postpone",
        PlanMeasures = "plan_measures",
        CheckEffect = "check_effect",
        Close = "close",
        Reopen = "reopen",
        Dispose = "dispose",
    }
}
