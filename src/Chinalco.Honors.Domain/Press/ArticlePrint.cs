namespace Chinalco.Honors.Domain.Press;

/// <summary>One value of an article's fingerprint: articles that share many of them have nearly the same text.</summary>
public sealed class ArticlePrint
{
    public ArticlePrint(Guid articleId, long value) =>
        (Id, ArticleId, Value) = (
            DerivedId.From(articleId, value.ToString(System.Globalization.CultureInfo.InvariantCulture)),
            articleId,
            value
        );

    private ArticlePrint() { }

    public Guid Id { get; private set; }

    public Guid ArticleId { get; private set; }

    /// <summary>The hash of a run of characters.</summary>
    public long Value { get; private set; }
}
