namespace Klik.ParentAccess.Module.Tests.Examples;

/// <summary>A mark in the gradebook of an LMS.</summary>
public sealed record Mark(string Id, string Subject, string Work, DateOnly Day, decimal Score, DateTimeOffset ChangedAt);
