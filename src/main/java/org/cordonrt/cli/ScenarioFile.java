package org.cordonrt.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.cordonrt.plan.Point3;
import org.cordonrt.robust.Displacement;
import org.cordonrt.robust.Scenario;

/**
 * Displacements in a text file, a line each: name, shift to the left, to the back and to the head in mm, and, where there
 * are any, turns about these axes in degrees, with commas between. Empty lines and those that begin with # say nothing.
 */
final class ScenarioFile {
    private static final int MOST_LINES = 10_000;
    private static final long MOST_BYTES = 4 << 20;
    private static final double MOST = 50;

    private ScenarioFile() {}

    static List<Scenario> read(Path file) {
        List<String> lines;
        try {
            if (Files.size(file) > MOST_BYTES) {
                throw CliOptions.usage("'" + file + "' is larger than " + MOST_BYTES / 1024 / 1024 + " MiB");
            }
            lines = Files.readAllLines(file);
        } catch (IOException e) {
            throw CliOptions.usage("the file of scenarios '" + file + "' cannot be read as text; name a CSV file");
        }
        if (lines.size() > MOST_LINES) {
            throw CliOptions.usage("'" + file + "' has more than " + MOST_LINES + " lines");
        }
        List<Scenario> scenarios = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).strip();
            if (!line.isEmpty() && !line.startsWith("#")) {
                scenarios.add(scenario(line, "'" + file + "', line " + (i + 1)));
            }
        }
        return scenarios;
    }

    private static Scenario scenario(String line, String where) {
        String[] cells = line.split(",", -1);
        if (cells.length != 4 && cells.length != 7) {
            throw CliOptions.usage(
                    where + ": a scenario has a name and 3 or 6 numbers, not " + cells.length + " cells");
        }
        double[] v = new double[6];
        for (int i = 1; i < cells.length; i++) {
            String cell = cells[i].strip();
            if (!cell.matches("[+-]?[0-9]{1,3}(\\.[0-9]{1,6})?") || Math.abs(Double.parseDouble(cell)) > MOST) {
                throw CliOptions.usage(where + ": cell " + (i + 1) + " is no number from -50 to 50");
            }
            v[i - 1] = Double.parseDouble(cell);
        }
        return new Scenario(
                cells[0].strip(), new Displacement(new Point3(v[0], v[1], v[2]), new Point3(v[3], v[4], v[5])));
    }
}
