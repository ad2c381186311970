"""Other people's queries: judged before they run, and run where they can be stopped."""
