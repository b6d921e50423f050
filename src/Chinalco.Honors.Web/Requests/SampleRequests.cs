using Chinalco.Honors.Data;
using Chinalco.Honors.Domain;
using Chinalco.Honors.Domain.Requests;
using Chinalco.Honors.Grains.Accounts;
using Chinalco.Honors.Grains.Commands;
using Chinalco.Honors.Grains.Requests;
using Chinalco.Honors.Web.Resources;
using Chinalco.Honors.Web.SignIn;
using Microsoft.EntityFrameworkCore;

namespace Chinalco.Honors.Web.Requests;

/// <summary>Two requests of the sample reader, so that there is something to decide on where the samples are.</summary>
internal sealed class SampleRequests(IHonorsDatabase database, RequestCommands commands, DemoPlan plan)
{
    private static readonly Guid Scope = new("5d1f3a5e-9a55-4bb2-8f43-6a7b5a0c1e17");

    /// <summary>Asks what was not asked yet. Any number of times.</summary>
    public async Task PrepareAsync(CancellationToken cancellationToken)
    {
        if (!plan.IsWanted)
        {
            return;
        }

        var db = database.Open();
        await using (db)
        {
            var reader = await db.Accounts.AsNoTracking().FirstOrDefaultAsync(a => a.IsDemo && a.HonoreeId != null, cancellationToken);
            if (reader is null)
            {
                return;
            }

            foreach (var draft in Drafts(reader.HonoreeId!.Value))
            {
                // The command's id follows from the request's: a later start, or another node's, asks nothing anew.
                var stamp = new CommandStamp(DerivedId.From(draft.Id, "ask"), AccountCommands.ActorOf(reader));
                await commands.AskAsync(stamp, reader.Id, draft, cancellationToken);
            }
        }
    }

    private static IEnumerable<RequestDraft> Drafts(Guid person) =>
        [
            new(
                DerivedId.From(Scope, "missing"),
                RequestKind.MissingHonour,
                RequestFact.Honour,
                person,
                RequestTexts.SampleMissingWords,
                Honour: new ToldHonour(null, RequestTexts.SampleAward, 2019, RequestTexts.SampleBody, null)
            ),
            new(DerivedId.From(Scope, "correct"), RequestKind.Correct, RequestFact.Employment, person, RequestTexts.SampleCorrectWords),
        ];
}
