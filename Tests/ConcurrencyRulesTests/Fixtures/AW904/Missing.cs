// does not compile: an import is missing
// summary: Without the import the source is taken for what it says
// language: 9
// project: library

public class Answers
{
    object Make()
    {
        return new TaskCompletionSource<int>();
        //         ^^^^^^^^^^^^^^^^^^^^^^^^^ AW904 suggestion "(assumed from the name: 'TaskCompletionSource' could not be resolved)"
    }
}
