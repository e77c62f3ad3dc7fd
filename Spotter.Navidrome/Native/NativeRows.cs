using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;

namespace Spotter.Navidrome.Native;

/// <summary>
/// The rows of a playlist in Navidrome's native API. It numbers them from 1, as stored, including those of missing files, which the
/// protocol does not show. Outside this class, positions count from 0.
/// </summary>
internal sealed class NativeRows(NativeClient native)
{
    /// <summary>Rows closer together than this are read in one call.</summary>
    private const int Gap = 50;

    /// <summary>Whether exactly this many rows are stored, with these songs at these positions.</summary>
    public async Task<bool> HoldsAsync(string playlistId, IReadOnlyList<string> songIds, IReadOnlyList<int> positions, CancellationToken cancellationToken)
    {
        // Including the last one: its number reveals rows that are not even counted.
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

    public async Task RemoveAsync(string playlistId, IReadOnlyList<int> positions, CancellationToken cancellationToken)
    {
        List<string> numbers = [.. positions.Select(position => Text(position + 1))];
        var address = $"{native.AddressOf(playlistId)}/tracks?{string.Join('&', numbers.Select(number => "id=" + number))}";
        using var response = await native.SendAsync(() => new HttpRequestMessage(HttpMethod.Delete, address), cancellationToken);
        await native.ReadAsync<Named>(response, named => (named.Ids ?? [named.Id ?? ""]).SequenceEqual(numbers), cancellationToken);
    }

    /// <summary>Moves a row. What the API calls "insert before" is the number that the row has afterwards.</summary>
    public async Task MoveAsync(string playlistId, int from, int to, CancellationToken cancellationToken)
    {
        var body = JsonSerializer.Serialize(new Dictionary<string, string> { ["insert_before"] = Text(to + 1) });
        using var response = await native.SendAsync(
            () => new HttpRequestMessage(HttpMethod.Put, $"{native.AddressOf(playlistId)}/tracks/{Text(from + 1)}")
            {
                // If the type has a character set, Navidrome does not recognise the body.
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

    /// <summary>The changed rows by their numbers: one alone, several as a list.</summary>
    private sealed record Named(string? Id, IReadOnlyList<string>? Ids);
}
