namespace Spotter.Navidrome.Native;

/// <summary>An album as Navidrome's own interface lists it.</summary>
/// <param name="Id">Its id, which is that of the protocol.</param>
/// <param name="ImportedAt">When a scan last found something in it that was new, changed, lost or there again.</param>
/// <param name="Missing">Whether all its files are gone.</param>
internal sealed record NativeAlbum(string? Id, DateTimeOffset? ImportedAt, bool Missing);
