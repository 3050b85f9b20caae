package org.cordonrt.check;

import java.util.List;
import java.util.Objects;
import org.cordonrt.issue.Issue;
import org.cordonrt.plan.InputFile;

/**
 * Separations without any limit. Immutable.
 *
 * @param tool the program that made it
 * @param inputs the files it rests on
 * @param margins each of the first structures with each of the second
 * @param profiles the gap along the first structures; empty unless asked for
 * @param surfaces the surfaces as a whole; empty unless asked for
 * @param issues findings of all stages
 */
public record Margins(
        Tool tool,
        List<InputFile> inputs,
        List<Margin> margins,
        List<GapProfile> profiles,
        List<SurfaceComparison> surfaces,
        List<Issue> issues) {
    public Margins {
        Objects.requireNonNull(tool, "tool");
        inputs = List.copyOf(inputs);
        margins = List.copyOf(margins);
        profiles = List.copyOf(profiles);
        surfaces = List.copyOf(surfaces);
        issues = List.copyOf(issues);
    }
}
