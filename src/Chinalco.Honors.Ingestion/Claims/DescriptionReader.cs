using System.Text.RegularExpressions;
using Chinalco.Honors.Ingestion.Detection;
using Chinalco.Honors.Ingestion.Lexicons;

namespace Chinalco.Honors.Ingestion.Claims;

/// <summary>Reads what stands beside a name: the unit, as printed and as known, and the post.</summary>
public sealed partial class DescriptionReader(Lexicon lexicon)
{
    /// <summary>The parts of a description such as 中铝某公司熔铸厂首席技师: unit as printed, known unit, post.</summary>
    public (string? UnitText, UnitEntry? Unit, string? Position) Read(string description)
    {
        var text = (description.Length > RecipientReader.LongestItem ? description[..RecipientReader.LongestItem] : description).Trim(
            ' ',
            '的',
            '，',
            '原'
        );
        // ——记电解分厂槽修工某人
        text = text is ['记', not ('者' or '录'), _, _, ..] ? text[1..] : text;
        if (text.Length == 0)
        {
            return (null, null, null);
        }

        var mentions = UnitDetector.Find(text, lexicon);
        if (mentions.Length > 0)
        {
            var unit = mentions[0];
            var deepest = mentions.Last(mention => mention.Start <= unit.End);
            var end = Math.Max(unit.End, deepest.End);
            var position = text[end..].Trim(' ', '的', '、');
            // 电解工区长: the post begins inside what reads like a part of the unit.
            var name = text[unit.Start..end];
            if (!UnitText().IsMatch(name))
            {
                return (unit.Text[..(unit.AliasEnd - unit.Start)], unit.Entry, null);
            }

            return (name, EntryOf(name) ?? unit.Entry, position.Length is > 0 and <= 24 ? position : null);
        }

        var suffix = LastUnitEnd(text);
        return suffix > 0 && UnitText().IsMatch(text[..suffix]) && !TellsOfADeed(text[..suffix])
                ? (text[..suffix], null, text[suffix..].Trim(' ', '的') is { Length: > 0 } post ? post : null)
            : IsPost(text) ? (null, null, text)
            : (null, null, null);
    }

    /// <summary>The deepest known unit a printed name begins with.</summary>
    public UnitEntry? EntryOf(string name)
    {
        for (var length = name.Length; length >= 2; length--)
        {
            if (lexicon.UnitNamed(name[..length]) is { } entry)
            {
                return entry;
            }
        }

        return null;
    }

    /// <summary>Whether a phrase is a post or a trade.</summary>
    public static bool IsPost(string phrase) =>
        Vocabulary.Positions.LengthEndingAt(phrase, phrase.Length) > 0
        || (phrase.Length is > 1 and < 12 && phrase[^1] is '工' or '员' or '师' or '长');

    /// <summary>Whether somebody does something in the phrase: then it names nobody.</summary>
    public static bool TellsOfADeed(string phrase) => HasVerb().IsMatch(phrase);

    private static int LastUnitEnd(string text)
    {
        for (var end = text.Length; end >= 2; end--)
        {
            var length = UnitDetector.SuffixLength(text.AsSpan(0, end));
            if (length > 0 && end > length && !(end < text.Length && text[end] is '长' or '员'))
            {
                return end;
            }
        }

        return 0;
    }

    [GeneratedRegex("^(?:[\u4e00-\u9fffA-Za-z0-9（）·—-]|“[^“”]{1,8}”){2,26}$", RegexOptions.ExplicitCapture)]
    private static partial Regex UnitText();

    [GeneratedRegex(
        "^[他她我它该本这那]|授予|管|叫|都|聚焦|面对|围绕|承接|突破|圆满|深入|践行|传承|弘扬|面向|瞄准|紧盯|走进|来到|建立|召开|举行|表示|介绍|开展|带领|参加|推进|完成|提出|负责|攻克|解决|坚持|帮助|助力|推动|使|让|获|被|说|[接上下跟倒顶加串换]班$|[入归排]队$|[进入建离回返出]厂$|[上在到返离顶转待下]岗$"
    )]
    private static partial Regex HasVerb();
}
