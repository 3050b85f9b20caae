package org.cordonrt.constraint;

/** How far a number was followed to its source. */
public enum Verification {
    /** Read in the source's own words: its text, its abstract or its table page. */
    V1("read in the source"),
    /** Read only in copies made by others, at least two of which agree. */
    V2("secondary source, verify"),
    /** Taken over from a file that does not say where it comes from; never in a built-in set. */
    UNVERIFIED("not verified");

    private final String words;

    Verification(String words) {
        this.words = words;
    }

    /** The status in words, as a report prints it. */
    public String words() {
        return words;
    }
}
