using Spotter.Core.Sync.OtherNames;
using Spotter.Web.Wording;

namespace Spotter.Web.Components.Pages.Settings;

/// <summary>The state of the lookup of other names, in plain words.</summary>
public static class OtherNamesState
{
    public static string Of(CatalogueStatus stand, FactWording wording) => stand switch
    {
        { IsEnabled: false } => "Off.",
        { Problem: { } problem } => wording.Say(problem),
        { Waiting: > 0 } => "Asking.",
        { LastAnswerAt: null } => "On; nothing has been asked yet.",
        _ => "Works.",
    };
}
