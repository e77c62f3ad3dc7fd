namespace Spotter.Core.Providers;

/// <summary>A cover as the server sends it.</summary>
/// <param name="ContentType">Its media type: always one of image/*.</param>
/// <param name="Bytes">The image.</param>
public sealed record CoverImage(string ContentType, byte[] Bytes);
