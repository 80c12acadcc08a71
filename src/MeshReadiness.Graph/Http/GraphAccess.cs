using Microsoft.Graph;
using Microsoft.Graph.Models.ODataErrors;
using Microsoft.Kiota.Abstractions;
using Microsoft.Kiota.Abstractions.Serialization;

namespace MeshReadiness.Graph.Http;

/// <summary>
/// A client of Graph with what belongs to it: its budgets, its meter and its pace. Hands out bodies as they came, for
/// what is read in bulk and for what has to be kept whole: the typed models are slow and drop words that they don't know.
/// </summary>
internal sealed class GraphAccess(GraphServiceClient client, Budgets budgets, CostMeter meter, Pace pace)
{
    private static readonly Dictionary<string, ParsableFactory<IParsable>> Errors = new()
    {
        ["XXX"] = ODataError.CreateFromDiscriminatorValue,
    };

    public GraphServiceClient Client => client;

    public Budgets Budgets => budgets;

    public CostMeter Meter => meter;

    public Pace Pace => pace;

    private string BaseUrl => client.RequestAdapter.BaseUrl!;

    /// <summary>The address of something in this Graph.</summary>
    /// <param name="path">The path behind the version, with its query.</param>
    public Uri Address(string path) => new(BaseUrl + path);

    /// <summary>Follows a link only to the Graph that was asked, so that no answer can lead a scan elsewhere.</summary>
    public Uri Follow(string link) => Here(link) ?? throw new MalformedAnswerException("@odata.nextLink", "an address of the Graph that was asked");

    /// <summary>Goes on from a link that an earlier scan has left. Of another Graph than today's it is worth nothing.</summary>
    public Uri Resume(string link) => Here(link) ?? throw new LinkElsewhereException();

    private Uri? Here(string link) =>
        Uri.TryCreate(link, UriKind.Absolute, out var next)
        && next.GetLeftPart(UriPartial.Authority) == new Uri(BaseUrl).GetLeftPart(UriPartial.Authority)
            ? next
            : null;

    public Task<PooledBody> GetAsync(Uri address, CancellationToken cancellationToken) =>
        SendAsync(new() { HttpMethod = Method.GET, URI = address }, cancellationToken);

    /// <summary>The same for what Graph calls an advanced query, whose answers may lag behind.</summary>
    public Task<PooledBody> GetAdvancedAsync(Uri address, CancellationToken cancellationToken)
    {
        var request = new RequestInformation { HttpMethod = Method.GET, URI = address };
        request.Headers.Add("ConsistencyLevel", "eventual");
        return SendAsync(request, cancellationToken);
    }

    public async Task<PooledBody> SendAsync(RequestInformation request, CancellationToken cancellationToken) =>
        await client.RequestAdapter.SendPrimitiveAsync<Stream>(request, Errors, cancellationToken) as PooledBody
            ?? throw new MalformedAnswerException("the body", "present");
}
