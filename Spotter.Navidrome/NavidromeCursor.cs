namespace Spotter.Navidrome;

/// <summary>From where the news of a library are read.</summary>
/// <param name="Moment">The last moment at which a scan had found something.</param>
/// <param name="SeesAll">Whether the account sees every song that the server counts.</param>
internal sealed record NavidromeCursor(string Moment, bool SeesAll)
{
    private const string All = "all";

    /// <summary>The cursor in a text that <see cref="ToString"/> made, or null.</summary>
    public static NavidromeCursor? Parse(string text) => text.Split('|') is [var moment, var sees] ? new(moment, sees == All) : null;

    /// <inheritdoc />
    public override string ToString() => $"{Moment}|{(SeesAll ? All : "some")}";
}
