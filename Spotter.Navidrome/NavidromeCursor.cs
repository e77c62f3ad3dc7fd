namespace Spotter.Navidrome;

/// <summary>Where the changes of a library begin that have not been read yet.</summary>
/// <param name="Moment">The last time at which a scan had found something.</param>
/// <param name="SeesAll">Whether the account sees every song that the server counts.</param>
internal sealed record NavidromeCursor(string Moment, bool SeesAll)
{
    private const string All = "all";

    /// <summary>Parses the text of <see cref="ToString"/>. Null if it is not one.</summary>
    public static NavidromeCursor? Parse(string text) => text.Split('|') is [var moment, var sees] ? new(moment, sees == All) : null;

    /// <inheritdoc />
    public override string ToString() => $"{Moment}|{(SeesAll ? All : "some")}";
}
