namespace Spotter.Core.Matching.Text;

/// <summary>Properties that make a recording a different recording of the same song. A title may name several.</summary>
[Flags]
public enum VersionKinds
{
    /// <summary>The recording that the plain title names.</summary>
    None = 0,

    /// <summary>Recorded in front of an audience.</summary>
    Live = 1 << 0,

    /// <summary>Acoustic, unplugged, stripped.</summary>
    Acoustic = 1 << 1,

    /// <summary>Remixed. The qualifier says by whom.</summary>
    Remix = 1 << 2,

    /// <summary>A demo, an early or rough version.</summary>
    Demo = 1 << 3,

    /// <summary>Without vocals.</summary>
    Instrumental = 1 << 4,

    /// <summary>For singing along.</summary>
    Karaoke = 1 << 5,

    /// <summary>Voices only.</summary>
    ACappella = 1 << 6,

    /// <summary>Cut for radio or otherwise shortened.</summary>
    Edit = 1 << 7,

    /// <summary>Extended.</summary>
    Extended = 1 << 8,

    /// <summary>Recorded again later by the same artist.</summary>
    ReRecorded = 1 << 9,

    /// <summary>Performed by somebody else, as a tribute or in their style.</summary>
    Cover = 1 << 10,

    /// <summary>Played faster.</summary>
    SpedUp = 1 << 11,

    /// <summary>Played slower.</summary>
    Slowed = 1 << 12,

    /// <summary>With an orchestra.</summary>
    Orchestral = 1 << 13,

    /// <summary>On a piano.</summary>
    Piano = 1 << 14,

    /// <summary>Recorded for a radio station, a show or a service.</summary>
    Session = 1 << 15,

    /// <summary>A piece before, between or after songs: interlude, intro, outro, skit.</summary>
    Interlude = 1 << 16,

    /// <summary>A reprise.</summary>
    Reprise = 1 << 17,

    /// <summary>Several songs in one.</summary>
    Medley = 1 << 18,

    /// <summary>With the sound of old game consoles.</summary>
    Chiptune = 1 << 19,

    /// <summary>An alternate take.</summary>
    Alternate = 1 << 20,

    /// <summary>Spoken words about the song.</summary>
    Commentary = 1 << 21,

    /// <summary>Any other named version: by language, year or author.</summary>
    Named = 1 << 22,
}
