using Microsoft.AspNetCore.Components;

namespace Chinalco.Honors.Web.Components;

/// <summary>A page that is rendered once, on the server, for one request.</summary>
public abstract class ReadingPage : ComponentBase
{
    /// <summary>For pages that hold what nobody else may find in a browser's or a proxy's store.</summary>
    protected const string NeverKept = "no-cache, no-store";

    /// <summary>The request that the page answers.</summary>
    [CascadingParameter]
    public HttpContext Http { get; set; } = null!;

    /// <summary>The reader went away: queries stop.</summary>
    protected CancellationToken Gone => Http.RequestAborted;

    /// <summary>
    /// Says that the thing asked for is not there; the page still tells the reader in words. The code is set as the answer begins: set
    /// earlier, Blazor would throw the page away and wait for another one to be run in its place.
    /// </summary>
    protected void AnswerNotFound() => AnswerWith(StatusCodes.Status404NotFound);

    /// <summary>Sets the code that the answer begins with; the page is sent all the same.</summary>
    protected void AnswerWith(int status) =>
        Http.Response.OnStarting(() =>
        {
            Http.Response.StatusCode = status;
            return Task.CompletedTask;
        });

    /// <summary>Reads a page number. Anything that is none, such as 0, −1 or words, is null.</summary>
    protected static int? PageNumber(string? text) =>
        string.IsNullOrEmpty(text) ? 1
        : int.TryParse(text, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var page)
        && page > 0
            ? page
        : null;

    /// <summary>Reads a year that somebody could have been honoured in; null when it is none.</summary>
    protected static int? Year(string? text) =>
        int.TryParse(text, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var year)
        && year is >= 1900 and <= 2200
            ? year
            : null;
}
