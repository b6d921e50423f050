using System.Globalization;
using System.Text;
using Chinalco.Honors.Web.Exports;
using CsvHelper;
using CsvHelper.Configuration;

namespace Chinalco.Honors.Web.Auditing;

/// <summary>CSV that a spreadsheet opens rightly and does not run: UTF-8 with its mark, and a quotation mark before what would be a formula.</summary>
internal static class SafeCsv
{
    public static CsvWriter Open(Stream stream) =>
        new(
            new StreamWriter(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), bufferSize: -1, leaveOpen: true),
            new CsvConfiguration(CultureInfo.InvariantCulture)
            {
                InjectionOptions = InjectionOptions.Escape,
                InjectionCharacters = SpreadsheetText.Beginnings,
                NewLine = "\r\n",
            }
        );
}
