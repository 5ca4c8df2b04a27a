import ConcurrencyRules
import Testing
import Workspace

@Suite struct EditorConfigEditTests {
  private func set(_ text: String) throws -> String {
    let bytes = Array(text.utf8)
    let edit = settingKey("dotnet_diagnostic.AW101.severity", to: "none", in: bytes)
    return String(decoding: try #require(applying([edit], to: bytes)), as: UTF8.self)
  }

  @Test func newFilesGetASection() throws {
    #expect(try set("") == "[*.cs]\ndotnet_diagnostic.AW101.severity = none\n")
    #expect(try set("root = true\n") == "root = true\n\n[*.cs]\ndotnet_diagnostic.AW101.severity = none\n")
    #expect(
      try set("root = true\r\n[*]\r\nx=1")
        == "root = true\r\n[*]\r\nx=1\r\n\r\n[*.cs]\r\ndotnet_diagnostic.AW101.severity = none\r\n")
  }

  @Test func theLastSectionForCSharpIsTaken() throws {
    #expect(
      try set("[*.cs]\na = 1\n\n[*.md]\nb = 2\n")
        == "[*.cs]\na = 1\ndotnet_diagnostic.AW101.severity = none\n\n[*.md]\nb = 2\n")
    #expect(try set("[*.cs]") == "[*.cs]\ndotnet_diagnostic.AW101.severity = none")
  }

  @Test func aValueThatIsThereIsReplaced() throws {
    #expect(
      try set("[*.cs]\nDotnet_Diagnostic.aw101.severity: error # loud\nz = 1\n")
        == "[*.cs]\ndotnet_diagnostic.AW101.severity = none\nz = 1\n")
    #expect(
      try set("[*.cs]\n# dotnet_diagnostic.AW101.severity = error\n")
        == "[*.cs]\n# dotnet_diagnostic.AW101.severity = error\ndotnet_diagnostic.AW101.severity = none\n")
  }
}
