namespace Spotter.Navidrome.Demo;

/// <summary>A user of the embedded server.</summary>
/// <param name="Name">The name, compared without case.</param>
/// <param name="Password">The password.</param>
/// <param name="IsAdmin">Whether the user is an administrator.</param>
public sealed record DemoUser(string Name, string Password, bool IsAdmin)
{
    /// <summary>The default users.</summary>
    public static IReadOnlyList<DemoUser> Everybody { get; } =
        [new("demo", "demo", true) { FullName = "Demo" }, new("guest", "guest", false) { FullName = "Guest" }];

    /// <summary>The display name.</summary>
    public string FullName { get; init; } = Name;

    /// <summary>Whether the user sees the song: administrators see all libraries, others only the first.</summary>
    public bool Sees(DemoSong song) => IsAdmin || song.LibraryId == 1;

    /// <summary>Whether the name is this user's.</summary>
    public bool Is(string name) => string.Equals(Name, name, StringComparison.OrdinalIgnoreCase);

    /// <inheritdoc />
    public override string ToString() => Name;
}
