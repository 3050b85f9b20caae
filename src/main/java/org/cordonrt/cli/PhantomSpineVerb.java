package org.cordonrt.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.DoubleConsumer;
import java.util.stream.Collectors;
import org.cordonrt.dicom.TransferSyntax;
import org.cordonrt.issue.CordonException;
import org.cordonrt.issue.IssueCode;
import org.cordonrt.phantom.HoleStyle;
import org.cordonrt.phantom.OffsetStyle;
import org.cordonrt.phantom.PatientPosition;
import org.cordonrt.phantom.SliceOrder;
import org.cordonrt.phantom.SpineOptions;
import org.cordonrt.phantom.SpinePhantom;
import org.cordonrt.phantom.TargetShape;
import org.cordonrt.phantom.Winding;
import org.cordonrt.report.Decimals;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code cordon phantom spine}: a synthetic case as DICOM files. */
final class PhantomSpineVerb implements Verb {
    private static final String CT = "--ct";
    private static final TransferSyntax[] SYNTAXES = Arrays.stream(TransferSyntax.values())
            .filter(t -> t != TransferSyntax.OTHER)
            .toArray(TransferSyntax[]::new);

    @Override
    public CommandSpec spec() {
        SpineOptions usual = SpineOptions.defaults();
        CommandSpec spec = CliOptions.command(
                "phantom spine",
                "Write a synthetic spine case as DICOM files.",
                "A bent cord with thecal sac, PRV, canal, vertebra, targets, oesophagus and body contour, a dose that"
                        + " falls off towards the cord, and a plan. The smallest gap between the smooth surfaces of cord"
                        + " and GTV is what --gap says. The same options give the same files. Not for clinical use.");
        spec.addPositional(CliOptions.argument("FOLDER", "Where to write rtstruct.dcm, rtdose.dcm, rtplan.dcm."));
        number(spec, "--gap", "MM", "Gap between cord and GTV; negative: overlap", usual.gapMm());
        number(spec, "--cord-max", "GY", "About the largest dose to the cord", usual.cordMaxGy());
        number(spec, "--prescription", "GY", "Prescribed dose", usual.prescriptionGy());
        number(spec, "--fractions", "N", "Fractions", usual.fractions());
        number(spec, "--falloff", "PERCENT", "Steepest dose fall-off per mm", usual.falloffPercentPerMm());
        choice(spec, "--target", TargetShape.values(), usual.target());
        number(spec, "--target-height", "MM", "Height of the GTV", usual.targetHeightMm());
        number(spec, "--cord-radius", "MM", "Mean radius of the cord", usual.cordRadiusMm());
        number(spec, "--cord-length", "MM", "Length of the cord", usual.cordLengthMm());
        number(spec, "--slant", "DEGREES", "Slant of the cord", usual.slantDegrees());
        number(spec, "--bends", "FACTOR", "How strongly the cord bends: 0 straight", usual.bends());
        number(spec, "--seed", "N", "Draws the bends and the UIDs", (double) usual.seed());
        number(spec, "--plane-spacing", "MM", "Distance of contour planes", usual.planeSpacingMm());
        number(spec, "--point-spacing", "MM", "Distance of contour points", usual.pointSpacingMm());
        number(spec, "--dose-spacing", "MM", "Distance of dose samples", usual.doseSpacingMm());
        number(spec, "--dose-bits", "16|32", "Bits of a stored dose", usual.doseBits());
        choice(spec, "--slice-order", SliceOrder.values(), usual.sliceOrder());
        choice(spec, "--winding", Winding.values(), usual.winding());
        choice(spec, "--holes", HoleStyle.values(), usual.holes());
        choice(spec, "--offsets", OffsetStyle.values(), usual.offsets());
        choice(spec, "--position", PatientPosition.values(), usual.position());
        spec.addOption(CliOptions.one(
                "--transfer-syntax",
                "NAME",
                "Encoding (default: explicit-vr-little-endian). One of: " + words(SYNTAXES) + "."));
        spec.addOption(
                CliOptions.one(CT, "FOLDER", "Also write a matching CT series into this folder (default: none)."));
        spec.addOption(CliOptions.flag("--overwrite", "Replace files of these names that are already there."));
        CliOptions.addGeneral(spec);
        spec.usageMessage()
                .footer(CliOptions.footer(
                        "cordon phantom spine case/",
                        "cordon phantom spine case/ --ct case/ct",
                        "cordon phantom spine case/ --gap 2 --cord-max 15 --seed 7",
                        "cordon phantom spine case/ --fractions 3 --prescription 27 --cord-max 14"));
        return spec;
    }

    @Override
    public ExitCode run(ParseResult parsed, Terminal terminal) {
        SpineOptions.Builder b = SpineOptions.defaults().toBuilder();
        set(parsed, "--gap", b::gapMm);
        set(parsed, "--cord-max", b::cordMaxGy);
        set(parsed, "--prescription", b::prescriptionGy);
        CliOptions.count(parsed, "--fractions").ifPresent(b::fractions);
        set(parsed, "--falloff", b::falloffPercentPerMm);
        chosen(parsed, "--target", TargetShape.values()).ifPresent(b::target);
        set(parsed, "--target-height", b::targetHeightMm);
        set(parsed, "--cord-radius", b::cordRadiusMm);
        set(parsed, "--cord-length", b::cordLengthMm);
        set(parsed, "--slant", b::slantDegrees);
        set(parsed, "--bends", b::bends);
        CliOptions.count(parsed, "--seed").ifPresent(b::seed);
        set(parsed, "--plane-spacing", b::planeSpacingMm);
        set(parsed, "--point-spacing", b::pointSpacingMm);
        set(parsed, "--dose-spacing", b::doseSpacingMm);
        CliOptions.count(parsed, "--dose-bits").ifPresent(b::doseBits);
        chosen(parsed, "--slice-order", SliceOrder.values()).ifPresent(b::sliceOrder);
        chosen(parsed, "--winding", Winding.values()).ifPresent(b::winding);
        chosen(parsed, "--holes", HoleStyle.values()).ifPresent(b::holes);
        chosen(parsed, "--offsets", OffsetStyle.values()).ifPresent(b::offsets);
        chosen(parsed, "--position", PatientPosition.values()).ifPresent(b::position);
        TransferSyntax syntax =
                chosen(parsed, "--transfer-syntax", SYNTAXES).orElse(TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN);
        Path folder = CliOptions.path(CliOptions.argument(parsed));
        Optional<Path> ctFolder = CliOptions.text(parsed, CT).map(CliOptions::path);
        if (!CliOptions.has(parsed, "--overwrite")) {
            refuseToReplace(
                    folder, List.of(SpinePhantom.STRUCTURE_SET_FILE, SpinePhantom.DOSE_FILE, SpinePhantom.PLAN_FILE));
            ctFolder.ifPresent(f -> refuseToReplace(f, List.of(SpinePhantom.ctFile(1))));
        }
        SpinePhantom phantom = phantom(b);
        phantom.write(folder, syntax);
        String ct = ctFolder.map(f -> "; " + phantom.writeCt(f, syntax) + " CT images in " + f)
                .orElse("");
        if (!CliOptions.has(parsed, "--quiet")) {
            terminal.print("wrote " + folder + ": " + SpinePhantom.STRUCTURE_SET_FILE + ", " + SpinePhantom.DOSE_FILE
                    + ", " + SpinePhantom.PLAN_FILE + ct + "; true gap between cord and GTV "
                    + Decimals.shortest(phantom.trueGapMm(), 3) + " mm\n");
        }
        return ExitCode.OK;
    }

    /** What is there may be a real plan. */
    private static void refuseToReplace(Path folder, List<String> names) {
        for (String name : names) {
            if (Files.exists(folder.resolve(name))) {
                throw new CordonException(
                        IssueCode.OUTPUT_UNWRITABLE,
                        folder.resolve(name) + " is already there; choose another folder, or --overwrite");
            }
        }
    }

    private static SpinePhantom phantom(SpineOptions.Builder b) {
        try {
            return SpinePhantom.of(b.build());
        } catch (IllegalArgumentException e) {
            throw CliOptions.usage("phantom spine: " + e.getMessage());
        }
    }

    private static void number(CommandSpec spec, String option, String label, String what, double usual) {
        spec.addOption(CliOptions.one(option, label, what + " (default: " + Decimals.shortest(usual, 3) + ")."));
    }

    private static void choice(CommandSpec spec, String option, Enum<?>[] values, Enum<?> usual) {
        spec.addOption(CliOptions.one(option, "WORD", "One of: " + words(values) + " (default: " + word(usual) + ")."));
    }

    private static void set(ParseResult parsed, String option, DoubleConsumer setter) {
        CliOptions.number(parsed, option).ifPresent(setter);
    }

    private static <E extends Enum<E>> Optional<E> chosen(ParseResult parsed, String option, E[] values) {
        Optional<String> text = CliOptions.text(parsed, option);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(Arrays.stream(values)
                .filter(v -> word(v).equalsIgnoreCase(text.get()))
                .findFirst()
                .orElseThrow(
                        () -> CliOptions.usage(option + ": '" + text.get() + "' is not one of: " + words(values))));
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static String words(Enum<?>[] values) {
        return Arrays.stream(values).map(PhantomSpineVerb::word).collect(Collectors.joining(", "));
    }
}
