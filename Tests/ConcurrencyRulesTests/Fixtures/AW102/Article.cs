// does not compile: the names are those of a fragment
// summary: The article's second fragment, nothing declared or imported
MyService client = new MyService();
var responseTask = Task.Run(() => client.GetData(request));
//                 ^^^^^^^^ AW102 "'GetData' is synchronous"
var response = await responseTask;
