package org.cordonrt.metric;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What somebody may have meant who wrote a metric otherwise: for messages only, no metric is ever guessed. */
final class MetricGuess {
    private static final int LONGEST = 40;
    private static final Pattern STATISTIC = Pattern.compile("d?(max|mean|min)(?:\\[?(c?gy)]?)?");
    private static final Pattern DOSE =
            Pattern.compile("d([0-9]{1,6}(?:\\.[0-9]{1,5})?)(cc|cm3|ml|%)?(?:\\[?(c?gy)]?)?");
    private static final Pattern VOLUME =
            Pattern.compile("(c?v)([0-9]{1,6}(?:\\.[0-9]{1,5})?)(c?gy)?(?:\\[?(cc|cm3|ml|%)]?)?");

    private MetricGuess() {}

    /** " (did you mean D95%[Gy]?)", or examples where nothing comes near. */
    static String hint(String text) {
        String guess = text.length() > LONGEST
                ? ""
                : guess(text.toLowerCase(Locale.ROOT).replaceAll("[\\s_(){}]", ""));
        return guess.isEmpty() ? examples() : " (did you mean " + guess + "?)";
    }

    private static String examples() {
        return " (examples: D0.035cc[Gy], V10Gy[%], Max[Gy])";
    }

    private static String guess(String text) {
        Matcher m = STATISTIC.matcher(text);
        if (m.matches()) {
            return m.group(1).substring(0, 1).toUpperCase(Locale.ROOT)
                    + m.group(1).substring(1)
                    + dose(m.group(2));
        }
        m = DOSE.matcher(text);
        if (m.matches()) {
            // Small numbers are volumes near the maximum, large ones percent of a target.
            String unit = m.group(2) == null ? m.group(1).startsWith("0") ? "cc" : "%" : volume(m.group(2));
            return "D" + m.group(1) + unit + dose(m.group(3));
        }
        m = VOLUME.matcher(text);
        if (m.matches()) {
            return m.group(1).toUpperCase(Locale.ROOT) + m.group(2) + ("cgy".equals(m.group(3)) ? "cGy" : "Gy") + "["
                    + (m.group(4) == null ? "cc" : volume(m.group(4))) + "]";
        }
        return "";
    }

    private static String volume(String unit) {
        return unit.equals("%") ? "%" : "cc";
    }

    private static String dose(@Nullable String unit) {
        return "cgy".equals(unit) ? "[cGy]" : "[Gy]";
    }
}
