using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Chinalco.Honors.Ingestion.Lexicons;

namespace Chinalco.Honors.Ingestion.Detection;

/// <summary>
/// Restores what awards in one enumeration share: 中铝集团、中国铜业2024年度卓越组长 is two awards of one name, and in
/// 西北铝优秀共产党员、岗位技术能手 the second has the owner of the first.
/// </summary>
internal sealed partial class SharedModifiers(OwnerReader owners, Lexicon lexicon)
{
    // So many bodies confer an award together, and no more.
    private const int MostOwners = 12;

    public ImmutableArray<AwardMention> Apply(string text, List<AwardMention> mentions)
    {
        var result = ImmutableArray.CreateBuilder<AwardMention>();
        AwardMention? previous = null;
        foreach (var mention in mentions)
        {
            var own = mention;
            if (
                previous is not null
                && own.Owner is null
                && own.Entry is null
                && Joint().IsMatch(text[previous.End..own.Start])
                && MayShare(own)
            )
            {
                own = WithOwner(own, previous.Owner);
            }

            foreach (var (owner, start) in OwnersBefore(text, own).Reverse())
            {
                result.Add(Rename(own, owner) with { Start = start });
            }

            result.Add(own);
            previous = own;
        }

        return result.ToImmutable();
    }

    /// <summary>Owners in a list before the award: A、B in A、B、C劳动模范. A unit in such a list may also be a recipient; the claim decides.</summary>
    private IEnumerable<(AwardOwner Owner, int Start)> OwnersBefore(string text, AwardMention mention)
    {
        if (mention.Owner is null || mention.Quoted && text[mention.Start] == '“')
        {
            yield break;
        }

        var end = mention.Start;
        for (var owner = 0; owner < MostOwners && end > 0 && text[end - 1] is '、' or '和' or '与'; owner++)
        {
            if (OwnerEndingAt(text, end - 1) is not { } found)
            {
                yield break;
            }

            yield return found;
            end = found.Start;
        }
    }

    /// <summary>The longest owner that ends here and begins where a phrase may begin.</summary>
    private (AwardOwner Owner, int Start)? OwnerEndingAt(string text, int end)
    {
        var first = end;
        while (first > 0 && end - first < 20 && text[first - 1] is >= '\u4e00' and <= '\u9fff')
        {
            first--;
        }

        for (var start = first; start < end; start++)
        {
            if (
                IsBoundary(text, start)
                && owners.ReadWhole(text[start..end]) is { Kind: not (OwnerKind.UnknownUnit or OwnerKind.Relative) } owner
            )
            {
                return (owner, start);
            }
        }

        return null;
    }

    private static bool IsBoundary(string text, int start) =>
        start == 0
        || text[start - 1] is '度' or '年' or '，' or '。' or '；' or '：' or '、' or '\n' or '和' or '与'
        || Vocabulary.ReceiveVerbs.LengthEndingAt(text, start) > 0
        || Vocabulary.BeVerbs.LengthEndingAt(text, start) > 0;

    /// <summary>三晋工匠 or 中华技能大奖 stand for themselves; a bare 技术能手 or 安全先进个人 needs an owner.</summary>
    private static bool MayShare(AwardMention mention) =>
        mention.Head is { } head
        && !(
            head.Word is "工匠" or "大工匠" or "名匠" or "楷模" or "奖" or "大奖" or "金奖" or "鲁班奖"
            && mention.Core.Length > head.Word.Length
            && !mention.Quoted
        );

    private AwardMention WithOwner(AwardMention mention, AwardOwner? owner) =>
        owner is null ? mention : Rename(mention, owner) with { Start = mention.Start, OwnerIsShared = true };

    private AwardMention Rename(AwardMention mention, AwardOwner owner)
    {
        var printed =
            mention.Owner is { } old && mention.Printed.StartsWith(old.Text, StringComparison.Ordinal)
                ? owner.Text + mention.Printed[old.Text.Length..]
                : mention.Printed;
        return mention with
        {
            Printed = printed,
            Owner = owner,
            Entry = AwardNaming.FindEntry(owner.Text + mention.Core, lexicon.Awards),
            OwnerIsShared = true,
        };
    }

    [GeneratedRegex("^(?:称号|荣誉称号|荣誉|奖牌|奖)?(?:、|和|与|及|以及|、以及)(?:和)?$", RegexOptions.ExplicitCapture)]
    private static partial Regex Joint();
}
