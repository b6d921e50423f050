using System.Buffers;
using System.Text;

namespace Chinalco.Honors.Ingestion.Reading;

/// <summary>Whether decoded characters are what Chinese writes, or the noise of a wrong encoding.</summary>
internal static class TextPlausibility
{
    // Enough to judge by; a long file is not read twice.
    private const int CharactersJudged = 20_000;

    // A right decoding of news text gives over 0.95, simplified or traditional; a wrong one under 0.6.
    private const double EnoughCommon = 0.7;
    private const double MostReplacement = 0.1;

    private const double HardlyCommon = 0.5;
    private const int EnoughToJudge = 50;

    // The most frequent characters that traditional writing has and GB 2312 has not.
    private static readonly SearchValues<char> Traditional = SearchValues.Create(
        "這個們來時說國為會學過對開後經現長業產種動機發關無電與從實當問題點體見間話東聲書報紙員團勞榮譽獲獎號稱級隊廠礦鋁銅鋼網際術設備運務長師門區縣鄉鎮銀漢軍車輛轉軌輪總統計劃創優"
            + "藝節華萬億黨組織導領議會記錄講話習慣應該還沒給讓請認識議論調證據課題質貿貴費資責費財購買賣場場陽陰雲風飛馬鳥魚麥點齊龍齒們個價傳傷備僅億兒兩冊別則剛劉勝勵勢匯區單參雙變圖圓圍園壓壞壇處備夢"
            + "奪奮婦媽孫學寧寶實寫對導專將尋層屬島峽嶺帶幫幣幹幾庫應廣廳彈強張後徑從復徹態慶憂憑憶懷懸戰戲戶擁擇擊擔據擴擺攝敗敵數斷舊時晉晝暫曉曆條楊極構槍標樣樓樂樹橋檢權歐歡歲歷歸殺殘氣決沒況洩淚淨減測湯溫滅滿漁漲漸潔潤澤濟濤濱灣災烏無煉煙煩熱燈爐爭爺爾牆獨獻環現瑪產畝畢異療皺盡監盤眾睜矚碼磚礎祕禍離禮種稅稱穀積穩窮競筆節範築簡簽糧約紅紀純納級紛細終組結絕絡給統絲經綠維網緊線練緩縮縱績織繞繼續罰罷義習聖聞聯職聽肅腦腳臉臨舉舊艦艱艷蘇蘭處號虧蟲衛裝裡複規視親觀覺覽訂計訊討訓記訪設許訴診詞試詩話該詳誇誌認誤誰調談請論諾講謝證識譯議護讀變讓豐貝負財貢貧貨販貫責貴買費貼賀資賓賞賠賢賣賦質賴購賽贊趕趙跡踐輕載輔輛輝輩輪輸轄轉辦農達遠適遲遷選遺還邊郵鄭醫釋針鈔鉤鋒錄錢錯鍵鎖鎮鏡鐘鐵鑄鑽長門閃閉開閒間關閱闊隊階隨險雖雙雞離難雲電霧靈靜韓響頁頂項順須預頓領頭頻題額顏願類顧顯風飛飯飲飼館餘驅驗驚驟體髮鬥鬧魯鮮鳳鳴鴻麗麼黃點黨齊"
    );

    private static readonly Encoding Gb18030 = CodePagesEncodingProvider.Instance.GetEncoding("GB18030")!;

    /// <summary>Whether most characters that are not ASCII are common in Chinese.</summary>
    public static bool ReadsLikeChinese(string text)
    {
        if (HoldsControlCharacters(text))
        {
            return false;
        }

        var (foreign, common) = Count(text);
        return foreign > 0 && common >= foreign * EnoughCommon;
    }

    /// <summary>Whether a text in other characters than ASCII is hardly Chinese: what a page shows right and says wrong.</summary>
    public static bool LooksGarbled(string text) =>
        Count(text) is var (foreign, common) && foreign >= EnoughToJudge && common < foreign * HardlyCommon;

    private static (int Foreign, int Common) Count(string text)
    {
        int foreign = 0,
            common = 0;
        foreach (var c in text.AsSpan(0, Math.Min(text.Length, CharactersJudged)))
        {
            if (c < 0x80 || char.IsWhiteSpace(c))
            {
                continue;
            }

            foreign++;
            if (IsCommon(c))
            {
                common++;
            }
        }

        return (foreign, common);
    }

    /// <summary>Whether there are control characters that no text holds.</summary>
    public static bool HoldsControlCharacters(string text)
    {
        // Some old editors end a file with Ctrl-Z.
        foreach (var c in text.AsSpan().TrimEnd('\u001A'))
        {
            if (c < ' ' && c is not ('\t' or '\n' or '\r' or '\f' or '\v'))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether so many characters are lost (U+FFFD) that an earlier conversion must have gone wrong.</summary>
    public static bool IsMostlyReplacement(string text) =>
        text.AsSpan().Count('\uFFFD') is var lost && lost > 0 && lost >= text.Length * MostReplacement;

    /// <summary>
    /// Punctuation, and the 3,755 characters that GB 2312 lists by frequency of use (its first level), which GB18030 writes with a lead byte from
    /// B0 to D7; of the traditional forms those listed above.
    /// </summary>
    private static bool IsCommon(char c)
    {
        if (
            c
            is >= '\u2010'
                and <= '\u203B'
                or >= '\u3000'
                and <= '\u3015'
                or >= '\uFF01'
                and <= '\uFF5E'
                or '·'
                or '×'
                or '■'
                or '□'
                or '▲'
                or '▼'
                or '●'
                or '★'
                or '◆'
        )
        {
            return true;
        }

        if (c is < '\u4E00' or > '\u9FFF')
        {
            return false;
        }

        Span<byte> bytes = stackalloc byte[4];
        return Traditional.Contains(c) || (Gb18030.GetBytes([c], bytes) == 2 && bytes[0] is >= 0xB0 and <= 0xD7 && bytes[1] >= 0xA1);
    }
}
