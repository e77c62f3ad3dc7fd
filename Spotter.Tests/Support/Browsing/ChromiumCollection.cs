namespace Spotter.Tests.Support.Browsing;

/// <summary>Browser tests run one after the other: they share the browser and would only slow each other down.</summary>
[CollectionDefinition(Chromium.Collection)]
public sealed class ChromiumCollection : ICollectionFixture<Chromium>;
