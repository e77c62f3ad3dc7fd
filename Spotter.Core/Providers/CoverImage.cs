namespace Spotter.Core.Providers;

/// <summary>A cover as the server sends it.</summary>
/// <param name="ContentType">Its media type, always one of image/*.</param>
/// <param name="Bytes">The bytes of the image.</param>
public sealed record CoverImage(string ContentType, byte[] Bytes);
