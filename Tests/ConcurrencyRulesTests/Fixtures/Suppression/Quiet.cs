// does not compile: the names are those of a fragment
// summary: unresolved = quiet keeps findings that rest on names to itself
// rules: AW101, AW102, AW103, AW104
// config: awaitwise.unresolved = quiet
var responseTask = Task.Run(() => client.GetServicesAsync(request)); // ok: quiet
ServiceResponse response = await responseTask;
var data = await Task.Run(() => client.GetData(request)); // ok: quiet
