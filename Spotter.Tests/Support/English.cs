using Microsoft.Extensions.DependencyInjection;
using Spotter.Core.Facts;
using Spotter.Core.Formats;
using Spotter.Core.Persistence;
using Spotter.Core.Providers;
using Spotter.Core.Sync;
using Spotter.Web.Wording;

namespace Spotter.Tests.Support;

/// <summary>The words that people and scripts read for a fact.</summary>
internal static class English
{
    public static FactWording Wording { get; } = new ServiceCollection().AddLogging().AddFactWording().BuildServiceProvider().GetRequiredService<FactWording>();

    /// <summary>The sentence for a trouble of the database.</summary>
    public static string Of(DatabaseTrouble trouble) => Wording.Say(DatabaseFacts.Of(trouble));

    extension(Fact? fact)
    {
        /// <summary>The fact in words; null if there is none.</summary>
        public string? Words => Wording.Say(fact);
    }

    extension(PlaylistFileException refusal)
    {
        /// <summary>The message to the user if the file was imported on its own.</summary>
        public string Words => Wording.Say(refusal.Refusal);
    }

    extension(ProviderException failure)
    {
        /// <summary>The sentence that users read.</summary>
        public string Words => Wording.Say(failure.Reason);
    }
}
