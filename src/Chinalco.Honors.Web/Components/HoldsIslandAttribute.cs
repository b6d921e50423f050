namespace Chinalco.Honors.Web.Components;

/// <summary>Marks a page that holds an interactive island. Pages without it are sent without any script.</summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class HoldsIslandAttribute : Attribute;
