using System.Globalization;
using Microsoft.AspNetCore.Components;
using MudBlazor;
using Spotter.Core.Mixtapes;
using Spotter.Web.Access;

namespace Spotter.Web.Components.Pages.Mixtapes;

/// <summary>The form for a new or changed mixtape.</summary>
public sealed partial class MixtapeDialog
{
    private const string Own = "own:";

    private static readonly string[] Examples =
    [
        "A slow Sunday morning, nothing loud",
        "An hour of running that gets faster",
        "Rainy evening, mostly from before 1980",
        "Songs I have forgotten that I own",
    ];

    private IReadOnlyList<Persona> _own = [];
    private string? _prompt;
    private string? _name;
    private string _persona = "";
    private int _length = 25;
    private MixtapeSchedule _schedule;
    private bool _keepsInSync = true;
    private bool _isBusy;
    private string? _problem;

    [Inject]
    public required MixtapeStore Store { get; init; }

    [Inject]
    public required PersonaStore Personas { get; init; }

    [Inject]
    public required IDialogService Dialogs { get; init; }

    [Inject]
    public required CurrentUser CurrentUser { get; init; }

    [CascadingParameter]
    public required IMudDialogInstance Dialog { get; set; }

    /// <summary>The mixtape to change, or null for a new one.</summary>
    [Parameter]
    public Mixtape? Existing { get; set; }

    private int? OwnPersona => _persona.StartsWith(Own, StringComparison.Ordinal) ? int.Parse(_persona.AsSpan(Own.Length), CultureInfo.InvariantCulture) : null;

    private string? PersonaText => OwnPersona is { } id ? _own.FirstOrDefault(persona => persona.Id == id)?.Text : BuiltInPersonas.Find(_persona)?.Text;

    /// <summary>Returns the mixtape as stored, or null if none was.</summary>
    public static async Task<Mixtape?> ShowAsync(IDialogService dialogs, Mixtape? existing)
    {
        var parameters = new DialogParameters<MixtapeDialog> { { dialog => dialog.Existing, existing } };
        var options = new DialogOptions { MaxWidth = MaxWidth.Small, FullWidth = true, BackdropClick = false };
        var shown = await dialogs.ShowAsync<MixtapeDialog>("Mixtape", parameters, options);
        return await shown.Result is { Canceled: false, Data: Mixtape mixtape } ? mixtape : null;
    }

    protected override async Task OnInitializedAsync()
    {
        if (Existing is { } mixtape)
        {
            (_prompt, _name, _length, _schedule) = (mixtape.Prompt, mixtape.Name, mixtape.Length, mixtape.Schedule);
            _persona = mixtape.PersonaId is { } id ? OwnValue(id) : mixtape.BuiltInPersona ?? "";
        }

        await LoadPersonasAsync();
    }

    private static string OwnValue(int personaId) => string.Create(CultureInfo.InvariantCulture, $"{Own}{personaId}");

    private async Task LoadPersonasAsync() => _own = await Personas.ListAsync(CurrentUser.Id, CancellationToken.None);

    private async Task ShowPersonasAsync()
    {
        await PersonasDialog.ShowAsync(Dialogs);
        await LoadPersonasAsync();
        if (OwnPersona is { } id && _own.All(persona => persona.Id != id))
        {
            _persona = "";
        }
    }

    private async Task SaveAsync()
    {
        if (_isBusy || string.IsNullOrWhiteSpace(_prompt))
        {
            return;
        }

        _isBusy = true;
        try
        {
            var draft = new MixtapeDraft(_name, _prompt, OwnPersona is null ? _persona : null, OwnPersona, _length, _schedule, _keepsInSync);
            var saved = await Store.SaveAsync(CurrentUser.Id, Existing?.Id, draft, CancellationToken.None);
            _problem = Wording.Say(saved.Problem);
            if (saved.Mixtape is { } mixtape)
            {
                Dialog.Close(DialogResult.Ok(mixtape));
            }
        }
        finally
        {
            _isBusy = false;
        }
    }
}
