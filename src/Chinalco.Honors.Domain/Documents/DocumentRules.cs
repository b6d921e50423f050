using Chinalco.Honors.Domain.Rules;

namespace Chinalco.Honors.Domain.Documents;

/// <summary>A document's number is entered once: two entries would divide its conferrals.</summary>
public sealed class ADocumentIsEnteredOnce(string? number, bool stands) : IRule
{
    public bool Holds => !stands;

    public string Advice => $"文号“{number}”的文件已经登记，请直接选用那一份。";
}
