using System.Globalization;
using Microsoft.Net.Http.Headers;
using Spotter.Navidrome.Subsonic;

namespace Spotter.Navidrome.Demo;

/// <summary>"stream" of the embedded server. Read from the source of the servers, and for Navidrome seen on running ones.</summary>
internal sealed class DemoStreamMethods(DemoWorld world)
{
    /// <summary>The sound as it is sent, or a refusal.</summary>
    /// <exception cref="DemoException">The song is unknown, its file is gone, or the server does not convert it.</exception>
    public DemoStreamReply Open(DemoRequest request, DemoUser user)
    {
        var song = Find(request, user);
        var format = request.Find("format")?.ToLowerInvariant();
        if (world.Profile.Family == DemoFamily.Supysonic)
        {
            if (request.Has("timeOffset"))
            {
                throw DemoException.Internal("Unsupported parameter 'timeOffset'");
            }

            if (format is not (null or "" or "raw" or "flac"))
            {
                throw DemoException.Internal($"No way to transcode from flac to {format}");
            }
        }
        else if (format is not (null or "" or "raw"))
        {
            // There is no encoder: the same samples under the type that was asked for, which is all that a caller sees before it decodes them.
            return new(new DemoSound(song, request.Number("timeOffset", 0)), format == "opus" ? "audio/ogg" : "audio/mpeg") { Song = song, IsConverted = true };
        }

        var sound = new DemoSound(song);
        return new(sound, "audio/wav") { Song = song, Range = TakesRange(request) ? RangeOf(request, sound.Length) : null };
    }

    // Go's file server does not look at the method, and werkzeug honours a range only for GET.
    private bool TakesRange(DemoRequest request) => world.Profile.Family != DemoFamily.Supysonic || !request.IsPosted;

    private static (long From, long To)? RangeOf(DemoRequest request, long length)
    {
        if (!request.Headers.TryGetValue(HeaderNames.Range, out var header)
            || !RangeHeaderValue.TryParse(header, out var range) || range is not { Unit.Value: "bytes", Ranges: { Count: 1 } ranges })
        {
            return null;
        }

        var (from, to) = ranges.Single() switch
        {
            { From: null, To: { } last } => (Math.Max(0, length - last), length - 1),
            { From: { } first, To: var last } => (first, Math.Min(last ?? length, length - 1)),
            _ => (0, length - 1),
        };
        return (from, to);
    }

    private DemoSong Find(DemoRequest request, DemoUser user)
    {
        var id = world.Profile.Family == DemoFamily.Gonic ? request.Find("id") ?? "" : request.Get("id");
        if (!world.Ids.IsWellFormed(id))
        {
            throw world.Profile.Family == DemoFamily.Gonic
                ? new DemoException(SubsonicErrorCode.MissingParameter, "please provide an `id` parameter")
                : DemoException.Internal("ValueError: badly formed hexadecimal UUID string");
        }

        if (world.Library.FindKnown(id) is not { } song || !user.Sees(song))
        {
            throw world.Profile.Family switch
            {
                DemoFamily.Gonic => DemoException.Internal($"error looking up id {id}: record not found"),
                DemoFamily.Supysonic => DemoException.NotFound("Track"),
                _ => new DemoException(SubsonicErrorCode.NotFound, "data not found"),
            };
        }

        return world.Library.Songs.Any(there => there.Id == song.Id) ? song
            : throw DemoException.Internal(string.Create(CultureInfo.InvariantCulture, $"Internal Server Error: open /music/{song.FilePath}: no such file or directory"));
    }
}
