namespace Spotter.Web.Api;

/// <summary>What is approved.</summary>
/// <param name="Plan">The fingerprint of the plan that is held back, as sync-status names it.</param>
public sealed record ApproveBody(string? Plan);
