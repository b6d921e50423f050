namespace Chinalco.Honors.Web.Api;

/// <summary>One page of a list.</summary>
/// <param name="Total">Items on all pages.</param>
/// <param name="Number">Which page, from 1; written as <c>page</c>.</param>
internal sealed record Page<T>(
    IReadOnlyList<T> Items,
    int Total,
    [property: System.Text.Json.Serialization.JsonPropertyName("page")] int Number,
    int PageSize
);
