package org.cordonrt.constraint;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.cordonrt.Internal;
import org.cordonrt.issue.CordonException;
import org.cordonrt.issue.IssueCode;
import org.cordonrt.metric.Metric;
import org.cordonrt.plan.Structure;

/**
 * A plan-check template (CSV with the columns structure, alias, metric, goal, variation) turned into a constraint file.
 * A row becomes a mandatory limit, or where it has a variation a goal and the variation as its mandatory limit. What was
 * not understood is listed, never guessed. Such templates name no sources, so every limit is marked UNVERIFIED.
 *
 * @param yaml the constraint file; empty when no row was understood
 * @param limits number of limits in it
 * @param notTaken rows that were left out, with the reason
 * @param findings what the linter says of the result
 */
@Internal
public record TemplateImport(String yaml, int limits, List<NotTaken> notTaken, List<LintFinding> findings) {

    /**
     * A row that became no limit.
     *
     * @param line of the template, from 1
     * @param row the row in short
     * @param reason why
     */
    public record NotTaken(int line, String row, String reason) {}

    private static final Map<Column, Set<String>> TITLES = Map.of(
            Column.STRUCTURE, Set.of("structure", "structures", "structure id", "structure ids", "name", "roi"),
            Column.CODE, Set.of("structure code", "structure codes", "code", "codes", "fma"),
            Column.ALIAS, Set.of("alias", "aliases", "idaliases", "id aliases", "structure aliases"),
            Column.METRIC, Set.of("metric", "dvh objective", "objective", "dvh metric", "constraint"),
            Column.COMPARATOR, Set.of("comparator", "operator", "sign"),
            Column.GOAL, Set.of("goal", "evaluation point", "evaluator", "limit", "value"),
            Column.VARIATION, Set.of("variation", "acceptable variation", "tolerance", "acceptable"),
            Column.PRIORITY, Set.of("priority"));

    /** Foundational Model of Anatomy numbers of the structures that limits are taken for (AAPM TG-263). */
    private static final Map<String, StructureKind> CODES = Map.of(
            "7647", StructureKind.SPINAL_CORD,
            "9680", StructureKind.SPINAL_CANAL,
            "83720", StructureKind.THECAL_SAC,
            "52590", StructureKind.CAUDA_EQUINA,
            "5909", StructureKind.SACRAL_PLEXUS,
            "5906", StructureKind.BRACHIAL_PLEXUS,
            "45244", StructureKind.BRACHIAL_PLEXUS,
            "45245", StructureKind.BRACHIAL_PLEXUS,
            "79876", StructureKind.BRAINSTEM,
            "7131", StructureKind.ESOPHAGUS);

    private static final Pattern GOAL = Pattern.compile(
            "(?<sign><=|<|=<|≤|>=|>|≥)?\\s*(?<number>[0-9]{1,6}(?:\\.[0-9]{1,6})?)\\s*(?<unit>c?Gy|cc|%)?");

    private enum Column {
        STRUCTURE,
        CODE,
        ALIAS,
        METRIC,
        COMPARATOR,
        GOAL,
        VARIATION,
        PRIORITY
    }

    public TemplateImport {
        notTaken = List.copyOf(notTaken);
        findings = List.copyOf(findings);
    }

    /**
     * Reads a template.
     *
     * @param fractions that its limits are for; templates do not say it
     * @param id of the set to make
     * @throws CordonException CONSTRAINT_FILE when the file cannot be read or its first row does not name the columns
     *     structure, metric and goal
     */
    public static TemplateImport read(Path file, int fractions, String id) {
        TextFile text = TextFile.read(file, IssueCode.CONSTRAINT_FILE, "the template");
        TemplateImport made = unchecked(text, Quoted.clean(String.valueOf(file.getFileName())), fractions, id);
        return made.limits() == 0
                ? made
                : new TemplateImport(made.yaml(), made.limits(), made.notTaken(), ConstraintSets.lint(made.yaml()));
    }

    /** As {@link #read}, without what lint says of it. */
    static TemplateImport unchecked(TextFile text, String shown, int fractions, String id) {
        CsvTable table = CsvTable.parse(text.text());
        if (table.rows().isEmpty()) {
            throw new CordonException(IssueCode.CONSTRAINT_FILE, shown + ": the template is empty");
        }
        Map<Column, Integer> columns = columns(table.rows().get(0), shown);
        StringBuilder limits = new StringBuilder();
        List<NotTaken> notTaken = new ArrayList<>();
        int count = 0;
        for (CsvTable.Row row : table.rows().subList(1, table.rows().size())) {
            RowReader reader = new RowReader(row, columns, fractions);
            try {
                List<String> made = reader.limits();
                made.forEach(limits::append);
                count += made.size();
            } catch (NotUnderstood e) {
                notTaken.add(new NotTaken(row.line(), reader.shown(), String.valueOf(e.getMessage())));
            }
        }
        if (count == 0) {
            return new TemplateImport("", 0, notTaken, List.of());
        }
        String yaml = head(id, shown, text.sha256(), fractions) + limits;
        return new TemplateImport(yaml, count, notTaken, List.of());
    }

    private static Map<Column, Integer> columns(CsvTable.Row titles, String shown) {
        Map<Column, Integer> columns = new EnumMap<>(Column.class);
        for (int i = 0; i < titles.cells().size(); i++) {
            String title = titles.cell(i).toLowerCase(Locale.ROOT).replace('_', ' ');
            for (Map.Entry<Column, Set<String>> e : TITLES.entrySet()) {
                if (e.getValue().contains(title)) {
                    columns.putIfAbsent(e.getKey(), i);
                }
            }
        }
        if (!columns.keySet().containsAll(EnumSet.of(Column.STRUCTURE, Column.METRIC, Column.GOAL))) {
            throw new CordonException(
                    IssueCode.CONSTRAINT_FILE,
                    shown
                            + ": its first row must name the columns structure, metric and goal (and may name alias, code,"
                            + " comparator, variation and priority)");
        }
        return columns;
    }

    private static String head(String id, String file, String sha256, int fractions) {
        return "# Made from " + file + " (SHA-256 " + sha256 + ").\n"
                + "# Such templates do not name their sources: add citation, doi and place of each limit, and the\n"
                + "# structure as its source contours it, before relying on it.\n"
                + "schema: " + ConstraintFileReader.SCHEMA + "\n"
                + "id: " + id + "\n"
                + "name: " + quoted("Imported from " + file) + "\n"
                + "version: \"1\"\n"
                + "description: "
                + quoted("Limits of a plan-check template for " + fractions
                        + (fractions == 1 ? " fraction" : " fractions") + ", without sources.")
                + "\n"
                + "citation: " + quoted("not stated in " + file) + "\n"
                + "doi: none\n"
                + "constraints:\n";
    }

    private static String quoted(String text) {
        return "\"" + Quoted.clean(text).replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }

    /** Thrown inside only: the row becomes no limit. */
    private static final class NotUnderstood extends Exception {
        private static final long serialVersionUID = 1L;

        NotUnderstood(String reason) {
            super(reason);
        }
    }

    /** One row of the template. */
    private record RowReader(CsvTable.Row row, Map<Column, Integer> columns, int fractions) {
        String cell(Column column) {
            return row.cell(columns.getOrDefault(column, -1));
        }

        String shown() {
            return Quoted.text(String.join(" ", cell(Column.STRUCTURE), cell(Column.METRIC), cell(Column.GOAL))
                    .strip());
        }

        List<String> limits() throws NotUnderstood {
            StructureKind kind = kind();
            Metric metric = metric();
            Matcher goal = number(cell(Column.GOAL), "goal");
            String comparator = comparator(goal);
            double limit = inUnit(goal, metric, "goal");
            if (cell(Column.VARIATION).isEmpty()) {
                return List.of(limit("row" + row.line(), kind, metric, comparator, limit, Level.MANDATORY));
            }
            Matcher variation = number(cell(Column.VARIATION), "variation");
            double most = inUnit(variation, metric, "variation");
            if (!(most >= limit)) {
                throw new NotUnderstood("the variation " + Figures.plain(most) + " is stricter than the goal");
            }
            return List.of(
                    limit("row" + row.line() + "-goal", kind, metric, comparator, limit, Level.OPTIMAL),
                    limit("row" + row.line() + "-variation", kind, metric, comparator, most, Level.MANDATORY));
        }

        private StructureKind kind() throws NotUnderstood {
            Set<StructureKind> kinds = EnumSet.noneOf(StructureKind.class);
            List<String> names = new ArrayList<>(List.of(cell(Column.STRUCTURE)));
            names.addAll(List.of(cell(Column.ALIAS).split("\\|")));
            boolean doubtful = false;
            for (String name : names) {
                if (!name.isBlank()) {
                    StructureMatch m = StructureNaming.recognise(Structure.of(1, name.strip(), List.of()));
                    doubtful |= m.matchedBy() == MatchedBy.AMBIGUOUS;
                    m.couldBe().forEach(kinds::add);
                    if (m.kind().organ().takesLimits()) {
                        kinds.add(m.kind().organ());
                    }
                }
            }
            for (String code : cell(Column.CODE).split("\\|")) {
                Optional.ofNullable(CODES.get(code.strip())).ifPresent(kinds::add);
            }
            if (kinds.isEmpty()) {
                throw new NotUnderstood("no kind of structure that Cordon has limits for");
            }
            if (kinds.size() > 1 || doubtful) {
                throw new NotUnderstood("could be for "
                        + String.join(
                                " or ", kinds.stream().map(StructureKind::words).toList())
                        + "; a limit is for one of them");
            }
            return kinds.iterator().next();
        }

        private Metric metric() throws NotUnderstood {
            try {
                Metric metric = Metric.parse(cell(Column.METRIC));
                if (metric instanceof Metric.Statistic s && s.kind() == Metric.Statistic.Kind.MIN
                        || metric instanceof Metric.VolumeAtDose v && v.complement()) {
                    throw new NotUnderstood(metric.expression() + " limits a dose from below");
                }
                return metric;
            } catch (CordonException e) {
                throw new NotUnderstood("the metric is not understood: " + Quoted.text(cell(Column.METRIC)));
            }
        }

        private static Matcher number(String text, String what) throws NotUnderstood {
            Matcher m = GOAL.matcher(text);
            if (!m.matches()) {
                throw new NotUnderstood("the " + what + " is not understood: " + Quoted.text(text));
            }
            return m;
        }

        private String comparator(Matcher goal) throws NotUnderstood {
            String inGoal = goal.group("sign") == null ? "" : goal.group("sign");
            String inColumn = cell(Column.COMPARATOR);
            if (!inGoal.isEmpty() && !inColumn.isEmpty() && !inGoal.equals(inColumn)) {
                throw new NotUnderstood("two comparators: " + Quoted.text(inColumn) + " and " + Quoted.text(inGoal));
            }
            return switch (inGoal.isEmpty() ? inColumn : inGoal) {
                case "<=", "=<", "≤" -> "<=";
                case "<" -> "<";
                case "" -> throw new NotUnderstood("no comparator");
                case ">=", ">", "≥" -> throw new NotUnderstood("a goal from below is no limit");
                default -> throw new NotUnderstood("the comparator is not understood: " + Quoted.text(inColumn));
            };
        }

        /** Numbers are in the unit that the metric asks for, as in "Max[cGy] <= 2250". */
        private static double inUnit(Matcher number, Metric metric, String what) throws NotUnderstood {
            String unit = number.group("unit");
            if (unit != null && !unit.equals(metric.unit())) {
                throw new NotUnderstood("the " + what + " is in " + unit + ", the metric in " + metric.unit());
            }
            return Double.parseDouble(number.group("number"));
        }

        private String limit(
                String id, StructureKind kind, Metric metric, String comparator, double limit, Level level) {
            String priority = cell(Column.PRIORITY);
            return "  - id: " + id + "\n"
                    + "    structure: " + kind + "\n"
                    + "    structureInSource: " + quoted("not stated; '" + cell(Column.STRUCTURE) + "' in the template")
                    + "\n"
                    + "    fractions: " + fractions + "\n"
                    + "    metric: " + metric.expression() + "\n"
                    + "    comparator: " + comparator + "\n"
                    + "    limit: " + Figures.plain(limit) + "\n"
                    + "    unit: \"" + metric.unit() + "\"\n"
                    + "    level: " + level.word() + "\n"
                    + (priority.matches("[1-9]") ? "    priority: " + priority + "\n" : "")
                    + "    endpoint: not stated\n"
                    + "    where: line " + row.line() + " of the template\n"
                    + "    status: " + Verification.UNVERIFIED + "\n";
        }
    }
}
