// summary: A source that only some runs complete at once
using System.Threading.Tasks;

public class Answers
{
    Task NextAsync(bool isDone)
    {
        var source = new TaskCompletionSource();
        //               ^^^^^^^^^^^^^^^^^^^^ AW904
        if (isDone) source.SetResult();
        return source.Task;
    }
}
