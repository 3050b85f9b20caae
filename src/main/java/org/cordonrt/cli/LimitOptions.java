package org.cordonrt.cli;

import java.nio.file.Path;
import java.util.Optional;
import org.cordonrt.check.LimitRules;
import org.cordonrt.constraint.StructureAliases;
import org.cordonrt.constraint.Substitution;
import org.cordonrt.constraint.ToleranceBand;
import org.cordonrt.lq.LinearQuadratic;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** Options that say how limits are applied. */
final class LimitOptions {
    private static final String BAND = "--tolerance-band";
    private static final String SUBSTITUTE = "--substitute";
    private static final String ALIASES = "--aliases";
    private static final String ALPHA_BETA = "--alpha-beta";

    private LimitOptions() {}

    static void addTo(CommandSpec spec) {
        spec.addOption(CliOptions.one(
                BAND,
                "0.1Gy|1%",
                "A mandatory limit exceeded by no more than this is ACCEPTABLE, never PASS (default: none)."));
        addNaming(spec);
    }

    /** What settles which structure is which, and the alpha/beta. */
    static void addNaming(CommandSpec spec) {
        spec.addOption(CliOptions.many(
                SUBSTITUTE,
                "KIND=NAME",
                "Also test the limits published for this kind of structure on structure NAME, e.g."
                        + " thecal-sac=SpinalCord (repeatable). The result says so."));
        addAliases(spec);
        spec.addOption(CliOptions.one(ALPHA_BETA, "GY", "Alpha/beta of BED and EQD2 (default: 2)."));
    }

    static void addAliases(CommandSpec spec) {
        spec.addOption(CliOptions.one(ALIASES, "FILE", "Your own names of structures, a YAML file."));
    }

    static LimitRules of(ParseResult parsed) {
        return new LimitRules(
                CliOptions.text(parsed, BAND).map(ToleranceBand::parse).orElse(ToleranceBand.NONE),
                CliOptions.texts(parsed, SUBSTITUTE).stream()
                        .map(Substitution::parse)
                        .toList(),
                aliases(parsed),
                model(parsed));
    }

    static Optional<Path> aliasesFile(ParseResult parsed) {
        return CliOptions.text(parsed, ALIASES).map(CliOptions::path);
    }

    static StructureAliases aliases(ParseResult parsed) {
        return aliasesFile(parsed).map(StructureAliases::read).orElse(StructureAliases.none());
    }

    static LinearQuadratic model(ParseResult parsed) {
        return new LinearQuadratic(
                CliOptions.positiveNumber(parsed, ALPHA_BETA).orElse(LinearQuadratic.CORD_ALPHA_BETA_GY));
    }
}
