using Chinalco.Honors.Data;
using Chinalco.Honors.Domain;
using Chinalco.Honors.Domain.Conferrals;
using Microsoft.EntityFrameworkCore;

namespace Chinalco.Honors.Grains.Awards;

/// <summary>Says who asserts what an article says.</summary>
public static class PrintedBy
{
    /// <summary>The body that issued the document, else the newspaper, else the file's name.</summary>
    public static async Task<string> AssertedByAsync(HonorsContext db, Guid articleId)
    {
        ArgumentNullException.ThrowIfNull(db);
        var origin = await db
            .Articles.Where(a => a.Id == articleId)
            .Select(a => new
            {
                Newspaper = db.Issues.Where(i => i.Id == a.IssueId).Select(i => i.Newspaper).FirstOrDefault(),
                Body = db.Documents.Where(d => d.ArticleId == a.Id).Select(d => d.IssuingBody).FirstOrDefault(),
                File = db.SourceFiles.Where(f => f.Id == a.SourceFileId).Select(f => f.FileName).FirstOrDefault(),
            })
            .FirstAsync();
        var source = origin.Body ?? (origin.Newspaper is { } newspaper ? $"《{newspaper}》" : origin.File ?? "");
        return CutText.To(source, Evidence.LongestSource);
    }
}
