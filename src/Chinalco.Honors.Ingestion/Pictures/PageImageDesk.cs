using Chinalco.Honors.Domain.Auditing;
using Chinalco.Honors.Domain.Press;
using Chinalco.Honors.Domain.Rules;
using Chinalco.Honors.Grains.Commands;
using Chinalco.Honors.Ingestion.Files;
using Microsoft.EntityFrameworkCore;

namespace Chinalco.Honors.Ingestion.Pictures;

/// <summary>Attaches pictures to the pages of an issue.</summary>
public sealed class PageImageDesk(CommandTransaction transaction, KeptFiles files)
{
    /// <summary>Attaches the picture, in the place of one that the page has.</summary>
    /// <exception cref="PictureRefusedException">It is no picture that can be shown.</exception>
    public async Task<CommandOutcome> AttachAsync(
        Guid issueId,
        int page,
        byte[] content,
        CommandStamp stamp,
        CancellationToken cancellationToken = default
    )
    {
        var picture = PictureReader.Read(content);
        string? replaced = null;
        var outcome = await files.AroundAsync(picture.Sha256, content, SendAsync, cancellationToken);
        await files.ForgetAsync(replaced);
        return outcome;

        Task<CommandOutcome> SendAsync() =>
            transaction.RunAsync(
                stamp,
                "page-image.attach",
                async scope =>
                {
                    var known = await scope.Db.Issues.AnyAsync(i => i.Id == issueId, cancellationToken);
                    Require.That(new TheEntityExists("报纸期", known), new APageHasANumber(page));
                    var image = await scope.Db.PageImages.FirstOrDefaultAsync(
                        i => i.IssueId == issueId && i.Page == page,
                        cancellationToken
                    );
                    if (image?.Sha256 == picture.Sha256)
                    {
                        return CommandOutcome.NothingToDo(image.Id, version: 0);
                    }

                    replaced = image?.Sha256;
                    image?.Show(picture, stamp.By, scope.Now);
                    if (image is null)
                    {
                        image = new PageImage(issueId, page, picture, stamp.By, scope.Now);
                        scope.Db.PageImages.Add(image);
                    }

                    var action = replaced is null ? "page-image.attach" : "page-image.replace";
                    await scope.AuditAsync(
                        Subject(issueId),
                        action,
                        new
                        {
                            page,
                            picture,
                            Replaced = replaced,
                        }
                    );
                    await ArticlesChangedAsync(scope, issueId, page);
                    return CommandOutcome.Applied(image.Id, version: 0);
                },
                cancellationToken
            );
    }

    public async Task<CommandOutcome> RemoveAsync(Guid issueId, int page, CommandStamp stamp, CancellationToken cancellationToken = default)
    {
        string? removed = null;
        var outcome = await transaction.RunAsync(
            stamp,
            "page-image.remove",
            async scope =>
            {
                var image = await scope.Db.PageImages.FirstOrDefaultAsync(i => i.IssueId == issueId && i.Page == page, cancellationToken);
                if (image is null)
                {
                    return CommandOutcome.NothingToDo(issueId, version: 0);
                }

                removed = image.Sha256;
                scope.Db.PageImages.Remove(image);
                await scope.AuditAsync(Subject(issueId), "page-image.remove", new { page, image.Sha256 });
                await ArticlesChangedAsync(scope, issueId, page);
                return CommandOutcome.Applied(image.Id, version: 0);
            },
            cancellationToken
        );
        await files.ForgetAsync(removed);
        return outcome;
    }

    private static async Task ArticlesChangedAsync(CommandScope scope, Guid issueId, int page)
    {
        var articles = await scope.Db.Articles.Where(a => a.IssueId == issueId && a.Page == page).Select(a => a.Id).ToListAsync();
        scope.PagesChanged([], [], articles);
    }

    private static AuditSubject Subject(Guid issueId) => new(AuditKinds.Issue, issueId);
}

/// <summary>Pages are counted from 1.</summary>
public sealed class APageHasANumber(int page) : IRule
{
    public bool Holds => page is >= 1 and <= PageImage.LastPage;

    public string Advice => $"版次应为 1 至 {PageImage.LastPage} 之间的整数。";
}
