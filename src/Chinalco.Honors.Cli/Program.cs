using System.CommandLine;
using Chinalco.Honors.Cli;
using Chinalco.Honors.Data.Text;

RegexFence.Raise();
var root = new RootCommand("中铝荣誉：导入、识别与维护")
{
    IngestCommand.Create(),
    MigrateCommand.Create(),
    AccountCommand.Create(),
    VerifyAuditCommand.Create(),
    RebuildCommand.Create(),
    BackupCommand.CreateBackup(),
    BackupCommand.CreateRestore(),
    GenerateCommand.Create(),
};

// Whoever gives a command up waits for it to clear away what is half done.
return await root.Parse(args).InvokeAsync(new InvocationConfiguration { ProcessTerminationTimeout = TimeSpan.FromSeconds(20) });
