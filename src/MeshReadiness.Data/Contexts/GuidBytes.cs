using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace MeshReadiness.Data;

/// <summary>A GUID as 16 bytes in the order in which it is written, so that newer snapshots sort behind older ones.</summary>
internal sealed class GuidBytes()
    : ValueConverter<Guid, byte[]>(guid => guid.ToByteArray(true), bytes => new Guid(bytes, true));
