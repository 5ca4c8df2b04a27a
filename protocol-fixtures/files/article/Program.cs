using ArticleApp.Services;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddControllers();
builder.Services.AddHttpClient<ServiceClient>(client => client.BaseAddress = new Uri("http://localhost:5080"));

var app = builder.Build();
app.MapControllers();
app.Run();
