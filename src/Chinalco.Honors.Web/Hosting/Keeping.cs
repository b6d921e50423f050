namespace Chinalco.Honors.Web.Hosting;

/// <summary>The settings section <c>Audit</c>. The audit trail itself is never deleted, so there is no setting for how long it is kept.</summary>
internal sealed class AuditOptions
{
    public const string Section = "Audit";

    /// <summary>How often an anchor is cast over the records since the last one.</summary>
    public TimeSpan AnchorEvery { get; set; } = TimeSpan.FromHours(1);

    /// <exception cref="NotSupportedException">The time is none.</exception>
    public AuditOptions Checked() =>
        AnchorEvery >= TimeSpan.FromSeconds(1) && AnchorEvery <= TimeSpan.FromDays(1)
            ? this
            : throw new NotSupportedException("Audit:AnchorEvery 须在 1 秒到 1 天之间，例如 01:00:00（每小时）。");
}

/// <summary>The settings section <c>Retention</c>: how long what is not part of the registry is kept.</summary>
internal sealed class RetentionOptions
{
    public const string Section = "Retention";

    /// <summary>The law asks for six months: 网络安全法 第二十一条.</summary>
    public const int FewestMonths = 6;

    /// <summary>Months for which a sign-in (who, when, from where) is kept.</summary>
    public int Months { get; set; } = 12;

    /// <summary>Days for which the photo of a request is kept that was declined or withdrawn.</summary>
    public int RequestFileDays { get; set; } = 90;

    /// <exception cref="NotSupportedException">The time is shorter than the law allows, or none.</exception>
    public RetentionOptions Checked() =>
        Months < FewestMonths
            ? throw new NotSupportedException(
                $"Retention:Months 不得少于 {FewestMonths} 个月（《网络安全法》第二十一条），当前为 {Months}。"
            )
        : RequestFileDays is < 1 or > 3650
            ? throw new NotSupportedException($"Retention:RequestFileDays 须在 1 至 3650 天之间，当前为 {RequestFileDays}。")
        : this;
}

/// <summary>The settings section <c>Privacy</c>.</summary>
internal sealed class PrivacyOptions
{
    public const string Section = "Privacy";

    /// <summary>Whom employees ask about what is held about them; the privacy notice names it.</summary>
    public string Contact { get; set; } = Resources.PrivacyTexts.Contact;
}
