namespace Spotter.Navidrome.Demo;

/// <summary>Somebody who may use the embedded server.</summary>
/// <param name="Name">The name, compared without case.</param>
/// <param name="Password">The password.</param>
/// <param name="IsAdmin">Whether an administrator.</param>
public sealed record DemoUser(string Name, string Password, bool IsAdmin)
{
    /// <summary>Everybody, at first.</summary>
    public static IReadOnlyList<DemoUser> Everybody { get; } =
        [new("demo", "demo", true) { FullName = "Demo" }, new("guest", "guest", false) { FullName = "Guest" }];

    /// <summary>The name that is shown to people.</summary>
    public string FullName { get; init; } = Name;

    /// <summary>Whether the library is one of this user's: an administrator sees all, others the first.</summary>
    public bool Sees(DemoSong song) => IsAdmin || song.LibraryId == 1;

    /// <summary>Whether the name is this user's.</summary>
    public bool Is(string name) => string.Equals(Name, name, StringComparison.OrdinalIgnoreCase);

    /// <inheritdoc />
    public override string ToString() => Name;
}
