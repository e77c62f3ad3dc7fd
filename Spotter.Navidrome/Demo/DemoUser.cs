namespace Spotter.Navidrome.Demo;

/// <summary>Somebody who may use the embedded server.</summary>
/// <param name="Name">The name, compared without case.</param>
/// <param name="Password">The password.</param>
/// <param name="IsAdmin">Whether an administrator.</param>
internal sealed record DemoUser(string Name, string Password, bool IsAdmin)
{
    /// <summary>Everybody.</summary>
    public static IReadOnlyList<DemoUser> All { get; } = [new("demo", "demo", true), new("guest", "guest", false)];
}
