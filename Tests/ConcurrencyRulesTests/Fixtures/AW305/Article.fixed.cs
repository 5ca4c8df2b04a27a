// summary: Loops that only start their iterations
using System;
using System.Collections.Generic;
using System.Threading.Tasks;

public class Mail { public bool Done => false; }
public class Mailer { public Task SendAsync(Mail mail) => Task.CompletedTask; }

public class Sender
{
    async Task SendAsync(List<Mail> mails, Mailer mailer)
    {
        await Parallel.ForEachAsync(mails, async (mail, cancellationToken) => await mailer.SendAsync(mail));
        foreach (var mail in mails)
        {
            if (mail.Done) continue;
            await mailer.SendAsync(mail);
        }
    }
}
