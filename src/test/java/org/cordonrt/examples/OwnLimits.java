package org.cordonrt.examples;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.cordonrt.check.Assessment;
import org.cordonrt.check.CheckOptions;
import org.cordonrt.check.PlanCheck;
import org.cordonrt.constraint.ConstraintSet;
import org.cordonrt.constraint.ConstraintSets;
import org.cordonrt.plan.TreatmentCase;

/** Checks a plan against limits of one's own beside published ones. */
final class OwnLimits {
    private static final String YAML = """
            schema: cordon/constraint-set/1
            id: OURS
            name: Our limits
            version: "1"
            description: One limit of our own.
            citation: Department protocol 12, 2026
            doi: none
            constraints:
              - id: O1
                structure: SPINAL_CORD
                structureInSource: Spinal cord on MRI
                fractions: 1
                metric: D0.035cc[Gy]
                comparator: <=
                limit: 12
                unit: Gy
                level: mandatory
                endpoint: myelopathy
                where: page 3
                status: V1
            """;

    private OwnLimits() {}

    static Assessment run(TreatmentCase plan, Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("ours.yaml"), YAML);
        ConstraintSet ours = ConstraintSets.load(file.toString());
        ConstraintSet published = ConstraintSets.load("TG101");
        return PlanCheck.assess(plan, CheckOptions.defaults().withSets(List.of(ours, published)));
    }
}
