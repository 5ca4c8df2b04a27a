// does not compile: the names are those of a fragment
// summary: One expression, nothing declared or imported
MyService client = new MyService();
var response = client.GetData(request);
