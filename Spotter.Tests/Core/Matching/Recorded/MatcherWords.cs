namespace Spotter.Tests.Core.Matching.Recorded;

/// <summary>
/// Titles, credits, albums and classical works put together at random from the words that mean something to the matcher and from some that mean nothing: rules
/// meet each other there in ways that nobody would think of. The same seed makes the same texts.
/// </summary>
internal sealed class MatcherWords(int seed)
{
    private static readonly string[] Telling = """
        cd disc disk disque cd1 cd2 cd3 cd4 disc1 disc2 live at from in on concert en vivo ao sessions session unplugged karaoke 8 bit instrumentals / x vs.
        vs feat. feat ft. ft featuring with w/ & and And + und y et og och e i и 'n' the les los las die der das de het el ae oe ue aa dj ng th dh album
        version lp 7 inch single original mix ep mono stereo explicit clean edited main standard full edition official video audio music lyric lyrics
        visualizer visualiser hd hq 4k hi res high quality uncensored censored amended radio canonical dolby atmos spatial ost theme title song recording
        originale albumversion singleversion originalversion albumversie albumversjon albumiversio wersja albumowa oryginalna versione versao do del
        originalfassung оригинал оригинальная версия альбома альбомная オリジナル オリジナルバージョン バージョン アルバムバージョン アルバム シングル 原版 原曲 オリジナルver remaster remastered remasters
        remastering digital digitally remasterizado remasterizada remasterise remasterisee remasterizzato rimasterizzato remastert neu gemastert リマスター リマスター版
        ремастер ремастеринг 리마스터 デジタルリマスター デジタルリマスター版 重制版 重製版 数码修复 remasterad remastret remasteroitu remasterowany remastrovana remasterisert ремастированная
        digitalmente bonusowy bonus spor ボーナストラック utwor dodatkowy track bonustrack hidden deluxe expanded anniversary special collectors limited super legacy
        motion picture soundtrack sound cast broadway film movie series tv netflix game musical aus dem du la pelicula dal filme parental advisory produced by
        prod hdcd master re mastered reissue issue reissued directo public concerto na zywo uzivo v zivo elokonsertti canli performans livealbum nazivo вживую
        живьем живое выступление наживо ζωντανα ζωντανη ηχογραφηση 现场版 現場版 演唱会 演唱會 演唱会版 live版 ライブ版 ライヴ版 ライブバージョン ライブver 라이브 버전 라이브버전 konzertmitschnitt
        livemitschnitt liveaufnahme живои концерт ライブ ライヴ 现场 現場 recorded performance acoustic im a au lounge tiny desk mtv stripped down acustico acustica
        akustyczna akustycznie akustisk akustinen akoestisch akusticka akusztikus akustik versiyon ακουστικη アコースティックver アコースティックバージョン 弾き語り 不插电 不插電 原声版 어쿠스틱
        acoustique акустическая akustikversion アコースティック акустика remixed ремікс reremix リミックスver remix版 混音 混音版 remiksi remiks remixversion remezcla remixes
        リミックス ремикс 리믹스 mash up mashup bootleg rework reworked vip club dance dub house remix edit refix demo demos early demoversion demoaufnahme демо デモver
        デモ音源 데모 小样 rough cut work tape worktape home maqueta デモ first draft voice memo rehearsal instrumental no vocals without strumentale instrumentale
        instrumentalna instrumentalny instrumentaalinen instrumentaal instrumentalni enstrumantal инструментальная インスト インストゥルメンタルver 纯音乐 純音樂 伴奏版 演奏版 반주
        인스트루멘탈 inst instr インストゥルメンタル инструментал 伴奏 backing sing along singalong off vocal カラオケ караоке カラオケver オフボーカル ver offvocal 노래방 卡拉ok karaokeversion
        verzija ガイドメロディー минус minus one style of made famous popular originally performed cappella only アカペラ edicion radioversion radioversie radiowa
        радиоверсия радио radyo versiyonu tvサイズ short size 短版 radioedit funkfassung extended extendida longue estendida estesa langversion maxiversion
        rozszerzona расширенная ロングバージョン 加长版 12 long length maxi play rerecording new versions regrabacion regrabado neuaufnahme neueinspielung
        reenregistrement regravacao regravado nuova registrazione aufgenommen перезапись 再録 再録音 重录版 重錄版 taylors cover tribute to lullaby rendition sped spedup
        speed acelerada acelerado ускоренная 加速版 倍速版 faster slowed reverb slow замедленная 慢速版 减速版 lentificada ralentie chopped screwed orchestral orchestra
        orquestal orquestral orchestrale orkestral orchesterversion оркестровая オーケストラver 交响版 symphonic string quartet strings orchester for spotify singles
        apple amazon peel bbc basement alternate take alternative alt outtake out unreleased ending an le des am al il pt part pts parts vol volume number nr
        num numero nummer chapter chap act book op opus symphony teil parte partie movement phase side episode 1 two 2 three 3 four 4 five 5 six 6 seven eight
        nine 9 ten 10 eins zwei drei uno dos tres deux trois ii iii iv vi vii viii ix xi 11 xii xiii 13 xiv 14 xv 15 various artists va artist unknown
        verschiedene interpreten artistes divers varios artistas artisti vari diverse artiesten kunstnere olika artister rozni wykonawcy разные исполнители
        неизвестныи исполнитель неизвестен unbekannt unbekannter interpret kunstler artiste inconnu artista desconocido sconosciuto vv vvaa aavv blandade
        cesitli sanatcilar 群星 オムニバス 알 수 없음 сборник n not available none null untitled varie interpreti band big experience trio quintet sextet septet octet
        nonet group ensemble combo project revue explosion quartett quintett sextett kvartett kvintett cuarteto quinteto quarteto quartetto quintetto orkester
        orquesta orchestre orkestra conjunto mc bands groep gruppe grupo gruppo choir chor coro brothers sisters boys girls family his her mister miss lady
        king young lil mixed coverversion кавер カバー カヴァー 커버 翻唱 翻唱版 covers coverver каверверсия piano solo klavierversion para klavier ピアノver ピアノバージョン
        фортепианная 钢琴版 鋼琴版 피아노 interlude intro outro skit introduction prelude interludio interludium zwischenspiel einleitung introduccion introducao
        introduzione preludio вступление интро интерлюдия аутро イントロ インタールード reprise repris реприза リプライズ medley megamix potpourri pot pourri popurri попурри
        メドレー 메들리 8bit 16 chiptune commentary spoken fassung versie versjon versio verze verzio versionen acapella acappella nightcore w con avec mit greatest
        hits best very essential essentials collection anthology ones ultimate gold now thats what call complete box set platinum definitive grandes exitos lo
        mejor top hit compilation retrospective chart summer grossten лучшее лучшие песни flac alac wav aiff aif ape wv dsf dff tta scene prologue epilogue
        overture finale end credits opening titles kapitel folge capitulo chapitre titel 19 20 your my our their it like let forever free again every each
        this that while well st nd rd - Topic VEVO wanna want gonna going gotta got kinda kind sorta sort outta lemme me gimme give dunno dont know tryna
        trying whatcha you cmon come cause because cuz coz cos til till until thru through tho though altho although nite night nites nights lite light tonite
        tonight u ur r are ya yall all em them luv love little ol old plz please pls thx thanks 2nite 2night 2day today 4ever 4eva b4 before gr8 great colour
        color colours colors coloured colored favour favor favourite favorite honour honor neighbour neighbor neighbours neighbors neighbourhood neighborhood
        harbour harbor flavour flavor labour labor rumour rumor rumours rumors saviour savior behaviour behavior armour armor endeavour endeavor parlour
        parlor vapour vapor grey gray centre center theatre theater fibre fiber metre meter spectre specter sombre somber whisky whiskey mum mom jewellery
        jewelry tyre tire programme program cheque check defence defense travelling traveling traveller traveler travellers travelers catalogue catalog
        dialogue dialog aeroplane airplane pyjamas pajamas judgement judgment plough plow mould mold okay ok alright right versus mr mrs missus saint ste
        sainte dr doctor jr junior sr senior fort mt mount sgt sergeant capt captain prof professor road blvd boulevard eleven twelve thirteen fourteen
        fifteen sixteen seventeen 17 eighteen 18 nineteen twenty thirty 30 forty 40 fifty 50 sixty 60 seventy 70 eighty 80 ninety 90 1st second 2nd third 3rd
        fourth 4th fifth 5th sixth 6th seventh 7th eighth 8th ninth 9th tenth 10th aeiouy та ve ja l den gli een un une una ein eine os as uma det ett ever
        real life be o d h t b k g z f ا ي ك ه f/ arrangement transcription arr maj min dur moll mayor menor маж symphon sinfo simfon szimf симф sonat szonat
        сонат concer konzer концер quart cuart kvart кварт quint трио sext oktett octuor suite suita сюит partit prelu prélu prälu прелю fug noct nott nokt
        ноктю étud etud etüd этюд estudio mazurk мазур polon полон waltz walz valse vals walc вальс ballad баллад scherz скерц imprompt эксп rhaps raps fanta
        varia mass mess missa misa requiem рекви cant kant overt ouver obert увертю seren divert invent tanz danse danza bagat toccat tokkat arabesq op. woo
        k. kv bwv hwv rv d. hob twv wq trv sz. IVX # ivx sinfonie symphonie sinfonia simfonia sinfonía symfonie symfonia szimfonia симфония sinfoni sonata
        sonate sonatas sonaten соната szonata konzert concierto koncert concertos konzerte quatuor kvartet квартет quintette квинтет klaviertrio suites сюита
        partita partitas partite praludium preludes прелюдия preludium fugue fuge fuga nocturne nocturnes notturno ноктюрн nokturn etude etudes etuda study
        mazurka mazurkas мазурка polonaise polonaises polonez полонез walzer ballade баллада ballada scherzo скерцо impromptu impromptus экспромт rhapsody
        rhapsodie rapsodie rapsodia fantasia fantasie fantaisie fantasy variations variationen variaciones variazioni messe реквием cantata kantate cantate
        ouverture obertura увертюра serenade serenata divertimento divertimenti invention inventions bagatelle bagatellen toccata tokkata arabesque pianoforte
        фортепиано fortepiano violin violine violon violino geige скрипка viola bratsche cello violoncello violoncelle violoncelo виолончель flute flote
        flauto flauta oboe hautbois clarinet klarinette clarinette clarinetto horn cor corno trumpet trompete trompette tromba guitar gitarre guitare guitarra
        organ orgel orgue organo harpsichord cembalo clavecin streicher bassoon fagott basson s buxwv jb sz moonlight mondschein mondscheinsonate pathetique
        pathetic appassionata waldstein tempest hammerklavier spring autumn winter primavera estate autunno inverno eroica pastoral pastorale choral fate
        schicksal jupiter prague linz haffner emperor titan resurrection unfinished unvollendete italian scottish reformation archduke trout surprise military
        clock london kreutzer raindrop revolutionary heroic minute leningrad major majeur maggiore мажор minor mineur minore минор c ut cis dis es mi fa fis
        ges sol gis si sharp diese diesis sostenido flat bemol bemolle isaac albeniz tomaso albinoni johann sebastian bach carl philipp emanuel christian bela
        bartok ludwig van beethoven alban berg hector berlioz georges bizet luigi boccherini alexander borodin johannes brahms benjamin britten max bruch
        anton bruckner dieterich buxtehude frederic chopin muzio clementi arcangelo corelli francois couperin czerny claude debussy leo delibes gaetano
        donizetti antonin dvorak edward elgar manuel falla gabriel faure cesar franck george gershwin umberto giordano mikhail glinka christoph willibald
        gluck charles gounod enrique granados edvard grieg frideric handel georg friedrich joseph haydn michael gustav holst nepomuk hummel leos janacek aram
        khachaturian zoltan kodaly ruggero leoncavallo franz liszt jean baptiste lully mahler alessandro marcello benedetto pietro mascagni jules massenet
        felix mendelssohn bartholdy fanny olivier messiaen claudio monteverdi wolfgang amadeus mozart modest mussorgsky nielsen jacques offenbach orff
        pachelbel niccolo paganini giovanni pierluigi da palestrina battista pergolesi francis poulenc sergei prokofiev sergej prokofjew giacomo puccini henry
        purcell rachmaninoff rachmaninov rachmaninow philippe rameau maurice ravel ottorino respighi nikolai rimsky korsakov joaquin rodrigo gioachino rossini
        gioacchino camille saens pablo sarasate erik satie domenico scarlatti arnold schoenberg schonberg schubert clara schumann robert scriabin dmitri
        shostakovich schostakowitsch sibelius bedrich smetana strauss richard igor stravinsky strawinsky thomas tallis giuseppe tartini pyotr ilyich
        tchaikovsky peter piotr tschaikowsky telemann ralph vaughan williams verdi tomas luis victoria heitor villa lobos antonio vivaldi wagner william
        walton maria von weber webern henryk wieniawski hugo wolf eugene ysaye jan dismas zelenka zemlinsky людвиг ван бетховен петр чаиковскии сергеи
        рахманинов вольфганг амадеи моцарт иоганн себастьян бах фредерик шопен дмитрии шостакович прокофьев tchaikovski chaikovsky tschaikowskij chostakovitch
        prokofieff haendel dvorzak moussorgsky mussorgskij szopen skrjabin skriabin korsakow korsakoff orkest philharmonic philharmonia philharmoniker
        philharmonie filarmonica symphoniker sinfonietta symphonieorchester sinfonieorchester kammerorchester staatskapelle kapelle chorus choeur choeurs
        singers consort academy akademie camerata players soloists solisti virtuosi musici concentus collegium gewandhausorchester gewandhaus concertgebouw
        оркестр хор klaviersonate klavierkonzert klavierquartett klavierquintett violinkonzert violinsonate cellokonzert cellosonate cellosuite flotenkonzert
        flotensonate hornkonzert klarinettenkonzert klarinettenquintett streichquartett streichquintett streichsextett trompetenkonzert nos mvt mov satz
        mouvement movimiento movimento часть wiener vienna philharmonique vienne viena berliner berlin munchner munich bamberger bamberg royal koninklijk
        concertgebouworkest amsterdam bayerischen rundfunks bavarian leipzig dresden sachsische symphonique montreal suisse romande czech ceska filharmonie
        tschechische israel chamber europe europaisches martin fields lso dellaccademia nazionale di santa cecilia accademia paris ndr elbphilharmonie
        norddeutschen audiotrack titre piste pista traccia spur
        """.Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static readonly string[] Plain = ["Paper", "Lanterns", "Tides", "Ann", "Ash", "Bo", "Birch", "Harbour", "Night", "Cy", "Cole", "Ferns", "봄날", "Ёлка", "Café"];

    private static readonly string[] Numbers = ["1", "2", "3", "4", "9", "12", "05", "99", "1986", "2011", "II", "IV", "No. 5", "#2", "1st", "2.000"];

    private static readonly string[] Keys = ["C Minor", "c-Moll", "do mineur", "G Major", "Es-Dur", "F-Sharp Minor", "B flat", "A-flat Major", "re minore", "D", "E Minor"];

    private static readonly string[] Catalogues = ["Op. 67", "BWV 988", "K. 331", "op.27 no.2", "Hob. XVI:50", "D 960", "RV 269", "Op. 27", "KV 331", "BWV 1007", "S. 139", "Op. posth."];

    private static readonly string[] Forms = ["Symphony", "Sinfonie", "Sonata", "Piano Sonata", "Violin Concerto", "Concerto for Two Violins", "String Quartet", "Nocturne", "Waltz", "Prelude and Fugue", "Étude", "Suite", "Mass", "Requiem", "Cello Suite", "Trio", "Ballade", "Overture", "Symphonie", "Klavierkonzert"];

    private static readonly string[] Movements = ["I. Allegro con brio", "1. Allegro con brio", "II. Adagio", "2. Satz: Adagio", "III Menuetto", "Finale", "IV. Finale", "Act I: Overture", "Allegro", "Aria", "No. 1 Aria", "Variation 3", "I", "Movement 2"];

    private static readonly string[] Composers = ["Beethoven", "Ludwig van Beethoven", "J. S. Bach", "Johann Sebastian Bach", "C.P.E. Bach", "Mozart", "W. A. Mozart", "Johann Strauss II", "Richard Strauss", "Chopin", "Frédéric Chopin", "Schubert", "Haydn", "Vivaldi", "Dvořák"];

    private static readonly string[] Players = ["Wiener Philharmoniker", "Vienna Philharmonic", "Carlos Kleiber", "Glenn Gould", "Ann Ash", "London Symphony Orchestra", "Harbour Quartet", "Bo Birch", "A. Ash"];

    private readonly Random _random = new(seed);

    /// <summary>A title.</summary>
    public string Title()
    {
        var title = Words(1, 4);
        for (var more = _random.Next(4); more > 0; more--)
        {
            title += Pick(" ({0})", " [{0}]", " - {0}", ": {0}", ", {0}", " / {0}", " feat. {0}", " ({0}) {1}", " -{0}-", " – {0}", " with {0}").Replace("{0}", Words(1, 3), StringComparison.Ordinal).Replace("{1}", Words(1, 2), StringComparison.Ordinal);
        }

        return title;
    }

    /// <summary>The title of a movement or a whole work.</summary>
    public string Work()
        => Maybe(Pick(Composers) + Pick(": ", " - ", " ")) + Pick(Forms) + Maybe(Pick(" No. ", " Nr. ", " #", " ") + Pick("1", "2", "5", "9", "14", "II", "Five")) + Maybe(Pick(" in ", " en ", " ", ", ") + Pick(Keys))
            + Maybe(", " + Pick(Catalogues)) + Maybe(Pick(" \"Tides\"", " (Tides)", " “Harbour”")) + Maybe(Pick(": ", " - ", " / ", ", ") + Pick(Movements)) + (_random.Next(5) == 0 ? " " + Words(1, 2) : "");

    /// <summary>Artists, as one to three texts.</summary>
    public string[] Artists()
        => [.. Enumerable.Range(0, 1 + _random.Next(2)).Select(_ => Words(1, 2) + Maybe(Pick(" & ", ", ", " feat. ", " and ", " x ", " / ", " with ", "; ", " vs. ") + Words(1, 2)))];

    /// <summary>The people of a recording of a work.</summary>
    public string[] Performers() => [.. Enumerable.Range(0, 1 + _random.Next(3)).Select(_ => _random.Next(3) == 0 ? Pick(Composers) : Pick(Players)).Distinct()];

    /// <summary>An album, or none.</summary>
    public string? Album() => _random.Next(4) == 0 ? null : Words(1, 3) + Maybe(Pick(" ({0})", " [{0}]", " - {0}").Replace("{0}", Words(1, 2), StringComparison.Ordinal));

    /// <summary>The text with a small change, or as it is: a word less or more, another order, a letter changed, in capitals.</summary>
    public string Changed(string text)
    {
        var words = text.Split(' ').ToList();
        var at = _random.Next(words.Count);
        switch (_random.Next(8))
        {
            case 0 when words.Count > 1:
                words.RemoveAt(at);
                break;
            case 1:
                words.Insert(at, Word());
                break;
            case 2:
                words[at] = Word();
                break;
            case 3 when words[at].Length > 2:
                words[at] = words[at][..1] + words[at][2..];
                break;
            case 4:
                words[at] = words[at].ToUpperInvariant();
                break;
            case 5:
                words.Add(Pick("({0})", "- {0}", "[{0}]").Replace("{0}", Word(), StringComparison.Ordinal));
                break;
            case 6 when words.Count > 1:
                (words[0], words[at]) = (words[at], words[0]);
                break;
        }

        return string.Join(' ', words);
    }

    /// <summary>A length near to this one, equal to it, or none.</summary>
    public int? LengthNear(int? ms) => _random.Next(10) == 0 ? null : ms + Pick(0, 0, 400, 999, 1_000, 2_000, 5_000, 11_000, 30_000, 90_000);

    /// <summary>One of these.</summary>
    public T Pick<T>(params T[] all) => all[_random.Next(all.Length)];

    private string Maybe(string text) => _random.Next(2) == 0 ? text : "";

    private string Words(int least, int most) => string.Join(' ', Enumerable.Range(0, _random.Next(least, most + 1)).Select(_ => Word()));

    private string Word()
    {
        var word = _random.Next(20) switch { < 10 => Pick(Telling), < 18 => Pick(Plain), _ => Pick(Numbers) };
        return _random.Next(6) switch { 0 => word.ToUpperInvariant(), < 4 => string.Concat(word[..1].ToUpperInvariant(), word.AsSpan(1)), _ => word };
    }
}
