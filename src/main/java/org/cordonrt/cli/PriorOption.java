package org.cordonrt.cli;

import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Period;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import org.cordonrt.issue.CordonException;
import org.cordonrt.issue.Issue;
import org.cordonrt.issue.IssueCode;
import org.cordonrt.plan.DoseGrid;
import org.cordonrt.plan.InputFile;
import org.cordonrt.plan.RigidTransform;
import org.cordonrt.reirradiation.PriorCourse;
import org.cordonrt.rt.PriorDose;
import org.cordonrt.rt.SpatialRegistration;

/** One {@code --prior KEY=VALUE,...}: a previous course, and the files it is read from. */
final class PriorOption {
    static final String NAME = "--prior";

    private static final String MAX = "max";
    private static final String DOSE = "dose";
    private static final String FRACTIONS = "fractions";
    private static final String MONTHS = "months";
    private static final String DATE = "date";
    private static final String REGISTRATION = "registration";
    private static final String OUTSIDE = "outside";
    private static final String LABEL = "label";
    private static final Set<String> KEYS = Set.of(MAX, DOSE, FRACTIONS, MONTHS, DATE, REGISTRATION, OUTSIDE, LABEL);
    private static final double MOST_GY = 200;

    private final String label;
    private final Map<String, String> values;

    private PriorOption(String label, Map<String, String> values) {
        this.label = label;
        this.values = values;
    }

    /** @param number of the option on the command line, from 1 */
    static PriorOption parse(String text, int number) {
        Map<String, String> values = new LinkedHashMap<>();
        for (String part : text.split(",", -1)) {
            int at = part.indexOf('=');
            String key = at < 1 ? part : part.substring(0, at).strip();
            if (at < 1 || !KEYS.contains(key) || part.length() == at + 1) {
                throw usage("'" + part + "' is not KEY=VALUE with one of the keys max, dose, fractions, months, date,"
                        + " registration, outside, label");
            }
            if (values.put(key, part.substring(at + 1).strip()) != null) {
                throw usage("the key " + key + " stands twice");
            }
        }
        if (values.containsKey(MAX) == values.containsKey(DOSE)) {
            throw usage("a previous course needs either max=GY or dose=PATH");
        }
        if (values.containsKey(MAX) && (values.containsKey(REGISTRATION) || values.containsKey(OUTSIDE))) {
            throw usage("registration and outside go with dose=PATH");
        }
        if (values.containsKey(MONTHS) && values.containsKey(DATE)) {
            throw usage("say either months=N or date=YYYY-MM-DD");
        }
        String label = Optional.ofNullable(values.get(LABEL)).orElse("course " + number);
        return new PriorOption(label, values);
    }

    boolean hasDate() {
        return values.containsKey(DATE);
    }

    /**
     * The course.
     *
     * @param frameOfReferenceUid of the current structures
     * @param on date of the current course
     * @param inputs receives the files it was read from
     * @param issues receives findings
     */
    PriorCourse course(String frameOfReferenceUid, Optional<LocalDate> on, List<InputFile> inputs, List<Issue> issues) {
        OptionalDouble months = months(on);
        OptionalInt fractions = fractions();
        if (values.containsKey(MAX)) {
            if (fractions.isEmpty()) {
                throw usage(label + ": max=GY needs fractions=N");
            }
            return new PriorCourse.Maximum(label, gray(MAX), fractions.getAsInt(), months);
        }
        PriorDose prior = PriorDose.read(List.of(CliOptions.path(values.getOrDefault(DOSE, ""))), fractions);
        if (prior.fractions().isEmpty()) {
            throw new CordonException(
                    IssueCode.FRACTIONS_UNKNOWN,
                    label + ": the number of fractions of the previous dose is not known; add fractions=N");
        }
        inputs.addAll(prior.inputs());
        issues.addAll(prior.issues());
        String placedBy = "in the same frame of reference";
        DoseGrid dose = prior.dose();
        boolean registered = values.containsKey(REGISTRATION);
        if (registered) {
            Path file = CliOptions.path(values.getOrDefault(REGISTRATION, ""));
            SpatialRegistration registration = SpatialRegistration.read(file);
            RigidTransform transform = registration.between(prior.frameOfReferenceUid(), frameOfReferenceUid);
            dose = transform.apply(dose);
            inputs.add(registration.input());
            placedBy =
                    "placed by the rigid registration " + registration.input().path();
        } else if (!prior.frameOfReferenceUid().equals(frameOfReferenceUid)) {
            throw new CordonException(
                    IssueCode.FRAME_OF_REFERENCE_MISMATCH,
                    label + ": the previous dose lies in another frame of reference than the current plan; add"
                            + " registration=FILE with the spatial registration between them, or give max=GY");
        }
        return new PriorCourse.Distribution(
                label,
                dose,
                placedBy,
                registered,
                prior.fractions().getAsInt(),
                months,
                values.containsKey(OUTSIDE) ? OptionalDouble.of(gray(OUTSIDE)) : OptionalDouble.empty());
    }

    private double gray(String key) {
        String text = values.getOrDefault(key, "").replaceAll("\\s*Gy$", "");
        if (!text.matches("[0-9]{1,3}(\\.[0-9]{1,6})?") || Double.parseDouble(text) > MOST_GY) {
            throw usage(key + " needs a dose of at most " + (int) MOST_GY + " Gy, not '" + values.get(key) + "'");
        }
        return Double.parseDouble(text);
    }

    private OptionalInt fractions() {
        String text = values.get(FRACTIONS);
        if (text == null) {
            return OptionalInt.empty();
        }
        if (!text.matches("[1-9][0-9]?")) {
            throw usage("fractions needs a whole number from 1 to 99, not '" + text + "'");
        }
        return OptionalInt.of(Integer.parseInt(text));
    }

    private OptionalDouble months(Optional<LocalDate> on) {
        String months = values.get(MONTHS);
        if (months != null) {
            if (!months.matches("[0-9]{1,4}(\\.[0-9]{1,3})?")) {
                throw usage("months needs a number, not '" + months + "'");
            }
            return OptionalDouble.of(Double.parseDouble(months));
        }
        if (!values.containsKey(DATE)) {
            return OptionalDouble.empty();
        }
        LocalDate then = date(values.getOrDefault(DATE, ""), NAME + ": date");
        LocalDate now =
                on.orElseThrow(() -> usage("date=" + then + " needs --on YYYY-MM-DD, the date of the current course"));
        if (then.isAfter(now)) {
            throw usage(label + ": " + then + " is after " + now);
        }
        // Whole months, and the days that are left as a share of a month, so that 5 months to the day are 5.
        Period p = Period.between(then, now);
        return OptionalDouble.of(p.toTotalMonths() + p.get(ChronoUnit.DAYS) / 31.0);
    }

    static LocalDate date(String text, String option) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw CliOptions.usage(option + " needs a date such as 2026-05-31, not '" + text + "'");
        }
    }

    static List<PriorOption> all(List<String> texts) {
        List<PriorOption> priors = new ArrayList<>();
        for (String text : texts) {
            priors.add(parse(text, priors.size() + 1));
        }
        return priors;
    }

    private static CordonException usage(String message) {
        return CliOptions.usage(NAME + ": " + message);
    }
}
