using Chinalco.Honors.Domain.Rules;

namespace Chinalco.Honors.Domain.Honorees;

/// <summary>The end of an employment is not before its beginning.</summary>
public sealed class AnEmploymentEndsAfterItBegins(PartialDate? from, PartialDate? to) : IRule
{
    public bool Holds => from is not { } begin || to is not { } end || !begin.IsCertainlyAfter(end);

    public string Advice => $"任职的结束时间（{to}）早于开始时间（{from}），请核对。";
}
