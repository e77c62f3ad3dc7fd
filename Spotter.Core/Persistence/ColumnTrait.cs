namespace Spotter.Core.Persistence;

/// <summary>Properties of columns that engines declare differently. These are the names of model annotations.</summary>
public static class ColumnTrait
{
    /// <summary>Text that is compared without regard to case.</summary>
    public const string IgnoresCase = "Spotter:IgnoresCase";

    /// <summary>Bytes that were text in earlier versions.</summary>
    public const string IsPacked = "Spotter:IsPacked";
}
