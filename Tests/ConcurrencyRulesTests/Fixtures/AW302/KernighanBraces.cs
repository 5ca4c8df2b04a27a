// summary: New blocks look like the ones around them
using System.Threading.Tasks;

public class Node {
  public Task VisitAsync() => Task.CompletedTask;
  public static Node? Current => null;
  public static Node? GetCurrent() => null;

  public async Task VisitAsync(Node? node) {
    node?.VisitAsync();
    //    ^^^^^^^^^^ AW302
    Current?.VisitAsync();
    //       ^^^^^^^^^^ AW302
    GetCurrent()?.VisitAsync();
    //            ^^^^^^^^^^ AW302
    var current = 1;
    if (current == 2) {
      node?.VisitAsync();
      //    ^^^^^^^^^^ AW302
    }
    await Task.Yield();
  }
}
