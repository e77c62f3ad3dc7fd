using System.Collections.Frozen;

namespace Spotter.Core.Matching.Text;

/// <summary>The vocabulary of music: all word lists that matching uses, as data. Entries are keys
/// (<see cref="TextNormalizer.Key"/>).</summary>
internal static class MusicWords
{
    // Words that do not change the recording. They count only if they fill a bracket or tail together with years and small words.
    private const string WeakDecoration = """
        album version | lp version | 7 inch | 7 inch version | 7 version | single version | original version | original mix | album mix | album | single | ep | mono
        stereo | mono version | stereo version | mono mix | stereo mix | explicit | clean | explicit version | clean version | edited
        explicit album version | original | main version | standard version | full version | edition | official | official video
        official audio | official music video | official lyric video | music video | lyric video | lyrics | lyrics video
        with lyrics | audio | video | visualizer | visualiser | hd | hq | 4k | hi res | high quality | uncensored | censored
        amended | edited version | radio clean | canonical | original single version | original album version | album edition
        standard edition | dolby atmos | dolby atmos mix | atmos | atmos mix | spatial audio | e | ost | main theme | title theme | theme song | original recording | version originale | version album | version single | albumversion
        singleversion | originalversion | version original | albumversie | albumversjon | albumiversio | wersja albumowa | wersja oryginalna | versione album
        versione originale | versao original | versao do album | version del album | versao album | originalfassung | оригинал | оригинальная версия
        версия альбома | альбомная версия | オリジナル | オリジナルバージョン | オリジナル バージョン | アルバムバージョン | アルバム バージョン | シングル バージョン | 原版 | 原曲 | オリジナルver
        """;

    // Words that make the whole bracket or tail decoration.
    private const string StrongDecoration = """
        remaster | remastered | remasters | remastering | digital remaster | digitally remastered | remasterizado | remasterizada
        remasterise | remasterisee | remasterizzato | rimasterizzato | remastert | neu gemastert | リマスター | リマスター版 | ремастер
        ремастеринг | 리마스터 | デジタルリマスター | デジタルリマスター版 | 重制版 | 重製版 | 数码修复 | remasterad | remastret | remasteroitu | remasterowany
        remastrovana | remasterisert | ремастированная | remasterizado digitalmente | digital remastered | bonusowy | bonus spor | ボーナストラック | utwor dodatkowy | bonus track | bonus | bonustrack | bonus version | hidden track | deluxe | deluxe edition
        deluxe version | expanded edition | expanded | anniversary | anniversary edition | special edition | collectors edition
        limited edition | super deluxe | legacy edition | motion picture | soundtrack | sound track | original cast | broadway cast
        from the film | from the movie | from the motion picture | from the series | from the tv series | from the netflix series
        from the album | from the game | from the musical | from the soundtrack | from the original | music from | theme from
        aus dem film | du film | de la pelicula | dal film | do filme | parental advisory | produced by | prod by | prod | hdcd
        digital master | re mastered | re master | reissue | re issue | reissued
        """;

    // kind : phrases, with the required place of each. A trailing * marks phrases that are also understood without bracket or dash.
    private static readonly (VersionKinds Kinds, WordPlace Place, string Phrases)[] Versions =
    [
        (VersionKinds.Live, WordPlace.Edge, """
            live | en vivo | ao vivo | dal vivo | en directo | en public | en concert | in concert | in concerto | concert | na zywo | uzivo | v zivo
            elokonsertti | canli | canli performans | livealbum | nazivo | вживую | живьем | живое выступление | наживо | ζωντανα | ζωντανη ηχογραφηση | 现场版 | 現場版
            演唱会 | 演唱會 | 演唱会版 | live版 | ライブ版 | ライヴ版 | ライブバージョン | ライブver | 라이브 버전 | 라이브버전 | konzertmitschnitt | livemitschnitt | liveaufnahme
            concert version | живои концерт | концерт | ライブ | ライヴ | 라이브 | 现场 | 現場
            """),
        (VersionKinds.Live, WordPlace.Anywhere, """
            live at | live from | live in | live on | live version* | recorded live | live session | live recording
            live performance | live acoustic | live aus | live im | live in der | live a | live au | live en | live lounge
            tiny desk | tiny desk concert
            """),
        (VersionKinds.Acoustic, WordPlace.Anywhere, """
            acoustic* | acoustic version* | acoustic mix | unplugged* | mtv unplugged | stripped | stripped version | stripped down
            acustico | acustica | version acustica | versao acustica | en acustico | akustyczna | akustycznie | wersja akustyczna | akustisk | akustinen | akoestisch
            akusticka | akusztikus | akustik versiyon | ακουστικη | アコースティックver | アコースティックバージョン | 弾き語り | 不插电 | 不插電 | 原声版 | 어쿠스틱 | 어쿠스틱 버전 | acoustique live | акустическая | acoustique | version acoustique | akustik | akustikversion | アコースティック
            акустика | акустическая версия
            """),
        (VersionKinds.Remix, WordPlace.Anywhere, """
            remix* | remixed | remixed by | rmx* | ремікс | reremix | リミックスver | remix版 | 混音 | 混音版 | remiksi | remiks | remixversion | remezcla | remixes | リミックス | ремикс | 리믹스 | mash up | mashup | bootleg | rework
            reworked | vip mix | club mix* | dance mix | dub mix | house mix | remix edit | remix radio edit | refix
            """),
        (VersionKinds.Remix, WordPlace.Last, "mix | dub | mixed"),
        (VersionKinds.Demo, WordPlace.Anywhere, """
            demo* | demo version* | demos | early version | demoversion | demoaufnahme | versao demo | version demo | демо версия | デモver | デモ音源 | 데모 | 小样 | rough mix | rough cut | work tape | worktape | home recording | maqueta
            демо | デモ | first draft | voice memo | rehearsal
            """),
        (VersionKinds.Instrumental, WordPlace.Anywhere, """
            instrumental* | instrumental version* | instrumentals | instrumental mix | no vocals | without vocals | strumentale  | versione strumentale | version instrumental | version instrumentale | versao instrumental | instrumentale | instrumentalna | instrumentalny | instrumentaalinen
            instrumentaal | instrumentalni | enstrumantal | инструментальная | инструментальная версия | インスト | インストゥルメンタルver | 纯音乐 | 純音樂 | 伴奏版 | 演奏版 | 반주 | 인스트루멘탈 | inst | instr
            インストゥルメンタル | инструментал | 伴奏
            """),
        (VersionKinds.Karaoke, WordPlace.Anywhere, """
            karaoke* | karaoke version* | backing track | sing along | singalong | sing along version | off vocal | カラオケ | караоке | カラオケver | オフボーカル | off vocal ver | offvocal | 노래방 | 卡拉ok | karaokeversion | karaoke verzija | instrumental karaoke | ガイドメロディー
            минус | minus one | in the style of | made famous by | made popular by | originally performed by
            """),
        (VersionKinds.ACappella, WordPlace.Anywhere, """
            a cappella* | acappella* | acapella* | a capella* | a cappella version | vocals only | vocal only | アカペラ
            """),
        (VersionKinds.Edit, WordPlace.Anywhere, """
            radio edit* | radio version* | radio mix* | radio cut version | edicion de radio | edit radio | versione radio | versao radio | radioversion | radioversie | wersja radiowa | радиоверсия | радио версия | radyo versiyonu | tvサイズ | tv ver | short ver | tv size ver | 短版 | single edit* | video edit | short version | short edit | radio cut | tv size
            tv edit | tv version | album edit | radioedit | funkfassung | version radio
            """),
        (VersionKinds.Edit, WordPlace.Last, "edit"),
        (VersionKinds.Extended, WordPlace.Anywhere, """
            extended* | extended version* | version extendida | version longue | versao estendida | versione estesa | langversion | maxiversion | rozszerzona | расширенная версия | ロングバージョン | 加长版 | full ver | extended mix* | extended edit | 12 inch | 12 inch version | 12 inch mix | 12 version
            12 mix | long version | full length | maxi version | extended play
            """),
        (VersionKinds.ReRecorded, WordPlace.Anywhere, """
            re recorded* | rerecorded* | re recording | rerecording | new recording | re recorded version* | re recorded versions
            new version | regrabacion | regrabado | neuaufnahme | neueinspielung | reenregistrement | regravacao | regravado | nuova registrazione | neu aufgenommen | перезапись | 再録 | 再録音 | 重录版 | 重錄版 | taylors version*
            """),
        (VersionKinds.Cover, WordPlace.Last, "cover | cover version | coverversion | tribute | кавер | カバー | カヴァー | 커버 | 翻唱 | 翻唱版 | covers | coverver | каверверсия | кавер версия"),
        (VersionKinds.Cover, WordPlace.Anywhere, """
            cover of | cover by | tribute to | tribute version | a tribute | lullaby version | lullaby rendition
            """),
        (VersionKinds.SpedUp, WordPlace.Anywhere, """
            sped up* | spedup | speed up | speed up version | acelerada | acelerado | ускоренная версия | ускоренная | 加速版 | 倍速版 | sped up version* | nightcore* | faster version
            """),
        (VersionKinds.Slowed, WordPlace.Anywhere, """
            slowed* | slowed down | slowed and reverb | slow version | замедленная версия | замедленная | 慢速版 | 减速版 | lentificada | ralentie | slowed version | slowed reverb | chopped and screwed
            screwed
            """),
        (VersionKinds.Orchestral, WordPlace.Anywhere, """
            orchestral | orchestral version* | orchestra version | orquestal | orquestral | orchestrale | version orchestrale | orkestral | orchesterversion | оркестровая версия | オーケストラver | 交响版 | with orchestra | symphonic | symphonic version
            string quartet version | with strings | orchester
            """),
        (VersionKinds.Piano, WordPlace.Anywhere, "piano version* | solo piano | piano solo | piano acoustic | klavierversion | piano ver | version piano | version para piano | versao piano | klavier version | ピアノver | ピアノバージョン | фортепианная версия | 钢琴版 | 鋼琴版 | 피아노 버전"),
        (VersionKinds.Piano, WordPlace.Alone, "piano"),
        (VersionKinds.Session, WordPlace.Last, "session | sessions"),
        (VersionKinds.Session, WordPlace.Anywhere, """
            session version | session at | sessions at | session for | spotify singles | spotify sessions | apple music sessions
            amazon original | peel session | peel sessions | bbc session | radio session | home session | from the basement
            """),
        (VersionKinds.Interlude, WordPlace.Edge, "interlude | intro | outro | skit | introduction | prelude | interludio | interludium | zwischenspiel | einleitung | introduccion | introducao | introduzione | preludio | вступление | интро | интерлюдия | аутро | イントロ | インタールード"),
        (VersionKinds.Reprise, WordPlace.Edge, "reprise | repris | реприза | リプライズ"),
        (VersionKinds.Medley, WordPlace.Edge, "medley | megamix | potpourri | pot pourri | popurri | попурри | メドレー | 메들리"),
        (VersionKinds.Chiptune, WordPlace.Anywhere, "8 bit | 8bit | 16 bit | chiptune | 8 bit version"),
        (VersionKinds.Alternate, WordPlace.Anywhere, """
            alternate | alternate version | alternate take | alternative take | alternate mix | alternative version | alt version
            outtake | out take | alternative mix | unreleased version | alternate ending
            """),
        (VersionKinds.Alternate, WordPlace.Edge, "take"),
        (VersionKinds.Commentary, WordPlace.Anywhere, "commentary | spoken introduction | track by track"),
        (VersionKinds.Named, WordPlace.Edge, "version | versione | versao | fassung | バージョン | версия | 버전 | ver | versie | versjon | versio | wersja | verzija | verze | verzio | versiyon | versiyonu | versionen"),
    ];

    /// <summary>Version and decoration words that no common word is within one letter of: a typing mistake in them is accepted.</summary>
    public static readonly string[] Unmistakable =
    [
        "remaster", "remastered", "remasterizado", "remasterizada", "acoustic", "instrumental", "karaoke", "unplugged", "version", "extended", "orchestral",
        "session", "sessions", "interlude", "medley", "commentary", "acapella", "acappella", "remix", "bootleg", "nightcore", "alternate",
        "explicit", "deluxe", "anniversary", "soundtrack",
    ];

    /// <summary>Words that come before the names of guests.</summary>
    public static readonly FrozenSet<string> Credits = Set("feat ft featuring prod");

    /// <summary>Words that come before the names of guests only in brackets: "With or Without You" credits nobody.</summary>
    public static readonly FrozenSet<string> BracketCredits = Set("feat ft featuring with w con avec mit");

    /// <summary>Small words that do not identify a version.</summary>
    public static readonly FrozenSet<string> SmallWords = Set("""
        the a an at in from on of by for and de la el en le les du des der die das im am aus al il to version ver mix remix take
        edit live session sessions remaster remastered original
        """);

    /// <summary>Words before a number that make it a part of a work: short form and full form.</summary>
    public static readonly FrozenDictionary<string, string> NumberedWords = Pairs("""
        pt part, part part, pts parts, parts parts, vol volume, volume volume, no number, nr number, num number, numero number, nummer number, chapter chapter, chap chapter,
        act act, book book, disc disc, op opus, opus opus, symphony symphony, number number, teil part, parte part, partie part,
        movement movement, phase phase, side side, episode episode
        """);

    /// <summary>Numbers as words, understood after a numbered word.</summary>
    public static readonly FrozenDictionary<string, string> NumberWords = Pairs("""
        one 1, two 2, three 3, four 4, five 5, six 6, seven 7, eight 8, nine 9, ten 10, i 1, v 5, x 10, eins 1, zwei 2, drei 3,
        uno 1, dos 2, tres 3, deux 2, trois 3
        """);

    /// <summary>Roman numerals that are not words: also understood at the end of a title.</summary>
    public static readonly FrozenDictionary<string, string> RomanNumbers = Pairs("""
        ii 2, iii 3, iv 4, vi 6, vii 7, viii 8, ix 9, xi 11, xii 12, xiii 13, xiv 14, xv 15
        """);

    /// <summary>Names of album artists that name nobody.</summary>
    public static readonly FrozenSet<string> NoArtistNames = Set("""
        various artists, various, va, v a, various artist, unknown artist, unknown, verschiedene interpreten, verschiedene,
        artistes divers, varios artistas, artisti vari, diverse, diverse artiesten, diverse kunstnere, olika artister, rozni wykonawcy, разные исполнители,
        неизвестныи исполнитель, неизвестен, unbekannt, unbekannter interpret, unbekannter kunstler, artiste inconnu, artista desconocido, desconocido, sconosciuto, artista sconosciuto, vv aa, vvaa, aa vv, aavv,
        varios, vari, blandade artister, cesitli sanatcilar, 群星, オムニバス, 알 수 없음, original soundtrack, soundtrack, no artist,
        сборник, n a, not available, none, null, untitled artist, varie, interpreti vari, verschiedene kunstler
        """, ',');

    /// <summary>Phrases in an album's name that mark a compilation.</summary>
    public static readonly string[] CompilationPhrases =
    [
        "greatest hits", "best of", "the very best", "the essential", "essentials", "essential collection", "the collection", "anthology", "the hits",
        "hits collection", "number ones", "the ultimate", "ultimate collection", "gold collection", "now thats what i call", "singles collection",
        "complete collection", "box set", "platinum collection", "definitive collection", "grandes exitos", "lo mejor de", "top hits", "hit collection",
        "compilation", "retrospective", "the singles", "chart hits", "summer hits", "die grossten hits", "лучшее", "лучшие песни",
    ];

    /// <summary>What musicians call the group that plays with them: "The Jimi Hendrix Experience".</summary>
    public static readonly FrozenSet<string> Ensembles = Set("""
        band, big band, experience, trio, quartet, quintet, sextet, septet, octet, nonet, group, orchestra, ensemble, combo, project, revue, explosion,
        quartett, quintett, sextett, kvartett, kvintett, cuarteto, quinteto, quarteto, quartetto, quintetto, orchester, orkester, orquesta, orchestre, orkestra, conjunto
        """, ',');

    /// <summary>Words that many artists have in their names.</summary>
    public static readonly FrozenSet<string> CommonNameWords = Set("""
        the les los las der die das dj mc band bands group groep gruppe grupo gruppo orchestra choir chor coro brothers sisters boys girls family music official
        featuring with from his her and und mister miss lady king young lil big
        """);

    /// <summary>Extensions of lossless file types.</summary>
    public static readonly FrozenSet<string> LosslessSuffixes = Set("flac alac wav aiff aif ape wv dsf dff tta");

    /// <summary>The phrases by their first word, longest first.</summary>
    public static readonly FrozenDictionary<string, MusicWord[]> ByFirstWord = Phrases()
        .GroupBy(phrase => phrase.Words[0], StringComparer.Ordinal)
        .ToFrozenDictionary(
            group => group.Key,
            group => group.OrderByDescending(phrase => phrase.Words.Length).ThenByDescending(phrase => phrase.Kinds).ToArray(),
            StringComparer.Ordinal);

    // The same sets for lookups by spans of a key.
    private static readonly FrozenDictionary<string, MusicWord[]>.AlternateLookup<ReadOnlySpan<char>> Phrase
        = ByFirstWord.GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> SmallWord = SmallWords.GetAlternateLookup<ReadOnlySpan<char>>();
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Credit = Credits.GetAlternateLookup<ReadOnlySpan<char>>();
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> BracketCredit = BracketCredits.GetAlternateLookup<ReadOnlySpan<char>>();
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Nobody = NoArtistNames.GetAlternateLookup<ReadOnlySpan<char>>();
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Ensemble = Ensembles.GetAlternateLookup<ReadOnlySpan<char>>();
    private static readonly FrozenDictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> NumberedWord
        = NumberedWords.GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly FrozenDictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> NumberWord
        = NumberWords.GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly FrozenDictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> RomanNumber
        = RomanNumbers.GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly WordMask PhraseMask = new(ByFirstWord.Keys);
    private static readonly WordMask SmallWordMask = new(SmallWords);
    private static readonly WordMask NobodyMask = new(NoArtistNames);
    private static readonly WordMask NameEndMask = new(ByFirstWord.Values.SelectMany(phrases => phrases).Where(phrase => phrase.Bare).Select(phrase => phrase.Words[^1]));
    private static readonly WordMask ShortFormMask = new([.. NumberedWords.Keys, .. RomanNumbers.Keys, "n", "ver"]);

    /// <summary>The phrases that begin with this word, longest first.</summary>
    public static ReadOnlySpan<MusicWord> PhrasesFrom(ReadOnlySpan<char> word)
        => PhraseMask.MayHold(word) && Phrase.TryGetValue(word, out var phrases) ? phrases : [];

    /// <summary>Whether the word is one of <see cref="SmallWords"/>.</summary>
    public static bool IsSmall(ReadOnlySpan<char> word) => SmallWordMask.MayHold(word) && SmallWord.Contains(word);

    /// <summary>Whether the word, in lower case, comes before the names of guests.</summary>
    public static bool OpensCredit(ReadOnlySpan<char> word, bool inBracket) => inBracket ? BracketCredit.Contains(word) : Credit.Contains(word);

    /// <summary>Whether the key is one of <see cref="NoArtistNames"/>.</summary>
    public static bool IsNobody(ReadOnlySpan<char> key) => NobodyMask.MayHold(key) && Nobody.Contains(key);

    /// <summary>Whether the key is one of <see cref="Ensembles"/>.</summary>
    public static bool IsEnsemble(ReadOnlySpan<char> key) => Ensemble.Contains(key);

    /// <summary>Whether a phrase that needs no bracket may end with this word. Cheap, and usually false.</summary>
    public static bool MayEndName(ReadOnlySpan<char> word) => NameEndMask.MayHold(word);

    /// <summary>Whether the word may be a short form. Cheap, and usually false.</summary>
    public static bool MayBeShortForm(ReadOnlySpan<char> word) => ShortFormMask.MayHold(word);

    /// <summary>The full form of a word among its neighbours. Those before it are already in full form. A missing neighbour is
    /// empty.</summary>
    public static ReadOnlySpan<char> Unify(ReadOnlySpan<char> beforeLast, ReadOnlySpan<char> before, ReadOnlySpan<char> word, ReadOnlySpan<char> next)
    {
        var isFirst = before.IsEmpty;
        var isLast = next.IsEmpty;
        if (word is "n" && !isFirst && !isLast)
        {
            return "and";
        }

        if (word is "ver" && isLast && !isFirst)
        {
            return "version";
        }

        if (!isLast && NumberedWord.TryGetValue(word, out var full) && IsNumber(next, digitsOnly: word is "no"))
        {
            return full;
        }

        // "parts i-v": what follows a number of several parts is one too.
        var isSecondOfParts = beforeLast is "parts" && char.IsAsciiDigit(before[0]);
        var isNumbered = isSecondOfParts || (!isFirst && before is not "no" && NumberedWord.ContainsKey(before));
        if (isNumbered && NumberWord.TryGetValue(word, out var digits))
        {
            return digits;
        }

        return !isFirst && RomanNumber.TryGetValue(word, out var roman) ? roman : word;
    }

    // "No. 5" is a number, "No One Knows" is not.
    private static bool IsNumber(ReadOnlySpan<char> word, bool digitsOnly)
        => char.IsAsciiDigit(word[0]) || (!digitsOnly && (NumberWord.ContainsKey(word) || RomanNumber.ContainsKey(word)));

    private static IEnumerable<MusicWord> Phrases()
    {
        foreach (var phrase in Lines(WeakDecoration))
        {
            var isBare = phrase.EndsWith("album version", StringComparison.Ordinal);
            yield return new(phrase.Split(' '), VersionKinds.None, WordPlace.Alone, TakesAll: false, isBare);
        }

        foreach (var phrase in Lines(StrongDecoration))
        {
            var isBare = phrase.EndsWith("remaster", StringComparison.Ordinal) || phrase.EndsWith("remastered", StringComparison.Ordinal);
            yield return new(phrase.Split(' '), VersionKinds.None, WordPlace.Anywhere, TakesAll: true, isBare);
        }

        foreach (var (kinds, place, phrases) in Versions)
        {
            foreach (var phrase in Lines(phrases))
            {
                yield return new(phrase.TrimEnd('*').Split(' '), kinds, place, TakesAll: false, Bare: phrase.EndsWith('*'));
            }
        }
    }

    private static string[] Lines(string phrases)
        => phrases.Split(['|', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static FrozenSet<string> Set(string words, char separator = ' ')
        => words.Split([separator, '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).ToFrozenSet(StringComparer.Ordinal);

    private static FrozenDictionary<string, string> Pairs(string pairs)
        => pairs.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(pair => pair.Split(' '))
            .ToFrozenDictionary(pair => pair[0], pair => pair[1], StringComparer.Ordinal);
}
