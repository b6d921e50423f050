using Chinalco.Honors.Ingestion.Detection;

namespace Chinalco.Honors.Ingestion.Claims;

/// <summary>Says in plain Chinese why a claim was read.</summary>
public static class ClaimExplanation
{
    /// <summary>The explanation of a claim from running text.</summary>
    public static string Of(string rule, Recipient recipient, ResolvedAward award, Frame frame, AwardMention mention)
    {
        var why = rule switch
        {
            "subject-receives" => $"“{recipient.Name}”是“{frame.Verb}”的主语",
            "subject-is" or "holder" => $"文中说“{recipient.Name}”{(frame.Verb.Length > 0 ? frame.Verb : "是")}该荣誉获得者",
            "conferred-on" => $"“{recipient.Name}”是“{(frame.Verb.Length > 0 ? frame.Verb : "授予")}”的对象",
            "conferred-on-subject" => $"“{frame.Verb}”前承上文主语“{recipient.Name}”",
            "appositive-after-post" => $"荣誉列在“{recipient.Name}”的姓名、职务之后，属同位说明",
            "enumeration-goes-on" => $"与前一项荣誉并列，对象同为“{recipient.Name}”",
            "title-before-name" => $"荣誉作为称谓写在“{recipient.Name}”之前",
            "holder-follows" => $"荣誉名称后写明获得者“{recipient.Name}”",
            "award-goes-to" => $"文中写明该荣誉授予“{recipient.Name}”",
            "award-pointed-at" => $"上一句提到荣誉，本句写明给了“{recipient.Name}”",
            _ => $"文中写明“{recipient.Name}”获得该荣誉",
        };
        return why + Shared(award, mention) + "。";
    }

    /// <summary>What was restored from the surroundings.</summary>
    public static string Shared(ResolvedAward award, AwardMention mention) =>
        (mention.OwnerIsShared, award.Certainty, mention.Repaired) switch
        {
            (_, _, true) => $"；原文有错字，按字形还原为“{award.Canonical}”",
            (true, _, _) => $"；与并列荣誉共用授予单位或名称，还原为“{award.Canonical}”",
            (_, AwardCertainty.OwnerInferred, _) => $"；授予单位由上下文推断，还原为“{award.Canonical}”",
            (_, AwardCertainty.Unowned, _) => "；未见授予单位，级别待核",
            _ => "",
        };
}
