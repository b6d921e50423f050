using System.Text.RegularExpressions;
using Chinalco.Honors.Domain.Awards;
using Chinalco.Honors.Ingestion.Detection;
using Chinalco.Honors.Ingestion.Lexicons;

namespace Chinalco.Honors.Ingestion.Claims;

/// <summary>
/// Unit and post of the people of an article, gathered from wherever it states them: before the name, in apposition behind it, or as
/// 作为某厂的某工. A person without a stated unit who is kin or apprentice of another has that one's unit.
/// </summary>
public sealed partial class PersonProfiles
{
    private readonly Dictionary<string, Recipient> byName = new(StringComparer.Ordinal);
    private readonly ArticleScan scan;
    private readonly RecipientReader reader;

    /// <summary>Reads the whole article once.</summary>
    public PersonProfiles(ArticleScan scan, RecipientReader reader)
    {
        this.scan = scan;
        this.reader = reader;
        foreach (var sentence in scan.Sentences)
        {
            ReadSentence(sentence);
        }

        DescribeProtagonist();
    }

    /// <summary>The recipient with unit and post filled in, as far as the article states them.</summary>
    public Recipient Complete(Recipient person)
    {
        if (person.Kind != RecipientKind.Person || !byName.TryGetValue(person.Name, out var known))
        {
            return person;
        }

        return person with
        {
            UnitText = person.UnitText ?? known.UnitText,
            Unit = person.Unit ?? (person.UnitText is null ? known.Unit : null),
            Position = person.Position ?? known.Position,
            IsApprentice = person.IsApprentice || known.IsApprentice,
            Evidence = known.Evidence,
        };
    }

    /// <summary>All the article says something of.</summary>
    public IReadOnlyCollection<Recipient> All => byName.Values;

    /// <summary>What the article says of a person; null where nothing.</summary>
    public Recipient? Of(string name) => byName.GetValueOrDefault(name);

    private void ReadSentence(Sentence sentence)
    {
        for (var i = 0; i < sentence.Clauses.Length; i++)
        {
            var clause = sentence.Clauses[i];
            foreach (var person in scan.PeopleIn(clause.Start, clause.End))
            {
                var before = scan.Text[Math.Max(clause.Start, person.Start - RecipientReader.LongestItem)..person.Start];
                var item = before[(before.LastIndexOfAny(['、', '和', '与']) + 1)..];
                var read = reader.ReadItem(reader.StripAdverbs(item) + person.Name) ?? reader.ReadItem(person.Name);
                if (read is { Kind: RecipientKind.Person })
                {
                    Note(read with { Name = person.Name, Evidence = person.Evidence });
                }

                if (person.Start == clause.Start && person.End == clause.End && i + 1 < sentence.Clauses.Length)
                {
                    NoteDescription(person, scan.Text[sentence.Clauses[i + 1].Start..sentence.Clauses[i + 1].End]);
                }
            }

            ReadReverse(clause);
            ReadMove(clause);
        }
    }

    /// <summary>某厂的张某 is read before the name; 张某是某厂的电工 behind it.</summary>
    private void ReadReverse(Clause clause)
    {
        foreach (var person in scan.PeopleIn(clause.Start, clause.End))
        {
            if (person.End < clause.End && scan.Text[person.End] == '是')
            {
                NoteDescription(person, scan.Text[(person.End + 1)..Math.Min(clause.End, person.End + RecipientReader.LongestItem)]);
            }
        }
    }

    /// <summary>他来自某公司, 张某调到了某公司: that is where the person is now.</summary>
    private void ReadMove(Clause clause)
    {
        if (scan.Text.AsSpan(clause.Start, clause.End - clause.Start).IndexOfAny('来', '调') < 0)
        {
            return;
        }

        var text = scan.Text[clause.Start..clause.End];
        if (Move().Match(text) is not { Success: true } move)
        {
            return;
        }

        var name =
            scan.PeopleIn(clause.Start, clause.Start + move.Index + 1).LastOrDefault()?.Name
            ?? (move.Value[0] is '他' or '她' ? scan.Protagonist : null);
        var (unitText, unit, position) = reader.Descriptions.Read(text[(move.Index + move.Length)..]);
        if (name is not null && unit is not null)
        {
            var known = byName.GetValueOrDefault(name) ?? new(RecipientKind.Person, name, UnitText: null, Unit: null, Position: null);
            byName[name] = known with { UnitText = unitText, Unit = unit, Position = position ?? known.Position };
        }
    }

    [GeneratedRegex("(?:[他她])?(?:来自|调到了|调到)")]
    private static partial Regex Move();

    /// <summary>A profile that opens with a post instead of a name describes the person it is about.</summary>
    private void DescribeProtagonist()
    {
        if (scan.Protagonist is not { } hero || (byName.TryGetValue(hero, out var known) && known.UnitText is not null))
        {
            return;
        }

        foreach (var sentence in scan.Sentences.Where(sentence => sentence.Start >= scan.Article.BodyStart))
        {
            foreach (var clause in sentence.Clauses)
            {
                var text = scan.Text[clause.Start..clause.End];
                var description =
                    text.StartsWith("作为", StringComparison.Ordinal) ? text[2..]
                    : text.StartsWith("这位", StringComparison.Ordinal) ? text[2..]
                    : text;
                var (unitText, unit, position) = reader.Descriptions.Read(description);
                if (
                    unitText is not null
                    && position is not null
                    && DescriptionReader.IsPost(position)
                    && !scan.PeopleIn(clause.Start, clause.End).Any()
                )
                {
                    Note(new(RecipientKind.Person, hero, unitText, unit, position));
                    return;
                }
            }
        }
    }

    private void NoteDescription(PersonMention person, string description)
    {
        var (unitText, unit, position) = reader.Descriptions.Read(description);
        if (unitText is not null && (position is null || position.Length <= 24))
        {
            Note(new(RecipientKind.Person, person.Name, unitText, unit, position) { Evidence = person.Evidence });
        }
    }

    private void Note(Recipient read)
    {
        if (!byName.TryGetValue(read.Name, out var known))
        {
            byName[read.Name] = read;
        }
        else
        {
            byName[read.Name] = known with
            {
                UnitText = known.UnitText ?? read.UnitText,
                Unit = known.UnitText is null ? read.Unit : known.Unit,
                Position = known.Position ?? read.Position,
                IsApprentice = known.IsApprentice || read.IsApprentice,
            };
        }
    }
}
