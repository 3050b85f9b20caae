package org.cordonrt.constraint;

/** Whether a limit counts for the verdict. */
public enum Requirement {
    /** Always: if its structure is absent, the verdict is NOT_EVALUABLE. */
    ALWAYS("always"),
    /** Only when its structure is drawn; otherwise the limit is SKIPPED. */
    IF_PRESENT("if-present"),
    /** Never: shown as information. */
    NEVER("never");

    private final String word;

    Requirement(String word) {
        this.word = word;
    }

    /** The word that constraint files use. */
    public String word() {
        return word;
    }

    /** What holds when a file does not say: limits on the spinal cord always count, others when there is something to test. */
    public static Requirement usualFor(StructureKind kind) {
        return kind == StructureKind.SPINAL_CORD ? ALWAYS : IF_PRESENT;
    }
}
