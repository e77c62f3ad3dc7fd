using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;
using Spotter.Core.Formats;

namespace Spotter.Web.Components.Pages.Sources;

/// <summary>Shows the first rows of a table, and asks what its columns mean.</summary>
public sealed partial class ColumnsCard
{
    // Wider tables have the columns about the track at the start, and a row of a thousand choices helps nobody.
    private const int MostColumns = 24;

    private bool _isBusy;
    private ElementReference _card;

    [Inject]
    public required IJSRuntime Browser { get; init; }

    [Parameter, EditorRequired]
    public required ImportTable Table { get; set; }

    [Parameter]
    public EventCallback<ImportTable> OnRead { get; set; }

    [Parameter]
    public EventCallback<ImportTable> OnLeaveOut { get; set; }

    private int ShownColumns => Math.Min(MostColumns, Table.Table.ColumnCount);

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        // The user may have asked for this from far below it.
        if (firstRender && Table.Before.Count > 0)
        {
            await Browser.InvokeVoidAsync("spotter.focusInDialog", _card);
        }
    }

    private string LabelOf(int index)
        => Table.HasHeader && Table.Table.Rows[0][index] is { Length: > 0 } name ? $"Column {index + 1}, “{name}”, is" : $"Column {index + 1} is";

    private void ChangeHeader(ChangeEventArgs change)
    {
        Table.HasHeader = change.Value is true;
        Table.Problem = null;
    }

    private void Change(int index, ChangeEventArgs change)
    {
        if (Enum.TryParse<TableColumn>(change.Value as string, out var column))
        {
            Table.Set(index, column);
        }
    }

    private async Task ReadAsync()
    {
        _isBusy = true;
        try
        {
            await OnRead.InvokeAsync(Table);
        }
        finally
        {
            _isBusy = false;
        }
    }
}
