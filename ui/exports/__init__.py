"""Documents for others to read: papers and tables as Markdown, Word, HTML, PDF, CSV and Excel."""
