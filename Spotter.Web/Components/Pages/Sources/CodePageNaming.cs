namespace Spotter.Web.Components.Pages.Sources;

/// <summary>Display names of code pages: the languages that are written in them.</summary>
public static class CodePageNaming
{
    public static string Of(string codePage) => codePage switch
    {
        "windows-1252" => "Western European (windows-1252)",
        "windows-1254" => "Turkish (windows-1254)",
        "windows-1250" => "Central European (windows-1250)",
        "windows-1251" => "Cyrillic (windows-1251)",
        "koi8-r" => "Cyrillic (KOI8-R)",
        "windows-1253" => "Greek (windows-1253)",
        "shift-jis" => "Japanese (Shift-JIS)",
        "gbk" => "Chinese, simplified (GBK)",
        "big5" => "Chinese, traditional (Big5)",
        "euc-kr" => "Korean (EUC-KR)",
        "macintosh" => "Western European, old Macs (MacRoman)",
        var other => other,
    };
}
