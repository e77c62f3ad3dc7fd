namespace Spotter.Core.Persistence;

/// <summary>What a column needs that engines have different words for: the names of annotations of the model.</summary>
internal static class ColumnTrait
{
    /// <summary>Text that is equal to itself in other letters, upper or lower case.</summary>
    public const string IgnoresCase = "Spotter:IgnoresCase";

    /// <summary>Bytes that were text in earlier versions.</summary>
    public const string IsPacked = "Spotter:IsPacked";
}
