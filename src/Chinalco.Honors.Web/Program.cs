using Chinalco.Honors.Data;
using Chinalco.Honors.Grains.Hosting;
using Chinalco.Honors.Web.Hosting;

var builder = WebApplication.CreateBuilder(args);
var database = builder.Configuration.GetSection(DatabaseOptions.Section).Get<DatabaseOptions>() ?? new DatabaseOptions();
builder.Services.AddHonorsData(database, builder.Environment.ContentRootPath);
builder.AddHonorsSilo();
builder.AddHonorsSite();

var app = builder.Build();
if (database.MigrateOnStart)
{
    await app.Services.GetRequiredService<IHonorsDatabase>().MigrateAsync(CancellationToken.None);
}

app.UseHonorsSite();
app.MapHonorsSite();
await app.RunAsync();
