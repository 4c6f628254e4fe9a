package dev.patchbay.adapter.web.page;

import java.util.List;
import java.util.stream.Collectors;

/** Tables, which scroll within themselves where there is little room. The first cell of a row names it. */
final class Grid {
    private Grid() {}

    static Html of(String id, String name, List<String> heads, List<List<Html>> rows) {
        String head = heads.stream()
                .map(text -> "<th scope=\"col\">" + Html.text(text).markup() + "</th>")
                .collect(Collectors.joining());
        String body = rows.stream().map(Grid::row).collect(Collectors.joining("\n"));
        String label = Html.text(name).markup();
        return new Html("""
            <div class="scroll" id="%s" role="region" aria-label="%s" tabindex="0">
            <table><caption class="vh">%s</caption><thead><tr>%s</tr></thead><tbody>
            %s
            </tbody></table></div>\
            """.formatted(id, label, label, head, body));
    }

    /** The same, shown to whoever asks for it. */
    static Html folded(String id, String summary, Html table) {
        return new Html("<details id=\"%s\"><summary>%s</summary>%s</details>"
                .formatted(id, Html.text(summary).markup(), table.markup()));
    }

    private static String row(List<Html> cells) {
        StringBuilder row = new StringBuilder("<tr>");
        for (int i = 0; i < cells.size(); i++) {
            String cell = cells.get(i).markup();
            row.append(i == 0 ? "<th scope=\"row\">" + cell + "</th>" : "<td>" + cell + "</td>");
        }
        return row.append("</tr>").toString();
    }
}
