"""Answer questions about meeting minutes; see ARCHITECTURE.md."""
