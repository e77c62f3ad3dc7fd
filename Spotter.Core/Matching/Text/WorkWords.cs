using System.Collections.Frozen;

namespace Spotter.Core.Matching.Text;

/// <summary>The vocabulary of classical music: forms, instruments, keys, catalogues, composers and orchestras, as data. Entries are
/// keys.</summary>
internal static class WorkWords
{
    /// <summary>Forms in several languages, by the English word.</summary>
    public static readonly FrozenDictionary<string, string> Forms = Words("""
        symphony: symphony sinfonie symphonie sinfonia simfonia sinfonía symfonie symfonia szimfonia симфония sinfoni
        sonata: sonata sonate sonatas sonaten соната szonata
        concerto: concerto konzert concert concierto koncert concertos konzerte концерт
        quartet: quartet quartett quatuor cuarteto quartetto kvartet квартет
        quintet: quintet quintett quintette quinteto quintetto квинтет
        trio: trio klaviertrio трио
        sextet: sextet sextett
        octet: octet oktett octuor
        suite: suite suites suita сюита
        partita: partita partitas partite
        prelude: prelude praludium preludio preludes прелюдия preludium
        fugue: fugue fuge fuga
        nocturne: nocturne nocturnes notturno ноктюрн nokturn
        etude: etude etudes etuda etude study этюд estudio
        mazurka: mazurka mazurkas мазурка
        polonaise: polonaise polonaises polonez полонез
        waltz: waltz walzer valse vals вальс walc
        ballade: ballade ballad баллада ballada
        scherzo: scherzo скерцо
        impromptu: impromptu impromptus экспромт
        rhapsody: rhapsody rhapsodie rapsodie rapsodia
        fantasia: fantasia fantasie fantaisie fantasy
        variations: variations variationen variaciones variazioni
        mass: mass messe missa misa
        requiem: requiem реквием
        cantata: cantata kantate cantate
        overture: overture ouverture ouverture obertura увертюра
        serenade: serenade serenata
        divertimento: divertimento divertimenti
        invention: invention inventions
        dance: dance tanz danse danza
        bagatelle: bagatelle bagatellen
        toccata: toccata tokkata
        arabesque: arabesque
        """);

    /// <summary>Instruments in several languages, by the English word.</summary>
    public static readonly FrozenDictionary<string, string> Instruments = Words("""
        piano: piano klavier pianoforte фортепиано fortepiano
        violin: violin violine violon violino geige скрипка
        viola: viola bratsche
        cello: cello violoncello violoncelle violoncelo виолончель
        flute: flute flote flauto flauta
        oboe: oboe hautbois
        clarinet: clarinet klarinette clarinette clarinetto
        horn: horn cor corno
        trumpet: trumpet trompete trompette tromba
        guitar: guitar gitarre guitare guitarra
        organ: organ orgel orgue organo
        harpsichord: harpsichord cembalo clavecin
        string: string strings streicher
        bassoon: bassoon fagott basson
        """);

    /// <summary>German compounds of an instrument and a form.</summary>
    public static readonly FrozenDictionary<string, (string Instrument, string Form)> Compounds = new Dictionary<string, (string, string)>
    {
        ["klaviersonate"] = ("piano", "sonata"),
        ["klavierkonzert"] = ("piano", "concerto"),
        ["klavierquartett"] = ("piano", "quartet"),
        ["klavierquintett"] = ("piano", "quintet"),
        ["klaviertrio"] = ("piano", "trio"),
        ["violinkonzert"] = ("violin", "concerto"),
        ["violinsonate"] = ("violin", "sonata"),
        ["cellokonzert"] = ("cello", "concerto"),
        ["cellosonate"] = ("cello", "sonata"),
        ["cellosuite"] = ("cello", "suite"),
        ["flotenkonzert"] = ("flute", "concerto"),
        ["flotensonate"] = ("flute", "sonata"),
        ["hornkonzert"] = ("horn", "concerto"),
        ["klarinettenkonzert"] = ("clarinet", "concerto"),
        ["klarinettenquintett"] = ("clarinet", "quintet"),
        ["streichquartett"] = ("string", "quartet"),
        ["streichquintett"] = ("string", "quintet"),
        ["streichsextett"] = ("string", "sextet"),
        ["trompetenkonzert"] = ("trumpet", "concerto"),
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Catalogues of works, by the words before the number.</summary>
    public static readonly FrozenDictionary<string, string> Catalogues = Words("""
        opus: op opus
        woo: woo
        k: k kv
        bwv: bwv
        hwv: hwv
        rv: rv
        d: d
        hob: hob
        s: s
        twv: twv
        buxwv: buxwv
        wq: wq
        jb: jb
        sz: sz
        trv: trv
        """);

    /// <summary>Words before the work's own number.</summary>
    public static readonly FrozenSet<string> NumberSigns = Set("no number nr num n nos numero №");

    /// <summary>Nicknames of works, of one word. They add nothing to the number.</summary>
    public static readonly FrozenSet<string> Nicknames = Set("""
        moonlight mondschein mondscheinsonate pathetique pathetic appassionata waldstein tempest hammerklavier spring summer autumn winter primavera estate
        autunno inverno eroica pastoral pastorale choral fate schicksal jupiter prague linz haffner emperor titan resurrection unfinished unvollendete italian
        scottish reformation archduke trout surprise military clock london kreutzer raindrop revolutionary heroic minute leningrad
        """);

    /// <summary>Words that mean a movement, before or after its number.</summary>
    public static readonly FrozenSet<string> MovementWords = Set("movement mvt mov satz mouvement movimiento movimento часть");

    /// <summary>Modes, by the English word.</summary>
    public static readonly FrozenDictionary<string, string> Modes = Words("""
        major: major maj dur majeur maggiore mayor мажор
        minor: minor min moll mineur minore menor минор
        """);

    /// <summary>Notes as English keys: German names with their own alterations, and the Romance ones.</summary>
    public static readonly FrozenDictionary<string, string> Notes = Words("""
        c: c do ut
        c sharp: cis
        d flat: des
        d: d re
        d sharp: dis
        e flat: es
        e: e mi
        f: f fa
        f sharp: fis
        g flat: ges
        g: g sol
        g sharp: gis
        a flat: as
        a: a la
        b flat: b
        b: h si
        """);

    /// <summary>Alterations, by the English word.</summary>
    public static readonly FrozenDictionary<string, string> Alterations = Words("""
        sharp: sharp diese diesis sostenido
        flat: flat bemol bemolle
        """);

    /// <summary>Composers, with the first names that distinguish those of one surname. Any other credited artist is a performer.</summary>
    public static readonly string[] Composers = Lines("""
        isaac albeniz | tomaso albinoni | johann sebastian bach | carl philipp emanuel bach | johann christian bach | bela bartok | ludwig van beethoven
        alban berg | hector berlioz | georges bizet | luigi boccherini | alexander borodin | johannes brahms | benjamin britten | max bruch
        anton bruckner | dieterich buxtehude | frederic chopin | muzio clementi | arcangelo corelli | francois couperin | carl czerny | claude debussy
        leo delibes | gaetano donizetti | antonin dvorak | edward elgar | manuel de falla | gabriel faure | cesar franck | george gershwin
        umberto giordano | mikhail glinka | christoph willibald gluck | charles gounod | enrique granados | edvard grieg | george frideric handel
        georg friedrich handel | joseph haydn | michael haydn | gustav holst | johann nepomuk hummel | leos janacek | aram khachaturian | zoltan kodaly
        ruggero leoncavallo | franz liszt | jean baptiste lully | gustav mahler | alessandro marcello | benedetto marcello | pietro mascagni
        jules massenet | felix mendelssohn | felix mendelssohn bartholdy | fanny mendelssohn | olivier messiaen | claudio monteverdi
        wolfgang amadeus mozart | modest mussorgsky | carl nielsen | jacques offenbach | carl orff | johann pachelbel | niccolo paganini
        giovanni pierluigi da palestrina | giovanni battista pergolesi | francis poulenc | sergei prokofiev | sergej prokofjew | giacomo puccini
        henry purcell | sergei rachmaninoff | sergei rachmaninov | sergej rachmaninow | jean philippe rameau | maurice ravel | ottorino respighi
        nikolai rimsky korsakov | joaquin rodrigo | gioachino rossini | gioacchino rossini | camille saint saens | pablo de sarasate | erik satie
        domenico scarlatti | alessandro scarlatti | arnold schoenberg | arnold schonberg | franz schubert | clara schumann | robert schumann
        alexander scriabin | dmitri shostakovich | dmitri schostakowitsch | jean sibelius | bedrich smetana | johann strauss | johann strauss ii
        richard strauss | igor stravinsky | igor strawinsky | thomas tallis | giuseppe tartini | pyotr ilyich tchaikovsky | peter ilyich tchaikovsky
        piotr ilyich tchaikovsky | peter tschaikowsky | georg philipp telemann | ralph vaughan williams | giuseppe verdi | tomas luis de victoria
        heitor villa lobos | antonio vivaldi | richard wagner | william walton | carl maria von weber | anton webern | henryk wieniawski | hugo wolf
        eugene ysaye | jan dismas zelenka | alexander zemlinsky | людвиг ван бетховен | петр чаиковскии | сергеи рахманинов | вольфганг амадеи моцарт
        иоганн себастьян бах | фредерик шопен | дмитрии шостакович | сергеи прокофьев
        """);

    /// <summary>Surnames that several composers have, so that the first names must agree.</summary>
    public static readonly FrozenSet<string> SharedSurnames = Set("bach haydn strauss scarlatti schumann marcello mendelssohn");

    /// <summary>A uniform spelling of surnames that languages write differently.</summary>
    public static readonly FrozenDictionary<string, string> SurnameSpellings = Words("""
        tchaikovsky: tchaikovsky tschaikowsky tchaikovski chaikovsky чаиковскии tschaikowskij
        rachmaninoff: rachmaninoff rachmaninov rachmaninow рахманинов
        shostakovich: shostakovich schostakowitsch chostakovitch шостакович
        prokofiev: prokofiev prokofjew prokofieff прокофьев
        stravinsky: stravinsky strawinsky
        handel: handel haendel
        schoenberg: schoenberg schonberg
        dvorak: dvorak dvorzak
        mussorgsky: mussorgsky moussorgsky mussorgskij
        beethoven: beethoven бетховен
        bach: bach бах
        mozart: mozart моцарт
        chopin: chopin шопен szopen
        scriabin: scriabin skrjabin skriabin
        korsakov: korsakov korsakow korsakoff
        """);

    /// <summary>The composers by surname, in the uniform spelling.</summary>
    private static readonly FrozenDictionary<string, string[]> BySurname = Composers
        .GroupBy(SurnameOf, StringComparer.Ordinal)
        .ToFrozenDictionary(group => group.Key, group => group.ToArray(), StringComparer.Ordinal);

    /// <summary>The composers' surnames, in all spellings.</summary>
    public static readonly FrozenSet<string> Surnames = BySurname.Keys.Concat(SurnameSpellings.Keys).ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Surname = Surnames.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Words in names of ensembles that no person's name has.</summary>
    public static readonly FrozenSet<string> EnsembleWords = Set("""
        orchestra orchestre orchester orquesta orkest orkester orkestra philharmonic philharmonia philharmoniker philharmonie filarmonica symphoniker
        symphony sinfonietta symphonieorchester sinfonieorchester kammerorchester staatskapelle kapelle choir chorus chor coro choeur choeurs singers quartet
        quartett quatuor trio quintet ensemble consort academy akademie camerata players soloists solisti virtuosi musici concentus collegium orchestral
        gewandhausorchester gewandhaus concertgebouw оркестр хор квартет
        """);

    /// <summary>Orchestras with names in several languages: each line is one orchestra, with the words that its names begin with.</summary>
    public static readonly string[][] Ensembles =
    [
        ["wiener philharmoniker", "vienna philharmonic", "orchestre philharmonique de vienne", "filarmonica de viena"],
        ["berliner philharmoniker", "berlin philharmonic", "orchestre philharmonique de berlin"],
        ["munchner philharmoniker", "munich philharmonic"],
        ["wiener symphoniker", "vienna symphony"],
        ["bamberger symphoniker", "bamberg symphony"],
        ["royal concertgebouw orchestra", "concertgebouw orchestra", "koninklijk concertgebouworkest", "concertgebouworkest", "amsterdam concertgebouw"],
        ["symphonieorchester des bayerischen rundfunks", "bavarian radio symphony", "sinfonieorchester des bayerischen rundfunks"],
        ["gewandhausorchester", "gewandhausorchester leipzig", "leipzig gewandhaus", "gewandhaus orchestra"],
        ["staatskapelle dresden", "dresden staatskapelle", "sachsische staatskapelle dresden"],
        ["staatskapelle berlin", "berlin staatskapelle"],
        ["orchestre symphonique de montreal", "montreal symphony"],
        ["orchestre de la suisse romande", "suisse romande"],
        ["czech philharmonic", "ceska filharmonie", "tschechische philharmonie"],
        ["israel philharmonic", "the israel philharmonic"],
        ["chamber orchestra of europe", "europaisches kammerorchester"],
        ["academy of st martin in the fields", "academy of saint martin in the fields", "academy of st martin"],
        ["london symphony", "lso"],
        ["london philharmonic"],
        ["orchestra dellaccademia nazionale di santa cecilia", "accademia nazionale di santa cecilia", "santa cecilia"],
        ["orchestre de paris"],
        ["ndr sinfonieorchester", "ndr symphony", "ndr elbphilharmonie", "sinfonieorchester des norddeutschen rundfunks"],
    ];

    /// <summary>The composer's usual name for "Beethoven", "L. v. Beethoven" or "Людвиг ван Бетховен". Null if the key names no
    /// composer.</summary>
    public static string? ComposerOf(ReadOnlySpan<char> key)
    {
        var last = key[(key.LastIndexOf(' ') + 1)..];
        if (!(last is "ii" || Surname.Contains(last)) || !BySurname.TryGetValue(SurnameOf(key.ToString()), out var composers))
        {
            return null;
        }

        if (!key.Contains(' '))
        {
            // "Strauss" alone may be Johann or Richard, but "Bach" is Johann Sebastian.
            return composers[0].EndsWith("strauss", StringComparison.Ordinal) || composers[0].EndsWith("scarlatti", StringComparison.Ordinal) ? null : composers[0];
        }

        foreach (var composer in composers)
        {
            if (composer[0] == key[0] && Performers.IsSamePerson(composer, key.ToString()))
            {
                return SharedSurnames.Contains(SurnameOf(composer)) ? composer : composers[0];
            }
        }

        return null;
    }

    /// <summary>The surname in a composer's name, in the uniform spelling.</summary>
    public static string SurnameOf(string name)
    {
        var words = TextNormalizer.Words(name);
        var surname = words is [.., var before, "ii"] ? before : words[^1];
        return SurnameSpellings.GetValueOrDefault(surname, surname);
    }

    private static FrozenDictionary<string, string> Words(string lines)
        => lines.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(line => line.Split(": "))
            .SelectMany(parts => parts[1].Split(' ', StringSplitOptions.RemoveEmptyEntries).Distinct().Select(word => (Word: word, Meaning: parts[0])))
            .ToFrozenDictionary(pair => pair.Word, pair => pair.Meaning, StringComparer.Ordinal);

    private static FrozenSet<string> Set(string words)
        => words.Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).ToFrozenSet(StringComparer.Ordinal);

    private static string[] Lines(string phrases)
        => phrases.Split(['|', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
