using System.Text.Json;
using System.Text.Json.Serialization;
using Chinalco.Honors.Domain.Awards;
using Chinalco.Honors.Domain.Honorees;
using Chinalco.Honors.Web.Api;
using Chinalco.Honors.Web.Queries;

namespace Chinalco.Honors.Web.Exports;

/// <summary>A person's honours for another program to read.</summary>
internal static class PersonJson
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Encoder = ApiJson.ReadableChinese,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    public static byte[] Of(ExportedPerson person, ExportStamp stamp) =>
        JsonSerializer.SerializeToUtf8Bytes(
            new
            {
                person.Id,
                person.Facts.Name,
                Status = person.Facts.Status?.ToChinese(),
                Sample = person.Facts.IsSample,
                Employments = person.Facts.Employments,
                Honours = person.Own.Select(h => Honour(person, h)),
                SharedHonours = person.Shared.Select(h => Honour(person, h)),
                TeamHonours = person.Teams.Select(h => Honour(person, h)),
                Export = new
                {
                    stamp.By,
                    stamp.At,
                    stamp.Purpose,
                    Listed = stamp.Wish,
                    person.Count,
                    AuditSequence = stamp.Sequence,
                    AuditHash = stamp.Hash,
                },
            },
            Options
        );

    private static object Honour(ExportedPerson person, HonourLine honour) =>
        new
        {
            Id = honour.ConferralId,
            Award = honour.Award,
            honour.AwardAsPrinted,
            Level = honour.Level.ToChinese(),
            honour.Year,
            honour.Edition,
            honour.ConferringBody,
            honour.Document,
            honour.DocumentNumber,
            DocumentDate = person.DateOf(honour),
            honour.Status,
            honour.StatusReason,
            honour.Revocation,
            Certificate = person.CertificateOf(honour) is { } certificate
                ? new
                {
                    certificate.Number,
                    certificate.State,
                    certificate.Last,
                    certificate.Replaced,
                }
                : null,
            honour.Together,
            honour.Evidence,
        };
}
