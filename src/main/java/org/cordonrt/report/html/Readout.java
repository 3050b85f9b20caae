package org.cordonrt.report.html;

import java.util.List;
import java.util.Locale;
import java.util.function.IntToDoubleFunction;
import org.cordonrt.check.Curve;
import org.cordonrt.illustration.StructureCurve;
import org.cordonrt.report.Decimals;
import org.cordonrt.report.PrintableText;
import org.cordonrt.report.figure.Figure;
import org.cordonrt.report.figure.PlotFrame;

/**
 * The volumes at a dose that the reader chooses, by slider, keyboard or pointing at the histogram. The numbers are those
 * of the curves; the script only looks them up.
 */
final class Readout {
    static final String FIGURE = "dvh";

    private static final int DECIMALS = 4;

    private Readout() {}

    static void addControls(Markup m, Figure f) {
        if (f.frame().isEmpty()) {
            return;
        }
        PlotFrame p = f.frame().get();
        m.open("div", "class", "readout", "hidden", "hidden").raw("\n");
        m.element("label", "Dose", "for", "readout-dose").text(" ");
        m.empty(
                "input",
                "type",
                "range",
                "id",
                "readout-dose",
                "min",
                Decimals.shortest(p.leftData(), DECIMALS),
                "max",
                Decimals.shortest(p.rightData(), DECIMALS),
                "step",
                "0.01",
                "value",
                Decimals.shortest((p.leftData() + p.rightData()) / 2, 2));
        m.text(" ")
                .element("output", "", "id", "readout-gy", "for", "readout-dose")
                .raw("\n");
        m.open("div", "class", "scroll", "tabindex", "0", "role", "region", "aria-label", "Volumes at this dose");
        m.open("table")
                .element("caption", "Volume that receives at least this dose")
                .open("thead")
                .open("tr");
        m.element("th", "structure", "scope", "col", "class", "w");
        m.element("th", "volume cc", "scope", "col", "class", "n");
        m.element("th", "surely between", "scope", "col", "class", "n");
        m.element("th", "%", "scope", "col", "class", "n").close().close();
        m.open("tbody", "id", "readout-rows").close();
        m.close().closeLine().closeLine();
    }

    static void addData(Markup m, List<StructureCurve> curves, List<Figure> figures) {
        figures.stream()
                .filter(f -> f.id().equals(FIGURE) && f.frame().isPresent())
                .findFirst()
                .ifPresent(f -> m.open("script", "type", "application/json", "id", "readout-data")
                        .raw(data(curves, f, f.frame().get()))
                        .closeLine());
    }

    private static String data(List<StructureCurve> curves, Figure f, PlotFrame p) {
        StringBuilder b = new StringBuilder(String.format(
                Locale.ROOT,
                "{\"width\":%d,\"height\":%d,\"frame\":{\"left\":%s,\"right\":%s,\"top\":%s,\"bottom\":%s,\"from\":%s,\"to\":%s},\"curves\":[",
                f.widthPx(),
                f.heightPx(),
                number(p.leftPx()),
                number(p.rightPx()),
                number(p.topPx()),
                number(p.bottomPx()),
                number(p.leftData()),
                number(p.rightData())));
        for (int i = 0; i < curves.size(); i++) {
            StructureCurve c = curves.get(i);
            Curve curve = c.curve();
            b.append(i == 0 ? "\n" : ",\n").append("{\"name\":");
            quote(b, c.match().structure().name());
            b.append(",\"totalCc\":").append(number(c.volumeCc()));
            series(b, "doseGy", curve.size(), curve::doseGy);
            series(b, "volumeCc", curve.size(), curve::volumeCc);
            series(b, "lowerCc", curve.size(), curve::lowerCc);
            series(b, "upperCc", curve.size(), curve::upperCc);
            b.append('}');
        }
        return b.append("]}").toString();
    }

    private static void series(StringBuilder b, String name, int size, IntToDoubleFunction values) {
        b.append(",\"").append(name).append("\":[");
        for (int i = 0; i < size; i++) {
            if (i > 0) {
                b.append(',');
            }
            b.append(number(values.applyAsDouble(i)));
        }
        b.append(']');
    }

    private static String number(double v) {
        return Decimals.shortest(v, DECIMALS);
    }

    /** A JSON string that cannot end the script element it stands in. */
    private static void quote(StringBuilder b, String text) {
        b.append('"');
        PrintableText.of(text, false).chars().forEach(c -> {
            if (c == '"' || c == '\\' || c == '<' || c == '>' || c == '&' || c < 0x20) {
                b.append(String.format(Locale.ROOT, "\\u%04x", c));
            } else {
                b.append((char) c);
            }
        });
        b.append('"');
    }
}
