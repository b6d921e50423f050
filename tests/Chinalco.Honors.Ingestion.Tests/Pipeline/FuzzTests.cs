using Chinalco.Honors.Ingestion.Lexicons;
using Chinalco.Honors.Ingestion.Pipeline;
using Chinalco.Honors.Ingestion.Testing.Fuzzing;

namespace Chinalco.Honors.Ingestion.Tests.Pipeline;

/// <summary>
/// Damaged files of every format. The benchmark project reads as many as one likes; an input that fails here is made again there, or here, by
/// its seed and number.
/// </summary>
public sealed class FuzzTests
{
    private const int Inputs = 2_000;
    private const int Seed = 20250322;
    private const int LongestText = 1_500;

    /// <summary>Of so many inputs one is read a second time, to see whether the bytes are the same.</summary>
    private const int TwiceOneOf = 10;

    [Fact]
    public void Two_thousand_damaged_files_are_read_or_refused_and_every_quote_is_literal()
    {
        var seeds = LexiconBuilder.FindSeeds(AppContext.BaseDirectory).ShouldNotBeNull();
        var inputs = new FuzzInputs(seeds, Seed, LongestText);
        var check = new FuzzCheck(new IngestionPipeline(LexiconBuilder.FromSeeds(seeds)));
        var (read, findings) = (0, 0);
        for (var number = 0; number < Inputs; number++)
        {
            var input = inputs[number];
            try
            {
                var outcome = check.Run(input, twice: number % TwiceOneOf == 0);
                read += outcome.Refusal is null ? 1 : 0;
                findings += outcome.Findings;
            }
#pragma warning disable CA1031 // Whatever comes out of an input is what is looked for.
            catch (Exception fault)
#pragma warning restore CA1031
            {
                Assert.Fail($"seed {Seed}, longest {LongestText}, input {number} ({input.Name}, {input.Damage}): {fault}");
            }
        }

        // Damage that leaves nothing to read would prove nothing.
        read.ShouldBeGreaterThan(Inputs / 2);
        findings.ShouldBeGreaterThan(100);
    }
}
