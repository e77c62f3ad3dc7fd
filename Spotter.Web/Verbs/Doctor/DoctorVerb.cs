using Spotter.Core.Accounts;
using Spotter.Core.Settings;
using Spotter.Web.Settings;

namespace Spotter.Web.Verbs.Doctor;

/// <summary>Looks at the whole installation and says in plain sentences what is wrong and what to do. It can be used while Spotter runs.</summary>
/// <param name="build">Builds the services for these settings and this order, without starting any.</param>
public sealed class DoctorVerb(Func<IReadOnlyList<string>, DoctorOrder, ServiceProvider> build) : IVerb
{
    /// <summary>The environment variable that answers the question for the password.</summary>
    public const string PasswordVariable = "SPOTTER_PASSWORD";

    private const string User = "--user";
    private const string Write = "--write";

    public string Name => "doctor";

    public string Summary => "Checks settings, folders, database, music server, services and addresses. Exit code 0 if nothing is wrong.";

    public IReadOnlyList<VerbOption> Options { get; } =
    [
        new(User, "NAME", $"Tries to sign in to the music server with this name. The password is asked for, or taken from {PasswordVariable}."),
        new(Write, null, "Also creates a playlist on the music server, and deletes it again."),
    ];

    public async Task<int> RunAsync(VerbArguments arguments, TextWriter output)
    {
        var credentials = arguments.Find(User) is { } user ? new Credentials(user, PasswordPrompt.Read(user, PasswordVariable, output)) : null;
        var report = new Report(output);
        await report.BeginAsync("Settings");
        ServiceProvider services;
        try
        {
            services = build(arguments.Settings, new DoctorOrder(credentials, arguments.Has(Write)));
        }
        catch (BadConfigurationException bad)
        {
            foreach (var problem in bad.Problems)
            {
                await report.AddAsync(Finding.Wrong(problem));
            }

            await report.AddAsync(Finding.Note("Everything else is checked once the settings are valid."));
            return await report.EndAsync();
        }

        await using (services)
        {
            foreach (var (key, reason) in RetiredSettings.Find(services.GetRequiredService<IConfiguration>()))
            {
                await report.AddAsync(Finding.Note($"{key} is no longer used and can be removed. {reason}"));
            }

            foreach (var line in KnownKeys.FindUnknown(services.GetRequiredService<IConfiguration>(), [.. services.GetServices<SettingsSection>()]))
            {
                await report.AddAsync(Finding.Note(line));
            }

            await report.AddAsync(Finding.Good("All values are valid."));
            foreach (var examination in services.GetServices<IExamination>())
            {
                await report.BeginAsync(examination.Title);
                await foreach (var finding in examination.LookAsync(CancellationToken.None))
                {
                    await report.AddAsync(finding);
                }
            }
        }

        return await report.EndAsync();
    }

    private sealed class Report(TextWriter output)
    {
        private int _wrong;

        public Task BeginAsync(string title) => output.WriteLineAsync(title);

        public Task AddAsync(Finding finding)
        {
            _wrong += finding.Kind == FindingKind.Wrong ? 1 : 0;
            var mark = finding.Kind switch { FindingKind.Good => "ok", FindingKind.Note => "note", FindingKind.Wrong => "WRONG" };
            return output.WriteLineAsync($"  {mark,-6}{finding.Text}");
        }

        public async Task<int> EndAsync()
        {
            await output.WriteLineAsync(_wrong switch { 0 => "Nothing is wrong.", 1 => "One thing is wrong.", _ => $"{_wrong} things are wrong." });
            return _wrong == 0 ? 0 : 1;
        }
    }
}
