namespace Spotter.Core.Matching.Text;

/// <summary>What makes a recording another recording of the same song. A title may name several.</summary>
[Flags]
public enum VersionKinds
{
    /// <summary>The recording that the plain title means.</summary>
    None = 0,

    /// <summary>Played before people.</summary>
    Live = 1 << 0,

    /// <summary>Acoustic, unplugged, stripped.</summary>
    Acoustic = 1 << 1,

    /// <summary>Remixed; the qualifier says by whom.</summary>
    Remix = 1 << 2,

    /// <summary>A demo, an early or rough version.</summary>
    Demo = 1 << 3,

    /// <summary>Without singing.</summary>
    Instrumental = 1 << 4,

    /// <summary>For singing along.</summary>
    Karaoke = 1 << 5,

    /// <summary>Voices alone.</summary>
    ACappella = 1 << 6,

    /// <summary>Cut for radio or otherwise shortened.</summary>
    Edit = 1 << 7,

    /// <summary>Made longer.</summary>
    Extended = 1 << 8,

    /// <summary>Recorded again later by the same artist.</summary>
    ReRecorded = 1 << 9,

    /// <summary>Played by somebody else, in their honour or style.</summary>
    Cover = 1 << 10,

    /// <summary>Played faster.</summary>
    SpedUp = 1 << 11,

    /// <summary>Played slower.</summary>
    Slowed = 1 << 12,

    /// <summary>With an orchestra.</summary>
    Orchestral = 1 << 13,

    /// <summary>On a piano.</summary>
    Piano = 1 << 14,

    /// <summary>Recorded for a station, a show or a service.</summary>
    Session = 1 << 15,

    /// <summary>A piece between or before others: interlude, intro, outro, skit.</summary>
    Interlude = 1 << 16,

    /// <summary>Taken up again.</summary>
    Reprise = 1 << 17,

    /// <summary>Several songs in one.</summary>
    Medley = 1 << 18,

    /// <summary>In the sound of old game consoles.</summary>
    Chiptune = 1 << 19,

    /// <summary>Another take.</summary>
    Alternate = 1 << 20,

    /// <summary>Spoken words about the song.</summary>
    Commentary = 1 << 21,

    /// <summary>Some other named version: its language, its year, its maker.</summary>
    Named = 1 << 22,
}
