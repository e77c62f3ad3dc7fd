using Microsoft.AspNetCore.Components;
using Spotter.Web.Components.Shared;

namespace Spotter.Web.Components.Pages.Sources;

/// <summary>A few rows that show how a playlist was read, and the controls to correct that.</summary>
public sealed partial class ImportRows
{
    private const int MostWarnings = 50;

    private readonly string _lettersId = $"letters-{Guid.NewGuid():N}";

    [Parameter, EditorRequired]
    public required ImportEntry Entry { get; set; }

    /// <summary>The user wants to change what its columns mean.</summary>
    [Parameter]
    public EventCallback<ImportEntry> OnColumns { get; set; }

    /// <summary>The user wants to swap titles and artists.</summary>
    [Parameter]
    public EventCallback<ImportEntry> OnTurn { get; set; }

    /// <summary>The user has chosen another code page, or null to detect it.</summary>
    [Parameter]
    public EventCallback<(ImportEntry Entry, string? CodePage)> OnLetters { get; set; }

    /// <summary>The number of other playlists of the archive that the choices about this one could hold for too.</summary>
    [Parameter]
    public int AlikeCount { get; set; }

    /// <summary>The user wants the choices about this one to hold for those too.</summary>
    [Parameter]
    public EventCallback<ImportEntry> OnAlike { get; set; }

    private ImportSample Sample => Entry.Sample;

    private string OddHeading
    {
        get
        {
            var further = Sample.OddCount - Sample.First.Count(row => row.Doubts != RowDoubts.None);
            return further > Sample.Odd.Count
                ? $"Rows that look odd: the worst {Sample.Odd.Count} of {Words.Number(further)}"
                : "Rows that look odd";
        }
    }

    private string LeftOut => string.Join(", ", Entry.File.LeftOut.OrderByDescending(reason => reason.Value).Select(reason => $"{Words.Number(reason.Value)} {LeftOutNaming.Of(reason.Key)}"));

    private string SidesSentence
    {
        get
        {
            var sides = Entry.File.IsTitleFirst ? "“Title - Artist”" : "“Artist - Title”";
            return Entry.File switch
            {
                { Choice.IsTitleFirst: not null } => $"Read as {sides}, as you chose.",
                { SidesAreOpen: false } => $"Read as {sides}, because the file paths agree with that.",
                { IsTitleFirst: true } => $"Read as {sides}, because more of these tracks are in your library that way.",
                _ => $"Read as {sides}.",
            };
        }
    }

    private Task ChangeLettersAsync(ChangeEventArgs change)
        => OnLetters.InvokeAsync((Entry, change.Value is string { Length: > 0 } codePage ? codePage : null));
}
