package org.cordonrt.fuzz;

/** Where Jazzer enters; the system property {@code cordon.fuzz.target} says what it is to read. */
public final class JazzerEntry {
    private static final FuzzTarget TARGET = FuzzTarget.valueOf(System.getProperty("cordon.fuzz.target", "DATA_SET"));

    private JazzerEntry() {}

    /** Called for every input; whatever it throws is a finding. */
    public static void fuzzerTestOneInput(byte[] input) {
        FuzzBounds.run(TARGET, input);
    }
}
