package org.cordonrt.constraint;

import java.util.List;
import java.util.stream.IntStream;
import org.cordonrt.plan.Contour;
import org.cordonrt.plan.ContourGeometricType;
import org.cordonrt.plan.Structure;
import org.cordonrt.plan.StructureSet;

/** Structures for tests: what matters is their names and whether they are drawn. */
final class Structures {
    private static final Contour TRIANGLE =
            Contour.of(ContourGeometricType.CLOSED_PLANAR, new double[] {0, 0, 0, 9, 0, 0, 0, 9, 0});
    private static final Contour POINT = Contour.of(ContourGeometricType.POINT, new double[] {0, 0, 0});

    private Structures() {}

    static Structure drawn(int number, String name) {
        return Structure.of(number, name, List.of(TRIANGLE));
    }

    static Structure point(int number, String name) {
        return Structure.of(number, name, List.of(POINT));
    }

    static Structure empty(int number, String name) {
        return Structure.of(number, name, List.of());
    }

    static Structure typed(String name, String interpretedType) {
        return new Structure(1, name, interpretedType, null, List.of(TRIANGLE));
    }

    static StructureSet set(Structure... structures) {
        return new StructureSet("", "", List.of(structures));
    }

    /** Drawn structures of these names, numbered from 1. */
    static StructureSet named(String... names) {
        return set(IntStream.range(0, names.length)
                .mapToObj(i -> drawn(i + 1, names[i]))
                .toArray(Structure[]::new));
    }
}
