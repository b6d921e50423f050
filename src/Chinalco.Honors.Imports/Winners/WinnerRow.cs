using System.Collections.Immutable;
using System.Text;
using Chinalco.Honors.Domain;
using Chinalco.Honors.Domain.Awards;
using Chinalco.Honors.Imports.Engine;

namespace Chinalco.Honors.Imports.Winners;

/// <summary>One row of a list of winners, read.</summary>
/// <param name="Kind">As the row says; null when it does not.</param>
/// <param name="Document">What the row itself says of the document.</param>
/// <param name="Sentence">The row as it stands in the file: the evidence.</param>
public sealed record WinnerRow(
    int Line,
    string Name,
    string? Number,
    string UnitText,
    RecipientKind? Kind,
    string Award,
    string? Grade,
    AwardLevel? Level,
    string? Edition,
    ListedDocument Document,
    string? Certificate,
    string Sentence
);

/// <summary>A list of winners, read.</summary>
public sealed record WinnerTable(
    ImmutableArray<WinnerRow> Rows,
    ImmutableArray<ImportFault> Faults,
    ImmutableArray<int> SkippedLines,
    ImmutableArray<string> ForbiddenColumns,
    PartialDate? AsOf
) : ParsedTable(Faults, SkippedLines, ForbiddenColumns, AsOf);

/// <summary>Somebody who is entered because a list names the person.</summary>
public sealed record NewWinner(Guid Id, string Name, string? Number, Guid? UnitId, string UnitText);

/// <summary>An honour that the registry does not have, or not with this proof.</summary>
/// <param name="Entered">The recipient, when the registry does not know the person; null when it does.</param>
public sealed record WinnerChange(
    ImportChangeKind Kind,
    int Line,
    string? Number,
    string Name,
    ImmutableArray<FieldChange> Fields,
    string? Advice,
    Chinalco.Honors.Grains.Awards.ListedHonour Honour,
    Chinalco.Honors.Domain.Documents.DocumentDraft Document,
    NewWinner? Entered,
    long SeenVersion
) : ImportChange(Kind, Line, Honour.ConferralId, Number, Name, Fields, Advice, SeenVersion)
{
    public override void Describe(StringBuilder text)
    {
        ArgumentNullException.ThrowIfNull(text);
        text.Append('|').Append(Honour.AwardId).Append('|').Append(Honour.Facts).Append('|').Append(Honour.Recipient);
        text.Append('|')
            .Append(Honour.Evidence.Quote)
            .Append('|')
            .Append(Honour.CertificateNumber)
            .Append('|')
            .Append(Document)
            .Append('|')
            .Append(Entered);
    }
}
