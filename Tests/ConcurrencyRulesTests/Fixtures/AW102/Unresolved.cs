// does not compile: the names are those of a fragment
// summary: Names that no convention judges stay silent
var first = await Task.Run(() => client.Run(request)); // ok: could be anything
var second = await Task.Run(() => client.WhenAll(request)); // ok: could be a task
var third = await Task.Run(() => client.StartTask(request)); // ok: ends in Task
var fourth = await Task.Run(() => client.StartNew()); // ok: could be a task
