extension AsyncLambdaInLoopApi {
  package static let descriptor = RuleDescriptor(
    id: "AW305",
    name: "async-lambda-in-loop-api",
    category: .asyncShape,
    title: "A loop API cannot wait for its async lambda",
    defaultSeverity: .warning,
    fixClass: .several,
    documentation: RuleDocumentation(
      what: """
        An `async` lambda, or an async void method, given to `Parallel.For`, `Parallel.ForEach`, `Parallel.Invoke`, \
        `ForAll`, `List<T>.ForEach`, `Array.ForEach` or an extension like these, whose delegate returns nothing.
        """,
      why: """
        The API calls the delegate and takes it for done at its first `await`. It returns when all iterations have \
        started, not when they have ended: what follows runs too early, limits on the number of parallel iterations have \
        no effect, and an exception ends the process.
        """,
      example: """
        async Task NotifyAsync(List<User> users, Mailer mailer)
        {
            users.ForEach(async user => await mailer.SendAsync(user));
            await mailer.CloseAsync();
        }
        """,
      better: """
        async Task NotifyAsync(List<User> users, Mailer mailer)
        {
            foreach (var user in users)
            {
                await mailer.SendAsync(user);
            }
            await mailer.CloseAsync();
        }
        """,
      whenToSuppress: "Hardly ever: start the tasks visibly, and keep them.",
      peers: ["VSTHRD101", "AsyncFixer03", "MA0147", "EPC17"]))
}
