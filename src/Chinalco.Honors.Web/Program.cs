using Chinalco.Honors.Data.Text;
using Chinalco.Honors.Web.Access;
using Chinalco.Honors.Web.Api;
using Chinalco.Honors.Web.Hosting;
using Chinalco.Honors.Web.SignIn;

RegexFence.Raise();
var builder = WebApplication.CreateBuilder(args);
builder.AddHonorsLogFiles();
builder.AddHonors();
builder.AddHonorsAccess();
builder.AddHonorsSignIn();
builder.AddHonorsSite();
builder.AddHonorsApi();

var app = builder.Build();
app.UseHonorsSite();
app.UseHonorsApi();
app.MapHonorsApi();
app.MapHonorsSite();
await app.RunAsync();
