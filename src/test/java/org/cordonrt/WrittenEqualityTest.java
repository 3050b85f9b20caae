package org.cordonrt;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.cordonrt.contours.Extent;
import org.cordonrt.geometry.EndCap;
import org.cordonrt.geometry.PlaneFrame;
import org.cordonrt.metric.Metric;
import org.cordonrt.plan.Point3;
import org.junit.jupiter.api.Test;

/** Records that write out their equality still compare every component. */
class WrittenEqualityTest {
    private static List<Record> different() {
        Point3 x = new Point3(1, 0, 0);
        Point3 y = new Point3(0, 1, 0);
        Point3 z = new Point3(0, 0, 1);
        return List.of(
                x,
                y,
                z,
                new Point3(-0.0, 0, 1),
                new PlaneFrame(x, y, z),
                new PlaneFrame(y, x.times(-1), z),
                new EndCap(1.5),
                new EndCap(2),
                new Extent(1, 2),
                new Extent(1, 3),
                new Extent(0, 2),
                (Record) Metric.parse("D0.03cc[Gy]"),
                (Record) Metric.parse("D0.035cc[Gy]"),
                (Record) Metric.parse("D0.03%[Gy]"),
                (Record) Metric.parse("D0.03cc[cGy]"),
                (Record) Metric.parse("V10Gy[cc]"),
                (Record) Metric.parse("V11Gy[cc]"),
                (Record) Metric.parse("V10cGy[cc]"),
                (Record) Metric.parse("V10Gy[%]"),
                (Record) Metric.parse("CV10Gy[cc]"),
                (Record) Metric.parse("Max[Gy]"),
                (Record) Metric.parse("Min[Gy]"),
                (Record) Metric.parse("Max[cGy]"),
                new Metric.Separation("PTV"),
                new Metric.Separation("GTV"));
    }

    @Test
    void equalComponentsMakeEqualRecordsAndOthersDoNot() {
        List<Record> all = different();
        List<Record> again = different();
        for (int i = 0; i < all.size(); i++) {
            for (int j = 0; j < all.size(); j++) {
                assertThat(all.get(i).equals(again.get(j)))
                        .as(all.get(i) + " " + again.get(j))
                        .isEqualTo(i == j);
            }
            assertThat(all.get(i)).hasSameHashCodeAs(again.get(i));
        }
    }
}
