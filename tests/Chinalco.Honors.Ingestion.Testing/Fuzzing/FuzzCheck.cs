using Chinalco.Honors.Ingestion.Findings;
using Chinalco.Honors.Ingestion.Pipeline;
using Chinalco.Honors.Ingestion.Reading;
using Chinalco.Honors.Ingestion.Segmentation;

namespace Chinalco.Honors.Ingestion.Testing.Fuzzing;

/// <summary>What came of a damaged input.</summary>
/// <param name="Refusal">Why it was refused; null where it was read.</param>
/// <param name="Characters">Length of its text.</param>
/// <param name="Findings">How many findings it gave.</param>
public sealed record FuzzOutcome(SourceRefusal? Refusal, int Characters, int Findings);

/// <summary>A rule that a damaged input broke.</summary>
public sealed class FuzzFaultException(string message) : Exception(message);

/// <summary>
/// What holds for whatever input: it is read, or refused in Chinese; every span lies in its text, and every quote is literally what its span
/// says; the same input gives the same bytes.
/// </summary>
public sealed class FuzzCheck(IngestionPipeline pipeline)
{
    /// <summary>Reads the input and checks what came of it.</summary>
    /// <param name="twice">Whether to read it a second time and compare.</param>
    /// <exception cref="FuzzFaultException">A rule is broken.</exception>
    public FuzzOutcome Run(FuzzInput input, bool twice)
    {
        SourceText source;
        try
        {
            source = Read(input);
        }
        catch (SourceRefusedException refused)
        {
            Require(refused.Message.Any(c => c is >= '\u4e00' and <= '\u9fff'), "a refusal is Chinese");
            return new(refused.Reason, 0, 0);
        }

        var result = pipeline.Run(source);
        CheckArticles(result, source.Text);
        CheckFindings(result);
        var json = FindingsJson.Write(result);
        Require(!twice || FindingsJson.Write(pipeline.Run(Read(input))) == json, "the same input gives the same bytes");
        return new(null, source.Text.Length, result.Conferrals.Length + result.Revocations.Length);
    }

    private static SourceText Read(FuzzInput input) =>
        input.Text is { } text ? new(input.Name, text, "UTF-16LE", FrontMatter: null) : SourceDecoder.Decode(input.Content, input.Name);

    private static void CheckArticles(IngestionResult result, string source)
    {
        foreach (var article in result.Articles)
        {
            Require(
                article.Text.Length > 0 && article.BodyStart >= 0 && article.BodyStart <= article.Text.Length,
                "a body begins in its text"
            );
            var end = 0;
            foreach (var (inText, inSource) in article.Pieces)
            {
                Require(inText.Start >= end && inText.Start <= end + 1 && inText.End <= article.Text.Length, "pieces follow each other");
                Require(
                    inSource.Start >= 0 && inSource.End <= source.Length && inSource.Start <= inSource.End,
                    "a piece lies in the source"
                );
                Require(
                    WhiteSpace.Fold(source.AsSpan(inSource.Start, inSource.Length)) == article.Text[inText.Start..inText.End],
                    "a piece is what stands in the source"
                );
                end = inText.End;
            }

            Require(end == article.Text.Length, "the pieces are the whole text");
            Require(
                article.Spans.All(span => span.Start >= 0 && span.Start <= span.End && span.End <= source.Length),
                "a span lies in the source"
            );
        }
    }

    private static void CheckFindings(IngestionResult result)
    {
        var texts = result.Articles.ToDictionary(article => article.Id, article => article.Text, StringComparer.Ordinal);
        foreach (var finding in result.Conferrals)
        {
            Check(finding.ArticleId, finding.Start, finding.End, finding.Quote);
            Require(finding.Score is >= 0 and <= 1, "a score lies between 0 and 1");
            Require(finding.Recipient.Length > 0 && finding.Award.Length > 0, "a finding names recipient and award");
        }

        foreach (var finding in result.Revocations)
        {
            Check(finding.ArticleId, finding.Start, finding.End, finding.Quote);
        }

        void Check(string articleId, int start, int end, string quote)
        {
            Require(texts.TryGetValue(articleId, out var text), "a finding stands in an article");
            Require(start >= 0 && start < end && end <= text!.Length, "the span of a finding lies in its article");
            Require(text![start..end] == quote, "a quote is literal");
        }
    }

    private static void Require(bool holds, string rule)
    {
        if (!holds)
        {
            throw new FuzzFaultException($"Broken: {rule}.");
        }
    }
}
