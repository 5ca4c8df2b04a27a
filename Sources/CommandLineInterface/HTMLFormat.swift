func htmlReport(_ report: RunReport, context: FormatContext) -> String { "" }
