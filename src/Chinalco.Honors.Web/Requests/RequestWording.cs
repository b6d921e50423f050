using Chinalco.Honors.Domain.Requests;
using Chinalco.Honors.Web.Components;
using Chinalco.Honors.Web.Resources;

namespace Chinalco.Honors.Web.Requests;

/// <summary>The words for requests.</summary>
internal static class RequestWording
{
    /// <summary>What is asked of what, in a few words.</summary>
    public static string Title(EmployeeRequest request) => Title(request.Kind, request.Fact);

    public static string Title(RequestKind kind, RequestFact fact) =>
        kind is RequestKind.MissingHonour or RequestKind.ThisIsMe
            ? kind.ToChinese()
            : RequestTexts.KindAndFact.With(kind.ToChinese(), fact.ToChinese());

    public static string Honour(string? award, int? year) => year is { } known ? RequestTexts.AwardAndYear.With(award, known) : award ?? "";

    /// <summary>The CSS class of a state's badge.</summary>
    public static string StateClass(RequestState state) =>
        state switch
        {
            RequestState.Waiting => "badge waiting",
            RequestState.Accepted => "badge accepted",
            _ => "badge",
        };

    /// <summary>What the asker is told before the form.</summary>
    public static string Lead(RequestKind kind) =>
        kind switch
        {
            RequestKind.MissingHonour => RequestTexts.LeadMissing,
            RequestKind.ThisIsMe => RequestTexts.LeadThisIsMe,
            RequestKind.NotMe => RequestTexts.LeadNotMe,
            RequestKind.Correct => RequestTexts.LeadCorrect,
            RequestKind.Hide => RequestTexts.LeadHide,
            _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, message: null),
        };
}
