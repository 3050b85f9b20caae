package org.cordonrt.cli;

import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.cordonrt.check.ModelOptions;
import org.cordonrt.geometry.EndCap;
import org.cordonrt.geometry.SolidModel;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** Options that say how contours and dose become numbers. */
final class ModelFlags {
    private static final String SOLID = "--solid";
    private static final String END_CAP = "--end-cap";
    private static final String TOLERANCE = "--tolerance";
    private static final Pattern LENGTH = Pattern.compile("([0-9]{1,3}(?:\\.[0-9]{1,6})?)mm");

    /** Narrower intervals would be rounding, wider ones no information. */
    private static final double FINEST_GY = 1e-6;

    private static final double COARSEST_GY = 10;

    private ModelFlags() {}

    static void addTo(CommandSpec spec) {
        spec.addOption(CliOptions.one(
                SOLID,
                "slab|shape",
                "What lies between contour planes: each plane extruded half-way, or a surface that runs on from plane to"
                        + " plane (default: slab)."));
        spec.addOption(CliOptions.one(
                END_CAP,
                "none|half|Nmm",
                "Beyond the outermost planes: nothing, half a slice, or half a slice but at most N mm, e.g. 1.5mm"
                        + " (default: half)."));
        spec.addOption(CliOptions.one(TOLERANCE, "GY", "Width of the interval around a dose metric (default: 0.01)."));
    }

    static ModelOptions of(ParseResult parsed) {
        ModelOptions options = ModelOptions.defaults()
                .withSolid(solid(CliOptions.text(parsed, SOLID)))
                .withEndCap(endCap(CliOptions.text(parsed, END_CAP)));
        OptionalDouble tolerance = CliOptions.positiveNumber(parsed, TOLERANCE);
        if (tolerance.isEmpty()) {
            return options;
        }
        double gy = tolerance.getAsDouble();
        if (gy < FINEST_GY || gy > COARSEST_GY) {
            throw CliOptions.usage(TOLERANCE + " needs a dose from 0.000001 to 10 Gy, not "
                    + CliOptions.text(parsed, TOLERANCE).orElse(""));
        }
        return options.withToleranceGy(gy);
    }

    private static SolidModel solid(Optional<String> text) {
        return switch (text.orElse("slab").toLowerCase(Locale.ROOT)) {
            case "slab" -> SolidModel.SLAB;
            case "shape" -> SolidModel.SHAPE;
            default -> throw CliOptions.usage(SOLID + " is slab or shape, not '" + text.orElse("") + "'");
        };
    }

    private static EndCap endCap(Optional<String> text) {
        String said = text.orElse("half").toLowerCase(Locale.ROOT);
        if (said.equals("half")) {
            return EndCap.HALF;
        }
        if (said.equals("none")) {
            return EndCap.NONE;
        }
        Matcher m = LENGTH.matcher(said);
        if (!m.matches()) {
            throw CliOptions.usage(END_CAP + " is none, half or a length such as 1.5mm, not '" + text.orElse("") + "'");
        }
        return new EndCap(Double.parseDouble(m.group(1)));
    }
}
