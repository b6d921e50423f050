using System.Globalization;
using Chinalco.Honors.Web.Resources;

namespace Chinalco.Honors.Web.Histories;

/// <summary>The words of histories.</summary>
internal static class HistoryWords
{
    public static string Topic(HistoryTopic topic) =>
        topic switch
        {
            HistoryTopic.Entry => HistoryTexts.TopicEntry,
            HistoryTopic.Post => HistoryTexts.TopicPost,
            HistoryTopic.Facts => HistoryTexts.TopicFacts,
            HistoryTopic.Proof => HistoryTexts.TopicProof,
            HistoryTopic.Desk => HistoryTexts.TopicDesk,
            HistoryTopic.Certificate => HistoryTexts.TopicCertificate,
            HistoryTopic.End => HistoryTexts.TopicEnd,
            HistoryTopic.Visibility => HistoryTexts.TopicVisibility,
            _ => throw new ArgumentOutOfRangeException(nameof(topic), topic, message: null),
        };

    /// <summary>The word of a field: one of ours by its key, else what a roster calls it.</summary>
    public static string Field(string key) => HistoryTexts.ResourceManager.GetString(key, CultureInfo.GetCultureInfo("zh-CN")) ?? key;
}
