using System.Text;
using Chinalco.Honors.Ingestion.Reading;

namespace Chinalco.Honors.Ingestion.Tests.Reading.Formats;

public sealed class IntakeTests
{
    private const long Gigabyte = 1024L * 1024 * 1024;

    [Theory]
    [InlineData("a.txt")]
    [InlineData("a.docx")]
    [InlineData("a.pdf")]
    [InlineData("a.html")]
    public async Task A_gigabyte_of_nothing_is_refused_without_being_read(string name)
    {
        using var stream = new Nothing(Gigabyte);

        var refused = await Should.ThrowAsync<SourceRefusedException>(() => SourceIntake.ReadAsync(stream, name, CancellationToken.None));

        refused.Reason.ShouldBe(SourceRefusal.TooLarge);
        stream.Given.ShouldBeLessThan(SourceLimits.Default.MaxPackageBytes + 1024 * 1024);
    }

    [Fact]
    public async Task A_file_of_a_gigabyte_is_refused_by_its_length()
    {
        var path = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid()}.txt");
        try
        {
            await using (var file = File.Create(path))
            {
                file.SetLength(Gigabyte);
            }

            var refused = await Should.ThrowAsync<SourceRefusedException>(() => SourceIntake.ReadAsync(path, CancellationToken.None));
            refused.Message.ShouldContain("1024.0 MB");
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Theory]
    [InlineData("a.txt", 0)]
    [InlineData("a.md", 0)]
    [InlineData("a.html", 0)]
    [InlineData("a.pdf", 0)]
    [InlineData("a.docx", 0)]
    [InlineData("a.txt", (byte)'\n')]
    [InlineData("a.html", (byte)' ')]
    public void As_much_nothing_as_fits_is_empty(string name, byte nothing)
    {
        var content = new byte[SourceLimits.Default.MaxBytesOf(name)];
        Array.Fill(content, nothing);

        Should.Throw<SourceRefusedException>(() => SourceDecoder.Decode(content, name)).Reason.ShouldBe(SourceRefusal.Empty);
    }

    [Fact]
    public async Task A_small_file_is_read_whole()
    {
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes("正文。"));

        (await SourceIntake.ReadAsync(stream, "a.txt", CancellationToken.None)).ShouldBe(Encoding.UTF8.GetBytes("正文。"));
    }

    /// <summary>A stream of zeros.</summary>
    private sealed class Nothing(long length) : Stream
    {
        public long Given { get; private set; }

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position
        {
            get => Given;
            set => throw new NotSupportedException();
        }

        public override int Read(byte[] buffer, int offset, int count)
        {
            var given = (int)Math.Min(count, length - Given);
            Array.Clear(buffer, offset, given);
            Given += given;
            return given;
        }

        public override void Flush() { }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
