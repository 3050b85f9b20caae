package org.cordonrt.phantom.analytic;

/** A group of phantoms that show the same thing. */
public enum Family {
    NELMS1("nelms1", "Nelms test 1: contours every 0.2 mm, four dose grids, 1 Gy/mm"),
    NELMS2("nelms2", "Nelms test 2: contours and dose grid every 1, 2, 3 mm, 1 Gy/mm"),
    STANLEY("stanley", "Stanley: small spheres at random places under a steep dose"),
    WALKER("walker", "Walker and Byrne: spheres under a Gaussian dose"),
    CORD("cord", "Cords of 20 to 100 mm in an even gradient across"),
    FALLOFF("falloff", "Cords where the dose falls off by 10 %/mm, dose grids of 1, 2, 3 mm"),
    RING("ring", "One ring drawn even-odd, as XOR and as keyhole"),
    PLANES("planes", "Gaps, repeated, near-duplicate and uneven planes"),
    POSITION("position", "One phantom in eight patient positions and oblique"),
    SADDLE("saddle", "Saddle dose: extremes inside an edge");

    private final String word;
    private final String title;

    Family(String word, String title) {
        this.word = word;
        this.title = title;
    }

    /** As the command line and records write it; the names of its cases begin with it. */
    public String word() {
        return word;
    }

    /** One line for a table. */
    public String title() {
        return title;
    }
}
