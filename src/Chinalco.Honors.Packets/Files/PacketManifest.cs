using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using Chinalco.Honors.Packets.Papers;

namespace Chinalco.Honors.Packets.Files;

/// <summary>清单.json: every file of a packet with its hash, and every fact with its proof and the digest of its state.</summary>
internal static class PacketManifest
{
    public const string FileName = "清单.json";

    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    public static byte[] Of(PacketOrder order, IEnumerable<PackedFile> files)
    {
        var (round, candidate) = (order.Facts.Round, order.Facts.Candidate);
        return JsonSerializer.SerializeToUtf8Bytes(
            new
            {
                round.Programme,
                round.Year,
                round.Round,
                round.Holder,
                round.Nominator,
                Candidate = candidate.Name,
                candidate.Unit,
                PersonKind = order.Kind.ToChinese(),
                Story2000 = new { order.LongStory.Count, order.LongStory.Pending },
                Story500 = new { order.ShortStory.Count, order.ShortStory.Pending },
                Files = files,
                Facts = order.Facts.All.Select(f => new
                {
                    f.Kind,
                    f.Id,
                    f.Text,
                    f.Digest,
                    f.Proofs,
                }),
            },
            Options
        );
    }
}
