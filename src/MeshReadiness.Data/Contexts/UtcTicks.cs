using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace MeshReadiness.Data;

/// <summary>A moment as a number that sorts, always in UTC.</summary>
internal sealed class UtcTicks()
    : ValueConverter<DateTimeOffset, long>(moment => moment.UtcTicks, ticks => new DateTimeOffset(ticks, TimeSpan.Zero));
