// does not compile: the names are those of a fragment
// summary: The article's first fragment, nothing declared or imported
var responseTask = Task.Run(() => client.GetServicesAsync(request));
//                 ^^^^^^^^ AW101 "'GetServicesAsync' already returns a task"
ServiceResponse response = await responseTask;
