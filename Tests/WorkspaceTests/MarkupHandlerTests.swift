import ConcurrencyRules
import Testing
import Workspace

/// Methods that XAML attaches to events.
@Suite struct MarkupHandlerTests {
  private static let page = """
    using System.Threading.Tasks;
    namespace App.Views;
    public partial class MainPage
    {
        private async void Refresh() => await Task.Yield();
        private async void Bound() => await Task.Yield();
        private async void Set(object item) => await Task.Yield();
        private async void Save() => await Task.Yield();
        public static class Nested { private static async void Refresh() => await Task.Yield(); }
    }
    public partial class Other { private async void Refresh() => await Task.Yield(); }
    """

  private static let markup = """
    <ContentPage xmlns="http://schemas.microsoft.com/dotnet/2021/maui"
                 xmlns:x="http://schemas.microsoft.com/winfx/2009/xaml" x:Class="App.Views.MainPage">
      <!-- <Button Clicked="Save" /> -->
      <Button Clicked="Refresh" Text="Save" />
      <Button Click="{x:Bind Path=Bound, Mode=OneWay}" Command="{Binding Save}" />
      <Style><EventSetter Event="Loaded" Handler="Set" /></Style>
    </ContentPage>
    """

  private static let project = """
    <Project Sdk="Microsoft.NET.Sdk"><PropertyGroup><TargetFramework>net10.0</TargetFramework></PropertyGroup></Project>
    """

  private func makeHost(_ files: [String: String]) -> (InMemoryFileSystem, WorkspaceHost) {
    let all = [
      "/w/App/App.csproj": MarkupHandlerTests.project, "/w/App/Views/MainPage.xaml.cs": MarkupHandlerTests.page,
    ]
    let fileSystem = InMemoryFileSystem(all.merging(files) { $1 })
    let host = WorkspaceHost(fileSystem: fileSystem, selection: RuleSelection(only: ["AW303"]))
    host.setFolders(["/w"])
    return (fileSystem, host)
  }

  /// The lines with a finding, from 1.
  private func lines(_ host: WorkspaceHost) -> [Int]? {
    let path = "/w/App/Views/MainPage.xaml.cs"
    guard let analysis = host.snapshot().analyze(path, isCancelled: { false }) else { return nil }
    return analysis.findings.map { finding in
      analysis.tree.bytes.prefix(finding.range.indices.lowerBound).count { $0 == 10 } + 1
    }
  }

  @Test func withoutMarkupAllAreReported() {
    #expect(lines(makeHost([:]).1) == [5, 6, 7, 8, 9, 11])
  }

  @Test(arguments: ["MainPage.xaml", "MainPage.axaml"])
  func whatTheMarkupOfTheTypeNamesIsAHandler(_ name: String) {
    #expect(lines(makeHost(["/w/App/Views/" + name: MarkupHandlerTests.markup]).1) == [8, 9, 11])
  }

  @Test func razorAndBrokenMarkupAttachNothing() {
    let (_, host) = makeHost([
      "/w/App/Views/MainPage.razor": MarkupHandlerTests.markup, "/w/App/Views/Half.xaml": "<Page x:Class=\"App.Vi",
      "/w/App/Views/NoClass.xaml": "<ResourceDictionary><Button Clicked=\"Refresh\"/></ResourceDictionary>",
    ])
    #expect(lines(host) == [5, 6, 7, 8, 9, 11])
  }

  @Test func changesOfTheMarkupCount() {
    let (fileSystem, host) = makeHost([:])
    #expect(lines(host)?.contains(5) == true)
    fileSystem.set("/w/App/Views/MainPage.xaml", MarkupHandlerTests.markup)
    #expect(host.filesChanged(["/w/App/Views/MainPage.xaml"]) == .everything)
    #expect(lines(host) == [8, 9, 11])
  }
}
