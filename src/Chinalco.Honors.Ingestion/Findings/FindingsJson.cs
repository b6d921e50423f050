using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Chinalco.Honors.Domain.Awards;
using Chinalco.Honors.Ingestion.Detection;
using Chinalco.Honors.Ingestion.Linking;
using Chinalco.Honors.Ingestion.Segmentation;

namespace Chinalco.Honors.Ingestion.Findings;

/// <summary>Writes the findings of a file as one line of JSON; the same findings give the same bytes.</summary>
public static class FindingsJson
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The JSON text, without a line break at its end.</summary>
    public static string Write(IngestionResult result)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, Options))
        {
            json.WriteStartObject();
            json.WriteString("source", result.Source);
            WriteArray(json, "articles", result.Articles, WriteArticle);
            WriteArray(json, "people", result.People, WritePerson);
            WriteArray(json, "conferrals", result.Conferrals, WriteConferral);
            WriteArray(json, "revocations", result.Revocations, WriteRevocation);
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.ToArray());
    }

    /// <summary>The word for a role in the file format.</summary>
    public static string NameOf(PersonRole role) =>
        role switch
        {
            PersonRole.Honoree => "honoree",
            PersonRole.Subject => "subject",
            PersonRole.Apprentice => "apprentice",
            PersonRole.Mentor => "mentor",
            PersonRole.Leader => "leader",
            PersonRole.Official => "official",
            PersonRole.Reporter => "reporter",
            PersonRole.Photographer => "photographer",
            PersonRole.RoleModel => "role_model",
            PersonRole.Mentioned => "mentioned",
            _ => throw new ArgumentOutOfRangeException(nameof(role), role, message: null),
        };

    private static void WriteArticle(Utf8JsonWriter json, SegmentedArticle article)
    {
        json.WriteString("id", article.Id);
        json.WriteString("title", article.Title is null ? null : FoldedText.Simplified(article.Title));
        WriteStrings(json, "subtitles", article.Subtitles);
        WriteStrings(json, "authors", article.Authors);
        json.WriteString("series", article.Series);
        WriteNumber(json, "page", article.Page);
        WriteArray(json, "spans", article.Spans, WriteSpan);
        json.WriteString("text", article.Text);
        WriteStrings(json, "warnings", article.Warnings.Select(warning => warning.ToChinese()));
    }

    private static void WriteSpan(Utf8JsonWriter json, TextSpan span)
    {
        json.WriteNumber("start", span.Start);
        json.WriteNumber("end", span.End);
    }

    private static void WritePerson(Utf8JsonWriter json, PersonFinding person)
    {
        json.WriteString("name", person.Name);
        json.WriteString("unit", person.Unit);
        json.WriteString("unitCanonical", person.UnitCanonical);
        json.WriteString("position", person.Position);
        json.WriteString("role", NameOf(person.Role));
        json.WriteString("articleId", person.ArticleId);
        json.WriteStartObject("link");
        json.WriteString("decision", NameOf(person.Link.Decision));
        json.WriteString("honoreeId", person.Link.Person?.Id);
        json.WriteNumber("score", person.Link.Score);
        json.WriteNumber("candidates", person.Link.Candidates.Length);
        json.WriteEndObject();
    }

    private static void WriteConferral(Utf8JsonWriter json, ConferralFinding finding)
    {
        json.WriteString("recipient", finding.Recipient);
        json.WriteString("recipientKind", NameOf(finding.RecipientKind));
        json.WriteString("unit", finding.Unit);
        json.WriteString("unitCanonical", finding.UnitCanonical);
        json.WriteString("award", finding.Award);
        json.WriteString("awardCanonical", finding.AwardCanonical);
        json.WriteString("awardId", finding.AwardId);
        json.WriteString("level", finding.Level?.ToChinese());
        json.WriteString("conferringBody", finding.ConferringBody);
        WriteNumber(json, "year", finding.Year);
        json.WriteString("articleId", finding.ArticleId);
        json.WriteString("quote", finding.Quote);
        json.WriteNumber("start", finding.Start);
        json.WriteNumber("end", finding.End);
        json.WriteString("decision", finding.Decision == FindingDecision.Auto ? "auto" : "review");
        json.WriteNumber("score", finding.Score);
        json.WriteString("rule", finding.Rule);
        json.WriteString("explanation", finding.Explanation);
    }

    private static void WriteRevocation(Utf8JsonWriter json, RevocationFinding revocation)
    {
        json.WriteString("recipient", revocation.Recipient);
        json.WriteString("award", revocation.Award);
        json.WriteString("reason", revocation.Reason);
        json.WriteString("articleId", revocation.ArticleId);
        json.WriteString("quote", revocation.Quote);
        json.WriteNumber("start", revocation.Start);
        json.WriteNumber("end", revocation.End);
    }

    private static string NameOf(LinkDecision decision) =>
        decision switch
        {
            LinkDecision.Linked => "linked",
            LinkDecision.New => "new",
            LinkDecision.Ambiguous => "ambiguous",
            LinkDecision.None => "none",
            _ => throw new ArgumentOutOfRangeException(nameof(decision), decision, message: null),
        };

    private static string NameOf(RecipientKind kind) =>
        kind switch
        {
            RecipientKind.Person => "person",
            RecipientKind.Team => "team",
            RecipientKind.Unit => "unit",
            _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, message: null),
        };

    private static void WriteArray<T>(Utf8JsonWriter json, string name, IEnumerable<T> items, Action<Utf8JsonWriter, T> write)
    {
        json.WriteStartArray(name);
        foreach (var item in items)
        {
            json.WriteStartObject();
            write(json, item);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteStrings(Utf8JsonWriter json, string name, IEnumerable<string> values)
    {
        json.WriteStartArray(name);
        foreach (var value in values)
        {
            json.WriteStringValue(value);
        }

        json.WriteEndArray();
    }

    private static void WriteNumber(Utf8JsonWriter json, string name, int? value)
    {
        if (value is { } number)
        {
            json.WriteNumber(name, number);
        }
        else
        {
            json.WriteNull(name);
        }
    }
}
