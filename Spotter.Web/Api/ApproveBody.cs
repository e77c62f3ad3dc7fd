namespace Spotter.Web.Api;

/// <summary>The plan to approve.</summary>
/// <param name="Plan">The fingerprint of the plan that is held back, from sync-status.</param>
public sealed record ApproveBody(string? Plan);
