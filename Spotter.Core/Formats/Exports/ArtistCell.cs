using System.Text;
using Spotter.Core.Formats.Text;

namespace Spotter.Core.Formats.Exports;

/// <summary>Several artists in one cell: "Ada; Ben". A semicolon inside a name is doubled, since a single one separates names.</summary>
internal static class ArtistCell
{
    private const char Separator = ';';

    /// <summary>Joins the names into one cell.</summary>
    public static string Join(IReadOnlyList<string> artists)
        => string.Join("; ", artists.Select(artist => artist.Replace(";", ";;", StringComparison.Ordinal)));

    /// <summary>Splits a cell into names.</summary>
    /// <param name="cell">The cell.</param>
    /// <param name="isOurs">Whether <see cref="Join"/> wrote the cell. In other tables a doubled semicolon means a missing name.</param>
    public static string[] Split(string cell, bool isOurs)
    {
        var names = new List<string>();
        var name = new StringBuilder();
        for (var i = 0; i < cell.Length; i++)
        {
            if (cell[i] != Separator)
            {
                name.Append(cell[i]);
            }
            else if (isOurs && i + 1 < cell.Length && cell[i + 1] == Separator)
            {
                name.Append(cell[i++]);
            }
            else
            {
                names.Add(name.ToString());
                name.Clear();
            }
        }

        names.Add(name.ToString());
        return [.. names.Select(FieldText.Clean).Where(found => found.Length > 0)];
    }
}
