using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;

namespace Spotter.Navidrome.Native;

/// <summary>
/// The rows of a playlist on Navidrome's own interface. They have numbers there, from 1, as they are stored: those of missing files too, which
/// the protocol does not show. Outside of this class positions count from 0.
/// </summary>
internal sealed class NativeRows(NativeClient native)
{
    /// <summary>Rows that lie closer together are read in one call.</summary>
    private const int Gap = 50;

    /// <summary>Whether so many rows are stored, and these songs at these positions.</summary>
    public async Task<bool> HoldsAsync(string playlistId, IReadOnlyList<string> songIds, IReadOnlyList<int> positions, CancellationToken cancellationToken)
    {
        // The last one too: its number tells of rows that are not even counted.
        foreach (var (first, last) in Windows([.. positions, songIds.Count - 1]))
        {
            var address = string.Create(CultureInfo.InvariantCulture, $"{native.AddressOf(playlistId)}/tracks?_start={first}&_end={last + 1}&_sort=id&_order=ASC");
            using var response = await native.SendAsync(() => new HttpRequestMessage(HttpMethod.Get, address), cancellationToken);
            var rows = await native.ReadAsync<List<Row>>(response, cancellationToken);
            if ((response.Headers.TryGetValues("X-Total-Count", out var total) && total.First() != Text(songIds.Count))
                || rows.Count != last - first + 1
                || rows.Where((row, i) => row.Id != Text(first + i + 1) || row.MediaFileId != songIds[first + i]).Any())
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Takes rows out.</summary>
    public async Task RemoveAsync(string playlistId, IReadOnlyList<int> positions, CancellationToken cancellationToken)
    {
        List<string> numbers = [.. positions.Select(position => Text(position + 1))];
        var address = $"{native.AddressOf(playlistId)}/tracks?{string.Join('&', numbers.Select(number => "id=" + number))}";
        using var response = await native.SendAsync(() => new HttpRequestMessage(HttpMethod.Delete, address), cancellationToken);
        await native.ReadAsync<Named>(response, named => (named.Ids ?? [named.Id ?? ""]).SequenceEqual(numbers), cancellationToken);
    }

    /// <summary>Moves one row. What it calls "insert before" is the number that the row has afterwards.</summary>
    public async Task MoveAsync(string playlistId, int from, int to, CancellationToken cancellationToken)
    {
        var body = JsonSerializer.Serialize(new Dictionary<string, string> { ["insert_before"] = Text(to + 1) });
        using var response = await native.SendAsync(
            () => new HttpRequestMessage(HttpMethod.Put, $"{native.AddressOf(playlistId)}/tracks/{Text(from + 1)}")
            {
                // With a character set in its type, Navidrome takes a body for something else.
                Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body)) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } },
            },
            cancellationToken);
        await native.ReadAsync<Named>(response, named => named.Id == Text(from + 1), cancellationToken);
    }

    private static IEnumerable<(int First, int Last)> Windows(IEnumerable<int> positions)
    {
        var (first, last) = (-1, -1);
        foreach (var position in positions.Distinct().Order())
        {
            if (first >= 0 && position - last > Gap)
            {
                yield return (first, last);
                first = -1;
            }

            (first, last) = (first < 0 ? position : first, position);
        }

        yield return (first, last);
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private sealed record Row(string? Id, string? MediaFileId);

    /// <summary>The rows that were meant, by their numbers: one by itself, several as a list.</summary>
    private sealed record Named(string? Id, IReadOnlyList<string>? Ids);
}
