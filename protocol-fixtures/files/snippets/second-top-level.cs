MyService client = new MyService();
var responseTask = Task.Run(() => client.GetData(request));
var response = await responseTask;
