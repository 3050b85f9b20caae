package org.cordonrt.phantom;

/** Numbers of dose samples along x, y and z of the patient. */
public record GridSize(int x, int y, int z) {
    public GridSize {
        if (x < 2 || y < 2 || z < 2) {
            throw new IllegalArgumentException("a dose grid of " + x + " x " + y + " x " + z + " samples");
        }
    }
}
