using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using Chinalco.Honors.Domain.Auditing;
using Chinalco.Honors.Domain.Ranking;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Chinalco.Honors.Data.Configurations;

internal sealed class RankingPolicyConfiguration : IEntityTypeConfiguration<RankingPolicyVersion>
{
    /// <summary>The first policy, which every registry begins with.</summary>
    private static readonly Guid First = new("0f5b1c9e-2025-4a01-8c11-9b6d3f7a2e10");

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
        Converters = { new JsonStringEnumConverter() },
    };

    public void Configure(EntityTypeBuilder<RankingPolicyVersion> builder)
    {
        builder.ToTable("RankingPolicies");
        builder.HasKey(p => p.Id);
        builder.Property(p => p.Id).ValueGeneratedNever();
        builder.Property(p => p.Name).HasMaxLength(RankingPolicyVersion.LongestName);
        builder.Property(p => p.Weights).HasConversion(w => Write(w), text => Read(text), Comparer).HasMaxLength(2000);
        builder.Property(p => p.Explanation).HasMaxLength(RankingPolicyVersion.LongestExplanation);
        builder.Property(p => p.Note).HasMaxLength(RankingPolicyVersion.LongestNote);
        builder.Property(p => p.CreatedBy).HasMaxLength(200);
        builder.Property(p => p.ChangedBy).HasMaxLength(200);
        builder.Property(p => p.PublishedBy).HasMaxLength(200);
        builder.Property(p => p.PublishReason).HasMaxLength(AuditRecord.LongestReason);
        builder.Property(p => p.Version).IsConcurrencyToken();
        builder.Ignore(p => p.Policy);
        builder.Ignore(p => p.Text);
        builder.HasIndex(p => p.Name).IsUnique();
        builder.HasIndex(p => new { p.State, p.PublishedAt });
        builder.HasData(FirstPolicy);
    }

    private static readonly DateTimeOffset FirstDay = new(2025, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private static readonly object FirstPolicy = new
    {
        Id = First,
        Name = RankingPolicy.Default.Version,
        State = RankingPolicyState.Published,
        RankingPolicy.Default.Weights,
        OrderTurned = false,
        Explanation = """
            级别之间的次序按授予单位的层级：国家级 100 分，省部级 60 分，行业级和集团级各 40 分，板块级 20 分，地市级 15 分，企业级 10 分，县区级 8 分，外部机构 5 分。
            档距拉得开：一项国家级荣誉抵得上许多项企业级荣誉；又不至于悬殊：没有国家级荣誉的单位，平时的努力也看得见。
            行业级与集团级同分：全国性目录没有规定二者高低，各企业的看法也不一致。
            几个人或几个单位共同获得的荣誉平均分摊，一项荣誉不因人多而变多；个人、集体、单位一视同仁；不按年限打折，需要看近况时请限定年份。
            """.ReplaceLineEndings("\n").Trim(),
        Note = "本版为初始规则，供工会与人力资源部门讨论修订。",
        CreatedAt = FirstDay,
        CreatedBy = "系统",
        ChangedAt = FirstDay,
        ChangedBy = "系统",
        PublishedAt = (DateTimeOffset?)FirstDay,
        PublishedBy = "系统",
        PublishReason = "系统启用时的初始规则",
        Version = 1L,
    };

    private static readonly ValueComparer<RankingWeights> Comparer = new(
        (left, right) => left == right || (left != null && right != null && left.IsAs(right)),
        weights => Write(weights).GetHashCode(StringComparison.Ordinal)
    );

    private static string Write(RankingWeights weights) => JsonSerializer.Serialize(weights, Json);

    private static RankingWeights Read(string text) => JsonSerializer.Deserialize<RankingWeights>(text, Json)!;
}
