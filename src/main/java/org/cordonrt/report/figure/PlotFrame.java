package org.cordonrt.report.figure;

import java.util.Objects;

/**
 * Where a plot's axes lie in its picture: {@code left} and {@code right} are ends of the horizontal axis, {@code top} and
 * {@code bottom} of the vertical one, in pixels of the figure and in data. Both axes are linear.
 *
 * @param xUnit unit of the horizontal data
 * @param yUnit unit of the vertical data
 */
public record PlotFrame(
        double leftPx,
        double rightPx,
        double topPx,
        double bottomPx,
        double leftData,
        double rightData,
        double topData,
        double bottomData,
        String xUnit,
        String yUnit) {
    public PlotFrame {
        Objects.requireNonNull(xUnit, "xUnit");
        Objects.requireNonNull(yUnit, "yUnit");
        if (!(leftPx < rightPx && topPx < bottomPx && leftData < rightData && bottomData < topData)) {
            throw new IllegalArgumentException("axes without length");
        }
    }

    public double xPx(double data) {
        return leftPx + (data - leftData) / (rightData - leftData) * (rightPx - leftPx);
    }

    public double yPx(double data) {
        return topPx + (data - topData) / (bottomData - topData) * (bottomPx - topPx);
    }
}
