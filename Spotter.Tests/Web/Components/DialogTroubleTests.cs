using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Forms;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.JSInterop;
using MudBlazor;
using Spotter.Core.Persistence;
using Spotter.Core.Providers;
using Spotter.Core.Sources;
using Spotter.Tests.Architecture;
using Spotter.Tests.Support;
using Spotter.Tests.Support.Sources;
using Spotter.Tests.Web.Components.Pages.Sources;
using Spotter.Web.Components;
using Spotter.Web.Components.Layout;
using Spotter.Web.Components.Pages.Decisions;
using Spotter.Web.Components.Pages.Mixtapes;
using Spotter.Web.Components.Pages.PlaylistDetail;
using Spotter.Web.Components.Pages.Playlists;
using Spotter.Web.Components.Pages.Review;
using Spotter.Web.Components.Pages.Sources;
using Spotter.Web.Components.Shared;
using Spotter.Web.Components.Shared.Fixing;
using Spotter.Web.Wording;

namespace Spotter.Tests.Web.Components;

/// <summary>
/// Every dialog while the database cannot be used. One that is opened then says so, and everything stays usable. A click in it reports the
/// failure, changes nothing, and works when it is repeated afterwards.
/// </summary>
public sealed class DialogTroubleTests() : PageTest(Wire)
{
    private static readonly string Sentence = English.Of(DatabaseTrouble.Busy);

    /// <summary>Dialogs that only ask: their answer goes to the page, which acts on it.</summary>
    private static readonly Type[] OnlyAsking = [typeof(AllowancesDialog), typeof(ConfirmDialog), typeof(EditPolicyDialog), typeof(KeysDialog), typeof(NewServerDialog), typeof(RenameDialog), typeof(SwitchOffDialog)];

    private FailingDatabase Database => (FailingDatabase)Host.Get<IDbContextFactory<SpotterDbContext>>();

    private IDialogService Opener => Services.GetRequiredService<IDialogService>();

    [Fact]
    public void Every_dialog_is_in_one_of_these_tests()
    {
        var tested = typeof(DialogTroubleTests).GetMethods().Where(method => method.IsDefined(typeof(FactAttribute), inherit: false)).Select(method => method.Name);
        var dialogs = typeof(SpotterComponentBase).Assembly.GetTypes().Where(IsDialog).Except(OnlyAsking).Select(dialog => $"{dialog.Name}_");

        Rule.HasNoException(dialogs.Where(dialog => !tested.Any(name => name.StartsWith(dialog, StringComparison.Ordinal))));
    }

    [Fact]
    public void A_dialog_that_only_asks_reads_and_writes_nothing()
        => Rule.HasNoException(OnlyAsking.SelectMany(dialog => dialog.GetProperties()
            .Where(property => property.IsDefined(typeof(InjectAttribute), inherit: true))
            .Where(property => property.PropertyType != typeof(ISnackbar) && property.PropertyType != typeof(CurrentPreferences) && property.PropertyType != typeof(FactWording) && !property.PropertyType.Name.StartsWith("IOptions", StringComparison.Ordinal))
            .Select(property => $"{dialog.Name}.{property.Name}")));

    [Fact]
    public async Task FixDialog_says_it_and_closes_or_stays()
    {
        Host.FillLibrary(20);
        var id = await Host.ImportAsync(Ann, "Mix", [CoreHost.Track(CoreHost.TitleOf(1) + " (Live)")]);
        var track = (await Host.EnableAndRunAsync(Ann, id)).Tracks[0].Id;
        await OpensNotAsync(() => FixDialog.ShowAsync(Opener, track));

        await OpenAsync(() => FixDialog.ShowAsync(Opener, track));
        Dialogs.WaitForElement(Id("candidate"));
        Break();
        await Dialogs.Find(Id("use")).ClickAsync(new());
        Told();
        await Dialogs.Find(Id("never")).ClickAsync(new());
        Told();
        Mend();
        await Dialogs.Find(Id("use")).ClickAsync(new());
        IsClosed();
    }

    [Fact]
    public async Task BestDialog_says_it_and_closes_or_stays()
    {
        Host.FillLibrary(20);
        var id = await Host.ImportAsync(Ann, "Mix", [CoreHost.Track(CoreHost.TitleOf(1) + " (Live)")]);
        var track = (await Host.EnableAndRunAsync(Ann, id)).Tracks[0].Id;
        await OpensNotAsync(() => BestDialog.ShowAsync(Opener, [track]));

        await OpenAsync(() => BestDialog.ShowAsync(Opener, [track]));
        Dialogs.WaitForElement(Id("best-choice"));
        Break();
        await Dialogs.Find(Id("best-take")).ClickAsync(new());
        Told();
        Mend();
        await Dialogs.Find(Id("best-take")).ClickAsync(new());
        IsClosed();
    }

    [Fact]
    public async Task DecisionImportDialog_says_it_and_stays()
    {
        var file = InputFileContent.CreateFromText("Decision,Title,Artists,Song title,Song artist\nnever,Elsewhere,Zed,,\n", "decisions.csv");
        await OpenAsync(() => DecisionImportDialog.ShowAsync(Opener));
        Break();
        Dialogs.WaitForComponent<InputFile>().UploadFiles(file);
        Told();
        Mend();
        Dialogs.FindComponent<InputFile>().UploadFiles(file);
        Dialogs.WaitForElement(Id("decisions-plan"));
        Break();
        await Dialogs.Find(Id("decisions-save")).ClickAsync(new());
        Told();
        Mend();
        await Dialogs.Find(Id("decisions-save")).ClickAsync(new());
        IsClosed();
    }

    [Fact]
    public async Task SearchDialog_says_it_and_stays()
    {
        await Host.Database.AddPlaylistAsync(Ann, "Road trip");
        await OpenAsync(() => Opener.ShowAsync<SearchDialog>("Search"));
        var field = Dialogs.WaitForElement("input");
        Break();
        var typing = field.InputAsync(new() { Value = "road" });
        Host.Clock.Advance(TimeSpan.FromSeconds(1));
        await typing;
        Told();
        Mend();
        typing = Dialogs.Find("input").InputAsync(new() { Value = "road t" });
        Host.Clock.Advance(TimeSpan.FromSeconds(1));
        await typing;
        Dialogs.WaitForAssertion(() => Assert.Contains("Road trip", Dialogs.Markup, StringComparison.Ordinal));
    }

    [Fact]
    public async Task MixtapeDialog_says_it_and_closes_or_stays()
    {
        await OpensNotAsync(() => MixtapeDialog.ShowAsync(Opener, null));

        await OpenAsync(() => MixtapeDialog.ShowAsync(Opener, null));
        await Dialogs.WaitForElement(Id("mixtape-example")).ClickAsync(new());
        Break();
        await Dialogs.Find("#mixtape-form").SubmitAsync(new());
        Told();
        Mend();
        await Dialogs.Find("#mixtape-form").SubmitAsync(new());
        IsClosed();
    }

    [Fact]
    public async Task PersonasDialog_says_it_and_closes_or_stays()
    {
        await OpensNotAsync(() => PersonasDialog.ShowAsync(Opener));

        await OpenAsync(() => PersonasDialog.ShowAsync(Opener));
        await Dialogs.WaitForElement(Id("persona-new")).ClickAsync(new());
        await Dialogs.Find(Id("persona-name")).InputAsync(new() { Value = "Night owl" });
        await Dialogs.Find(Id("persona-words")).InputAsync(new() { Value = "You love the dark." });
        Break();
        await Dialogs.Find(".sp-persona-form").SubmitAsync(new());
        Told();
        Mend();
        await Dialogs.Find(".sp-persona-form").SubmitAsync(new());
        Dialogs.WaitForElement(Id("own-persona"));
    }

    [Fact]
    public async Task NamesakeDialog_says_it_and_stays()
    {
        var tracks = Host.FillLibrary(3);
        await Host.EnableAndRunAsync(Ann, await Host.ImportAsync(Ann, "Something else", tracks));
        var playlist = await Host.FindAsync(await Host.ImportAsync(Ann, "Road trip", tracks));
        var namesake = new TargetSummary(Host.Server.Add("Road trip", ["s3"]), "Road trip", 1);
        Task ShowAsync() => Opener.ShowAsync<NamesakeDialog>(null, new DialogParameters<NamesakeDialog> { { d => d.Playlist, playlist }, { d => d.Namesake, namesake } });
        Break();
        await OpenAsync(ShowAsync);
        Dialogs.WaitForAssertion(() => Assert.Contains(Sentence, Dialogs.Markup, StringComparison.Ordinal));
        Mend();
        await Dialogs.Find(Id("choose-pair")).ChangeAsync(new() { Value = true });
        Dialogs.WaitForElement(Id("pair-preview"));
        Break();
        await Dialogs.Find(Id("confirm")).ClickAsync(new());
        Told();
        Mend();
        await Dialogs.Find(Id("confirm")).ClickAsync(new());
        IsClosed();
        Assert.NotNull((await Host.FindAsync(playlist.Id)).SyncWantedAt);
    }

    [Fact]
    public async Task PreviewDialog_says_it_and_tries_again()
    {
        var id = await Host.ImportAsync(Ann, "Road trip", Host.FillLibrary(2));
        var playlist = await Host.EnableAndRunAsync(Ann, id);
        Break();
        await OpenAsync(() => PreviewDialog.ShowAsync(Opener, playlist, "Sync now"));
        await RetriesAsync(Id("confirm"));
    }

    [Fact]
    public async Task PairDialog_says_it_and_tries_again()
    {
        var id = await Host.ImportAsync(Ann, "Road trip", Host.FillLibrary(2));
        Host.Server.Add("Another", ["s1"]);
        var playlist = await Host.FindAsync(id);
        Break();
        await OpenAsync(() => PairDialog.ShowAsync(Opener, playlist));
        await RetriesAsync(Id("pairable"));
    }

    [Fact]
    public async Task ExportDialog_says_it_and_tries_again()
    {
        var playlist = await Host.FindAsync(await Host.ImportAsync(Ann, "Road trip", Host.FillLibrary(2)));
        Break();
        await OpenAsync(() => ExportDialog.ShowAsync(Opener, playlist));
        await RetriesAsync($"a{Id("export-save")}");
    }

    [Fact]
    public async Task ImportDialog_says_it_and_stays()
    {
        await OpenAsync(() => ImportDialog.ShowAsync(Opener));
        await Dialogs.Find(Id("import-paste")).ClickAsync(new());
        JSInterop.Setup<IJSStreamReference>("spotter.textOf", _ => true).SetResult(new StreamedText("Ada - Nine Lives\n"));
        await Dialogs.Find(Id("paste-name")).InputAsync(new() { Value = "Evening" });
        Break();
        await Dialogs.Find(".sp-paste").SubmitAsync();
        Told();
        Mend();
        await Dialogs.Find(".sp-paste").SubmitAsync();
        Dialogs.WaitForElement(Id("import-entry"));
        Break();
        await Dialogs.Find(Id("import-confirm")).ClickAsync(new());
        Told();
        Mend();
        await Dialogs.Find(Id("import-confirm")).ClickAsync(new());
        IsClosed();
    }

    [Fact]
    public async Task ConnectDialog_says_it_and_stays()
    {
        await OpenAsync(() => ConnectDialog.ShowAsync(Opener, new PlainSource()));
        await Dialogs.WaitForElement(Id("field-user")).InputAsync(new() { Value = "ann" });
        Break();
        await Dialogs.Find("#connect-form").SubmitAsync(new());
        Assert.Equal(Sentence, Dialogs.WaitForElement(Id("connect-problem")).TextContent);
        Mend();
        await Dialogs.Find("#connect-form").SubmitAsync(new());
        IsClosed();
    }

    [Fact]
    public async Task BrowseDialog_says_it_and_tries_again()
    {
        var connection = await Host.Get<SourceConnections>().ConnectAsync(Ann.UserId, "plain", SourceSetup.Values(("user", "ann")), null, default);
        Break();
        await OpenAsync(() => BrowseDialog.ShowAsync(Opener, connection, "Plain"));
        await RetriesAsync(Id("offer"));
        await Dialogs.Find($"{Id("offer")} input").ChangeAsync(new() { Value = true });
        Break();
        await Dialogs.Find(Id("browse-add")).ClickAsync(new());
        Told();
        Mend();
        await Dialogs.Find(Id("browse-add")).ClickAsync(new());
        IsClosed();
    }

    [Fact]
    public async Task LinkDialog_says_it_and_stays()
    {
        await OpenAsync(() => LinkDialog.ShowAsync(Opener));
        await Dialogs.WaitForElement(Id("link")).InputAsync(new() { Value = "https://plain.example/sea" });
        Break();
        await Dialogs.Find("#link-form").SubmitAsync(new());
        Assert.Equal(Sentence, Dialogs.WaitForElement(Id("link-problem")).TextContent);
        Mend();
        await Dialogs.Find("#link-form").SubmitAsync(new());
        Dialogs.WaitForElement(Id("link-found"));
        Break();
        await Dialogs.Find(Id("link-add")).ClickAsync(new());
        Told();
        Mend();
        await Dialogs.Find(Id("link-add")).ClickAsync(new());
        IsClosed();
    }

    private static void Wire(IServiceCollection services)
    {
        MixtapeHost.AddMixtapes(services.AddSettings(("Mixtapes:Endpoint", "http://127.0.0.1:1/v1"), ("Mixtapes:Model", "tiny-model")));
        services.AddSingleton<IProviderFactory>(new PlainSource());
        var file = (IDbContextFactory<SpotterDbContext>)services.Last(service => service.ServiceType == typeof(IDbContextFactory<SpotterDbContext>)).ImplementationInstance!;
        services.AddSingleton<IDbContextFactory<SpotterDbContext>>(new FailingDatabase(file));
    }

    private static bool IsDialog(Type type) => typeof(IComponent).IsAssignableFrom(type) && !type.IsAbstract
        && type.GetProperties().Any(property => property.Name == "Dialog" && property.PropertyType == typeof(IMudDialogInstance));

    private void Break() => Database.RefuseNext(int.MaxValue);

    private void Mend() => Database.RefuseNext(0);

    // Whoever opens a dialog waits for its result.
    private Task OpenAsync(Func<Task> show) => Dialogs.InvokeAsync(() => { _ = show(); });

    /// <summary>Opens it while nothing can be read: a message appears instead of the dialog.</summary>
    private async Task OpensNotAsync(Func<Task> show)
    {
        Break();
        await OpenAsync(show);
        Told();
        IsClosed();
        Mend();
    }

    /// <summary>The dialog shows the message and a button, which works once the database can be used again.</summary>
    private async Task RetriesAsync(string expected)
    {
        Dialogs.WaitForAssertion(() => Assert.Contains(Sentence, Dialogs.Find(Id("error")).TextContent, StringComparison.Ordinal));
        await Dialogs.Find($"{Id("error")} button").ClickAsync(new());
        Dialogs.WaitForAssertion(() => Assert.Contains(Sentence, Dialogs.Find(Id("error")).TextContent, StringComparison.Ordinal));
        Mend();
        await Dialogs.Find($"{Id("error")} button").ClickAsync(new());
        Dialogs.WaitForElement(expected);
    }

    /// <summary>Asserts that one more message was shown and that no failure reached the circuit.</summary>
    private void Told()
    {
        var snackbar = Services.GetRequiredService<ISnackbar>();
        Dialogs.WaitForAssertion(() => Assert.Equal(Sentence, Assert.Single(snackbar.ShownSnackbars).Message));
        Assert.False(Renderer.UnhandledException.IsCompleted);
        snackbar.Clear();
    }

    private void IsClosed() => Dialogs.WaitForAssertion(() => Assert.Empty(Dialogs.FindAll(".mud-dialog")));
}
