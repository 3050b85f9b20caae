package org.cordonrt.check;

/** What a check is doing, for a display of its progress. */
public enum CheckStage {
    MEASURING("measuring volumes and doses"),
    SEPARATIONS("measuring separations"),
    LIMITS("testing limits"),
    REVIEW("reviewing contours and dose grid"),
    STABILITY("testing other conventions");

    private final String words;

    CheckStage(String words) {
        this.words = words;
    }

    /** The stage in words. */
    public String words() {
        return words;
    }
}
