using Orleans.Serialization.Cloning;

namespace Chinalco.Honors.Grains.Hosting;

/// <summary>
/// Spares the deep copy of every call between grains of one silo for this product's own records, which never change once made.
/// Types that could change are left to the ordinary copiers.
/// </summary>
internal sealed class ImmutableCopier : IGeneralizedCopier
{
    public bool IsSupportedType(Type type) => ContractTypes.Contains(type);

    public object? DeepCopy(object? input, CopyContext context) => input;
}
