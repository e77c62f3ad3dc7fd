using Spotter.Core.Formats;

namespace Spotter.Web.Components.Pages.Sources;

/// <summary>Why something was left out, as a short phrase after a number.</summary>
public static class LeftOutNaming
{
    public static string Of(LeftOutReason reason) => reason switch
    {
        LeftOutReason.NoTitle => "without a title",
        LeftOutReason.NoArtist => "without an artist",
        LeftOutReason.Spoken => "spoken",
        LeftOutReason.NotATrack => "not a track",
        LeftOutReason.NoLongerNamed => "not named any more",
        LeftOutReason.Broadcast => "broadcast",
    };
}
