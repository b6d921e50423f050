namespace Chinalco.Honors.Data;

/// <summary>A key that signs cookies and forms, as the framework writes it. Kept in the database, so that every node has the same.</summary>
public sealed class ProtectionKey
{
    public ProtectionKey(string name, string xml) => (Name, Xml) = (name, xml);

    private ProtectionKey() { }

    public string Name { get; private set; } = "";

    public string Xml { get; private set; } = "";
}
