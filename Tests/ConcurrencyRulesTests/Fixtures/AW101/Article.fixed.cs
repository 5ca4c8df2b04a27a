// does not compile: the names are those of a fragment
// summary: The article's first fragment, nothing declared or imported
var responseTask = client.GetServicesAsync(request);
ServiceResponse response = await responseTask;
