namespace ArticleApp.Services;

/// <summary>Looks data up in memory.</summary>
public class MyService
{
    private static readonly Dictionary<int, string> Texts = new() { [1] = "one", [2] = "two" };

    public DataResponse GetData(DataRequest request)
    {
        return new DataResponse(request.Id, Texts.GetValueOrDefault(request.Id, "unknown"));
    }
}
