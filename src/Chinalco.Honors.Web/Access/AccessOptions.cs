namespace Chinalco.Honors.Web.Access;

/// <summary>The section <c>Access</c> of the settings.</summary>
public sealed class AccessOptions
{
    public const string Section = "Access";

    /// <summary>Whether somebody who is not signed in may read what is public. Not set: with the samples yes, without them no.</summary>
    public bool? AnonymousReading { get; set; }
}
