// summary: One expression, nothing declared or imported
MyService client = new MyService();
var response = client.GetData(request);
