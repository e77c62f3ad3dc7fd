namespace Spotter.Tests.Core.Formats.Readers;

public sealed class VirtualDjFormatTests
{
    [Fact]
    public void A_list_has_words_or_paths_alone()
        => Assert.Equal(
            [
                "Harbour Lights (Dub) / Marlow / Low Tide / 215200 ms / C:\\Music\\Marlow\\Low Tide\\03 Harbour Lights.mp3",
                "Nine Lives / Ada / Cats / 242000 ms / C:\\Music\\Ada\\Cats\\09 Nine Lives.mp3",
            ],
            Samples.Lines(Assert.Single(Samples.Read("virtualdj.vdjfolder"))));

    [Fact]
    public void The_database_has_them_in_elements_of_their_own()
        => Assert.Equal(
            ["Nine Lives / Ada / Cats / 242000 ms / C:\\Music\\9.mp3"],
            Samples.Lines(Assert.Single(Samples.ReadText(
                "<VirtualDJ_Database Version=\"8\"><Song FilePath=\"C:\\Music\\9.mp3\"><Tags Author=\"Ada\" Title=\"Nine Lives\" Album=\"Cats\"/><Infos SongLength=\"242\"/></Song></VirtualDJ_Database>", "x.xml"))));
}
