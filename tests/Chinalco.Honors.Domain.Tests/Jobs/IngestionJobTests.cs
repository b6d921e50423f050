using Chinalco.Honors.Domain.Jobs;
using Chinalco.Honors.Testing;

namespace Chinalco.Honors.Domain.Tests.Jobs;

public sealed class IngestionJobTests
{
    [Fact]
    public void A_queued_job_has_not_moved() => Job().Percent.ShouldBe(0);

    [Fact]
    public void A_begun_job_shows_that_it_moves() => Job(j => j.Start()).Percent.ShouldBe(5);

    [Theory]
    [InlineData(0, 0, 20)]
    [InlineData(3, 2, 60)]
    [InlineData(8, 2, 100)]
    public void After_reading_each_decided_finding_counts(int confirmed, int waiting, int percent) =>
        Job(j =>
        {
            j.Start();
            j.Stored(articles: 2, findings: 10, waiting: 0);
            j.Progressed(confirmed, waiting);
        })
            .Percent.ShouldBe(percent);

    [Fact]
    public void A_file_without_findings_is_not_divided_by_zero() =>
        Job(j =>
        {
            j.Start();
            j.Stored(articles: 1, findings: 0, waiting: 0);
        })
            .Percent.ShouldBe(20);

    [Fact]
    public void A_finished_job_is_whole() => Job(j => j.Finish("完成", A.Moment)).Percent.ShouldBe(100);

    [Fact]
    public void A_failed_job_is_tried_again() => Job(j => j.Fail("磁盘已满", A.Moment)).IsOver.ShouldBeFalse();

    [Theory]
    [InlineData(JobState.Done)]
    [InlineData(JobState.Refused)]
    [InlineData(JobState.Cancelled)]
    public void A_job_that_is_done_refused_or_cancelled_is_over(JobState state) => Ended(state).IsOver.ShouldBeTrue();

    [Fact]
    public void Beginning_again_counts_the_attempts_and_forgets_the_last_fault()
    {
        var job = Job(j =>
        {
            j.Start();
            j.Fail("磁盘已满", A.Moment);
            j.Start();
        });

        (job.Attempts, job.Message).ShouldBe((2, null));
    }

    private static IngestionJob Ended(JobState state) =>
        Job(j =>
        {
            switch (state)
            {
                case JobState.Done:
                    j.Finish("完成", A.Moment);
                    break;
                case JobState.Refused:
                    j.Refuse("涉密", A.Moment);
                    break;
                default:
                    j.Cancel(A.Moment);
                    break;
            }
        });

    private static IngestionJob Job(Action<IngestionJob>? then = null)
    {
        var job = new IngestionJob(Guid.NewGuid(), Guid.NewGuid(), "来稿.txt", A.Clerk, A.Moment);
        then?.Invoke(job);
        return job;
    }
}
