package org.cordonrt.margin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.cordonrt.Property;
import org.junit.jupiter.api.Test;

class BoxTreeTest {
    private static double[] boxes(SplittableRandom r) {
        int n = 1 + r.nextInt(40);
        double[] boxes = new double[4 * n];
        for (int i = 0; i < n; i++) {
            boxes[4 * i] = r.nextDouble(-20, 20);
            boxes[4 * i + 1] = r.nextDouble(-20, 20);
            boxes[4 * i + 2] = boxes[4 * i] + r.nextDouble(5);
            boxes[4 * i + 3] = boxes[4 * i + 1] + r.nextDouble(5);
        }
        return boxes;
    }

    private static double[] box(BoxTree t, int node) {
        return new double[] {t.minX(node), t.minY(node), t.maxX(node), t.maxY(node)};
    }

    @Test
    void aNodeIsAsLargeAsItsItems() {
        Property.forAll(200, BoxTreeTest::boxes, boxes -> {
            BoxTree tree = new BoxTree(boxes);
            int next = 0;
            int leaves = 1;
            while (!tree.isLeaf(leaves)) {
                leaves *= 2;
            }
            for (int node = 1; node < 2 * leaves; node++) {
                double[] expected = {
                    Double.POSITIVE_INFINITY,
                    Double.POSITIVE_INFINITY,
                    Double.NEGATIVE_INFINITY,
                    Double.NEGATIVE_INFINITY
                };
                if (tree.isLeaf(node)) {
                    assertThat(Math.min(tree.firstItem(node), boxes.length / 4)).isEqualTo(next);
                    for (int i = tree.firstItem(node); i < tree.endItem(node); i++) {
                        grow(expected, boxes, 4 * i);
                        next++;
                    }
                } else {
                    grow(expected, box(tree, 2 * node), 0);
                    grow(expected, box(tree, 2 * node + 1), 0);
                }
                assertThat(box(tree, node)).containsExactly(expected);
            }
            assertThat(next).as("every item once").isEqualTo(boxes.length / 4);
        });
    }

    private static void grow(double[] box, double[] other, int o) {
        for (int c = 0; c < 2; c++) {
            box[c] = Math.min(box[c], other[o + c]);
            box[2 + c] = Math.max(box[2 + c], other[o + 2 + c]);
        }
    }

    @Test
    void aPointIsAsFarFromABoxAsFromItsNearestSide() {
        Property.forAll(200, r -> r, r -> {
            double[] boxes = boxes(r);
            BoxTree tree = new BoxTree(boxes);
            int i = r.nextInt(boxes.length / 4);
            double x = r.nextDouble(-30, 30);
            double y = r.nextDouble(-30, 30);
            assertThat(tree.pointToItem2(x, y, i)).isCloseTo(distance2(boxes, 4 * i, x, y), within(1e-9));
            assertThat(tree.pointToNode2(x, y, 1)).isCloseTo(distance2(box(tree, 1), 0, x, y), within(1e-9));
        });
    }

    private static double distance2(double[] box, int o, double x, double y) {
        double dx = x - Math.max(box[o], Math.min(box[o + 2], x));
        double dy = y - Math.max(box[o + 1], Math.min(box[o + 3], y));
        return dx * dx + dy * dy;
    }
}
