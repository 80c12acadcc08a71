using System.Text.Json;
using MeshReadiness.Core.Tenant;
using MeshReadiness.Graph.Http;

namespace MeshReadiness.Graph.Reading;

/// <summary>Reads the licences, plans and assignments of one person after the other.</summary>
internal sealed class HoldingsParser
{
    private readonly TextPool _texts;
    private readonly HoldingsScratch _scratch = new();
    private readonly HoldingsCache _cache = new();
    private readonly Words<CapabilityStatus> _statuses = new();
    private readonly PropertyNames _ofLicence = new("skuId", "disabledPlans");
    private readonly PropertyNames _ofPlan = new("servicePlanId", "capabilityStatus");
    private readonly PropertyNames _ofAssignment = new("skuId", "assignedByGroup", "disabledPlans", "state", "error");

    // Made once, because each would be an object per list.
    private readonly ReadItem<HoldingsScratch.Licence> _readLicence;
    private readonly ReadItem<HoldingsScratch.Plan> _readPlan;
    private readonly ReadItem<HoldingsScratch.Assignment> _readAssignment;
    private readonly ReadItem<Guid> _readDisabledPlan = ReadDisabledPlan;

    public HoldingsParser(TextPool texts)
    {
        _texts = texts;
        _readLicence = ReadLicence;
        _readPlan = ReadPlan;
        _readAssignment = ReadAssignment;
    }

    /// <summary>Begins with the next person.</summary>
    public void Begin() => _scratch.Clear();

    /// <summary>What the person holds, all lists taken together.</summary>
    public LicenceHoldings End() => _cache.Of(_scratch);

    public void ReadLicences(ref Utf8JsonReader json)
    {
        _scratch.Licences.Clear();
        json.ReadList("assignedLicenses", _scratch.Licences, _readLicence);
    }

    public void ReadPlans(ref Utf8JsonReader json)
    {
        _scratch.HasPlans = true;
        _scratch.Plans.Clear();
        json.ReadList("assignedPlans", _scratch.Plans, _readPlan);
    }

    public void ReadAssignments(ref Utf8JsonReader json)
    {
        _scratch.Assignments.Clear();
        json.ReadList("licenseAssignmentStates", _scratch.Assignments, _readAssignment);
    }

    private HoldingsScratch.Licence ReadLicence(ref Utf8JsonReader json)
    {
        Guid? sku = null;
        HoldingsScratch.Slice disabled = default;

        json.ExpectObject("the item");

        for (var place = 0; json.NextProperty(); place++)
        {
            switch (_ofLicence.Match(ref json, place))
            {
                case 0: sku = json.ReadId("skuId"); break;
                case 1: disabled = ReadDisabledPlans(ref json); break;
                default: json.SkipValue(); break;
            }
        }

        return new(sku ?? throw new MalformedAnswerException("skuId", "a GUID"), disabled);
    }

    private HoldingsScratch.Plan ReadPlan(ref Utf8JsonReader json)
    {
        Guid? plan = null;
        var status = "";

        json.ExpectObject("the item");

        for (var place = 0; json.NextProperty(); place++)
        {
            switch (_ofPlan.Match(ref json, place))
            {
                case 0: plan = json.ReadId("servicePlanId"); break;
                case 1: status = json.ReadText("capabilityStatus", _texts) ?? ""; break;
                default: json.SkipValue(); break;
            }
        }

        return new(
            plan ?? throw new MalformedAnswerException("servicePlanId", "a GUID"),
            _statuses[status] ?? CapabilityStatus.Unrecognised,
            status);
    }

    private HoldingsScratch.Assignment ReadAssignment(ref Utf8JsonReader json)
    {
        Guid? sku = null;
        string? group = null, error = null;
        var state = "";
        HoldingsScratch.Slice disabled = default;

        json.ExpectObject("the item");

        for (var place = 0; json.NextProperty(); place++)
        {
            switch (_ofAssignment.Match(ref json, place))
            {
                case 0: sku = json.ReadId("skuId"); break;
                case 1: group = json.ReadText("assignedByGroup", _texts); break;
                case 2: disabled = ReadDisabledPlans(ref json); break;
                case 3: state = json.ReadText("state", _texts) ?? ""; break;
                case 4: error = json.ReadText("error", _texts); break;
                default: json.SkipValue(); break;
            }
        }

        return new(
            sku ?? throw new MalformedAnswerException("skuId", "a GUID"),
            group,
            disabled,
            state,
            // Graph writes "None" or nothing when all is well.
            string.IsNullOrEmpty(error) || error.Equals("None", StringComparison.OrdinalIgnoreCase) ? null : error);
    }

    private HoldingsScratch.Slice ReadDisabledPlans(ref Utf8JsonReader json)
    {
        var start = _scratch.DisabledPlans.Count;
        json.ReadList("disabledPlans", _scratch.DisabledPlans, _readDisabledPlan);
        return new(start, _scratch.DisabledPlans.Count - start);
    }

    private static Guid ReadDisabledPlan(ref Utf8JsonReader json) => json.CurrentId("the plan");
}
