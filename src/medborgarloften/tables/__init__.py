"""The register as tables: what stands in which, for spreadsheets and databases."""
