using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Klik.ParentAccess.Core.Letters;

namespace Klik.ParentAccess.Tests.Letters;

/// <summary>The way from what is drawn on a page to the element that it is read aloud as, and back (PDF 1.7, 14.7.4).</summary>
[Trait("Rule", "P9")]
public sealed partial class LetterStructureTests : IDisposable
{
    private readonly SampleLetters _sample = new();

    public void Dispose() => _sample.Dispose();

    [Theory]
    [InlineData(1)]
    [InlineData(130)]
    public async Task Each_mark_on_each_page_leads_to_the_element_that_names_it(int letters)
    {
        // Some letters go on to a second page.
        var text = LetterLanguage.Of("en").Text;
        _sample.Texts["en"] = text with { Closing = string.Join('\n', Enumerable.Range(1, 30).Select(line => $"Line {line}.")) };
        using var objects = await ObjectsAsync(await _sample.WriteAsync(_sample.Many(letters)));
        var pages = objects.All("/Page");
        var tree = objects.ParentTree();
        var marked = 0;

        foreach (var (page, value) in pages)
        {
            var elements = objects.Of(tree[value.GetProperty("/StructParents").GetInt32()]).EnumerateArray().Select(element => element.GetString()!).ToList();
            var marks = objects.MarksOn(value);

            Assert.Equal(Enumerable.Range(0, elements.Count), marks);
            Assert.All(marks, mark => Assert.Contains((page, mark), objects.MarksOf(elements[mark])));
            marked += marks.Count;
        }

        Assert.Equal(marked, objects.All("/StructElem").Sum(element => objects.MarksOf(element.Reference).Count));
        Assert.Equal(letters + (letters / 2), pages.Count);
        Assert.Equal(Enumerable.Range(0, pages.Count), tree.Keys.Order());
        Assert.Equal(pages.Count, objects.All("/StructTreeRoot").Single().Value.GetProperty("/ParentTreeNextKey").GetInt32());
    }

    [Fact]
    public async Task Each_element_is_among_the_children_of_its_parent()
    {
        using var objects = await ObjectsAsync(await _sample.WriteAsync(_sample.Many(3)));
        var elements = objects.All("/StructElem");

        Assert.All(elements, element =>
        {
            var children = objects.Of(element.Value.GetProperty("/P").GetString()!).GetProperty("/K");
            Assert.Contains(element.Reference, children.ValueKind == JsonValueKind.Array ? children.EnumerateArray().Select(child => child.ToString()) : [children.GetString()!]);
        });
        Assert.True(elements.Count > 3 * 20, "There are hardly any elements.");
    }

    private static async Task<PdfJson> ObjectsAsync(string file) => new(
        JsonDocument.Parse(await PdfTool.RunAsync("qpdf", "--json", "--json-key=qpdf", "--json-stream-data=inline", "--decode-level=generalized", file)));

    /// <summary>The objects of a PDF as qpdf gives them.</summary>
    private sealed partial class PdfJson(JsonDocument document) : IDisposable
    {
        private readonly JsonElement _objects = document.RootElement.GetProperty("qpdf")[1];

        public JsonElement Of(string reference) => _objects.GetProperty($"obj:{reference}").GetProperty("value");

        public IReadOnlyList<(string Reference, JsonElement Value)> All(string type) =>
        [
            .. from entry in _objects.EnumerateObject()
               where entry.Value.TryGetProperty("value", out var value) && value.ValueKind == JsonValueKind.Object
                   && value.TryGetProperty("/Type", out var kind) && kind.GetString() == type
               select (entry.Name["obj:".Length..], entry.Value.GetProperty("value")),
        ];

        public Dictionary<int, string> ParentTree()
        {
            var numbers = new Dictionary<int, string>();
            foreach (var node in All("/StructTreeRoot").Single().Value.GetProperty("/ParentTree").GetProperty("/Kids").EnumerateArray())
            {
                var entries = Of(node.GetString()!);
                var pairs = entries.GetProperty("/Nums").EnumerateArray().ToList();
                for (var place = 0; place < pairs.Count; place += 2)
                {
                    numbers.Add(pairs[place].GetInt32(), pairs[place + 1].GetString()!);
                    Assert.InRange(pairs[place].GetInt32(), entries.GetProperty("/Limits")[0].GetInt32(), entries.GetProperty("/Limits")[1].GetInt32());
                }
            }

            return numbers;
        }

        public IReadOnlyList<int> MarksOn(JsonElement page)
        {
            var content = _objects.GetProperty($"obj:{page.GetProperty("/Contents").GetString()}").GetProperty("stream").GetProperty("data");
            return [.. Mark().Matches(Encoding.Latin1.GetString(content.GetBytesFromBase64())).Select(match => int.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture))];
        }

        public IReadOnlyList<(string Page, int Mark)> MarksOf(string element) =>
        [
            .. from child in Of(element).GetProperty("/K").EnumerateArray()
               where child.ValueKind == JsonValueKind.Object
               select (child.GetProperty("/Pg").GetString()!, child.GetProperty("/MCID").GetInt32()),
        ];

        public void Dispose() => document.Dispose();

        [GeneratedRegex(@"<</MCID (\d+)>> BDC")]
        private static partial Regex Mark();
    }
}
