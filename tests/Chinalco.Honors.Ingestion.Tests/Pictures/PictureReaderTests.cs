using Chinalco.Honors.Ingestion.Pictures;

namespace Chinalco.Honors.Ingestion.Tests.Pictures;

public sealed class PictureReaderTests
{
    /// <summary>Header, frame of 640 by 480 pixels, scan, end.</summary>
    private static readonly byte[] Jpeg =
    [
        0xFF,
        0xD8,
        0xFF,
        0xE0,
        0x00,
        0x04,
        0x4A,
        0x46,
        0xFF,
        0xC0,
        0x00,
        0x0B,
        0x08,
        0x01,
        0xE0,
        0x02,
        0x80,
        0x01,
        0x01,
        0x11,
        0x00,
        0xFF,
        0xDA,
        0x00,
        0x02,
        0x12,
        0x34,
        0xFF,
        0xD9,
    ];

    [Fact]
    public void A_jpeg_is_known_by_its_bytes()
    {
        var picture = PictureReader.Read(Jpeg);

        (picture.MediaType, picture.Width, picture.Height).ShouldBe((PictureReader.Jpeg, 640, 480));
    }

    [Fact]
    public void One_that_is_cut_off_anywhere_is_refused()
    {
        for (var length = 0; length < Jpeg.Length; length++)
        {
            Should.Throw<PictureRefusedException>(() => PictureReader.Read(Jpeg.AsSpan(0, length)));
        }
    }

    [Fact]
    public void One_with_something_behind_its_end_is_refused() =>
        Should.Throw<PictureRefusedException>(() => PictureReader.Read([.. Jpeg, .. "<script>"u8]));

    [Fact]
    public void One_that_says_it_has_no_pixels_is_refused()
    {
        byte[] empty = [.. Jpeg];
        (empty[15], empty[16]) = (0, 0);

        Should.Throw<PictureRefusedException>(() => PictureReader.Read(empty));
    }

    [Fact]
    public void One_that_is_too_large_is_refused_in_words() =>
        Should.Throw<PictureRefusedException>(() => PictureReader.Read(new byte[PictureReader.MostBytes + 1])).Message.ShouldContain("MB");

    [Fact]
    public void Chance_never_crashes_the_reader()
    {
        var random = new Random(20250322);
        for (var i = 0; i < 20_000; i++)
        {
            byte[] damaged = [.. Jpeg];
            damaged[random.Next(2, damaged.Length - 2)] = (byte)random.Next(256);
            damaged[random.Next(2, damaged.Length - 2)] = (byte)random.Next(256);
            try
            {
                PictureReader.Read(damaged).Width.ShouldBeGreaterThan(0);
            }
            catch (PictureRefusedException)
            {
                // Refused in words, which is all that is asked.
            }
        }
    }
}
