namespace Spotter.Navidrome.Native;

/// <summary>An album in Navidrome's native API.</summary>
/// <param name="Id">Its id, the same as in the protocol.</param>
/// <param name="ImportedAt">When a scan last found something in it that was new, changed, gone or back.</param>
/// <param name="Missing">Whether all its files are gone.</param>
internal sealed record NativeAlbum(string? Id, DateTimeOffset? ImportedAt, bool Missing);
