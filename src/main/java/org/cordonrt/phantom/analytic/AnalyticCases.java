package org.cordonrt.phantom.analytic;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cordonrt.issue.CordonException;
import org.cordonrt.issue.IssueCode;

/** The phantoms that there are. Stateless. */
public final class AnalyticCases {
    private AnalyticCases() {}

    /** All of them, family by family. */
    public static List<AnalyticCase> all() {
        List<AnalyticCase> cases = new ArrayList<>();
        cases.addAll(NelmsCases.list());
        cases.addAll(StanleyCases.list());
        cases.addAll(WalkerCases.list());
        cases.addAll(CordCases.list());
        cases.addAll(FalloffCases.list());
        cases.addAll(RingCases.list());
        cases.addAll(PlaneCases.list());
        cases.addAll(PositionCases.list());
        cases.addAll(SaddleCases.list());
        return List.copyOf(cases);
    }

    /** The default set, or with {@code full} all. */
    public static List<AnalyticCase> set(boolean full) {
        return full ? all() : all().stream().filter(AnalyticCase::usual).toList();
    }

    /**
     * Some cases.
     *
     * @param names of cases, or of families, which stand for all their cases
     * @param full whether a family has all its cases, or those of the default set
     * @throws CordonException USAGE for a name that is neither
     */
    public static List<AnalyticCase> named(List<String> names, boolean full) {
        List<AnalyticCase> all = all();
        Set<AnalyticCase> chosen = new LinkedHashSet<>();
        for (String name : names) {
            List<AnalyticCase> found = all.stream()
                    .filter(c -> c.name().equals(name) || c.family().word().equals(name) && (full || c.usual()))
                    .toList();
            if (found.isEmpty()) {
                throw new CordonException(
                        IssueCode.USAGE,
                        "there is no analytic phantom '" + name + "'; name a case (cordon phantom list) or a family: "
                                + Stream.of(Family.values()).map(Family::word).collect(Collectors.joining(", ")));
            }
            chosen.addAll(found);
        }
        return List.copyOf(chosen);
    }
}
