using System.Collections.Immutable;
using MeshReadiness.Core.Playbooks;

namespace MeshReadiness.Playbooks.Reading;

/// <summary>Reads what articles say about products.</summary>
/// <param name="requirements">The ids of the playbook's requirements.</param>
internal sealed class ClaimMap(Ids requirements)
{
    private readonly Ids _claims = new("claim");

    public ImmutableArray<ProductClaim> Read(JsonCursor at) => at.Items(Claim);

    private ProductClaim Claim(JsonCursor at)
    {
        at.Object("id", "namedFor", "gives", "with", "names", "source");
        HashSet<string> wordings = [], promised = [];
        var claim = new ProductClaim(
            _claims.Take(at["id"]),
            at["namedFor"].Text(),
            at["gives"].Items(Promise),
            at["with"].Items(Promise),
            at["names"].SomeItems(Name),
            at["source"].WebAddress());

        return promised.Count > 0 ? claim : throw at.Broken("promises nothing; name at least one requirement under gives or with.");

        string Promise(JsonCursor item)
        {
            var id = requirements.Named(item, item.Text());
            return promised.Add(id) ? id : throw item.Broken($"names the requirement {JsonCursor.Quote(id)} a second time.");
        }

        NamedProduct Name(JsonCursor item)
        {
            item.Object("wording", "products");
            var wording = item["wording"].Text();
            HashSet<Guid> forms = [];

            return new(
                wordings.Add(wording) ? wording : throw item["wording"].Broken($"is {JsonCursor.Quote(wording)}, and another name of this claim has these words already."),
                item["products"].SomeItems(form => form.Id() is var id && forms.Add(id) ? id : throw form.Broken($"names the product {id} a second time.")));
        }
    }
}
