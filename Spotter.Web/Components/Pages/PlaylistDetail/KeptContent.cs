namespace Spotter.Web.Components.Pages.PlaylistDetail;

/// <summary>A content that the target held before Spotter wrote to it.</summary>
/// <param name="Id">The snapshot.</param>
/// <param name="TakenAt">When it was kept.</param>
/// <param name="Name">The target's name at that time.</param>
/// <param name="SongCount">How many songs.</param>
/// <param name="OperationId">The run that was about to write.</param>
public sealed record KeptContent(int Id, DateTimeOffset TakenAt, string Name, int SongCount, Guid OperationId);
