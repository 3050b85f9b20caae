package org.cordonrt.robust;

/** What is known of the approximation that the dose stays while the anatomy moves. */
public final class StaticDose {
    /** For every output. */
    public static final String STATEMENT =
            "The anatomy is moved as a rigid body in the dose as planned; the dose is not computed anew. Reported"
                    + " agreement with recomputed plans: -1.3 +- 3.5 % for up to 2 mm and 2 degrees (one centre, 2025,"
                    + " secondary source). Organs do not deform; outside the dose grid nothing is known.";

    private StaticDose() {}
}
