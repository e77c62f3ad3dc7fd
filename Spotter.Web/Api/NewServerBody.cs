using Spotter.Core.Accounts;

namespace Spotter.Web.Api;

/// <summary>One answer for all playlists.</summary>
/// <param name="Answer">createAll, pairCertain or lookAtEach.</param>
public sealed record NewServerBody(RenewalAnswer? Answer);
