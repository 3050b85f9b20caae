package org.cordonrt.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.cordonrt.constraint.State;
import org.junit.jupiter.api.Test;

class TextTableTest {

    private static String text(TextTable table, TextStyle style) {
        StringBuilder out = new StringBuilder();
        table.appendTo(out, style);
        return out.toString();
    }

    @Test
    void columnsAreAsWideAsTheyMustBe() {
        TextTable t = new TextTable(2).left("name", 20).right("cc").left("why", Integer.MAX_VALUE);
        t.row("Cord", "5.8", "short").row("SpinalCord", "12.25", "");
        assertThat(text(t, TextStyle.plain()))
                .isEqualTo("  name           cc  why\n  Cord          5.8  short\n  SpinalCord  12.25\n");
    }

    @Test
    void theLastColumnWrapsBelowItself() {
        TextTable t = new TextTable(0).left("", 10).left("", Integer.MAX_VALUE);
        t.row("Plan", "a b c ".repeat(20).strip());
        assertThat(text(t, new TextStyle(40, false, false, TextStyle.Detail.NORMAL))
                        .lines())
                .allMatch(l -> l.length() <= 40)
                .allMatch(l -> l.startsWith("Plan  a") || l.startsWith("      "));
    }

    @Test
    void longNamesAreShortenedVisibly() {
        TextTable t = new TextTable(0).left("", 8).left("", Integer.MAX_VALUE).row("SpinalCord_PRV02", "x");
        assertThat(text(t, TextStyle.plain())).isEqualTo("Spinal..  x\n");
    }

    @Test
    void coloursDoNotMoveColumns() {
        TextTable t = new TextTable(0).left("", 8).left("", 9);
        t.row(State.PASS, "PASS", "x").row("FAIL", "x");
        String coloured = text(t, new TextStyle(100, false, true, TextStyle.Detail.NORMAL));
        assertThat(coloured).contains("\u001b[32mPASS\u001b[0m  x");
        assertThat(coloured.replaceAll("\u001b\\[[0-9;]*m", "")).isEqualTo(text(t, TextStyle.plain()));
    }

    @Test
    void aRowMustFit() {
        TextTable t = new TextTable(0).left("", 8);
        assertThatThrownBy(() -> t.row("a", "b")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aWordLongerThanTheLineStaysWholeSoThatAPathCanBeCopied() {
        String path = "/a".repeat(60);
        assertThat(TextTable.wrap("see " + path + " there", 40)).containsExactly("see", path, "there");
    }

    @Test
    void aUnitStaysWithItsNumber() {
        TextTable t = new TextTable(0).left("a", 40).right("limit").left("", 4).left("b", 20);
        t.row("x".repeat(30), "14", "Gy", "y");
        StringBuilder out = new StringBuilder();
        t.appendTo(out, new TextStyle(40, true, false, TextStyle.Detail.NORMAL));
        assertThat(out.toString().lines().skip(2)).containsExactly("x".repeat(30), "       14  Gy  y");
    }

    @Test
    void columnsThatDoNotFitStandBelow() {
        TextTable t = new TextTable(2)
                .left("state", 13)
                .left("name", 20)
                .right("value")
                .left("source", Integer.MAX_VALUE);
        t.row("PASS", "SpinalCord of a child", "8.17", "TG101 T1 and what else there is to say");
        StringBuilder out = new StringBuilder();
        t.appendTo(out, new TextStyle(40, true, false, TextStyle.Detail.NORMAL));
        assertThat(out.toString()).isEqualTo("""
                  state  name                  value
                      source
                  PASS   SpinalCord of a ch..   8.17
                      TG101 T1 and what else there is to
                      say
                """);
    }
}
