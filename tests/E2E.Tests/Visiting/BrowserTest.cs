using MeshReadiness.E2E.Tests.Given;
using Microsoft.Playwright;

namespace MeshReadiness.E2E.Tests.Visiting;

/// <summary>A test with a browser. At its end nobody's browser may have complained about anything.</summary>
public abstract class BrowserTest(Product product) : IAsyncLifetime
{
    private const int Desktop = 1440;

    /// <summary>Signs in on a sign-in page, or says that the account has no role.</summary>
    private const string Arrived = "[data-interactive=true], .plain-page h1:not(:text('MeshReadiness'))";

    private readonly List<Visitor> _visitors = [];

    protected const string Admin = "Maja Lindqvist";
    protected const string SecondAdmin = "Henrik Solberg";
    protected const string Executive = "Tomás Ferreira";
    protected const string HelpDesk = "Priya Nair";
    protected const string Newcomer = "Jonas Weber";

    protected Product Product => product;

    public ValueTask InitializeAsync()
    {
        Assert.SkipWhen(product.Chromium.IsMissing, Chromium.Missing);
        return ValueTask.CompletedTask;
    }

    /// <summary>Somebody who hasn't signed in yet.</summary>
    protected async Task<Visitor> VisitAsync(int width = Desktop)
    {
        var context = await product.Chromium.Browser.NewContextAsync(new()
        {
            BaseURL = product.Address.ToString(),
            ViewportSize = new() { Width = width, Height = 900 },
            ColorScheme = ColorScheme.Light,
            ReducedMotion = ReducedMotion.Reduce,
            TimezoneId = "Europe/Stockholm",
            Locale = "en-GB",
        });
        var visitor = new Visitor(context, await context.NewPageAsync());
        _visitors.Add(visitor);
        return visitor;
    }

    /// <summary>Somebody who goes to an address, is asked to sign in, and arrives there.</summary>
    protected async Task<Visitor> SignInAsync(string name, string address = "/", int width = Desktop)
    {
        var visitor = await VisitAsync(width);
        await visitor.Page.GotoAsync(address);
        await visitor.Button(name).ClickAsync();
        await visitor.Page.Locator(Arrived).First.WaitForAsync();
        return visitor;
    }

    public async ValueTask DisposeAsync()
    {
        var failed = TestContext.Current.TestState?.Result is TestResult.Failed;
        var complaints = _visitors.SelectMany(visitor => visitor.Complaints).ToList();

        foreach (var visitor in _visitors)
        {
            if (failed)
            {
                TestContext.Current.AddAttachment($"page {_visitors.IndexOf(visitor) + 1}.png", await visitor.Page.ScreenshotAsync());
            }

            await visitor.Context.CloseAsync();
        }

        Assert.Empty(complaints);
        GC.SuppressFinalize(this);
    }
}
