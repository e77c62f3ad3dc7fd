namespace Spotter.Web.Components.Pages.PlaylistDetail;

/// <summary>What the target contained before Spotter wrote to it.</summary>
/// <param name="Id">The snapshot's id.</param>
/// <param name="TakenAt">When it was taken.</param>
/// <param name="Name">The target's name at that time.</param>
/// <param name="SongCount">The number of songs.</param>
/// <param name="OperationId">The run that was about to write.</param>
public sealed record KeptContent(int Id, DateTimeOffset TakenAt, string Name, int SongCount, Guid OperationId);
