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
        Parallel.ForEach(mails, async mail => await mailer.SendAsync(mail));
        //                      ^^^^^ AW305 warning "'Parallel.ForEach' returns before the async lambda has ended: it only starts all iterations. Use Parallel.ForEachAsync."
        mails.ForEach(async mail =>
        //            ^^^^^ AW305 "'ForEach' returns before the async lambda has ended: it only starts all iterations. Use a foreach loop."
        {
            if (mail.Done) return;
            await mailer.SendAsync(mail);
        });
    }
}
