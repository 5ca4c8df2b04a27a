namespace ArticleApp.Services;

public record ServiceRequest(string Region);

public record ServiceResponse(IReadOnlyList<string> Services);

public record DataRequest(int Id);

public record DataResponse(int Id, string Text);
