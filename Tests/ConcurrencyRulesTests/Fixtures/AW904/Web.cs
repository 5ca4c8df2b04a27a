// summary: A web project is told louder
// config: awaitwise.project_kind = web
using System.Threading.Tasks;

public class Answers
{
    private readonly TaskCompletionSource _source = new TaskCompletionSource();
    //                                                  ^^^^^^^^^^^^^^^^^^^^ AW904 warning
}
