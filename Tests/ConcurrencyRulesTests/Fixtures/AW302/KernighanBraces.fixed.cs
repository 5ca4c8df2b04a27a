// summary: New blocks look like the ones around them
using System.Threading.Tasks;

public class Node {
  public Task VisitAsync() => Task.CompletedTask;
  public static Node? Current => null;
  public static Node? GetCurrent() => null;

  public async Task VisitAsync(Node? node) {
    if (node != null) {
      await node.VisitAsync();
    }
    if (Current != null) {
      await Current.VisitAsync();
    }
    var current2 = GetCurrent();
    if (current2 != null) {
      await current2.VisitAsync();
    }
    var current = 1;
    if (current == 2) {
      if (node != null) {
        await node.VisitAsync();
      }
    }
    await Task.Yield();
  }
}
