namespace Klik.ParentAccess.Core.Jobs;

/// <summary>Progress that is told at once. Not <see cref="Progress{T}"/>, which reports later and on another thread: an old report
/// must not overwrite a new one.</summary>
/// <param name="report">What is done with each report.</param>
/// <typeparam name="T">What is reported.</typeparam>
internal sealed class ImmediateProgress<T>(Action<T> report) : IProgress<T>
{
    void IProgress<T>.Report(T value) => report(value);
}
