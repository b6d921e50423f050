namespace Chinalco.Honors.Grains;

/// <summary>No node answered in time. The command may have been carried out or not: sending it again with the same id tells.</summary>
public sealed class RegistryUnavailableException(Guid commandId, Exception inner)
    : Exception("登记服务暂时没有响应，本次操作可能已经完成，也可能没有。请稍后重试，重试不会造成重复。", inner)
{
    /// <summary>The command whose fate is unknown.</summary>
    public Guid CommandId => commandId;
}
